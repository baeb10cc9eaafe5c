import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { PageLink } from '../../platform/address.tsx'
import { useText } from '../../platform/language.tsx'
import type { DataTableProps } from '../DataTableProps.ts'
import { cellContent } from './TableRow.tsx'
import { en, zh } from './text.ts'

const AT_ONCE = 50

const isNothing = (content: ReactNode) => content === null || content === undefined || content === false || content === ''

/** On a phone each row is a card: the first column its name, the others below; what is empty takes no line. */
export function RowCards<Row>({ label, columns, rows, rowKey, href }: DataTableProps<Row>) {
  const text = useText({ zh, en })
  const [upTo, setUpTo] = useState(AT_ONCE)
  const [name, ...rest] = columns
  if (name === undefined) return null
  if (rows.length === 0) return <p className="mp-table-none">{text.nothing}</p>
  return (
    <>
      <ul className="mp-row-cards" aria-label={label}>
        {rows.slice(0, upTo).map((row) => (
          <li key={rowKey(row)} className="mp-row-card">
            <div className="mp-card-name">
              {href === undefined ? cellContent(name, row) : <PageLink href={href(row)}>{cellContent(name, row)}</PageLink>}
            </div>
            <dl>
              {rest.map((column) => {
                const content = cellContent(column, row)
                return isNothing(content)
                  ? null
                  : [<dt key={`${column.key}-title`}>{column.title}</dt>, <dd key={column.key}>{content}</dd>]
              })}
            </dl>
          </li>
        ))}
      </ul>
      {rows.length > upTo && (
        <Button block onClick={() => setUpTo(upTo + AT_ONCE)} style={{ marginTop: 10 }}>
          {text.more(rows.length - upTo)}
        </Button>
      )}
    </>
  )
}
