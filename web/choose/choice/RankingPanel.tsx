import { Alert } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type Choice, nameIn, type Result } from './choice.ts'
import { ShareBar } from './ShareBar.tsx'
import { en, zh } from './text.ts'

type RankingPanelProps = { readonly choice: Choice; readonly result: Result }

/** Methods best first, both ways of scoring side by side, with what the ranking would be if all criteria weighed the same. */
export function RankingPanel({ choice, result }: RankingPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const name = (code: string) => pick(nameIn(choice.methods, code))
  if (result.ranking === null) return <Alert type="warning" showIcon title={text.noRanking} description={missing(choice, result)} />
  const [best] = result.ranking
  const bySum = result.ranking.find((one) => one.sumRank === 1)
  const agrees = best !== undefined && best.sumRank === 1
  return (
    <Panel
      title={text.ranking}
      sentence={best && `${text.rankingSays(name(best.method))}${agrees ? text.bothAgree : text.bothDiffer(name(bySum?.method ?? ''))}`}
    >
      <DataTable
        label={text.ranking}
        plain
        onPhone="cards"
        rows={result.ranking}
        rowKey={(row) => row.method}
        columns={[
          { key: 'method', title: text.method, value: (row) => name(row.method) },
          { key: 'rank', title: text.rank, kind: 'number', value: (row) => row.rank, width: 72 },
          {
            key: 'closeness',
            title: text.closeness,
            kind: 'number',
            value: (row) => row.closeness,
            show: (row) => <ShareBar share={row.closeness} text={written(row.closeness, 4)} />,
            width: 210,
          },
          {
            key: 'score',
            title: text.second,
            kind: 'number',
            value: (row) => row.sum,
            show: (row) => <ShareBar share={row.sum} text={written(row.sum, 4)} />,
            width: 210,
          },
          { key: 'sumRank', title: text.sumRank, kind: 'number', value: (row) => row.sumRank, width: 110 },
          {
            key: 'equal',
            title: text.equal,
            kind: 'number',
            value: (row) => row.equalCloseness,
            show: (row) => written(row.equalCloseness, 4),
            width: 130,
          },
        ]}
      />
    </Panel>
  )

  function missing(of: Choice, { weights, apart, unrated, judges }: Result) {
    const lines = [
      ...(judges === 0
        ? [text.noJudgeYet]
        : weights === null
          ? [text.apart(apart.map((part) => part.map((code) => pick(nameIn(of.criteria, code)))))]
          : []),
      ...(unrated.length > 0
        ? [
            text.unrated(
              unrated.slice(0, 6).map((place) => {
                const [criterion = '', method = ''] = place.split('/')
                return `${pick(nameIn(of.methods, method))} · ${pick(nameIn(of.criteria, criterion))}`
              }),
              unrated.length,
            ),
          ]
        : []),
    ]
    return (
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )
  }
}
