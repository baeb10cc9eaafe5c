/**
 * Finds x >= 0 where a falling tail equals p, by bracketing and halving down to neighbouring doubles.
 * `tail(0)` must be at least p and the tail must fall to zero.
 */
export function invertTail(tail: (x: number) => number, p: number): number {
  let high = 1
  while (tail(high) > p) high *= 2
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

/** Throws unless 0 < p < 1: the ends have no finite quantile. */
export function probabilityInside(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs 0 < p < 1, got ${p}`)
  return p
}
