import { type ReactNode, useState } from 'react'
import { useText } from '../platform/language.tsx'

export type FigureProps = {
  /** What the picture shows, in words. */
  readonly caption: ReactNode
  readonly children: ReactNode
  /** The same as a table, one click away. */
  readonly table?: ReactNode
}

const zh = { table: '看数据表', picture: '看图' }
const en: typeof zh = { table: 'Show as table', picture: 'Show picture' }

/** A picture with its caption in words and its table behind it. */
export function Figure({ caption, children, table }: FigureProps) {
  const text = useText({ zh, en })
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="mp-figure">
      {asTable ? table : children}
      <figcaption>
        {caption}
        {table !== undefined && (
          <button type="button" className="mp-text-button" onClick={() => setAsTable(!asTable)}>
            {asTable ? text.picture : text.table}
          </button>
        )}
      </figcaption>
    </figure>
  )
}
