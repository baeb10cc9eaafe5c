import type { Interval } from './evidence.ts'
import { normalQuantile } from './normal.ts'

/**
 * Other intervals of a proportion in use, for comparison with what other programs print; `wilson` is the one to show. All need at least one case and
 * throw otherwise. Limits of `wald` and `agrestiCoull` may leave 0 to 1: that is their known fault, not rounding.
 */
type Ask = { readonly successes: number; readonly cases: number; readonly level: number }

/** Wilson's interval with continuity correction (Newcombe 1998), as R's prop.test prints it. */
export function wilsonCorrected({ successes, cases, level }: Ask): Interval {
  const { p, z } = ground({ successes, cases, level })
  const correction = Math.min(0.5, Math.abs(successes - cases / 2))
  const limit = (sign: 1 | -1): number => {
    const shifted = p + (sign * correction) / cases
    const half = z * Math.sqrt((shifted * (1 - shifted)) / cases + (z * z) / (4 * cases * cases))
    return (shifted + (z * z) / (2 * cases) + sign * half) / (1 + (z * z) / cases)
  }
  return {
    low: successes === 0 ? 0 : Math.max(0, limit(-1)),
    high: successes === cases ? 1 : Math.min(1, limit(1)),
    level,
  }
}

/** Agresti & Coull (1998): Wald about (x + z^2/2) / (n + z^2). */
export function agrestiCoull({ successes, cases, level }: Ask): Interval {
  const { z } = ground({ successes, cases, level })
  const counted = cases + z * z
  const centre = (successes + (z * z) / 2) / counted
  const margin = z * Math.sqrt((centre * (1 - centre)) / counted)
  return { low: centre - margin, high: centre + margin, level }
}

/** Wald's interval: of width zero at 0 and 1, which is why it is not to be used. */
export function wald({ successes, cases, level }: Ask): Interval {
  const { p, z } = ground({ successes, cases, level })
  const margin = z * Math.sqrt((p * (1 - p)) / cases)
  return { low: p - margin, high: p + margin, level }
}

function ground({ successes, cases, level }: Ask): { p: number; z: number } {
  if (!(cases > 0 && successes >= 0 && successes <= cases))
    throw new RangeError(`successes must lie within the cases: ${successes} of ${cases}`)
  return { p: successes / cases, z: normalQuantile((1 + level) / 2) }
}
