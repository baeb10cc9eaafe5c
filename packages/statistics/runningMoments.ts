/** Number, mean, sum of squared deviations and higher moments of values seen one at a time, in constant memory (Welford 1962, Terriberry 2007). */
export type RunningMoments = { n: number; mean: number; squares: number; cubes: number; fourths: number; min: number; max: number }

/** An empty store, to which `addValue` adds: n 0, no smallest and no largest yet. */
export const runningMoments = (): RunningMoments => ({
  n: 0,
  mean: 0,
  squares: 0,
  cubes: 0,
  fourths: 0,
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
})

/** Adds a finite value, `times` times over. */
export function addValue(into: RunningMoments, value: number, times = 1): void {
  if (times === 0) return
  const before = into.n
  const n = before + times
  const delta = value - into.mean
  const step = delta / n
  const grown = delta * step * before * times
  into.fourths +=
    grown * step * step * (before * before - before * times + times * times) +
    6 * step * step * times * times * into.squares -
    4 * step * times * into.cubes
  into.cubes += grown * step * (before - times) - 3 * step * times * into.squares
  into.squares += grown
  into.mean += step * times
  into.n = n
  if (value < into.min) into.min = value
  if (value > into.max) into.max = value
}
