import { wilsonLimits } from '@milepost/statistics/proportionInterval'

const LEVEL = 0.95
const FULL = 100

/**
 * 95 % around a survey index of 0 to 100. Of all answers with this mean and number, those at the two ends of the scale vary most; the
 * interval is theirs (Wilson 1927), so the true one is never wider. null: not a survey figure, not shown, or off the scale.
 */
export function surveyInterval(actual: string | null, n: number | null, digits: number): { low: string; high: string } | null {
  if (actual === null || n === null || n < 1) return null
  const share = Number(actual) / FULL
  if (!(share >= 0 && share <= 1)) return null
  const { low, high } = wilsonLimits(share, n, LEVEL)
  return { low: (low * FULL).toFixed(digits), high: (high * FULL).toFixed(digits) }
}
