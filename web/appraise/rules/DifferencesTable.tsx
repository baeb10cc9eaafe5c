import type { readRules } from '@milepost/contract/appraise/rules'
import type { OutputOf } from '@milepost/contract/endpoint'
import { DataTable } from '../../parts/DataTable.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { NumberGroup } from './numbers.ts'
import { en, zh } from './text.ts'

type Rows = OutputOf<typeof readRules>['differences']

/** What two packs say differently, place by place. */
export function DifferencesTable({ rows, groups }: { readonly rows: Rows; readonly groups: readonly NumberGroup[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const names = new Map(groups.flatMap(({ key, numbers }) => numbers.map(({ path, name }) => [path, `${text.groups[key]}: ${pick(name)}`])))
  const shown = ({ path }: Rows[number], value: string | null) =>
    value === null ? '–' : path.endsWith('Bp') && Number.isFinite(Number(value)) ? `${Number(value) / 100}%` : value
  if (rows.length === 0) return <p className="mp-soft">{text.none}</p>
  return (
    <DataTable
      label={text.differences}
      plain
      onPhone="cards"
      rows={rows}
      rowKey={(row) => row.path}
      columns={[
        { key: 'path', title: text.where, value: (row) => names.get(row.path) ?? row.path, width: 260 },
        { key: 'before', title: text.before, value: (row) => shown(row, row.before), width: 220 },
        { key: 'after', title: text.after, value: (row) => shown(row, row.after), width: 220 },
      ]}
    />
  )
}
