import { isConstant, mean } from './moments.ts'

/**
 * Skewness, type 2 of Joanes & Gill (1998): the one SPSS, SAS and Excel print.
 * `null` below three values or when all are equal.
 */
export function skewness(values: readonly number[]): number | null {
  const n = values.length
  if (n < 3 || isConstant(values)) return null
  const { second, third } = centralMoments(values)
  return ((third / second ** 1.5) * Math.sqrt(n * (n - 1))) / (n - 2)
}

/** Excess kurtosis, type 2 of Joanes & Gill (1998). `null` below four values or when all are equal. */
export function kurtosis(values: readonly number[]): number | null {
  const n = values.length
  if (n < 4 || isConstant(values)) return null
  const { second, fourth } = centralMoments(values)
  return ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (fourth / second ** 2 - 3) + 6)
}

function centralMoments(values: readonly number[]): { second: number; third: number; fourth: number } {
  const centre = mean(values)
  const power = (exponent: number): number => mean(values.map((value) => (value - centre) ** exponent))
  return { second: power(2), third: power(3), fourth: power(4) }
}
