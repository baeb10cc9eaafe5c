/** Ways to pay for looking many times. Holm guards against any false alarm, BH keeps the share of false alarms among the findings down. */
export type PAdjustment = 'none' | 'holm' | 'bonferroni' | 'hochberg' | 'bh' | 'by'

/** Adjusted p-values in the order given; `null` stays `null` and does not count as a test. */
export function adjustP(values: readonly (number | null)[], method: PAdjustment): (number | null)[] {
  const tests = values.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => a.p - b.p)
  const m = tests.length
  const factor = FACTORS[method]
  const raised = tests.map(({ p }, place) => Math.min(1, p * factor(place + 1, m)))
  const monotone = STEP_UP.has(method) ? runningLeastFromEnd(raised) : runningMost(raised)
  const adjusted = values.map((): number | null => null)
  tests.forEach(({ index }, place) => {
    adjusted[index] = monotone[place] ?? null
  })
  return adjusted
}

/** What the i-th smallest of m p-values is multiplied by. */
const FACTORS: Readonly<Record<PAdjustment, (i: number, m: number) => number>> = {
  none: () => 1,
  holm: (i, m) => m - i + 1,
  hochberg: (i, m) => m - i + 1,
  bonferroni: (_, m) => m,
  bh: (i, m) => m / i,
  by: (i, m) => (m / i) * harmonic(m),
}

const STEP_UP: ReadonlySet<PAdjustment> = new Set<PAdjustment>(['hochberg', 'bh', 'by'])

function runningMost(values: readonly number[]): number[] {
  let most = 0
  return values.map((value) => (most = Math.max(most, value)))
}

function runningLeastFromEnd(values: readonly number[]): number[] {
  let least = 1
  return values
    .toReversed()
    .map((value) => (least = Math.min(least, value)))
    .reverse()
}

function harmonic(m: number): number {
  return Array.from({ length: m }, (_, index) => 1 / (index + 1)).reduce((total, term) => total + term, 0)
}
