import type { Column } from '../Column.ts'
import { cellText } from './rows.ts'

const SAMPLE = 200
const PADDING = 34

/** Width of a column in pixels, from its title and the first rows: Chinese characters are one em wide, others about half. */
export function widthOf<Row>(column: Column<Row>, rows: readonly Row[]): number {
  if (column.width !== undefined) return column.width
  const texts = rows.slice(0, SAMPLE).map((row) => cellText(column, row))
  const ems = Math.max(emsOf(column.title) + 1.2, ...texts.map(emsOf))
  return Math.round(Math.min(Math.max(ems, 4), 26) * 14 + PADDING)
}

function emsOf(text: string): number {
  let ems = 0
  for (const character of text) ems += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.58
  return ems
}
