import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CrossTable, suppressCross } from './crossSuppression.ts'

const k = 5
const table = (counts: readonly (readonly number[])[]): CrossTable => ({
  rows: counts.map((_, at) => `r${at}`),
  columns: (counts[0] ?? []).map((_, at) => `c${at}`),
  counts,
})
const hiddenKinds = ['too-few', 'complementary', 'inside-hidden']

type Fill = {
  counts: readonly (readonly number[])[]
  isHidden: (row: number, column: number) => boolean
  isRowKnown: (row: number) => boolean
  isColumnKnown: (column: number) => boolean
}

/** The values each hidden cell can have, given all that is shown and the total: found by trying every filling. Only for tiny tables. */
function valuesPossible({ counts, isHidden, isRowKnown, isColumnKnown }: Fill): Map<string, Set<number>> {
  const places = counts.flatMap((row, at) => row.flatMap((n, column) => (isHidden(at, column) ? [{ row: at, column, n }] : [])))
  const sumOf = (line: readonly { n: number }[]) => line.reduce((sum, { n }) => sum + n, 0)
  const known = [
    ...counts.flatMap((_, at) => (isRowKnown(at) ? [places.filter(({ row }) => row === at)] : [])),
    ...(counts[0] ?? []).flatMap((_, at) => (isColumnKnown(at) ? [places.filter(({ column }) => column === at)] : [])),
    places,
  ].map((line) => ({ line: new Set(line), left: sumOf(line) }))
  const found = new Map<string, Set<number>>(places.map(({ row, column }) => [`${row},${column}`, new Set<number>()]))
  const tried: number[] = []
  const fill = (at: number): void => {
    const place = places[at]
    if (!place) {
      if (known.every(({ left }) => left === 0))
        for (const [each, { row, column }] of places.entries()) found.get(`${row},${column}`)?.add(tried[each] ?? -1)
      return
    }
    const lines = known.filter(({ line }) => line.has(place))
    const most = Math.min(...lines.map(({ left }) => left))
    for (let value = 0; value <= most; value++) {
      for (const each of lines) each.left -= value
      tried[at] = value
      fill(at + 1)
      for (const each of lines) each.left += value
    }
  }
  fill(0)
  return found
}

describe('a table by two divisions', () => {
  test('a row kept back elsewhere is kept back here, with its cells', () => {
    const plain = table([
      [20, 30],
      [25, 40],
      [50, 60],
    ])
    const result = suppressCross({ ...plain, withheld: { rows: new Set(['r1']) } }, k)
    expect(result).toMatchObject({ rows: ['shown', 'complementary', 'shown'], columns: ['shown', 'shown'] })
    expect(result.kind === 'suppressed' && result.cells[1]).toEqual(['inside-hidden', 'inside-hidden'])
  })

  test('one small cell takes the cheapest rectangle with it', () => {
    const result = suppressCross(
      table([
        [3, 20, 30],
        [25, 9, 40],
        [50, 60, 70],
      ]),
      k,
    )
    expect(result).toMatchObject({
      rows: ['shown', 'shown', 'shown'],
      columns: ['shown', 'shown', 'shown'],
      cells: [
        ['too-few', 'complementary', 'shown'],
        ['complementary', 'complementary', 'shown'],
        ['shown', 'shown', 'shown'],
      ],
    })
  })

  test('a table without small cells is shown whole', () => {
    const result = suppressCross(
      table([
        [10, 20],
        [30, 40],
      ]),
      k,
    )
    expect(result).toMatchObject({
      cells: [
        ['shown', 'shown'],
        ['shown', 'shown'],
      ],
    })
  })

  test('a small row is hidden with the smallest other row, and with its cells', () => {
    const result = suppressCross(
      table([
        [1, 2],
        [10, 20],
        [30, 40],
      ]),
      k,
    )
    expect(result).toMatchObject({ rows: ['too-few', 'complementary', 'shown'] })
  })

  test('a table of too few people, and one that is no table, are named', () => {
    expect(suppressCross(table([[1, 2]]), k)).toEqual({ kind: 'undefined', because: 'too-few', n: 3 })
    expect(suppressCross({ rows: ['a'], columns: ['x', 'y'], counts: [[1]] }, k)).toEqual({ kind: 'undefined', because: 'not-a-table' })
  })
})

describe('the law of the cross table', () => {
  const counts = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .chain(([height, width]) =>
      fc.array(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 14 })), { minLength: width, maxLength: width }),
        { minLength: height, maxLength: height },
      ),
    )

  test('no small cell or margin is shown, and no shown line leaves a small rest', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const result = suppressCross(table(rows), k)
        if (result.kind === 'undefined') return true
        const transposed = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0))
        const isLineSafe = (line: readonly number[], standings: readonly string[]) => {
          const rest = line.reduce((sum, n, at) => (hiddenKinds.includes(standings[at] ?? '') ? sum + n : sum), 0)
          return rest === 0 || rest >= k
        }
        const cellsOfColumn = (column: number) => result.cells.map((row) => row[column] ?? 'shown')
        const rowsSafe = rows.every((line, at) => result.rows[at] !== 'shown' || isLineSafe(line, result.cells[at] ?? []))
        const columnsSafe = transposed.every((line, at) => result.columns[at] !== 'shown' || isLineSafe(line, cellsOfColumn(at)))
        const smallHidden = rows.every((line, at) =>
          line.every((n, column) => n === 0 || n >= k || hiddenKinds.includes(result.cells[at]?.[column] ?? '')),
        )
        return rowsSafe && columnsSafe && smallHidden
      }),
    )
  })

  test('no small cell can be worked out from all that is shown, tried against every possible filling', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const result = suppressCross(table(rows), k)
        if (result.kind === 'undefined') return true
        const isHidden = (row: number, column: number) => hiddenKinds.includes(result.cells[row]?.[column] ?? '')
        fc.pre(rows.flatMap((line, row) => line.filter((_, column) => isHidden(row, column))).length <= 5)
        const isRowKnown = (row: number) => !hiddenKinds.includes(result.rows[row] ?? '')
        const isColumnKnown = (column: number) => !hiddenKinds.includes(result.columns[column] ?? '')
        const possible = valuesPossible({ counts: rows, isHidden, isRowKnown, isColumnKnown })
        return rows.every((line, row) =>
          line.every((_, column) => result.cells[row]?.[column] !== 'too-few' || (possible.get(`${row},${column}`)?.size ?? 0) > 1),
        )
      }),
      { numRuns: 300 },
    )
  })
})
