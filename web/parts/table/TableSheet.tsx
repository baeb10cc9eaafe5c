import { Checkbox } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useText } from '../../platform/language.tsx'
import type { Column, Sorting } from '../Column.ts'
import type { DataTableProps } from '../DataTableProps.ts'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { en, zh } from './text.ts'
import { usePrinting } from './usePrinting.ts'
import { useRowWindow, WINDOWED_FROM } from './useRowWindow.ts'
import { widthsWithin } from './widths.ts'

/** The column of ticks, in pixels. */
const TICK = 44

type TableSheetProps<Row> = DataTableProps<Row> & {
  readonly allRows: readonly Row[]
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly onFilters: (filters: Readonly<Record<string, readonly string[]>>) => void
  readonly sorting: Sorting | null
  readonly onSorting: (sorting: Sorting | null) => void
}

/** A real table with a head that stays. Long ones draw only the rows near the eye. */
export function TableSheet<Row>(props: TableSheetProps<Row>) {
  const { columns, rows, rowKey, selection, allRows } = props
  const text = useText({ zh, en })
  const isPrinting = usePrinting()
  const windowed = rows.length > WINDOWED_FROM && !isPrinting
  const { scrollRef, seen, room } = useRowWindow(rows.length, windowed)
  const free = selection === undefined || room === 0 ? room : room - TICK
  const widths = useMemo(() => (windowed ? widthsWithin(columns, allRows, free) : []), [windowed, columns, allRows, free])
  const across = columns.length + (selection === undefined ? 0 : 1)
  const totals = columns.some((column) => column.total !== undefined) && rows.length > 0

  return (
    <section className="mp-table-scroll" ref={scrollRef} aria-label={props.label} style={{ maxHeight: windowed ? '72vh' : undefined }}>
      <table
        className="mp-table"
        data-windowed={windowed}
        data-pinned={selection === undefined}
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        style={windowed ? { minWidth: widths.reduce((sum, width) => sum + width, 0) } : undefined}
      >
        {windowed && (
          <colgroup>
            {selection !== undefined && <col style={{ width: TICK }} />}
            {columns.map((column, i) => (
              <col key={column.key} style={{ width: widths[i] }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr>
            {selection !== undefined && (
              <th scope="col" className="mp-tick">
                <SelectAll {...props} />
              </th>
            )}
            {columns.map((column) => (
              <TableHead
                key={column.key}
                column={column}
                allRows={allRows}
                kept={props.filters[column.key] ?? []}
                onKept={(kept) => props.onFilters({ ...props.filters, [column.key]: kept })}
                sorting={props.sorting}
                onSorting={props.onSorting}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {seen.above > 0 && <Spacer height={seen.above} across={across} />}
          {rows.slice(seen.from, seen.to).map((row, i) => (
            <TableRow key={rowKey(row)} {...props} row={row} position={seen.from + i + 2} />
          ))}
          {seen.below > 0 && <Spacer height={seen.below} across={across} />}
          {rows.length === 0 && (
            <tr>
              <td colSpan={across} className="mp-table-none">
                {text.nothing}
              </td>
            </tr>
          )}
        </tbody>
        {totals && <Totals columns={columns} rows={rows} ticks={selection !== undefined} title={text.total} />}
      </table>
    </section>
  )
}

function Spacer({ height, across }: { height: number; across: number }) {
  return (
    <tr className="mp-spacer" style={{ height }}>
      <td colSpan={across} style={{ height }} />
    </tr>
  )
}

function SelectAll<Row>({ rows, rowKey, selection }: DataTableProps<Row>) {
  const text = useText({ zh, en })
  if (selection === undefined) return null
  const keys = rows.map(rowKey)
  const all = keys.length > 0 && keys.every((key) => selection.selected.has(key))
  return (
    <Checkbox
      aria-label={text.selectAll}
      checked={all}
      indeterminate={!all && keys.some((key) => selection.selected.has(key))}
      onChange={() => selection.onChange(new Set(all ? [] : keys))}
    />
  )
}

type TotalsProps<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly ticks: boolean
  readonly title: ReactNode
}

function Totals<Row>({ columns, rows, ticks, title }: TotalsProps<Row>) {
  return (
    <tfoot>
      <tr>
        {ticks && <td />}
        {columns.map((column, i) => (
          <td key={column.key} className={column.kind === 'number' ? 'mp-num' : undefined}>
            {column.total?.(rows) ?? (i === 0 ? title : null)}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
