import type { ReactNode } from 'react'

/** One column of a DataTable. Numbers may travel as decimal text; null is missing and sorts last. */
export type Column<Row> = {
  readonly key: string
  readonly title: string
  /** What is sorted, and searched and exported unless `text` says otherwise. */
  readonly value: (row: Row) => string | number | null
  /** `number`: right-aligned tabular figures, sorted by size. */
  readonly kind?: 'text' | 'number'
  /** How a cell is drawn; without it the text. */
  readonly show?: (row: Row) => ReactNode
  /** The words or figures of a cell for search and export, when `value` is not readable. */
  readonly text?: (row: Row) => string
  /** Offers the column's distinct values as a filter. */
  readonly filter?: boolean
  /** Not shown until the person chooses it. */
  readonly hiddenAtFirst?: boolean
  /** Width in pixels; estimated from the content when absent. */
  readonly width?: number
  /** What stands in the totals row, computed over the rows that are seen. */
  readonly total?: (rows: readonly Row[]) => ReactNode
  /** Not on the screen and not to be hidden: what every exported row must carry. */
  readonly exportedOnly?: boolean
  /** A column of buttons: neither sorted nor exported. */
  readonly acts?: boolean
}

export type Direction = 'up' | 'down'
export type Sorting = { readonly key: string; readonly direction: Direction }
