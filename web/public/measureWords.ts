import type { Measure } from './reading.ts'

/** How far the level is from the target, in the places the level is shown with; null where there is nothing to subtract. */
export function gapOf({ actual, target }: Pick<Measure, 'actual' | 'target'>): string | null {
  if (actual === null || target === null || Number.isNaN(Number(target))) return null
  const places = Math.max(...[actual, target].map((figure) => figure.split('.')[1]?.length ?? 0))
  return Math.abs(Number(actual) - Number(target)).toFixed(places)
}

/** The best year so far, of at least two that were measured; null for a measure that is best inside a range. */
export function bestOf({ trend, better }: Pick<Measure, 'trend' | 'better'>): { year: number; actual: string } | null {
  const known = trend.flatMap(({ year, actual }) => (actual === null ? [] : [{ year, actual }]))
  if (known.length < 2 || better === 'band') return null
  return known.reduce((best, one) => {
    const isBetter = better === 'up' ? Number(one.actual) >= Number(best.actual) : Number(one.actual) <= Number(best.actual)
    return isBetter ? one : best
  })
}

/** Is this year the best of at least three? Of two, the better one says nothing. */
export const isBestYet = (measure: Pick<Measure, 'trend' | 'better'>): boolean =>
  measure.trend.filter(({ actual }) => actual !== null).length > 2 && bestOf(measure)?.year === measure.trend.at(-1)?.year

/** From the year before (the last that was measured) to this one, and whether that is for the better; null with nothing to compare. */
export function movedOf({
  trend,
  better,
}: Pick<Measure, 'trend' | 'better'>): { from: string; to: string; by: string; up: boolean; way: 'better' | 'worse' | 'same' } | null {
  const known = trend.flatMap(({ actual }) => (actual === null ? [] : [actual]))
  const [from, to] = known.slice(-2)
  if (from === undefined || to === undefined || trend.at(-1)?.actual === null || better === 'band') return null
  const by = gapOf({ actual: to, target: from })
  if (by === null) return null
  const up = Number(to) > Number(from)
  return { from, to, by, up, way: Number(to) === Number(from) ? 'same' : up === (better === 'up') ? 'better' : 'worse' }
}

/** What got better since the year before, in the order of the page. */
export const improvedOf = (perspectives: readonly { measures: readonly Measure[] }[]) =>
  perspectives
    .flatMap(({ measures }) => measures)
    .flatMap((measure) => {
      const moved = movedOf(measure)
      return moved?.way === 'better' ? [{ measure, moved }] : []
    })

/** The reports that figures of earlier years are taken from, each once. */
export const sourcesOf = ({ trend }: Pick<Measure, 'trend'>) =>
  trend.flatMap(({ year, source }) => (source === null ? [] : [{ year, source }]))

/** The target of every year that had one, and the day it was approved. */
export const targetYears = ({ trend }: Pick<Measure, 'trend'>) =>
  trend.flatMap(({ year, target, targetSetOn }) => (target === null ? [] : [{ year, target, setOn: targetSetOn }]))

/** Every measure that missed, whether or not a reason has been given: a miss without a word is told as one. */
export const missesOf = (perspectives: readonly { measures: readonly Measure[] }[]) =>
  perspectives.flatMap(({ measures }) => measures).filter(({ reached }) => reached === false)

/** How many measures have a year before to be compared with. */
export const comparedCount = (perspectives: readonly { measures: readonly Measure[] }[]): number =>
  perspectives.flatMap(({ measures }) => measures).filter((measure) => movedOf(measure) !== null).length

/** "100.00" is 100: places that say nothing are left out in running text. */
export const plain = (figure: string): string => (figure.includes('.') ? figure.replace(/\.?0+$/, '') : figure)
