import { linearRegression } from './linearRegression.ts'
import { tQuantile } from './studentT.ts'

export type Placed = { readonly code: string; readonly actual: number; readonly condition: number }

export type Adjusted =
  | {
      readonly kind: 'adjusted'
      /** Change of the measure for one more of the condition, and the share of the differences that it explains. */
      readonly slope: number
      readonly r2: number
      readonly p: number
      readonly rows: readonly {
        readonly code: string
        readonly actual: number
        readonly condition: number
        /** What institutions under this condition have on average. */
        readonly expected: number
        readonly difference: number
        /** The difference is larger than those the others show by chance (95 %). */
        readonly beyond: boolean
      }[]
    }
  /** So few institutions, or alike in the condition: the nearest in condition are named instead. */
  | {
      readonly kind: 'too-few'
      readonly n: number
      readonly peers: readonly { readonly code: string; readonly nearest: readonly string[] }[]
    }

const LEAST = 8
const PEERS = 3
const LEVEL = 0.975

/**
 * Figures beside what is to be expected under the condition each place works in: a straight line through all of them by least squares
 * (`linearRegression`), in the units of the figure. A place stands out (`beyond`) when its residual, divided by its own standard error
 * sigma * sqrt(1 - leverage) (the internally studentised residual; Cook and Weisberg 1982, 2.2), is outside the two-sided 95 % of
 * Student's t. Fewer than eight places, or all alike in the condition: `too-few`, with the three nearest in condition of each.
 */
export function expectedUnder(places: readonly Placed[]): Adjusted {
  const fit =
    places.length < LEAST
      ? null
      : linearRegression(
          places.map(({ actual }) => actual),
          [{ id: 'condition', values: places.map(({ condition }) => condition) }],
        )
  if (fit?.kind !== 'computed') return { kind: 'too-few', n: places.length, peers: nearest(places) }
  const [intercept, slope] = fit.coefficients
  const mean = places.reduce((sum, { condition }) => sum + condition, 0) / places.length
  const spread = places.reduce((sum, { condition }) => sum + (condition - mean) ** 2, 0)
  const margin = tQuantile(LEVEL, fit.df2)
  return {
    kind: 'adjusted',
    slope: slope?.estimate ?? 0,
    r2: fit.r2,
    p: fit.p,
    rows: places.map(({ code, actual, condition }) => {
      const expected = (intercept?.estimate ?? 0) + (slope?.estimate ?? 0) * condition
      const difference = actual - expected
      // a residual varies less the farther its point lies from the middle
      const leverage = 1 / places.length + (condition - mean) ** 2 / spread
      const usual = fit.sigma * Math.sqrt(Math.max(0, 1 - leverage))
      return { code, actual, condition, expected, difference, beyond: usual > 0 && Math.abs(difference) > margin * usual }
    }),
  }
}

const nearest = (places: readonly Placed[]) =>
  places.map(({ code, condition }) => ({
    code,
    nearest: places
      .filter((other) => other.code !== code)
      .toSorted((a, b) => Math.abs(a.condition - condition) - Math.abs(b.condition - condition))
      .slice(0, PEERS)
      .map((other) => other.code),
  }))
