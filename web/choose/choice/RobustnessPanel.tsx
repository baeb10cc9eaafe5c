import type { MethodRobustness } from '@milepost/decision/methodChoice'
import { DataTable } from '../../parts/DataTable.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { Choice } from './choice.ts'
import { ShareBar } from './ShareBar.tsx'
import { en, zh } from './text.ts'

type RobustnessPanelProps = { readonly choice: Choice; readonly robust: MethodRobustness; readonly draws: number }

/** An honest choice shows how easily it would be another one. */
export function RobustnessPanel({ choice, robust, draws }: RobustnessPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const nameOf = (at: number) => pick(choice.methods[at]?.name ?? { zh: '', en: '' })
  const shares = choice.methods.map((method, at) => ({
    code: method.code,
    name: pick(method.name),
    share: robust.leads.shares[at] ?? null,
  }))
  return (
    <Panel title={text.robust} sentence={text.robustSays(draws)}>
      <DataTable
        label={text.robust}
        plain
        rows={shares}
        rowKey={(row) => row.code}
        sortedBy={{ key: 'share', direction: 'down' }}
        columns={[
          { key: 'name', title: text.method, value: (row) => row.name },
          {
            key: 'share',
            title: text.share,
            kind: 'number',
            value: (row) => row.share,
            show: (row) => <ShareBar share={row.share} text={written(row.share, 2)} />,
            width: 240,
          },
        ]}
      />
      {robust.flips.kind === 'computed' && (
        <>
          <h3>{text.flip}</h3>
          <p className="mp-panel-say">{text.flipSays}</p>
          <DataTable
            label={text.flip}
            plain
            rows={robust.flips.criteria}
            rowKey={(row) => String(row.criterion)}
            columns={[
              { key: 'criterion', title: text.criterion, value: (row) => pick(choice.criteria[row.criterion]?.name ?? { zh: '', en: '' }) },
              {
                key: 'now',
                title: text.nowWeight,
                kind: 'number',
                value: (row) => row.weight,
                show: (row) => written(row.weight, 3),
                width: 110,
              },
              {
                key: 'at',
                title: text.flipAt,
                kind: 'number',
                value: (row) => row.upward?.weight ?? null,
                show: (row) => (row.upward ? written(row.upward.weight, 3) : text.never),
                width: 130,
              },
              {
                key: 'step',
                title: text.flipSeen,
                kind: 'number',
                value: (row) => row.upward?.seenAtStep ?? null,
                show: (row) => (row.upward ? written(row.upward.seenAtStep, 3) : ''),
                width: 130,
              },
              { key: 'to', title: text.becomes, value: (row) => row.upward?.leaders.map(nameOf).join(' / ') ?? '' },
            ]}
          />
        </>
      )}
    </Panel>
  )
}
