import { correlation, type Distributions, holm, mean, meanWithInterval, variance } from './raterStatistics.ts'

/** What one rater gave one person: a score for each dimension, in the same order for everybody. */
export type GivenRating = {
  readonly rater: string
  readonly ratee: string
  readonly scores: readonly number[]
  /** Rater and ratee belong to the same unit. */
  readonly ownUnit: boolean
  /** The person's objective score (measures, satisfaction), null where there is none. */
  readonly objective: number | null
}

/** From where a habit is pointed out. `leniency`, `ownUnitLift` in standard deviations, `range` and `halo` as they are. */
export type BiasRules = {
  readonly leastRatees: number
  readonly leniency: number
  readonly range: number
  readonly halo: number
  readonly ownUnitLift: number
}

/** A figure with its 95 % interval and what it rests on. */
export type Interval = { readonly value: number; readonly low: number; readonly high: number; readonly n: number }
export type NoFigure = { readonly kind: 'undefined'; readonly because: 'too-few' | 'no-spread' | 'one-dimension' | 'no-objective-scores' }
export type Figure = ({ readonly kind: 'known' } & Interval) | NoFigure

export type BiasFlag = 'lenient' | 'severe' | 'narrow-range' | 'halo' | 'lifts-own-unit' | 'straight-lines'

export type RaterSigns = {
  readonly rater: string
  readonly ratees: number
  /** (mean of the rater - mean of all) / standard deviation of all; above 0 lenient, below severe. */
  readonly leniency: Figure
  /** Spread of the rater over the pooled spread inside raters; 1 is usual. `p` of the F test that it is not smaller. */
  readonly range: Figure | { readonly kind: 'known'; readonly value: number; readonly p: number; readonly n: number }
  /** Mean correlation between dimensions within the rater, less that of all; above 0: one impression colours all dimensions. */
  readonly halo: Figure
  /** Share of ratees who got one and the same score in every dimension. */
  readonly straightLining: { readonly share: number; readonly n: number } | NoFigure
  /** For the people of the own unit: own score less the mean that raters of other units gave them, in standard deviations of all. */
  readonly ownUnitLift: Figure
  /** Mean of (score - what the objective score predicts over all ratings), in standard deviations of all. */
  readonly aboveObjective: Figure
  readonly flags: readonly BiasFlag[]
}

export type RaterReport =
  | {
      kind: 'reported'
      raters: readonly RaterSigns[]
      ratings: number
      mean: number
      sd: number
      /** Leniency is compared over so many raters at once (Holm). */
      compared: number
      method: 'mean-of-dimensions, 95 % t intervals, Holm over raters'
      warnings: readonly RaterWarning[]
    }
  | { kind: 'undefined'; because: 'no-ratings' | 'all-ratings-equal' | 'dimensions-differ' }

/** Always said beside the indices: raters may differ because those they rate differ (Vance and others, 1983). */
export type RaterWarning = 'part-of-leniency-may-be-real' | 'raters-rate-different-people' | 'few-ratees'

/**
 * Habits of raters, each with its interval: leniency, range, halo, straight-lining, lift of the own unit, distance from objective scores. A rater
 * with fewer than `leastRatees` gets no figures. A flag needs the size of the rules and an interval (for leniency: a p held up by Holm) that leaves chance out.
 * It is advice to the meeting that decides; nothing is corrected here.
 */
