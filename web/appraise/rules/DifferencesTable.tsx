import type { readRules } from '@milepost/contract/appraise/rules'
import type { OutputOf } from '@milepost/contract/endpoint'
import { DataTable } from '../../parts/DataTable.tsx'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

/** What two packs say differently, place by place. */
export function DifferencesTable({ rows }: { readonly rows: OutputOf<typeof readRules>['differences'] }) {
  const text = useText({ zh, en })
  if (rows.length === 0) return <p className="mp-soft">{text.none}</p>
  return (
    <DataTable
      label={text.differences}
      plain
      onPhone="cards"
      rows={rows}
      rowKey={(row) => row.path}
      columns={[
        { key: 'path', title: text.where, value: (row) => row.path, width: 260 },
        { key: 'before', title: text.before, value: (row) => row.before ?? '–', width: 220 },
        { key: 'after', title: text.after, value: (row) => row.after ?? '–', width: 220 },
      ]}
    />
  )
}
