/**
 * Doubles that know how wrong they may be. Scores are computed fast; where the bound leaves a rounding open, the caller asks the exact
 * engine. The unit roundoff of a double is 2^-53; the bounds here are a few times larger than the textbook's, never smaller.
 */
export const ROUNDOFF = 2 ** -53

/** The official hundredths of a score (9000 for 90.00, half away from zero), or NaN when the error leaves open which. */
export function hundredthsOf(score: number, error: number): number {
  const scaled = Math.abs(score) * 100 + 0.5
  const whole = Math.floor(scaled)
  const doubt = 100 * error + 8 * ROUNDOFF * (scaled + 1)
  const above = scaled - whole
  if (above < doubt || 1 - above < doubt) return Number.NaN
  return score < 0 ? -whole || 0 : whole
}

/** Whether a decimal has at most fifteen digits that count: then its double names it and no other, and both compare alike. */
export function isPlainDecimal(text: string): boolean {
  return text.replace(/^[+-]?0*\.?0*/, '').replace('.', '').length <= 15
}
