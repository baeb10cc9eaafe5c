import type { MethodRanking } from '@milepost/decision/methodChoice'
import { Alert } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { Choice } from './choice.ts'
import { ShareBar } from './ShareBar.tsx'
import { en, zh } from './text.ts'

type RankingPanelProps = { readonly choice: Choice; readonly ranked: MethodRanking }

/** Methods best first, with both ways of scoring beside each other. */
export function RankingPanel({ choice, ranked }: RankingPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { topsis, weightedSum } = ranked
  if (topsis?.kind !== 'computed') return <Alert type="warning" showIcon title={text.noRanking} />
  const best = choice.methods[topsis.ranking[0] ?? 0]
  const rows = topsis.ranking.map((at) => ({
    at,
    method: choice.methods[at],
    rank: topsis.ranks[at] ?? null,
    closeness: topsis.closeness[at] ?? null,
    score: weightedSum?.kind === 'computed' ? (weightedSum.scores[at] ?? null) : null,
  }))
  return (
    <Panel title={text.ranking} sentence={best && text.rankingSays(pick(best.name))}>
      <DataTable
        label={text.ranking}
        plain
        rows={rows}
        rowKey={(row) => String(row.at)}
        columns={[
          { key: 'rank', title: text.rank, kind: 'number', value: (row) => row.rank, width: 72 },
          { key: 'method', title: text.method, value: (row) => (row.method ? pick(row.method.name) : null) },
          {
            key: 'closeness',
            title: text.closeness,
            kind: 'number',
            value: (row) => row.closeness,
            show: (row) => <ShareBar share={row.closeness} text={written(row.closeness, 4)} />,
            width: 240,
          },
          { key: 'score', title: text.second, kind: 'number', value: (row) => row.score, show: (row) => written(row.score, 4), width: 150 },
        ]}
      />
    </Panel>
  )
}
