import { mean, variance } from './raterStatistics.ts'

/** One overall score that one rater gave one person. */
export type OneScore = { readonly rater: string; readonly ratee: string; readonly score: number }

export type AdviceRules = {
  /** No score is moved by more than this, in points. */
  readonly widestShift: number
  /** The least number of raters of each person for the crossed way. */
  readonly leastRatersEach: number
  /** The least weight of objective measures in the score for the anchored way, in basis points. */
  readonly leastObjectiveShareBp: number
}

export type AdvisedScore = {
  readonly ratee: string
  /** The plain mean of what was given. */
  readonly given: number
  /** What it would be without the raters' severity; never in place of the given one. */
  readonly advised: number
  readonly shift: number
  /** The shift was held at the widest allowed. */
  readonly held: boolean
}

export type SeverityAdvice =
  | {
      kind: 'advised'
      /** `crossed`: raters share ratees, severity is estimated; `anchored`: one rater a unit, measured against objective scores. */
      method: 'crossed, mixed model with shrinkage' | 'anchored to objective scores'
      scores: readonly AdvisedScore[]
      /** How much each rater lies above the others, in points, after shrinking; below 0 severe. */
      raters: readonly { readonly rater: string; readonly severity: number; readonly n: number }[]
      /** Variances taken: of people, of raters, and what is left. */
      variances: { readonly people: number; readonly raters: number; readonly rest: number }
    }
  /** What may be severity may as well be real: people are not compared by anybody but their one rater. Only signs are shown. */
  | { kind: 'undefined'; because: 'severity-cannot-be-told-from-merit' }
  | { kind: 'undefined'; because: 'too-few-raters-each'; ratees: readonly string[] }
  | { kind: 'undefined'; because: 'objective-share-too-small'; shareBp: number }
  | { kind: 'undefined'; because: 'objective-score-missing'; ratees: readonly string[] }
  | { kind: 'undefined'; because: 'rated-twice'; rater: string; ratee: string }
  | { kind: 'undefined'; because: 'no-ratings' }

/**
 * Advice where several raters judge overlapping people: score = general level + person + rater + rest, solved with both effects drawn towards zero by what
 * their variance allows (mixed-model equations, variances by moments). Asks that raters and people form one connected web and everybody has enough raters;
 * otherwise severity cannot be told from merit and no advice is given. Doubles; a score is never replaced by it.
 */
export function crossedAdvice(given: readonly OneScore[], rules: AdviceRules): SeverityAdvice {
  const fault = faultOf(given)
  if (fault) return fault
  const ratees = [...new Set(given.map(({ ratee }) => ratee))]
  const raters = [...new Set(given.map(({ rater }) => rater))]
  if (raters.length < 2 || !isConnected(given)) return { kind: 'undefined', because: 'severity-cannot-be-told-from-merit' }
  const thin = ratees.filter((ratee) => given.filter((each) => each.ratee === ratee).length < rules.leastRatersEach)
  if (thin.length > 0) return { kind: 'undefined', because: 'too-few-raters-each', ratees: thin }
  const variances = crossedVariances(given)
  const { general, people, severity } = solve(given, variances)
  return {
    kind: 'advised',
    method: 'crossed, mixed model with shrinkage',
    scores: ratees.map((ratee) => {
      const own = given.filter((each) => each.ratee === ratee)
      const plain = mean(own.map(({ score }) => score))
      const unshrunk = plain - mean(own.map(({ rater }) => severity.get(rater) ?? 0))
      return advisedScore(ratee, plain, people.has(ratee) ? unshrunk : general, rules)
    }),
    raters: raters.map((rater) => ({ rater, severity: severity.get(rater) ?? 0, n: given.filter((each) => each.rater === rater).length })),
    variances,
  }
}

/** People of one rater, with the objective score each has (measures, satisfaction); null where there is none. */
export type AnchoredScore = OneScore & { readonly objective: number | null }

/**
 * Advice where each unit has one rater: the rater's mean is compared with the mean of the unit's objective scores, and the part of the difference that more
 * ratings would confirm is taken back: shift = -B x [(rater mean - mean) - (objective mean - objective mean of all)], B = n / (n + lambda). Needs objective measures that
 * carry a good part of the score. Never a z-score inside the unit: that would take real differences between units away.
 */
export function anchoredAdvice(given: readonly AnchoredScore[], objectiveShareBp: number, rules: AdviceRules): SeverityAdvice {
  const fault = faultOf(given)
  if (fault) return fault
  if (objectiveShareBp < rules.leastObjectiveShareBp)
    return { kind: 'undefined', because: 'objective-share-too-small', shareBp: objectiveShareBp }
  const missing = given.filter(({ objective }) => objective === null).map(({ ratee }) => ratee)
  if (missing.length > 0) return { kind: 'undefined', because: 'objective-score-missing', ratees: missing }
  const raters = [...new Set(given.map(({ rater }) => rater))]
  const [all, objectiveAll] = [mean(given.map(({ score }) => score)), mean(given.map(({ objective }) => objective ?? 0))]
  const units = raters.map((rater) => {
    const own = given.filter((each) => each.rater === rater)
    const lift = mean(own.map(({ score }) => score)) - all - (mean(own.map(({ objective }) => objective ?? 0)) - objectiveAll)
    return { rater, own, lift }
  })
  const rest = pooled(units.map(({ own }) => own.map(({ score, objective }) => score - (objective ?? 0))))
  const perUnit = mean(units.map(({ own }) => 1 / own.length))
  const ofRaters = Math.max(0, variance(units.map(({ lift }) => lift)) - rest * perUnit)
  const severity = new Map(
    units.map(({ rater, own, lift }) => [rater, ofRaters === 0 ? 0 : (lift * own.length) / (own.length + rest / ofRaters)]),
  )
  return {
    kind: 'advised',
    method: 'anchored to objective scores',
    scores: given.map(({ rater, ratee, score }) => advisedScore(ratee, score, score - (severity.get(rater) ?? 0), rules)),
    raters: units.map(({ rater, own }) => ({ rater, severity: severity.get(rater) ?? 0, n: own.length })),
    variances: { people: variance(given.map(({ objective }) => objective ?? 0)), raters: ofRaters, rest },
  }
}

