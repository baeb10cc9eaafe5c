import { arrowPath, type Box } from '../../parts/draw/strategyLayout.ts'
import { middleOf, type Place } from './mapGeometry.ts'

/** Boxes at one height, as the stretches they block, left to right. */
type Row = {
  readonly top: number
  readonly bottom: number
  readonly blocked: readonly { readonly id: string; readonly left: number; readonly right: number }[]
}
export type Rows = readonly Row[]
export type Route = { readonly path: string /** Where its marks stand. */; readonly middle: Place }

/** Air between an arrow and a box it passes, and between arrow and edge of the drawing. */
const AIR = 10

/** The boxes of a map by height: asked once for a drawing, then for every arrow. */
export function rowsOf(boxes: Iterable<Box>): Rows {
  const rows: { top: number; bottom: number; boxes: Box[] }[] = []
  for (const box of [...boxes].toSorted((a, b) => a.y - b.y)) {
    const last = rows.at(-1)
    if (last && box.y < last.bottom) {
      last.boxes.push(box)
      last.bottom = Math.max(last.bottom, box.y + box.height)
    } else rows.push({ top: box.y, bottom: box.y + box.height, boxes: [box] })
  }
  return rows.map(({ top, bottom, boxes: own }) => ({
    top,
    bottom,
    blocked: own.map(({ id, x, width }) => ({ id, left: x - AIR, right: x + width + AIR })).toSorted((a, b) => a.left - b.left),
  }))
}

/** The arrow from a cause to its effect, led through the gaps between the boxes it would otherwise run behind. */
export function routeArrow(from: Box, to: Box, rows: Rows): Route {
  const up = to.y < from.y
  const [startY, endY] = up ? [from.y, to.y + to.height + 6] : [from.y + from.height, to.y - 6]
  const [high, low] = [Math.min(startY, endY), Math.max(startY, endY)]
  const [startX, endX] = [from.x + from.width / 2, to.x + to.width / 2]
  const between = rows.filter((row) => row.top >= high && row.bottom <= low)
  const plain = { path: arrowPath(from, to), middle: middleOf(from, to) }
  if (between.length === 0 || Math.abs(from.y - to.y) < from.height / 2) return plain
  const ends = { start: { x: startX, y: startY }, end: { x: endX, y: endY } }
  if (!between.some((row) => runsBehind(row, ends))) return plain
  const gates = (up ? between.toReversed() : between).map((row) => {
    const middle = (row.top + row.bottom) / 2
    const wish = startX + ((endX - startX) * (middle - startY)) / (endY - startY)
    const [top, bottom] = [row.top - AIR / 2, row.bottom + AIR / 2]
    return { x: freeAt(row, wish), in: up ? bottom : top, out: up ? top : bottom }
  })
  const parts = [`M${startX} ${startY}`]
  let at: Place = { x: startX, y: startY }
  for (const gate of gates) {
    parts.push(bend(at, { x: gate.x, y: gate.in }), `L${gate.x} ${gate.out}`)
    at = { x: gate.x, y: gate.out }
  }
  parts.push(bend(at, { x: endX, y: endY }))
  const marks = gates[Math.floor((gates.length - 1) / 2)]
  return { path: parts.join(''), middle: marks ? { x: marks.x, y: (marks.in + marks.out) / 2 } : plain.middle }
}

const bend = (from: Place, to: Place): string => {
  const half = (to.y - from.y) / 2
  return `C${from.x} ${from.y + half} ${to.x} ${to.y - half} ${to.x} ${to.y}`
}

const STEPS = 32

/** Whether the plain curve from start to end passes behind a box of the row. */
function runsBehind({ top, bottom, blocked }: Row, { start, end }: { readonly start: Place; readonly end: Place }): boolean {
  for (let step = 1; step < STEPS; step++) {
    const t = step / STEPS
    // both controls lie straight above the ends, half way up
    const share = t * t * (3 - 2 * t)
    const x = start.x + (end.x - start.x) * share
    const y = start.y + (end.y - start.y) * (1.5 * t * (1 - t) + t * t * t)
    if (y >= top && y <= bottom && blocked.some(({ left, right }) => x > left && x < right)) return true
  }
  return false
}

/** The marks of an arrow, so wide to either side, moved aside where a box would hide a part of them. */
export function clearOfBoxes(marks: Place, half: number, rows: Rows): Place {
  const row = rows.find(({ top, bottom }) => marks.y > top && marks.y < bottom)
  const box = row?.blocked.find(({ left, right }) => marks.x + half > left + AIR && marks.x - half < right - AIR)
  if (!row || !box) return marks
  const aside = marks.x < (box.left + box.right) / 2 ? box.left + AIR - half - 1 : box.right - AIR + half + 1
  const isHidden = row.blocked.some(({ left, right }) => aside + half > left + AIR && aside - half < right - AIR)
  return isHidden || aside < half ? marks : { ...marks, x: aside }
}

/** The place nearest to the wish where nothing stands in the row. */
function freeAt({ blocked }: Row, wish: number): number {
  const isFree = (x: number) => x >= AIR && !blocked.some(({ left, right }) => x > left && x < right)
  if (isFree(wish)) return wish
  const edges = blocked.flatMap(({ left, right }) => [left, right]).filter(isFree)
  return edges.toSorted((a, b) => Math.abs(a - wish) - Math.abs(b - wish))[0] ?? wish
}
