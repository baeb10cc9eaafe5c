import type { Column, Sorting } from '../Column.ts'

/** What a table shows of its rows: searched, filtered, sorted. Pure, so that the export is what is seen. */
export type Asked = {
  readonly search: string
  /** Column key -> the texts to keep; a column without an entry keeps everything. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly sorting: Sorting | null
}

export function rowsSeen<Row>(rows: readonly Row[], columns: readonly Column<Row>[], asked: Asked): readonly Row[] {
  const words = asked.search.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const filters = columns.flatMap((column) => {
    const kept = asked.filters[column.key]
    return kept === undefined || kept.length === 0 ? [] : [{ column, kept: new Set(kept) }]
  })
  const kept = rows.filter(
    (row) =>
      filters.every(({ column, kept }) => kept.has(cellText(column, row))) &&
      (words.length === 0 ||
        matches(
          columns
            .map((column) => cellText(column, row))
            .join('\n')
            .toLowerCase(),
          words,
        )),
  )
  const column = columns.find(({ key }) => key === asked.sorting?.key)
  return column === undefined || asked.sorting === null ? kept : sorted(kept, column, asked.sorting.direction)
}

const matches = (text: string, words: readonly string[]) => words.every((word) => text.includes(word))

/** Chinese by pinyin, figures inside text by size. */
const collator = new Intl.Collator('zh-CN', { numeric: true })

function sorted<Row>(rows: readonly Row[], column: Column<Row>, direction: Sorting['direction']): readonly Row[] {
  const sign = direction === 'up' ? 1 : -1
  const values = rows.map((row) => ({ row, value: column.value(row) }))
  const rank = column.kind === 'number' ? Number : rankOf(values.map(({ value }) => value))
  return values
    .map(({ row, value }) => ({ row, rank: value === null ? null : rank(value) }))
    .sort((a, b) => (a.rank === null || b.rank === null ? Number(a.rank === null) - Number(b.rank === null) : sign * (a.rank - b.rank)))
    .map(({ row }) => row)
}

/** Each text compared once, however often it stands in the column. */
function rankOf(values: readonly (string | number | null)[]): (value: string | number) => number {
  const texts = [...new Set(values.filter((value) => value !== null).map(String))].sort(collator.compare)
  const ranks = new Map(texts.map((text, rank) => [text, rank]))
  return (value) => ranks.get(String(value)) ?? -1
}

export function cellText<Row>(column: Column<Row>, row: Row): string {
  return column.text?.(row) ?? String(column.value(row) ?? '')
}

/** The distinct texts of a column, for its filter. */
export function choicesOf<Row>(rows: readonly Row[], column: Column<Row>): readonly string[] {
  return [...new Set(rows.map((row) => cellText(column, row)))].sort(collator.compare)
}
