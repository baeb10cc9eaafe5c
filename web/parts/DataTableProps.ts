import type { ReactNode } from 'react'
import type { Column, Sorting } from './Column.ts'

type Selection = { readonly selected: ReadonlySet<string>; readonly onChange: (selected: ReadonlySet<string>) => void }

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