export function raterReport(ratings: readonly GivenRating[], rules: BiasRules, distributions: Distributions): RaterReport {
  const [first] = ratings
  if (!first) return { kind: 'undefined', because: 'no-ratings' }
  if (ratings.some(({ scores }) => scores.length !== first.scores.length || scores.length === 0))
    return { kind: 'undefined', because: 'dimensions-differ' }
  const overall = ratings.map(({ scores }) => mean(scores))
  const [all, sd] = [mean(overall), Math.sqrt(variance(overall))]
  if (sd === 0) return { kind: 'undefined', because: 'all-ratings-equal' }
  const byRater = groupBy(ratings, ({ rater }) => rater)
  const compared = [...byRater].filter(([, own]) => own.length >= rules.leastRatees)
  const world: World = {
    ratings,
    all,
    sd,
    rules,
    distributions,
    byRater,
    pooledHalo: dimensionCorrelation(ratings),
    line: objectiveLine(ratings),
  }
  const signs = [...byRater].map(([rater, own]) => signsOf(rater, own, world))
  const adjusted = new Map(holm(compared.map(([, own]) => leniencyP(own, world))).map((p, at) => [compared[at]?.[0] ?? '', p]))
  const shared = new Set(ratings.map(({ ratee }) => ratee)).size < ratings.length
  return {
    kind: 'reported',
    raters: signs.map((each) => ({ ...each, flags: flagsOf(each, rules, adjusted.get(each.rater) ?? 1) })),
    ratings: ratings.length,
    mean: all,
    sd,
    compared: compared.length,
    method: 'mean-of-dimensions, 95 % t intervals, Holm over raters',
    warnings: [
      'part-of-leniency-may-be-real',
      ...(shared ? [] : ['raters-rate-different-people' as const]),
      ...(compared.length < byRater.size ? ['few-ratees' as const] : []),
    ],
  }
}

type World = {
  ratings: readonly GivenRating[]
  all: number
  sd: number
  rules: BiasRules
  distributions: Distributions
  byRater: ReadonlyMap<string, readonly GivenRating[]>
  pooledHalo: number | null
  line: ((objective: number) => number) | null
}

const scoreOf = ({ scores }: GivenRating): number => mean(scores)
const none = (because: NoFigure['because']): NoFigure => ({ kind: 'undefined', because })

function signsOf(rater: string, own: readonly GivenRating[], world: World): Omit<RaterSigns, 'flags'> {
  const { rules } = world
  if (own.length < rules.leastRatees) {
    const few = none('too-few')
    return { rater, ratees: own.length, leniency: few, range: few, halo: few, straightLining: few, ownUnitLift: few, aboveObjective: few }
  }
  return {
    rater,
    ratees: own.length,
    leniency: figure(
      own.map((each) => (scoreOf(each) - world.all) / world.sd),
      world,
    ),
    range: rangeOf(own, world),
    halo: haloOf(own, world),
    straightLining: straightLiningOf(own),
    ownUnitLift: ownUnitLiftOf(own, world),
    aboveObjective: aboveObjectiveOf(own, world),
  }
}

function figure(values: readonly number[], { distributions, rules }: World): Figure {
  if (values.length < rules.leastRatees) return none('too-few')
  const interval = meanWithInterval(values, distributions)
  return interval ? { kind: 'known', ...interval, n: values.length } : none('too-few')
}

/** Two-sided p of the rater's mean against the mean of the other ratings, variances not taken as equal (Welch). */
function leniencyP(own: readonly GivenRating[], { ratings, distributions }: World): number {
  const mine = own.map(scoreOf)
  const isOwn = new Set(own)
  const others = ratings.filter((each) => !isOwn.has(each)).map(scoreOf)
  if (others.length < 2) return 1
  const [a, b] = [variance(mine) / mine.length, variance(others) / others.length]
  if (a + b === 0) return mean(mine) === mean(others) ? 1 : 0
  const df = (a + b) ** 2 / (a ** 2 / (mine.length - 1) + b ** 2 / (others.length - 1))
  return Math.min(1, 2 * distributions.tUpper(Math.abs(mean(mine) - mean(others)) / Math.sqrt(a + b), df))
}

function rangeOf(own: readonly GivenRating[], { byRater, distributions, rules }: World): RaterSigns['range'] {
  const groups = [...byRater.values()].filter((each) => each.length >= rules.leastRatees && each !== own)
  const degrees = groups.reduce((sum, each) => sum + each.length - 1, 0)
  if (degrees < 1) return none('too-few')
  const pooled = groups.reduce((sum, each) => sum + variance(each.map(scoreOf)) * (each.length - 1), 0) / degrees
  if (pooled === 0) return none('no-spread')
  const ratio = variance(own.map(scoreOf)) / pooled
  const p = ratio === 0 ? 0 : distributions.fUpper(1 / ratio, degrees, own.length - 1)
  return { kind: 'known', value: Math.sqrt(ratio), p, n: own.length }
}

