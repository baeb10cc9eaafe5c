/**
 * Finds x >= 0 where a falling tail equals p, by bracketing and halving down to neighbouring doubles.
 * `tail(0)` must be at least p and the tail must fall to zero. Infinity where it does so beyond the largest number.
 */
export function invertTail(tail: (x: number) => number, p: number): number {
  let high = 1
  while (tail(high) > p) high *= 2
  if (high === Number.POSITIVE_INFINITY) return high
  let low = high === 1 ? 0 : high / 2
  if (low === 0) {
    while (high > Number.MIN_VALUE * 4 && tail(high / 2) <= p) high /= 2
    low = high / 2
  }
  for (;;) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high) return middle
    if (tail(middle) > p) low = middle
    else high = middle
  }
}

/**
 * The same for a tail that is dear to compute, given as its logarithm: false position with the Illinois rule, to a relative width of 1e-13.
 * The logarithm of a tail is nearly a parabola, so ten evaluations do where halving needs fifty.
 */
export function invertLogTail(logTail: (x: number) => number, logP: number): number {
  let [low, high] = [0, 1]
  let [above, below] = [-logP, logTail(1) - logP]
  while (below > 0) {
    ;[low, above] = [high, below]
    high *= 2
    below = logTail(high) - logP
  }
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step++) {
    const guess = low + ((high - low) * above) / (above - below)
    const x = guess > low && guess < high ? guess : low + (high - low) / 2
    const off = logTail(x) - logP
    if (off === 0) return x
    if (off > 0) {
      ;[low, above] = [x, off]
      below /= 2
    } else {
      ;[high, below] = [x, off]
      above /= 2
    }
  }
  return low + (high - low) / 2
}

/** Throws unless 0 < p < 1: the ends have no finite quantile. */
export function probabilityInside(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs 0 < p < 1, got ${p}`)
  return p
}
