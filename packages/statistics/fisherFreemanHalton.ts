import { notComputed, type Result } from './evidence.ts'
import { logGamma } from './logGamma.ts'
import { sum } from './moments.ts'

export type FreemanHaltonResult = Result<'fisher-freeman-halton-1951', { readonly p: number }>

/**
 * Fisher's exact test of an r x c table of counts (Freeman & Halton 1951): the probability, given the margins, of all tables no likelier than the one
 * observed. Columns are filled one after another; states with the same row sums left to fill and the same likelihood so far are counted together
 * (as in the network algorithm of Mehta & Patel 1983). Undefined when fewer than two rows or columns hold a count, and, by name, when there are
 * more states than `mostStates`: then the chi-square p is what there is.
 */
export function fisherFreemanHalton(table: readonly (readonly number[])[], options: { mostStates?: number } = {}): FreemanHaltonResult {
  const method = 'fisher-freeman-halton-1951'
  const rows = table.filter((row) => sum(row) > 0)
  const columns = (rows[0] ?? []).map((_, j) => rows.map((row) => row[j]!)).filter((column) => sum(column) > 0)
  const n = sum(rows.flat())
  if (rows.length < 2 || columns.length < 2) return notComputed(method, 'empty-margin', { n })
  const [wide, long] = rows.length <= columns.length ? [rows.map(sum), columns.map(sum)] : [columns.map(sum), rows.map(sum)]
  const factorials = logFactorials(n)
  const observed = sum(rows.flat().map((count) => -factorials[count]!))
  const total = sum([...wide, ...long].map((margin) => factorials[margin]!)) - factorials[n]!
  const left = pathsThrough(wide, long, factorials, options.mostStates ?? MOST_STATES)
  if (!left) return notComputed(method, 'too-large-for-exact', { n })
  const p = sum(left.map(({ log, ways }) => (log <= observed + 1e-7 ? ways * Math.exp(log + total) : 0)).sort((a, b) => a - b))
  return { kind: 'computed', method, n, excluded: {}, warnings: [], p: Math.min(1, p) }
}

type Path = { readonly log: number; ways: number }

/** All ways to fill the table, gathered by -sum of ln(cell!); `undefined` when there are too many states. */
function pathsThrough(wide: readonly number[], long: readonly number[], factorials: Float64Array, most: number): Path[] | undefined {
  let states = new Map<string, { left: readonly number[]; paths: Map<number, Path> }>([
    [keyOf(wide), { left: ascending(wide), paths: new Map([[0, { log: 0, ways: 1 }]]) }],
  ])
  const order = long.toSorted((a, b) => b - a)
  for (const margin of order) {
    const next: typeof states = new Map()
    let held = 0
    for (const { left, paths } of states.values()) {
      for (const { rest, log } of fillings(left, margin, factorials)) {
        const key = keyOf(rest)
        const state = next.get(key) ?? { left: ascending(rest), paths: new Map<number, Path>() }
        next.set(key, state)
        for (const path of paths.values()) {
          const reached = path.log + log
          const place = Math.round(reached * 1e9)
          const met = state.paths.get(place)
          if (met) met.ways += path.ways
          else {
            state.paths.set(place, { log: reached, ways: path.ways })
            if (++held > most) return undefined
          }
        }
      }
    }
    states = next
  }
  return [...states.values()].flatMap(({ paths }) => [...paths.values()])
}

/** Every way to spread a column's count over the rows, with what is left of each row. */
function* fillings(left: readonly number[], margin: number, factorials: Float64Array): Generator<{ rest: number[]; log: number }> {
  const rest = [...left]
  const room = left.map((_, at) => sum(left.slice(at + 1)))
  function* fill(at: number, toPlace: number, log: number): Generator<{ rest: number[]; log: number }> {
    if (at === left.length - 1) {
      rest[at] = left[at]! - toPlace
      yield { rest: [...rest], log: log - factorials[toPlace]! }
      return
    }
    for (let count = Math.max(0, toPlace - room[at]!); count <= Math.min(left[at]!, toPlace); count++) {
      rest[at] = left[at]! - count
      yield* fill(at + 1, toPlace - count, log - factorials[count]!)
    }
  }
  yield* fill(0, margin, 0)
}

function logFactorials(n: number): Float64Array {
  return Float64Array.from({ length: n + 1 }, (_, k) => logGamma(k + 1))
}

/** Rows are interchangeable: their order does not matter to what can still come. */
const keyOf = (left: readonly number[]): string => ascending(left).join(',')
const ascending = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b)
const MOST_STATES = 300_000
