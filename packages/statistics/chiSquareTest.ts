import { chiSquareUpper, chiSquareUpperLog } from './chiSquare.ts'
import { requireCounts } from './counts.ts'
import { notComputed, type Result, type Warning } from './evidence.ts'
import { sum } from './moments.ts'

type Table = readonly (readonly number[])[]
export type ChiSquareTest = {
  readonly chi2: number
  readonly df: number
  readonly p: number
  /** ln p, for results beyond 1e-300. */
  readonly logP: number
  /** Likelihood ratio statistic and its p. */
  readonly g: number
  readonly pG: number
  /** 0 to 1. */
  readonly cramersV: number
  /** Bergsma's (2013) correction for its upward bias. */
  readonly cramersVCorrected: number
  readonly contingencyCoefficient: number
  /** The cross-tab the test ran on, empty rows and columns dropped. */
  readonly observed: Table
  readonly expected: Table
  readonly minExpected: number
  /** Cells expected below 5; above a fifth of the cells the chi-square p is doubtful and warned of. */
  readonly cellsExpectedBelow5: number
  /** (O - E) / sqrt(E). */
  readonly residuals: Table
  /** Residuals that behave like z: beyond 1.96 a cell stands out. */
  readonly adjustedResiduals: Table
  /** For 2 x 2 only, else `null`: Yates's correction min(0.5, |O - E|), and phi with its sign. */
  readonly yates: { readonly chi2: number; readonly p: number; readonly phi: number } | null
}
export type ChiSquareTestResult = Result<'pearson-chi-square', ChiSquareTest>

/** Test of independence in a table of counts. Empty rows and columns are dropped and named ("row 2"); undefined when fewer than two of either remain. */
export function chiSquareTest(table: Table): ChiSquareTestResult {
  requireCounts(table)
  const { observed, dropped } = withoutEmpty(table)
  const n = sum(observed.map(sum))
  const warnings: Warning[] = dropped.length > 0 ? [{ code: 'empty-category-dropped', subjects: dropped }] : []
  const [rows, columns] = [observed.length, observed[0]?.length ?? 0]
  if (rows < 2 || columns < 2) return notComputed('pearson-chi-square', 'empty-margin', { n, subjects: dropped, warnings })
  const rowSums = observed.map(sum)
  const columnSums = columnsOf(observed).map(sum)
  const expected = observed.map((row, i) => row.map((_, j) => (rowSums[i]! * columnSums[j]!) / n))
  const residuals = eachCell(observed, (count, i, j) => (count - expected[i]![j]!) / Math.sqrt(expected[i]![j]!))
  const chi2 = sum(residuals.flat().map((residual) => residual * residual))
  const df = (rows - 1) * (columns - 1)
  const g = 2 * sum(eachCell(observed, (count, i, j) => (count === 0 ? 0 : count * Math.log(count / expected[i]![j]!))).flat())
  const below5 = expected.flat().filter((value) => value < 5).length
  if (below5 > expected.flat().length / 5) warnings.push({ code: 'low-expected-counts', value: below5 })
  return {
    kind: 'computed',
    method: 'pearson-chi-square',
    n,
    excluded: {},
    warnings,
    chi2,
    df,
    p: chiSquareUpper(chi2, df),
    logP: chiSquareUpperLog(chi2, df),
    g,
    pG: chiSquareUpper(Math.max(0, g), df),
    cramersV: Math.sqrt(chi2 / n / (Math.min(rows, columns) - 1)),
    cramersVCorrected: correctedV(chi2 / n, n, rows, columns),
    contingencyCoefficient: Math.sqrt(chi2 / (chi2 + n)),
    observed,
    expected,
    minExpected: Math.min(...expected.flat()),
    cellsExpectedBelow5: below5,
    residuals,
    adjustedResiduals: eachCell(residuals, (residual, i, j) => residual / Math.sqrt((1 - rowSums[i]! / n) * (1 - columnSums[j]! / n))),
    yates: rows === 2 && columns === 2 ? yatesOf(observed, expected, n) : null,
  }
}

function correctedV(phi2: number, n: number, rows: number, columns: number): number {
  const corrected = Math.max(0, phi2 - ((rows - 1) * (columns - 1)) / (n - 1))
  const shrunk = (size: number): number => size - (size - 1) ** 2 / (n - 1)
  const room = Math.min(shrunk(rows), shrunk(columns)) - 1
  return room > 0 ? Math.sqrt(corrected / room) : 0
}

function yatesOf(observed: Table, expected: Table, n: number): NonNullable<ChiSquareTest['yates']> {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = observed
  const parts = eachCell(observed, (count, i, j) => {
    const off = Math.abs(count - expected[i]![j]!)
    return (off - Math.min(0.5, off)) ** 2 / expected[i]![j]!
  })
  const chi2 = sum(parts.flat())
  const margins = (a + b) * (c + d) * (a + c) * (b + d)
  return { chi2, p: chiSquareUpper(chi2, 1), phi: n === 0 ? 0 : (a * d - b * c) / Math.sqrt(margins) }
}

function withoutEmpty(table: Table): { observed: number[][]; dropped: string[] } {
  const rowKept = table.map((row) => sum(row) > 0)
  const columnKept = columnsOf(table).map((column) => sum(column) > 0)
  const names = (kind: string, kept: boolean[]): string[] => kept.flatMap((keep, index) => (keep ? [] : [`${kind} ${index + 1}`]))
  return {
    observed: table.filter((_, i) => rowKept[i]).map((row) => row.filter((_, j) => columnKept[j])),
    dropped: [...names('row', rowKept), ...names('column', columnKept)],
  }
}

const columnsOf = (table: Table): number[][] => (table[0] ?? []).map((_, j) => table.map((row) => row[j]!))
const eachCell = (table: Table, cell: (value: number, i: number, j: number) => number): number[][] =>
  table.map((row, i) => row.map((value, j) => cell(value, i, j)))
