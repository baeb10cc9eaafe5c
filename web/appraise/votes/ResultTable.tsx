import type { readVote } from '@milepost/contract/appraise/democraticVotes'
import type { OutputOf } from '@milepost/contract/endpoint'
import { DataTable } from '../../parts/DataTable.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type Result = NonNullable<OutputOf<typeof readVote>['subjects'][number]['result']>
type Name = { readonly zh: string; readonly en: string }
type Row = { readonly key: string; readonly name: Name; readonly result: Result }
type ResultTableProps = {
  readonly label: string
  readonly first: string
  readonly rows: readonly Row[]
  readonly groups: readonly { readonly code: string; readonly name: Name }[]
}

/** Each with the score, the number of votes, and the counts of every group that may be shown. */
export function ResultTable({ label, first, rows, groups }: ResultTableProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const nameOf = (codes: readonly string[]) => {
    const names = codes.map((code) => pick(groups.find((one) => one.code === code)?.name ?? { zh: code, en: code }))
    return names.length === 1 ? (names[0] ?? '') : text.pooled(names.join(' + '))
  }
  const linesOf = ({ result }: Row) =>
    result.kind === 'undefined' ? [] : result.lines.map((line) => `${nameOf(line.groups)}: ${text.grade(line.counts)}`)
  return (
    <DataTable
      label={label}
      plain
      onPhone="cards"
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'name', title: first, value: (row) => pick(row.name), width: 240 },
        {
          key: 'score',
          title: text.score,
          kind: 'number',
          value: (row) => (row.result.kind === 'counted' ? row.result.official : null),
          width: 90,
        },
        { key: 'votes', title: text.votes, kind: 'number', value: (row) => row.result.n, width: 80 },
        { key: 'abstained', title: text.abstained, kind: 'number', value: (row) => row.result.abstained, width: 90 },
        {
          key: 'groups',
          title: text.groups,
          value: (row) => linesOf(row).join('; '),
          show: (row) =>
            row.result.kind === 'undefined'
              ? text.tooFew(row.result.n, row.result.minimum)
              : linesOf(row).map((line) => <div key={line}>{line}</div>),
          width: 420,
        },
      ]}
    />
  )
}
