/** A table as it came from a file, a paste or a sheet: headings as written, cells as they were typed. */
export type Cell = string | number | boolean | Date | null
export type TableRow = {
  /** Row number as a spreadsheet shows it; the heading is row 1. */
  readonly row: number
  readonly cells: readonly Cell[]
}
export type Table = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  /** Which column of the file a person has named as which expected one: expected key to heading; '' for none. */
  readonly chosen?: Readonly<Record<string, string>>
}

/** A file as it arrived. */
export type FileIn = { readonly name: string; readonly bytes: Uint8Array }
