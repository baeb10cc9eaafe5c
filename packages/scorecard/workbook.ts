import { exactFromNumber } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'

/**
 * The workbook many performance offices keep: employees x measures -> departments -> institution, with lights, ranks, a quota of excellent
 * and a pay pool, computed as its formulas compute it (doubles, spreadsheet rounding). For finding an office's own figures again before it
 * moves to a card; new cards are scored by `scoreCard`, which is exact and explains itself.
 */
export type Workbook = {
  /** `up`: 100 x actual / target; `down`: 100 x target / actual; held between 0 and the cap. */
  readonly measures: readonly { readonly weight: number; readonly dir: 'up' | 'down'; readonly cap: number }[]
  readonly departments: readonly { readonly id: number; readonly weight: number; readonly own: number }[]
  readonly employees: readonly {
    readonly id: number
    readonly dept: number
    readonly coef: number
    readonly targets: readonly number[]
    /** `null`: an empty cell; the weight of its measure goes to the others. */
    readonly actuals: readonly (number | null)[]
  }[]
  /** Yuan to share out. */
  readonly pool: number
}

export type Light = 'G' | 'A' | 'R'
export type WorkbookGrade = 'excellent' | 'good' | 'competent' | 'poor'
export type WorkbookSheet = {
  readonly scores: Float64Array
  readonly totals: Float64Array
  readonly employees: readonly {
    readonly id: number
    /** Four places; `null` when every cell is empty, and then nothing follows from it but a pay of 0. */
    readonly total: number | null
    readonly rag: Light | null
    readonly rankInstitution: number | null
    readonly rankDepartment: number | null
    readonly grade: WorkbookGrade | null
    /** Each share rounded on its own, as the workbook does; the sum may miss the pool by some fen. */
    readonly pay: number
  }[]
  readonly departments: readonly {
    readonly id: number
    readonly headcount: number
    readonly meanEmployee: number | null
    readonly score: number
    readonly rag: Light
    readonly rank: number
    readonly excellent: number
  }[]
  readonly institution: {
    readonly score: number | null
    readonly rag: Light | null
    readonly meanEmployee: number | null
    readonly excellent: number
    readonly paySum: number
    readonly meanMeasures: readonly (number | null)[]
  }
}

/** A workbook with its cells laid out in columns, ready to be computed again and again. */
export type OpenWorkbook = {
  /** Everything computed afresh. */
  recalculate(): WorkbookSheet
  /** One cell changed (`null` empties it), then everything that rests on it. Throws when there is no such cell. */
  edit(employee: number, measure: number, actual: number | null): WorkbookSheet
}

/** Lays a workbook out. Throws when an employee has not one target and one actual a measure, or names a department that is not there. */
export function openWorkbook(book: Workbook): OpenWorkbook {
  const { measures, departments, employees } = book
  const width = measures.length
  const targets = new Float64Array(employees.length * width)
  const actuals = new Float64Array(employees.length * width)
  const placeOf = new Map(departments.map(({ id }, index) => [id, index]))
  const place = new Int32Array(employees.length)
  for (const [row, { targets: own, actuals: got, dept }] of employees.entries()) {
    const at = placeOf.get(dept)
    if (own.length !== width || got.length !== width || at === undefined) throw new RangeError(`employee ${row} does not fit the workbook`)
    place[row] = at
    for (let column = 0; column < width; column++) {
      targets[row * width + column] = own[column]!
      actuals[row * width + column] = got[column] ?? Number.NaN
    }
  }
  const scores = new Float64Array(actuals.length)
  const totals = new Float64Array(employees.length)
  const computeRow = (row: number): void => {
    let [points, weights] = [0, 0]
    for (let column = 0; column < width; column++) {
      const { weight, dir, cap } = measures[column]!
      const at = row * width + column
      const [actual, target] = [actuals[at]!, targets[at]!]
      const score = Number.isNaN(actual)
        ? Number.NaN
        : Math.max(0, Math.min(cap, (100 * (dir === 'up' ? actual : target)) / (dir === 'up' ? target : actual)))
      scores[at] = score
      if (Number.isNaN(score)) continue
      points += score * weight
      weights += weight
    }
    totals[row] = weights === 0 ? Number.NaN : roundPlaces(points / weights, 4)
  }
  const compute = (): WorkbookSheet => sheetOf(book, place, scores, totals)
  return {
    recalculate() {
      for (let row = 0; row < employees.length; row++) computeRow(row)
      return compute()
    },
    edit(employee, measure, actual) {
      if (!(employee in employees) || !(measure in measures)) throw new RangeError(`no cell ${employee}, ${measure}`)
      actuals[employee * width + measure] = actual ?? Number.NaN
      computeRow(employee)
      return compute()
    },
  }
}

