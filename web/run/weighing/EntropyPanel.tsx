import { PERSPECTIVES } from '@milepost/contract/run/weighing'
import { WEIGHING_REASONS } from '@milepost/decision/weighingWords'
import type { WeightsSideBySide } from '@milepost/decision/weightsSideBySide'
import { DataTable } from '../../parts/DataTable.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import type { WeighingView } from './weighing.ts'

type EntropyPanelProps = {
  readonly about: string
  readonly items: WeighingView['items']
  readonly entropy: WeightsSideBySide['entropy']
}

/** What went into the weights by entropy, measure by measure. */
export function EntropyPanel({ about, items, entropy }: EntropyPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const names = new Map(items.map((one) => [one.code, pick(one.name)]))
  if (about === PERSPECTIVES)
    return (
      <Panel title={text.entropy}>
        <p className="mp-soft">{text.entropyPerspectives}</p>
      </Panel>
    )
  return (
    <Panel title={text.entropy} sentence={text.entropySay}>
      {entropy.kind === 'none' && (
        <p role="status">
          {text.none(pick(WEIGHING_REASONS[entropy.because]), entropy.criteria.map((code) => names.get(code) ?? code).join(text.between))}
        </p>
      )}
      <DataTable
        label={text.entropy}
        plain
        onPhone="cards"
        rows={items}
        rowKey={(row) => row.code}
        columns={[
          { key: 'name', title: text.item, value: (row) => `${row.code} ${pick(row.name)}` },
          { key: 'n', title: text.n, kind: 'number', value: (row) => row.past.values.length, width: 100 },
          {
            key: 'span',
            title: text.span,
            value: (row) => (row.past.from === null ? '–' : `${row.past.from} – ${row.past.to ?? ''}`),
            width: 200,
          },
          {
            key: 'divergence',
            title: text.divergence,
            kind: 'number',
            value: (row) => entropy.columns[row.code]?.divergence ?? null,
            show: (row) => written(entropy.columns[row.code]?.divergence ?? null, 4),
            width: 120,
          },
        ]}
      />
    </Panel>
  )
}
