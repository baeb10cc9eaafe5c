import type { SignMove } from '@milepost/contract/open/change'
import { DataTable } from '../../parts/DataTable.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

/** How each aspect moved, with effect size and noise. */
export function MovesTable({ moves }: { readonly moves: readonly SignMove[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <DataTable
      label={text.aspect}
      plain
      onPhone="cards"
      rows={moves}
      rowKey={(row) => row.construct}
      columns={[
        { key: 'name', title: text.aspect, value: (row) => pick(row.name) },
        { key: 'before', title: text.before, kind: 'number', value: (row) => row.before, show: (row) => row.before.toFixed(2), width: 90 },
        { key: 'after', title: text.after, kind: 'number', value: (row) => row.after, show: (row) => row.after.toFixed(2), width: 90 },
        {
          key: 'change',
          title: text.change,
          kind: 'number',
          value: (row) => row.difference,
          show: (row) => `${row.difference > 0 ? '+' : ''}${row.difference.toFixed(2)}`,
          width: 130,
        },
        {
          key: 'interval',
          title: text.interval,
          value: (row) => `${row.interval.low.toFixed(2)} – ${row.interval.high.toFixed(2)}`,
          width: 130,
        },
        {
          key: 'g',
          title: text.g,
          kind: 'number',
          value: (row) => row.g,
          show: (row) => (row.g === null ? '–' : `${text.size(row.g)} ${row.g.toFixed(2)}`),
          width: 150,
        },
        { key: 'verdict', title: text.verdict, value: (row) => text.verdicts[row.verdict], width: 130 },
      ]}
    />
  )
}
