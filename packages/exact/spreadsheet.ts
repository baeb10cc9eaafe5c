/**
 * Functions as a spreadsheet computes them (Excel, LibreOffice Calc), so that figures of a workbook brought along can be found again.
 * On doubles; what has no answer is `null`, where a spreadsheet prints an error. Rounding as a spreadsheet rounds is `roundHalfAway`.
 */

/** RANK.EQ, highest first: ties share the better rank (1, 2, 2, 4). */
export function rankEq(values: readonly number[]): number[] {
  const first = new Map<number, number>()
  for (const [place, value] of values.toSorted((a, b) => b - a).entries()) if (!first.has(value)) first.set(value, place + 1)
  return values.map((value) => first.get(value) ?? Number.NaN)
}

/** PERCENTRANK.INC of every value among all: values below it over all others, 0 for the least and 1 for the greatest; a single value is 1. Not cut to three places. */
export function percentRankInc(values: readonly number[]): number[] {
  if (values.length === 1) return [1]
  const below = new Map<number, number>()
  for (const [place, value] of values.toSorted((a, b) => a - b).entries()) if (!below.has(value)) below.set(value, place)
  return values.map((value) => (below.get(value) ?? 0) / (values.length - 1))
}

/** STDEV.P: the root of the mean squared distance from the mean, divisor n. `null` without values. */
export function stdevP(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const mean = meanOf(values)
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)))
}

/** GEOMEAN. `null` without values or when one of them is not above zero. */
export function geomean(values: readonly number[]): number | null {
  if (values.length === 0 || values.some((value) => !(value > 0))) return null
  return Math.exp(meanOf(values.map(Math.log)))
}

/** TRIMMEAN: the mean without the given share of the values, half of them from either end, rounded down to a whole pair. `null` without values or for a share outside 0 to 1 (1 excluded). */
export function trimmean(values: readonly number[], share: number): number | null {
  if (values.length === 0 || !(share >= 0 && share < 1)) return null
  const cut = Math.floor((values.length * share) / 2 + 1e-12)
  return meanOf(values.toSorted((a, b) => a - b).slice(cut, values.length - cut))
}

/** MODE as LibreOffice gives it: the most frequent value, the least of them when they tie. `null` when every value appears once. */
export function mode(values: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const most = [...counts].toSorted(([a, often], [b, seldom]) => seldom - often || a - b)[0]
  return most && most[1] > 1 ? most[0] : null
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
