import type { Column } from '../Column.ts'
import { cellText } from './rows.ts'

const SAMPLE = 200
const PADDING = 34
/** The share of rows that can still be read whole when a table is made to fit. */
const USUAL = 0.85

type Wish = { readonly all: number; readonly usual: number }

/** Width of a column in pixels, from its title and the first rows: Chinese characters are one em wide, others about half. */
function wishOf<Row>(column: Column<Row>, rows: readonly Row[]): Wish {
  if (column.width !== undefined) return { all: column.width, usual: column.width }
  const texts = rows
    .slice(0, SAMPLE)
    .map((row) => emsOf(cellText(column, row)))
    .sort((a, b) => a - b)
  const title = emsOf(column.title) + 1.2
  const pixels = (ems: number) => Math.round(Math.min(Math.max(ems, title, 4), 26) * 14 + PADDING)
  const all = pixels(texts.at(-1) ?? 0)
  return { all, usual: column.kind === 'number' ? all : pixels(texts[Math.floor(texts.length * USUAL)] ?? 0) }
}

/**
 * The widths of all columns. Where they do not fit, those that are wide for a few rows alone grow narrower, each by its part of what it has to
 * spare; what still does not fit is scrolled to. `room` 0: not known yet.
 */
export function widthsWithin<Row>(columns: readonly Column<Row>[], rows: readonly Row[], room: number): readonly number[] {
  const wishes = columns.map((column) => wishOf(column, rows))
  const over = wishes.reduce((sum, { all }) => sum + all, 0) - room
  const toSpare = wishes.reduce((sum, { all, usual }) => sum + all - usual, 0)
  const part = room === 0 || over <= 0 || toSpare === 0 ? 0 : Math.min(1, over / toSpare)
  return wishes.map(({ all, usual }) => Math.floor(all - (all - usual) * part))
}

function emsOf(text: string): number {
  let ems = 0
  for (const character of text) ems += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.58
  return ems
}