/** ROUND: half away from zero on the decimal a person sees; doubles where they leave no doubt. */
function roundPlaces(value: number, places: 2 | 4): number {
  const scale = places === 2 ? 100 : 10_000
  const scaled = value * scale
  const doubt = Math.abs(scaled - Math.floor(scaled) - 0.5)
  return doubt < 1e-5 ? Number(roundHalfAway(exactFromNumber(value), places)) : Math.round(scaled) / scale
}

const lightOf = (score: number): Light => (score >= 90 ? 'G' : score >= 75 ? 'A' : 'R')

function sheetOf(
  { measures, departments, employees, pool }: Workbook,
  place: Int32Array,
  scores: Float64Array,
  totals: Float64Array,
): WorkbookSheet {
  const people = totals.length
  const ranks = new Int32Array(people)
  const inDepartment = new Int32Array(people)
  const seen = new Int32Array(departments.length)
  const sharedRank = new Int32Array(departments.length)
  const lastTotal = new Float64Array(departments.length).fill(Number.NaN)
  const order = new Float64Array(totals).sort()
  const rows = rowsByTotal(totals, order)
  let [rank, last] = [0, Number.NaN]
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!
    const [total, unit] = [totals[row]!, place[row]!]
    if (total !== last) rank = at + 1
    last = total
    ranks[row] = rank
    if (total !== lastTotal[unit]) sharedRank[unit] = seen[unit]! + 1
    lastTotal[unit] = total
    seen[unit]! += 1
    inDepartment[row] = sharedRank[unit]!
  }
  const heads = new Int32Array(departments.length)
  const sums = new Float64Array(departments.length)
  let base = 0
  for (let row = 0; row < people; row++) {
    heads[place[row]!]! += 1
    if (Number.isNaN(totals[row]!)) continue
    sums[place[row]!]! += totals[row]!
    base += totals[row]! * employees[row]!.coef
  }
  const excellent = new Int32Array(departments.length)
  let paySum = 0
  const lines = employees.map(({ id, coef }, row) => {
    const total = totals[row]!
    if (Number.isNaN(total)) return { id, total: null, rag: null, rankInstitution: null, rankDepartment: null, grade: null, pay: 0 }
    const unit = place[row]!
    const first = inDepartment[row]! <= Math.floor(0.2 * heads[unit]!)
    if (first) excellent[unit]! += 1
    const pay = base === 0 ? 0 : roundPlaces((pool * (total * coef)) / base, 2)
    paySum += pay
    const grade: WorkbookGrade = first ? 'excellent' : total >= 80 ? 'good' : total >= 60 ? 'competent' : 'poor'
    return { id, total, rag: lightOf(total), rankInstitution: ranks[row]!, rankDepartment: inDepartment[row]!, grade, pay }
  })
  const unitScores = departments.map(({ own }, unit) => (heads[unit] === 0 ? own : 0.6 * own + 0.4 * (sums[unit]! / seen[unit]!)))
  const descending = unitScores.toSorted((a, b) => b - a)
  const weight = departments.reduce((sum, one) => sum + one.weight, 0)
  const score = weight === 0 ? null : departments.reduce((sum, one, unit) => sum + one.weight * unitScores[unit]!, 0) / weight
  const counted = rows.length
  return {
    scores,
    totals,
    employees: lines,
    departments: departments.map(({ id }, unit) => ({
      id,
      headcount: heads[unit]!,
      meanEmployee: seen[unit] === 0 ? null : sums[unit]! / seen[unit]!,
      score: unitScores[unit]!,
      rag: lightOf(unitScores[unit]!),
      rank: descending.indexOf(unitScores[unit]!) + 1,
      excellent: excellent[unit]!,
    })),
    institution: {
      score,
      rag: score === null ? null : lightOf(score),
      meanEmployee: counted === 0 ? null : sums.reduce((sum, one) => sum + one, 0) / counted,
      excellent: excellent.reduce((sum, one) => sum + one, 0),
      paySum,
      meanMeasures: measures.map((_, column) => meanOfColumn(scores, column, measures.length)),
    },
  }
}

/** Rows with a total, highest first; equal totals in the order of the rows. `ascending` is the sorted totals, NaN at its end. */
function rowsByTotal(totals: Float64Array, ascending: Float64Array): Int32Array {
  let counted = ascending.length
  while (counted > 0 && Number.isNaN(ascending[counted - 1]!)) counted--
  const next = new Map<number, number>()
  for (let at = counted - 1; at >= 0; at--) if (!next.has(ascending[at]!)) next.set(ascending[at]!, counted - 1 - at)
  const rows = new Int32Array(counted)
  for (let row = 0; row < totals.length; row++) {
    const at = next.get(totals[row]!)
    if (at === undefined) continue
    rows[at] = row
    next.set(totals[row]!, at + 1)
  }
  return rows
}

function meanOfColumn(scores: Float64Array, column: number, width: number): number | null {
  let [sum, count] = [0, 0]
  for (let at = column; at < scores.length; at += width) {
    const score = scores[at]!
    if (Number.isNaN(score)) continue
    sum += score
    count++
  }
  return count === 0 ? null : sum / count
}
