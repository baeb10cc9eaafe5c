/** Ways to pay for looking many times. Holm guards against any false alarm, BH keeps the share of false alarms among the findings down. */
export type PAdjustment = 'none' | 'holm' | 'bonferroni' | 'hochberg' | 'bh' | 'by' | 'hommel'

/** Adjusted p-values in the order given; `null` stays `null` and does not count as a test. Throws on what is no probability. */
export function adjustP(values: readonly (number | null)[], method: PAdjustment): (number | null)[] {
  const wrong = values.find((p) => p !== null && !(p >= 0 && p <= 1))
  if (wrong !== undefined) throw new RangeError(`not a probability: ${wrong}`)
  const tests = values.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => a.p - b.p)
  const sorted = tests.map(({ p }) => p)
  const monotone = method === 'hommel' ? hommel(sorted) : byFactor(sorted, method)
  const adjusted = values.map((): number | null => null)
  tests.forEach(({ index }, place) => {
    adjusted[index] = monotone[place] ?? null
  })
  return adjusted
}

/** Each p times its factor, at most 1, made monotone. */
function byFactor(sorted: readonly number[], method: Exclude<PAdjustment, 'hommel'>): number[] {
  const factor = FACTORS[method]
  const dependent = method === 'by' ? harmonic(sorted.length) : 1
  const raised = sorted.map((p, place) => Math.min(1, p * dependent * factor(place + 1, sorted.length)))
  return STEP_UP.has(method) ? runningLeastFromEnd(raised) : runningMost(raised)
}

/** Hommel (1988) by the algorithm of Wright (1992): at least as powerful as Hochberg, against any false alarm. Ascending in and out. */
function hommel(sorted: readonly number[]): number[] {
  const m = sorted.length
  let bounds = sorted.map(() => Math.min(...sorted.map((p, place) => (m * p) / (place + 1))))
  const adjusted = [...bounds]
  for (let size = m - 1; size >= 2; size--) {
    const small = m - size + 1
    const least = Math.min(...Array.from({ length: size - 1 }, (_, at) => (size * sorted[small + at]!) / (at + 2)))
    const early = sorted.slice(0, small).map((p) => Math.min(size * p, least))
    bounds = sorted.map((_, place) => early[place] ?? early[small - 1]!)
    bounds.forEach((bound, place) => {
      adjusted[place] = Math.max(adjusted[place]!, bound)
    })
  }
  return adjusted.map((value, place) => Math.min(1, Math.max(value, sorted[place]!)))
}

/** What the i-th smallest of m p-values is multiplied by; for `by` once more by 1 + 1/2 + ... + 1/m. */
const FACTORS: Readonly<Record<Exclude<PAdjustment, 'hommel'>, (i: number, m: number) => number>> = {
  none: () => 1,
  holm: (i, m) => m - i + 1,
  hochberg: (i, m) => m - i + 1,
  bonferroni: (_, m) => m,
  bh: (i, m) => m / i,
  by: (i, m) => m / i,
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
