import { isConstant, mean } from './moments.ts'

/** The three definitions in use (Joanes & Gill 1998): 1 by moments, 2 what SPSS, SAS and Excel print, 3 what R's psych and Minitab print. */
export type ShapeType = 1 | 2 | 3

/** From this skewness on, either way, a mean says more of a few values than of the rest: a convention (West, Finch & Curran 1995), not a law. */
export const HEAVY_SKEWNESS = 2

/** Skewness, type 2 unless said. `null` below three values or when all are equal. */
export function skewness(values: readonly number[], type: ShapeType = 2): number | null {
  const n = values.length
  if (n < 3 || isConstant(values)) return null
  const { second, third } = centralMoments(values)
  const g1 = third / second ** 1.5
  if (type === 1) return g1
  return type === 2 ? (g1 * Math.sqrt(n * (n - 1))) / (n - 2) : g1 * (1 - 1 / n) ** 1.5
}

/** Kurtosis in excess of the normal, type 2 unless said. `null` below four values or when all are equal. */
export function kurtosis(values: readonly number[], type: ShapeType = 2): number | null {
  const n = values.length
  if (n < 4 || isConstant(values)) return null
  const { second, fourth } = centralMoments(values)
  const g2 = fourth / second ** 2 - 3
  if (type === 1) return g2
  return type === 2 ? ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6) : (g2 + 3) * (1 - 1 / n) ** 2 - 3
}

function centralMoments(values: readonly number[]): { second: number; third: number; fourth: number } {
  const near = mean(values)
  // a mean of values far from zero is only so near: what it is off by shows in the deviations
  const centre = mean(values.map((value) => value - near))
  const power = (exponent: number): number => mean(values.map((value) => (value - near - centre) ** exponent))
  return { second: power(2), third: power(3), fourth: power(4) }
}
