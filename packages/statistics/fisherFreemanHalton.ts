import { requireCounts } from './counts.ts'
import { notComputed, type Result } from './evidence.ts'
import { logGamma } from './logGamma.ts'
import { sum } from './moments.ts'

export type FreemanHaltonResult = Result<'fisher-freeman-halton-1951', { readonly p: number }>

/**
 * Fisher's exact test of an r x c table of counts (Freeman & Halton 1951): the probability, given the margins, of all tables no likelier than the one
 * observed. Columns are filled one after another; states with the same row sums left to fill and the same likelihood so far are counted together
 * (as in the network algorithm of Mehta & Patel 1983). Undefined when fewer than two rows or columns hold a count, and, by name, when there are
 * more states than `mostStates` or more work than `mostSteps` (a table of ten by ten would take days): then the chi-square p is what there is.
 */
export function fisherFreemanHalton(
  table: readonly (readonly number[])[],
  options: { mostStates?: number; mostSteps?: number } = {},
): FreemanHaltonResult {
  const method = 'fisher-freeman-halton-1951'
  requireCounts(table, { whole: true })
  const rows = table.filter((row) => sum(row) > 0)
  const columns = (rows[0] ?? []).map((_, j) => rows.map((row) => row[j]!)).filter((column) => sum(column) > 0)
  const n = sum(rows.flat())
  if (rows.length < 2 || columns.length < 2) return notComputed(method, 'empty-margin', { n })
  const [wide, long] = [rows.map(sum), columns.map(sum)].sort((a, b) => a.length - b.length || squares(b) - squares(a)) as [
    number[],
    number[],
  ]
  const search: Search = {
    factorials: Float64Array.from({ length: n + 1 }, (_, k) => logGamma(k + 1)),
    observed: 0,
    scale: 0,
    most: options.mostStates ?? MOST_STATES,
    steps: options.mostSteps ?? MOST_STEPS,
  }
  const { factorials } = search
  search.observed = -sum(rows.flat().map((count) => factorials[count]!))
  search.scale = sum([...wide, ...long].map((margin) => factorials[margin]!)) - factorials[n]!
  const p = shareNoLikelier(
    wide,
    long.toSorted((a, b) => b - a),
    search,
  )
  if (p === undefined) return notComputed(method, 'too-large-for-exact', { n })
  return { kind: 'computed', method, n, excluded: {}, warnings: [], p: Math.min(1, p) }
}

type Search = {
  /** ln k! by k. */
  readonly factorials: Float64Array
  /** -sum of ln(cell!) of the table observed: a table is no likelier when it has at most this. */
  observed: number
  /** Added to -sum of ln(cell!) it gives the logarithm of a table's probability. */
  scale: number
  readonly most: number
  /** How many steps may still be taken. */
  steps: number
}
/** Ways to fill the columns so far that leave the same and are about as likely: `ways` is exact, in units of exp(log). */
type Path = { readonly log: number; ways: number }
type Bounds = { readonly least: number; readonly most: number; readonly completions: number }
type State = { readonly left: readonly number[]; readonly paths: Map<number, Path> }

/** Probability of the tables no likelier than the one observed; `undefined` when there are too many states. */
function shareNoLikelier(wide: readonly number[], columns: readonly number[], search: Search): number | undefined {
  let states: State[] = [{ left: ascending(wide), paths: new Map([[0, { log: 0, ways: 1 }]]) }]
  let share = 0
  for (const [at, margin] of columns.entries()) {
    const rest = columns.slice(at + 1)
    const next = new Map<string, State>()
    const bounds = new Map<string, Bounds>()
    let held = 0
    for (const { left, paths } of states) {
      for (const { rows, log } of fillings(left, margin, search.factorials)) {
        search.steps -= 1 + paths.size
        if (search.steps < 0) return undefined
        const key = rows.join(',')
        const known = bounds.get(key) ?? boundsOf(rows, rest, search.factorials)
        bounds.set(key, known)
        const { least, most, completions } = known
        for (const path of paths.values()) {
          const reached = path.log + log
          if (reached + least > search.observed + SAME) continue
          if (reached + most <= search.observed + SAME) {
            share += path.ways * Math.exp(reached + completions + search.scale)
            continue
          }
          const state = next.get(key) ?? { left: rows, paths: new Map<number, Path>() }
          next.set(key, state)
          const place = Math.round(reached / SAME)
          const met = state.paths.get(place)
          if (met) met.ways += path.ways * Math.exp(reached - met.log)
          else {
            state.paths.set(place, { log: reached, ways: path.ways })
            if (++held > search.most) return undefined
          }
        }
      }
    }
    states = [...next.values()]
  }
  return share
}

/**
 * What the columns still to fill can add to -sum of ln(cell!), bounded from either side by forgetting rows or columns, and the logarithm of the sum of
 * 1 / product of cell! over all ways to fill them, which has a closed form.
 */
function boundsOf(rows: readonly number[], columns: readonly number[], factorials: Float64Array): Bounds {
  const heaped = (margins: readonly number[]): number => -sum(margins.map((margin) => factorials[margin]!))
  const spread = (margins: readonly number[], over: number): number =>
    over === 0
      ? 0
      : -sum(
          margins.map((margin) => {
            const [low, more] = [Math.floor(margin / over), margin % over]
            return more * factorials[low + 1 === factorials.length ? low : low + 1]! + (over - more) * factorials[low]!
          }),
        )
  const [byRow, byColumn] = [heaped(rows), heaped(columns)]
  return {
    least: Math.max(byRow, byColumn),
    most: Math.min(spread(rows, columns.length), spread(columns, rows.length)),
    completions: factorials[sum(rows)]! + byRow + byColumn,
  }
}

/** Every way to spread a column's count over the rows, with what is left of the rows in ascending order: their order does not matter. */
function* fillings(left: readonly number[], margin: number, factorials: Float64Array): Generator<{ rows: number[]; log: number }> {
  const rest = [...left]
  const room = left.map((_, at) => sum(left.slice(at + 1)))
  function* fill(at: number, toPlace: number, log: number): Generator<{ rows: number[]; log: number }> {
    if (at === left.length - 1) {
      rest[at] = left[at]! - toPlace
      yield { rows: ascending(rest), log: log - factorials[toPlace]! }
      return
    }
    for (let count = Math.max(0, toPlace - room[at]!); count <= Math.min(left[at]!, toPlace); count++) {
      rest[at] = left[at]! - count
      yield* fill(at + 1, toPlace - count, log - factorials[count]!)
    }
  }
  yield* fill(0, margin, 0)
}

/** Of two margins equally long the more uneven one leaves fewer states. */
const squares = (margin: readonly number[]): number => sum(margin.map((count) => count * count))
const ascending = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b)
/** Tables whose likelihoods differ by less than this, relatively, count as equally likely (R's own slack is 1e-7). */
const SAME = 1e-7
const MOST_STATES = 1_000_000
const MOST_STEPS = 1_500_000
