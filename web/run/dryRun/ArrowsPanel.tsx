import { readScorecard } from '@milepost/contract/design/scorecard'
import type { OutputOf } from '@milepost/contract/endpoint'
import { readLinkVerdicts } from '@milepost/contract/run/linkVerdicts'
import { Tag } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type Verdict = OutputOf<typeof readLinkVerdicts>['verdicts'][number]
/** Two measures laid side by side, or an arrow for which there are none. */
type Row = {
  readonly key: string
  readonly arrow: string
  readonly verdict: Verdict['verdict']
  readonly pair: Verdict['pairs'][number] | null
  readonly because: Verdict['because']
}

const COLOURS = { consistent: 'success', inconsistent: 'error', mixed: 'warning', untested: 'default' } as const

/** Which arrows of the scheme's map the past bears out or contradicts, and at which lag. */
export function ArrowsPanel({ cycleId }: { readonly cycleId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer } = useAskMaybe(readLinkVerdicts, { cycleId })
  const { answer: view } = useAskMaybe(readScorecard, { cycleId })
  if (answer === null || view === null) return null
  const objectives = new Map(view.scorecard?.objectives.map((one) => [one.objectiveId, one]))
  const nameOf = (id: string) => {
    const one = objectives.get(id)
    return one === undefined ? '' : `${one.code} ${pick(one.name)}`
  }
  const rows = answer.verdicts.flatMap((verdict): Row[] => {
    const arrow = `${nameOf(verdict.fromObjectiveId)} → ${nameOf(verdict.toObjectiveId)}`
    const key = `${verdict.fromObjectiveId} ${verdict.toObjectiveId}`
    if (verdict.pairs.length === 0) return [{ key, arrow, verdict: verdict.verdict, pair: null, because: verdict.because }]
    return verdict.pairs.map((pair) => ({
      key: `${key} ${pair.from.code} ${pair.to.code}`,
      arrow,
      verdict: pair.verdict,
      pair,
      because: pair.words,
    }))
  })
  return (
    <Panel title={text.arrows} sentence={text.arrowsSay}>
      <DataTable
        label={text.arrows}
        exportAs="dry-run-arrows"
        plain={rows.length < 15}
        onPhone="cards"
        rows={rows}
        rowKey={(row) => row.key}
        empty={<p className="mp-soft">{text.arrowsNone}</p>}
        columns={[
          { key: 'arrow', title: text.arrow, value: (row) => row.arrow, width: 240 },
          {
            key: 'measures',
            title: text.arrowMeasures,
            value: (row) => (row.pair === null ? (row.because ? pick(row.because) : '–') : `${row.pair.from.code} → ${row.pair.to.code}`),
            width: 180,
          },
          {
            key: 'verdict',
            title: text.arrowVerdict,
            value: (row) => text.arrowVerdicts[row.verdict],
            show: (row) => (
              <span title={row.because ? pick(row.because) : ''}>
                <Tag color={COLOURS[row.verdict]}>{text.arrowVerdicts[row.verdict]}</Tag>
              </span>
            ),
            filter: true,
            width: 140,
          },
          {
            key: 'r',
            title: text.arrowR,
            kind: 'number',
            value: (row) => row.pair?.r ?? null,
            show: (row) =>
              row.pair?.r == null
                ? '–'
                : `${written(row.pair.r, 2)}${row.pair.interval === null ? '' : ` (${written(row.pair.interval[0], 2)}–${written(row.pair.interval[1], 2)})`}`,
            width: 160,
          },
          { key: 'n', title: text.arrowN, kind: 'number', value: (row) => row.pair?.n ?? null, width: 90 },
          { key: 'lag', title: text.arrowLag, kind: 'number', value: (row) => row.pair?.lag ?? null, width: 90 },
          {
            key: 'best',
            title: text.arrowBest,
            kind: 'number',
            value: (row) => row.pair?.clearestLag?.lag ?? null,
            show: (row) => (row.pair?.clearestLag ? `${row.pair.clearestLag.lag} (r ${written(row.pair.clearestLag.r, 2)})` : '–'),
            width: 120,
          },
        ]}
      />
    </Panel>
  )
}
