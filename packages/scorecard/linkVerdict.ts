import type { LocalText } from './localText.ts'

/** An arrow of the strategy map: when `from` rises, `to` should rise (+) or fall (-), `lag` periods later. */
export type MapLink = { readonly from: string; readonly to: string; readonly sign: '+' | '-'; readonly lag: number }
/** Values by period in time order; null where there is none. Both ends share their periods. */
export type MapSeries = readonly { readonly period: string; readonly value: number | null }[]
export type LinkVerdict = {
  readonly verdict: 'consistent' | 'inconsistent' | 'untested'
  readonly because: LinkReason
  /** Correlation of the changes from period to period, at the declared lag, with its 95 % interval; null when untested for want of data. */
  readonly r: number | null
  readonly interval: readonly [number, number] | null
  /** Pairs of changes that went in, and pairs left out because a value was missing or a break lay between. */
  readonly n: number
  readonly excluded: number
  readonly lag: number
  /** The lag, from 0 to `mostLag`, at which the changes go together most in the declared direction: a hint found by looking, not a test. */
  readonly clearestLag: { readonly lag: number; readonly r: number } | null
  readonly method: 'pearson-of-changes-fisher-interval'
  readonly words: LocalText
}
export type LinkReason = 'as-declared' | 'opposite-to-declared' | 'no-clear-evidence' | 'too-few-periods' | 'constant-series'

/**
 * What the data say about an arrow of the strategy map. Changes from one period to the next are compared, so that two series that both grow
 * with time do not pass for cause and effect; a change that crosses a break of the series (a major version of its definition) is left out.
 * Consistent when the interval of the correlation lies wholly on the declared side, inconsistent when wholly on the other. Below eight pairs
 * it is untested. A correlation is no proof of a cause, and the words say so.
 */
export function linkVerdict(
  link: MapLink,
  given: { readonly from: MapSeries; readonly to: MapSeries; readonly breaks?: readonly string[]; readonly mostLag?: number },
): LinkVerdict {
  const breaks = given.breaks ?? []
  const [causes, effects] = [changesOf(given.from, breaks), changesOf(given.to, breaks)]
  const places = new Map(given.to.map(({ period }, at) => [period, at]))
  const pairsAt = (lag: number): { pairs: [number, number][]; excluded: number } => {
    const pairs: [number, number][] = []
    let excluded = 0
    for (const [at, cause] of causes.entries()) {
      const effectAt = places.get(given.from[at]?.period ?? '')
      if (at === 0 || effectAt === undefined || effectAt + lag >= effects.length) continue
      const effect = effects[effectAt + lag] ?? null
      if (cause === null || effect === null) excluded++
      else pairs.push([cause, effect])
    }
    return { pairs, excluded }
  }
  const { pairs, excluded } = pairsAt(link.lag)
  const evidence = { n: pairs.length, excluded, lag: link.lag, method: 'pearson-of-changes-fisher-interval' } as const
  const clearestLag = clearest(link.sign, given.mostLag ?? 4, (lag) => pairsAt(lag).pairs)
  const untested = (because: LinkReason, r: number | null = null, interval: readonly [number, number] | null = null): LinkVerdict => ({
    verdict: 'untested',
    because,
    r,
    interval,
    ...evidence,
    clearestLag,
    words: WORDS[because],
  })
  if (pairs.length < FEWEST) return untested('too-few-periods')
  const r = correlation(pairs)
  if (r === null) return untested('constant-series')
  const interval = fisherInterval(r, pairs.length)
  const declared = link.sign === '+' ? interval : ([-interval[1], -interval[0]] as const)
  if (declared[0] <= 0 && declared[1] >= 0) return untested('no-clear-evidence', r, interval)
  const because = declared[0] > 0 ? 'as-declared' : 'opposite-to-declared'
  const verdict = because === 'as-declared' ? 'consistent' : 'inconsistent'
  return { verdict, because, r, interval, ...evidence, clearestLag, words: WORDS[because] }
}

const FEWEST = 8
const WORDS: Readonly<Record<LinkReason, LocalText>> = {
  'as-declared': { zh: '数据与箭头一致（相关不等于因果）', en: 'the data go the way of the arrow (going together proves no cause)' },
  'opposite-to-declared': { zh: '数据与箭头方向相反，请复核假设', en: 'the data go the other way; look at the hypothesis again' },
  'no-clear-evidence': { zh: '数据既不支持也不反对', en: 'the data speak neither for nor against it' },
  'too-few-periods': { zh: '可比的变化少于 8 次，尚不能检验', en: 'fewer than eight changes can be compared, too few to test' },
  'constant-series': { zh: '其中一个指标没有变化，无法检验', en: 'one of the two never changes, so nothing can be tested' },
}

/** Change from the period before, at the place of the later one; null at the start, at a gap and across a break. */
function changesOf(series: MapSeries, breaks: readonly string[]): (number | null)[] {
  return series.map(({ period, value }, at) => {
    const before = series[at - 1]?.value ?? null
    return value === null || before === null || breaks.includes(period) ? null : value - before
  })
}

function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const n = pairs.length
  const [meanX, meanY] = [pairs.reduce((sum, [x]) => sum + x, 0) / n, pairs.reduce((sum, [, y]) => sum + y, 0) / n]
  let [xx, yy, xy] = [0, 0, 0]
  for (const [x, y] of pairs) {
    xx += (x - meanX) ** 2
    yy += (y - meanY) ** 2
    xy += (x - meanX) * (y - meanY)
  }
  const scale = Math.max(...pairs.flat().map(Math.abs))
  return xx <= NOTHING * scale ** 2 || yy <= NOTHING * scale ** 2 ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
}

const NOTHING = 1e-24

/** 95 % interval by Fisher's z. */
function fisherInterval(r: number, n: number): readonly [number, number] {
  if (Math.abs(r) >= 1 - 1e-15) return [r, r]
  const half = 1.959963984540054 / Math.sqrt(n - 3)
  return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)]
}

function clearest(sign: '+' | '-', mostLag: number, pairsAt: (lag: number) => [number, number][]): LinkVerdict['clearestLag'] {
  let best: { lag: number; r: number } | null = null
  for (let lag = 0; lag <= mostLag; lag++) {
    const pairs = pairsAt(lag)
    const r = pairs.length < FEWEST ? null : correlation(pairs)
    if (r === null) continue
    const along = sign === '+' ? r : -r
    if (best === null || along > (sign === '+' ? best.r : -best.r)) best = { lag, r }
  }
  return best
}