function advisedScore(ratee: string, given: number, wanted: number, { widestShift }: AdviceRules): AdvisedScore {
  const shift = Math.max(-widestShift, Math.min(widestShift, wanted - given))
  return { ratee, given, advised: given + shift, shift, held: Math.abs(wanted - given) > widestShift }
}

function faultOf(given: readonly OneScore[]): SeverityAdvice | null {
  if (given.length === 0) return { kind: 'undefined', because: 'no-ratings' }
  const seen = new Set<string>()
  for (const { rater, ratee } of given) {
    const key = JSON.stringify([rater, ratee])
    if (seen.has(key)) return { kind: 'undefined', because: 'rated-twice', rater, ratee }
    seen.add(key)
  }
  return null
}

/** Whether one can walk from any rater to any other over people both have rated. */
function isConnected(given: readonly OneScore[]): boolean {
  const reached = new Set([`rater ${given[0]?.rater}`])
  for (const knot of reached)
    for (const { rater, ratee } of given) {
      if (knot === `rater ${rater}`) reached.add(`ratee ${ratee}`)
      if (knot === `ratee ${ratee}`) reached.add(`rater ${rater}`)
    }
  return given.every(({ rater, ratee }) => reached.has(`rater ${rater}`) && reached.has(`ratee ${ratee}`))
}

type Variances = { people: number; raters: number; rest: number }

/**
 * By moments: the rest from what people and raters both explained leaves; people and raters from how far their means spread beyond what the rest alone would make
 * them. Two rounds, since each takes the other out first.
 */
function crossedVariances(given: readonly OneScore[]): Variances {
  const { fitted, parameters } = leastSquares(given)
  const rest = given.reduce((sum, { score }, at) => sum + (score - (fitted[at] ?? 0)) ** 2, 0) / Math.max(1, given.length - parameters)
  const spreadOf = (keyOf: (each: OneScore) => string, effect: ReadonlyMap<string, number>) => {
    const sizes = new Map<string, number>()
    for (const each of given) sizes.set(keyOf(each), (sizes.get(keyOf(each)) ?? 0) + 1)
    const expected = rest * mean([...sizes.values()].map((n) => 1 / n))
    return Math.max(1e-9, variance([...effect.values()]) - expected)
  }
  const { people, raters } = effectsOf(given)
  return {
    people: spreadOf(({ ratee }) => ratee, people),
    raters: spreadOf(({ rater }) => rater, raters),
    rest: Math.max(rest, 1e-9),
  }
}

/** Plain two-way effects by turns: each the mean of what the other leaves. */
function effectsOf(given: readonly OneScore[], lambda = { people: 0, raters: 0 }) {
  const general = mean(given.map(({ score }) => score))
  const people = new Map(given.map(({ ratee }) => [ratee, 0]))
  const raters = new Map(given.map(({ rater }) => [rater, 0]))
  for (let turn = 0; turn < 500; turn++) {
    const moved = Math.max(
      turnOf(given, people, {
        keyOf: ({ ratee }) => ratee,
        lambda: lambda.people,
        left: ({ rater, score }) => score - general - (raters.get(rater) ?? 0),
      }),
      turnOf(given, raters, {
        keyOf: ({ rater }) => rater,
        lambda: lambda.raters,
        left: ({ ratee, score }) => score - general - (people.get(ratee) ?? 0),
      }),
    )
    if (moved < 1e-10) break
  }
  return { general, people, raters }
}

type Turn = { keyOf: (each: OneScore) => string; lambda: number; left: (each: OneScore) => number }

function turnOf(given: readonly OneScore[], effects: Map<string, number>, { keyOf, lambda, left }: Turn): number {
  const sums = new Map<string, { total: number; n: number }>()
  for (const each of given) {
    const known = sums.get(keyOf(each)) ?? { total: 0, n: 0 }
    sums.set(keyOf(each), { total: known.total + left(each), n: known.n + 1 })
  }
  let moved = 0
  for (const [key, { total, n }] of sums) {
    const effect = total / (n + lambda)
    moved = Math.max(moved, Math.abs(effect - (effects.get(key) ?? 0)))
    effects.set(key, effect)
  }
  return moved
}

function leastSquares(given: readonly OneScore[]) {
  const { general, people, raters } = effectsOf(given)
  const fitted = given.map(({ rater, ratee }) => general + (people.get(ratee) ?? 0) + (raters.get(rater) ?? 0))
  return { fitted, parameters: people.size + raters.size - 1 }
}

function solve(given: readonly OneScore[], { people, raters, rest }: Variances) {
  const solved = effectsOf(given, { people: rest / people, raters: rest / raters })
  return { general: solved.general, people: solved.people, severity: solved.raters }
}

const pooled = (groups: readonly (readonly number[])[]): number => {
  const degrees = groups.reduce((sum, each) => sum + Math.max(0, each.length - 1), 0)
  return degrees === 0
    ? 1e-9
    : Math.max(1e-9, groups.reduce((sum, each) => sum + variance(each) * Math.max(0, each.length - 1), 0) / degrees)
}
