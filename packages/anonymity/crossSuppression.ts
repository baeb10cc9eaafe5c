import { hiddenParts, type Standing } from './suppression.ts'

/** A table of people by two divisions. `counts[row][column]`; the margins are their sums. */
export type CrossTable = {
  rows: readonly string[]
  columns: readonly string[]
  counts: readonly (readonly number[])[]
  /** Rows and columns that are kept back elsewhere, by their names, and so here too. */
  withheld?: { rows?: ReadonlySet<string>; columns?: ReadonlySet<string> }
}

export type CrossSuppression =
  | { kind: 'suppressed'; rows: readonly Standing[]; columns: readonly Standing[]; cells: readonly (readonly Standing[])[] }
  | { kind: 'undefined'; because: 'not-a-table' }
  | { kind: 'undefined'; because: 'too-few'; n: number }

type Place = { row: number; column: number; n: number }

/**
 * Decides which cells and margins of a two-way table may be shown. Margins are kept like the parts of one whole; in every shown row and column the hidden
 * cells together must hold 0 or at least k; and no small cell may be the only unknown left after solving rows and columns together:
 * seen as a graph of rows and columns joined by hidden cells, a cell can be worked out exactly when it lies on no cycle.
 * Of rows or columns with equally many people the one that comes first is hidden first, as in `suppress`.
 */
export function suppressCross({ rows, columns, counts, withheld = {} }: CrossTable, k: number): CrossSuppression {
  if (counts.length !== rows.length || counts.some((row) => row.length !== columns.length))
    return { kind: 'undefined', because: 'not-a-table' }
  const places = counts.flatMap((row, rowAt) => row.map((n, column): Place => ({ row: rowAt, column, n })))
  const total = sumOf(places)
  if (total > 0 && total < k) return { kind: 'undefined', because: 'too-few', n: total }
  const rowStandings = marginStandings(
    rows.map((_, at) => sumOf(places.filter(({ row }) => row === at))),
    { total, k, isWithheld: (at) => withheld.rows?.has(rows[at] ?? '') ?? false },
  )
  const columnStandings = marginStandings(
    columns.map((_, at) => sumOf(places.filter(({ column }) => column === at))),
    { total, k, isWithheld: (at) => withheld.columns?.has(columns[at] ?? '') ?? false },
  )
  const isOpen = (place: Place) => rowStandings[place.row] === 'shown' && columnStandings[place.column] === 'shown'
  const hidden = new Map<Place, Standing>()
  for (const place of places) {
    if (place.n > 0 && !isOpen(place)) hidden.set(place, place.n < k ? 'too-few' : 'inside-hidden')
    else if (place.n > 0 && place.n < k) hidden.set(place, 'too-few')
  }
  const lines = [
    ...rows.map((_, at) => ({ isShown: rowStandings[at] === 'shown', line: places.filter(({ row }) => row === at) })),
    ...columns.map((_, at) => ({ isShown: columnStandings[at] === 'shown', line: places.filter(({ column }) => column === at) })),
  ].filter(({ isShown }) => isShown)
  for (let changed = true; changed; ) {
    changed = lines.map(({ line }) => hideInLine(line, hidden, k)).some(Boolean)
    const exposed = places.find((place) => hidden.get(place) === 'too-few' && isOnNoCycle(place, hidden, rowStandings, columnStandings))
    if (!changed && exposed) changed = hideRectangle(exposed, places, hidden)
  }
  const standing = (place: Place): Standing => hidden.get(place) ?? (place.n === 0 ? 'empty' : 'shown')
  const cells = rows.map((_, at) => places.filter(({ row }) => row === at).map(standing))
  return { kind: 'suppressed', rows: rowStandings, columns: columnStandings, cells }
}

function sumOf(places: readonly Place[]): number {
  return places.reduce((sum, { n }) => sum + n, 0)
}

type Margin = { total: number; k: number; isWithheld: (at: number) => boolean }

function marginStandings(sums: readonly number[], { total, k, isWithheld }: Margin): readonly Standing[] {
  const parts = sums.map((n, at) => ({ id: String(at).padStart(6, '0'), n }))
  const hidden = hiddenParts(total, parts, k)
  return parts.map(({ id, n }, at) => {
    if (n === 0) return 'empty'
    return hidden.get(id) ?? (isWithheld(at) ? 'complementary' : 'shown')
  })
}

/** Hides the smallest shown cells of a line until its hidden cells hold 0 or at least k; says whether it hid any. */
function hideInLine(line: readonly Place[], hidden: Map<Place, Standing>, k: number): boolean {
  let rest = sumOf(line.filter((place) => hidden.has(place)))
  let changed = false
  for (const place of line.filter((each) => each.n > 0 && !hidden.has(each)).toSorted((one, other) => one.n - other.n)) {
    if (rest === 0 || rest >= k) break
    hidden.set(place, 'complementary')
    rest += place.n
    changed = true
  }
  return changed
}

/** Rows and columns are knots, hidden cells their links; all hidden margins are one knot, since nothing is known of them. */
function isOnNoCycle(place: Place, hidden: ReadonlyMap<Place, Standing>, rows: readonly Standing[], columns: readonly Standing[]): boolean {
  const knotOfRow = (row: number) => (rows[row] === 'shown' ? `row ${row}` : 'unknown')
  const knotOfColumn = (column: number) => (columns[column] === 'shown' ? `column ${column}` : 'unknown')
  const target = knotOfColumn(place.column)
  const reached = new Set([knotOfRow(place.row)])
  for (const knot of reached) {
    for (const link of hidden.keys()) {
      if (link === place) continue
      if (knotOfRow(link.row) === knot) reached.add(knotOfColumn(link.column))
      if (knotOfColumn(link.column) === knot) reached.add(knotOfRow(link.row))
    }
  }
  return !reached.has(target)
}

/** Closes a cycle through an exposed cell: hides the other corners of the rectangle that costs the fewest people, people before empty cells. */
function hideRectangle(exposed: Place, places: readonly Place[], hidden: Map<Place, Standing>): boolean {
  const rectangles = places
    .filter(({ row, column }) => row !== exposed.row && column !== exposed.column)
    .map((opposite) => places.filter((place) => isCorner(place, exposed, opposite) && !hidden.has(place)))
    .filter((corners) => corners.length > 0)
    .toSorted((one, other) => empties(one) - empties(other) || sumOf(one) - sumOf(other))
  for (const place of rectangles[0] ?? []) hidden.set(place, 'complementary')
  return rectangles.length > 0
}

function isCorner(place: Place, one: Place, opposite: Place): boolean {
  return (place.row === one.row || place.row === opposite.row) && (place.column === one.column || place.column === opposite.column)
}

function empties(corners: readonly Place[]): number {
  return corners.filter(({ n }) => n === 0).length
}
