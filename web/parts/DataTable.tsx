import { useMemo, useState } from 'react'
import { useText } from '../platform/language.tsx'
import { saveFile } from '../platform/saveFile.ts'
import { useNarrow } from '../platform/useNarrow.ts'
import type { Sorting } from './Column.ts'
import type { DataTableProps } from './DataTableProps.ts'
import { csvOf } from './table/csv.ts'
import { RowCards } from './table/RowCards.tsx'
import { rowsSeen } from './table/rows.ts'
import { TableSheet } from './table/TableSheet.tsx'
import { TableTools } from './table/TableTools.tsx'
import { en, zh } from './table/text.ts'
import './table/DataTable.css'

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows } = props
  const text = useText({ zh, en })
  // a column of buttons is called what it is, in the head of the table and where columns are chosen
  const columns = useMemo(
    () => props.columns.map((column) => (column.acts && column.title === '' ? { ...column, title: text.acts } : column)),
    [props.columns, text],
  )
  const narrow = useNarrow()
  const [search, setSearch] = useState('')
  const [filters, setFilters] = useState<Readonly<Record<string, readonly string[]>>>({})
  const [sorting, setSorting] = useState<Sorting | null>(props.sortedBy ?? null)
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set(columns.filter((c) => c.hiddenAtFirst).map((c) => c.key)))
  const exportable = useMemo(() => columns.filter((column) => !hidden.has(column.key)), [columns, hidden])
  const shown = useMemo(() => exportable.filter((column) => column.exportedOnly !== true), [exportable])
  const seen = useMemo(() => rowsSeen(rows, columns, { search, filters, sorting }), [rows, columns, search, filters, sorting])

  if (rows.length === 0 && props.empty !== undefined) return props.empty

  const exported = () =>
    saveFile({ blob: new Blob([csvOf(exportable, seen)], { type: 'text/csv;charset=utf-8' }), fileName: `${props.exportAs}.csv` })

  return (
    <div className="mp-data-table">
      {(!props.plain || props.exportAs !== undefined || props.tools !== undefined) && (
        <TableTools
          tools={props.tools}
          plain={props.plain ?? false}
          search={search}
          onSearch={setSearch}
          columns={columns.filter((column) => column.exportedOnly !== true)}
          hidden={hidden}
          onHidden={setHidden}
          onExport={props.exportAs === undefined ? null : exported}
          count={text.rows(seen.length, rows.length)}
        />
      )}
      {narrow && props.onPhone === 'cards' ? (
        <RowCards {...props} columns={shown} rows={seen} />
      ) : (
        <TableSheet
          {...props}
          columns={shown}
          rows={seen}
          allRows={rows}
          filters={filters}
          onFilters={setFilters}
          sorting={sorting}
          onSorting={setSorting}
        />
      )}
    </div>
  )
}
