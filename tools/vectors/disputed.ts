import { z } from 'zod'
import type { Difference } from './compare.ts'
import type { Vector } from './vector.ts'

/** A kind of expected number that the engines believe wrong, with the argument and a second independent source. Listed in every report, never skipped. */
export type Dispute = { readonly because: string; readonly covers: (vector: Vector, difference: Difference) => boolean }

const STUDENTISED_RANGE: Dispute = {
  because:
    "R's ptukey and qtukey lose digits at few degrees of freedom. With two groups P(Q > q) is exactly 2 P(T > q / sqrt 2): at q = 20, df = 2 that is 0.0049628, as here; R 4.2.2 prints 0.0046680. " +
    'Second source: scipy 1.17.1, studentized_range.sf(9, 3, 3) = 0.0159820432222, as here; R prints 0.0159855.',
  covers: (vector, difference) => fewDegrees(vector, difference.path) && near(difference),
}

export const DISPUTES: readonly Dispute[] = [STUDENTISED_RANGE]

/** The dispute a difference falls under. */
export const disputeOf = (vector: Vector, difference: Difference): Dispute | undefined =>
  DISPUTES.find((dispute) => dispute.covers(vector, difference))

/** Whether the number at this path is a studentised range with eight degrees of freedom or fewer. */
function fewDegrees({ fn, input, expected }: Vector, path: string): boolean {
  if (fn === 'dist.tukeyUpper' || fn === 'dist.tukeyQuantile') {
    const df = z.array(z.union([z.number(), z.string()])).parse(input.df)
    return Number(df[Number(/^values\[(\d+)\]$/.exec(path)?.[1])]) <= 8
  }
  if (fn !== 'anova.oneway') return false
  const pairs = z.array(z.object({ df: z.number() })).safeParse(expected.gamesHowell)
  const place = Number(/^gamesHowell\[(\d+)\]\.p$/.exec(path)?.[1])
  if (pairs.success && (pairs.data[place]?.df ?? 9) <= 8) return true
  return /^tukey\[\d+\]\.(p|lo|hi)$/.test(path) && Number(expected.dfWithin) <= 8
}

/** A fifth apart at most: beyond that it would be another thing. */
const near = ({ got, expected }: Difference): boolean =>
  typeof got === 'number' && typeof expected === 'number' && Math.abs(got - expected) <= 0.2 * Math.abs(expected)