/** Mean correlation over all pairs of dimensions; null where none can be computed. */
function dimensionCorrelation(ratings: readonly GivenRating[]): number | null {
  const dimensions = ratings[0]?.scores.length ?? 0
  const column = (at: number) => ratings.map(({ scores }) => scores[at] ?? 0)
  const found: number[] = []
  for (let one = 0; one < dimensions; one++)
    for (let other = one + 1; other < dimensions; other++) {
      const r = correlation(column(one), column(other))
      if (r !== null) found.push(r)
    }
  return found.length === 0 ? null : mean(found)
}

/** The interval comes from leaving out one ratee at a time (jackknife): the correlation of a few people is not normal. */
function haloOf(own: readonly GivenRating[], { pooledHalo, distributions }: World): Figure {
  if ((own[0]?.scores.length ?? 0) < 2) return none('one-dimension')
  const value = dimensionCorrelation(own)
  if (value === null || pooledHalo === null) return none('no-spread')
  const without = own.map((_, left) => dimensionCorrelation(own.filter((_each, at) => at !== left)) ?? value)
  const n = own.length
  const pseudo = without.map((each) => n * value - (n - 1) * each)
  const half = distributions.tQuantile(0.975, n - 1) * Math.sqrt(variance(pseudo) / n)
  return { kind: 'known', value: value - pooledHalo, low: value - pooledHalo - half, high: value - pooledHalo + half, n }
}

function straightLiningOf(own: readonly GivenRating[]): RaterSigns['straightLining'] {
  if ((own[0]?.scores.length ?? 0) < 2) return none('one-dimension')
  const flat = own.filter(({ scores }) => new Set(scores).size === 1).length
  return { share: flat / own.length, n: own.length }
}

function ownUnitLiftOf(own: readonly GivenRating[], world: World): Figure {
  const lifts = own
    .filter(({ ownUnit }) => ownUnit)
    .flatMap((each) => {
      const outside = world.ratings.filter(({ ratee, ownUnit }) => ratee === each.ratee && !ownUnit).map(scoreOf)
      return outside.length === 0 ? [] : [(scoreOf(each) - mean(outside)) / world.sd]
    })
  return figure(lifts, world)
}

function aboveObjectiveOf(own: readonly GivenRating[], world: World): Figure {
  const { line } = world
  if (!line) return none('no-objective-scores')
  return figure(
    own.flatMap((each) => (each.objective === null ? [] : [(scoreOf(each) - line(each.objective)) / world.sd])),
    world,
  )
}

/** The straight line of scores on objective scores over all ratings; null where objective scores are missing or all alike. */
function objectiveLine(ratings: readonly GivenRating[]): World['line'] {
  const known = ratings.flatMap((each) => (each.objective === null ? [] : [{ x: each.objective, y: scoreOf(each) }]))
  if (known.length < 3) return null
  const [x, y] = [mean(known.map((each) => each.x)), mean(known.map((each) => each.y))]
  const spread = known.reduce((sum, each) => sum + (each.x - x) ** 2, 0)
  if (spread === 0) return null
  const slope = known.reduce((sum, each) => sum + (each.x - x) * (each.y - y), 0) / spread
  return (objective) => y + slope * (objective - x)
}

const isAbove = (sign: Figure, least: number) => sign.kind === 'known' && sign.value >= least && sign.low > 0

function flagsOf(signs: Omit<RaterSigns, 'flags'>, rules: BiasRules, adjustedP: number): readonly BiasFlag[] {
  const { leniency, range, halo, ownUnitLift, straightLining } = signs
  const beyond = leniency.kind === 'known' && Math.abs(leniency.value) >= rules.leniency && adjustedP < 0.05
  const flags: BiasFlag[] = []
  if (beyond && leniency.kind === 'known') flags.push(leniency.value > 0 ? 'lenient' : 'severe')
  if (range.kind === 'known' && 'p' in range && range.value < rules.range && range.p < 0.05) flags.push('narrow-range')
  if (isAbove(halo, rules.halo)) flags.push('halo')
  if (isAbove(ownUnitLift, rules.ownUnitLift)) flags.push('lifts-own-unit')
  if ('share' in straightLining && straightLining.share > 0.5) flags.push('straight-lines')
  return flags
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
