import type { ReactNode } from 'react'
import { PageLink } from '../../platform/address.tsx'
import { useText } from '../../platform/language.tsx'
import type { Column } from '../Column.ts'
import type { DataTableProps } from '../DataTableProps.ts'
import { cellText } from './rows.ts'
import { en, zh } from './text.ts'

type TableRowProps<Row> = Pick<DataTableProps<Row>, 'columns' | 'rowKey' | 'href' | 'selection' | 'marked'> & {
  readonly row: Row
  /** Place in the whole table, the heading being 1. */
  readonly position: number
}

export function TableRow<Row>({ row, position, columns, rowKey, href, selection, marked }: TableRowProps<Row>) {
  const text = useText({ zh, en })
  const key = rowKey(row)
  const selected = selection?.selected.has(key) ?? false
  const first = columns[0]
  return (
    <tr aria-rowindex={position} data-selected={selected || marked?.(row) === true}>
      {selection !== undefined && (
        <td className="mp-tick">
          <input
            type="checkbox"
            className="mp-check"
            checked={selected}
            aria-label={text.select(first === undefined ? key : cellText(first, row))}
            onChange={() =>
              selection.onChange(new Set(selected ? [...selection.selected].filter((one) => one !== key) : [...selection.selected, key]))
            }
          />
        </td>
      )}
      {columns.map((column, i) => {
        const content = i === 0 && href !== undefined ? linked(href(row), cellContent(column, row)) : cellContent(column, row)
        const side = column.acts
          ? 'mp-unprinted'
          : column.kind === 'number'
            ? 'mp-num'
            : SHORT.test(String(column.value(row)))
              ? 'mp-whole'
              : undefined
        // a long table keeps one line a row: what is cut off can be pointed at
        const whole = typeof content === 'string' && content.length > 14 ? content : undefined
        return i === 0 ? (
          <th key={column.key} scope="row" className={side} title={whole}>
            {content}
          </th>
        ) : (
          <td key={column.key} className={side} title={whole}>
            {content}
          </td>
        )
      })}
    </tr>
  )
}

/** A day, a name, a sign with its word or another short word is never broken over two lines. */
const SHORT = /^(\d{4}-\d{2}-\d{2}|\S{1,6}|\S \S{1,8})$/

function linked(href: string, content: ReactNode) {
  return <PageLink href={href}>{content}</PageLink>
}

export function cellContent<Row>(column: Column<Row>, row: Row): ReactNode {
  return column.show === undefined ? cellText(column, row) : column.show(row)
}
