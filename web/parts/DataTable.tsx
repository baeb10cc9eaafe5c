import { type ReactNode, useMemo, useState } from 'react'
import { useText } from '../platform/language.tsx'
import { saveFile } from '../platform/saveFile.ts'
import { useNarrow } from '../platform/useNarrow.ts'
import type { Column, Sorting } from './Column.ts'
import { csvOf } from './table/csv.ts'
import { RowCards } from './table/RowCards.tsx'
import { rowsSeen } from './table/rows.ts'
import { TableSheet } from './table/TableSheet.tsx'
import { TableTools } from './table/TableTools.tsx'
import { en, zh } from './table/text.ts'
import './table/DataTable.css'

export type Selection = { readonly selected: ReadonlySet<string>; readonly onChange: (selected: ReadonlySet<string>) => void }

export type DataTableProps<Row> = {
  /** What the table shows, for screen readers. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** The first column becomes a link to this address. */
  readonly href?: (row: Row) => string
  readonly selection?: Selection
  readonly sortedBy?: Sorting
  /** File name without ending; no export when absent. */
  readonly exportAs?: string
  /** Shown instead of the table while there are no rows at all. */
  readonly empty?: ReactNode
  /** Buttons at the left of the tools. */
  readonly tools?: ReactNode
  /** Off for short tables inside a page: no search, no column choice. */
  readonly plain?: boolean
  /** On a phone: the table scrolls inside its own frame, or each row becomes a card. */
  readonly onPhone?: 'scroll' | 'cards'
  /** Rows to single out, e.g. the one a link points at. */
  readonly marked?: (row: Row) => boolean
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows } = props
  const text = useText({ zh, en })
  const narrow = useNarrow()
  const [search, setSearch] = useState('')
  const [filters, setFilters] = useState<Readonly<Record<string, readonly string[]>>>({})
  const [sorting, setSorting] = useState<Sorting | null>(props.sortedBy ?? null)
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set(columns.filter((c) => c.hiddenAtFirst).map((c) => c.key)))
  const shown = useMemo(() => columns.filter((column) => !hidden.has(column.key)), [columns, hidden])
  const seen = useMemo(() => rowsSeen(rows, columns, { search, filters, sorting }), [rows, columns, search, filters, sorting])

  if (rows.length === 0 && props.empty !== undefined) return props.empty

  const exported = () =>
    saveFile({ blob: new Blob([csvOf(shown, seen)], { type: 'text/csv;charset=utf-8' }), fileName: `${props.exportAs}.csv` })

  return (
    <div className="mp-data-table">
      {(!props.plain || props.exportAs !== undefined || props.tools !== undefined) && (
        <TableTools
          tools={props.tools}
          plain={props.plain ?? false}
          search={search}
          onSearch={setSearch}
          columns={columns}
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
