import { atLeastInBinomial, atLeastInHypergeometric } from './countTails.ts'
import { daysBetween } from './days.ts'
import type { LocalText } from './localText.ts'
import type { Direction } from './rules.ts'

/** What the watch looks at for one measure. What is left out is not looked at; nothing here is a verdict on a person. */
export type WatchedMeasure = {
  readonly id: string
  readonly name: LocalText
  readonly direction: Direction
  /** Attainments (target = 100) over units and periods. */
  readonly attainments?: readonly number[]
  /** Years, oldest first. */
  readonly years?: readonly { readonly year: string; readonly target: number; readonly actual: number | null }[]
  /** Values declared not applicable and all values, this period and the one before. */
  readonly notApplicable?: { readonly now: number; readonly of: number; readonly before: number; readonly ofBefore: number }
  /** A flow by period of the year, and the share of the year each period was expected to bring (sum 1). */
  readonly flow?: { readonly actuals: readonly number[]; readonly expected: readonly number[] }
  /** When its definition or target last changed, and when the period closes. */
  readonly changedOn?: string
  readonly closesOn?: string
  /** Scores people or units gave themselves beside those that were confirmed. */
  readonly selfScores?: readonly { readonly who: string; readonly self: number; readonly confirmed: number }[]
  /** Attainment officially reported beside what the public says in a survey, on one scale of 100. */
  readonly official?: { readonly reported: number; readonly survey: number }
}
export type GamingSignal = {
  readonly kind: GamingKind
  readonly measure: string
  /** Whose, where the signal is about one unit or person. */
  readonly who: string | null
  /** How many values it rests on. */
  readonly n: number
  readonly value: number
  readonly threshold: number
  /** Chance of a pattern this strong without any cause; null where the signal is a plain comparison. */
  readonly p: number | null
  readonly message: LocalText
}
export type GamingKind =
  | 'heaping-above-target'
  | 'target-lowered-after-miss'
  | 'target-follows-last-actual'
  | 'not-applicable-surge'
  | 'late-spike'
  | 'changed-near-close'
  | 'self-far-above-confirmed'
  | 'official-far-from-survey'

/**
 * Patterns that come with gaming and also come without it (Bevan & Hood 2006: ratchet, threshold, output distortion). They make a list for an
 * audit sample and never a penalty: scores are not touched. Thresholds are in `GAMING_THRESHOLDS`.
 */
export function gamingWatch(measures: readonly WatchedMeasure[]): GamingSignal[] {
  return measures.flatMap((measure) => [
    ...heaping(measure),
    ...targets(measure),
    ...surge(measure),
    ...lateSpike(measure),
    ...nearClose(measure),
    ...selfScores(measure),
    ...survey(measure),
  ])
}

export const GAMING_THRESHOLDS = {
  /** Points either side of the target within which results are compared. */
  heapWithin: 2,
  heapFewest: 10,
  p: 0.05,
  ratchetYears: 3,
  /** Share of the target by which it may differ from last year's actual and still count as following it. */
  ratchetWithin: 0.01,
  /** Times the expected share. */
  spike: 2,
  daysBeforeClose: 60,
  selfAbove: 10,
  surveyApart: 15,
} as const

type Raised = Omit<GamingSignal, 'measure' | 'message' | 'who'> & { readonly who?: string; readonly zh: string; readonly en: string }
const signal = (measure: WatchedMeasure, { zh, en, who, ...rest }: Raised): GamingSignal => ({
  ...rest,
  measure: measure.id,
  who: who ?? null,
  message: { zh: `“${measure.name.zh}”：${zh}`, en: `"${measure.name.en}": ${en}` },
})

/** Just above the target against just below: without heaping either side is as likely. */
function heaping(measure: WatchedMeasure): GamingSignal[] {
  const { heapWithin, heapFewest, p: threshold } = GAMING_THRESHOLDS
  const near = (measure.attainments ?? []).filter((one) => Math.abs(one - 100) < heapWithin)
  const above = near.filter((one) => one >= 100).length
  if (near.length < heapFewest) return []
  const p = atLeastInBinomial(above, near.length)
  if (p >= threshold) return []
  const said = {
    zh: `${near.length} 个接近目标的结果中有 ${above} 个刚好越过目标`,
    en: `${above} of ${near.length} results near the target lie just above it`,
  }
  return [signal(measure, { kind: 'heaping-above-target', n: near.length, value: above / near.length, threshold, p, ...said })]
}

function targets(measure: WatchedMeasure): GamingSignal[] {
  const years = measure.years ?? []
  const found: GamingSignal[] = []
  for (const [at, { year, target }] of years.entries()) {
    const before = years[at - 1]
    if (!before || before.actual === null || measure.direction === 'band') continue
    const way = measure.direction === 'up' ? 1 : -1
    if ((before.actual - before.target) * way < 0 && (target - before.target) * way < 0) {
      const said = {
        zh: `${before.year} 年未达标后，${year} 年目标由 ${before.target} 放宽到 ${target}`,
        en: `missed in ${before.year}, then the target of ${year} was eased from ${before.target} to ${target}`,
      }
      found.push(signal(measure, { kind: 'target-lowered-after-miss', n: 2, value: target, threshold: before.target, p: null, ...said }))
    }
  }
  const followed = years.flatMap(({ target }, at) => {
    const last = years[at - 1]?.actual ?? null
    return at === 0 || last === null ? [] : [Math.abs(target - last) <= GAMING_THRESHOLDS.ratchetWithin * Math.abs(target)]
  })
  if (followed.length >= GAMING_THRESHOLDS.ratchetYears && followed.every((one) => one)) {
    const said = {
      zh: `连续 ${followed.length} 年目标等于上年实际，多做无益`,
      en: `for ${followed.length} years the target was last year's actual, so doing more never paid`,
    }
    found.push(
      signal(measure, {
        kind: 'target-follows-last-actual',
        n: followed.length,
        value: followed.length,
        threshold: GAMING_THRESHOLDS.ratchetYears,
        p: null,
        ...said,
      }),
    )
  }
  return found
}

/** More values declared not applicable than before, beyond chance (one-sided exact test of the two shares). */
function surge(measure: WatchedMeasure): GamingSignal[] {
  const asked = measure.notApplicable
  if (!asked || asked.of <= 0 || asked.ofBefore <= 0) return []
  const { now, of, before, ofBefore } = asked
  const p = atLeastInHypergeometric(now, { drawn: of, marked: now + before, all: of + ofBefore })
  if (now / of <= before / ofBefore || p >= GAMING_THRESHOLDS.p) return []
  const said = {
    zh: `“不适用”由 ${before}/${ofBefore} 增至 ${now}/${of}`,
    en: `"not applicable" rose from ${before} of ${ofBefore} to ${now} of ${of}`,
  }
  return [signal(measure, { kind: 'not-applicable-surge', n: of + ofBefore, value: now / of, threshold: before / ofBefore, p, ...said })]
}

function lateSpike(measure: WatchedMeasure): GamingSignal[] {
  const { actuals = [], expected = [] } = measure.flow ?? {}
  const whole = actuals.reduce((sum, one) => sum + one, 0)
  const [last, due] = [actuals.at(-1) ?? 0, expected.at(-1) ?? 0]
  if (actuals.length < 4 || actuals.length !== expected.length || !(whole > 0) || !(due > 0)) return []
  const times = last / whole / due
  if (times <= GAMING_THRESHOLDS.spike) return []
  const said = {
    zh: `最后一期完成全年的 ${((last / whole) * 100).toFixed(0)} %，为应有份额的 ${times.toFixed(1)} 倍`,
    en: `the last period brought ${((last / whole) * 100).toFixed(0)} % of the year, ${times.toFixed(1)} times its share`,
  }
  return [signal(measure, { kind: 'late-spike', n: actuals.length, value: times, threshold: GAMING_THRESHOLDS.spike, p: null, ...said })]
}

function nearClose(measure: WatchedMeasure): GamingSignal[] {
  const days = measure.changedOn && measure.closesOn ? daysBetween(measure.changedOn, measure.closesOn) : null
  if (days === null || days > GAMING_THRESHOLDS.daysBeforeClose) return []
  const said = {
    zh: `距结账 ${days} 天时改了定义或目标（${measure.changedOn}）`,
    en: `its definition or target was changed ${days} days before the close (${measure.changedOn})`,
  }
  return [
    signal(measure, { kind: 'changed-near-close', n: 1, value: days, threshold: GAMING_THRESHOLDS.daysBeforeClose, p: null, ...said }),
  ]
}

function selfScores(measure: WatchedMeasure): GamingSignal[] {
  return (measure.selfScores ?? [])
    .filter(({ self, confirmed }) => self - confirmed > GAMING_THRESHOLDS.selfAbove)
    .map(({ who, self, confirmed }) => {
      const said = { zh: `自评 ${self}，核定 ${confirmed}`, en: `scored ${self} by itself and ${confirmed} when confirmed` }
      return signal(measure, {
        kind: 'self-far-above-confirmed',
        who,
        n: 1,
        value: self - confirmed,
        threshold: GAMING_THRESHOLDS.selfAbove,
        p: null,
        ...said,
      })
    })
}

function survey(measure: WatchedMeasure): GamingSignal[] {
  const apart = measure.official ? measure.official.reported - measure.official.survey : 0
  if (!measure.official || apart <= GAMING_THRESHOLDS.surveyApart) return []
  const { reported, survey: said } = measure.official
  const words = { zh: `填报 ${reported}，公众调查 ${said}`, en: `reported as ${reported}, while the public survey says ${said}` }
  return [
    signal(measure, { kind: 'official-far-from-survey', n: 1, value: apart, threshold: GAMING_THRESHOLDS.surveyApart, p: null, ...words }),
  ]
}

export type AuditPick = { readonly measure: string; readonly because: 'signal' | 'by-lot' }

/**
 * Measures to audit: those with most signals first up to half the sample (rounded up), the rest by lot from all others, so that being left
 * alone is never certain. The same chance gives the same sample; the order of input does not matter.
 */
export function auditSample(
  measures: readonly string[],
  signals: readonly GamingSignal[],
  given: { readonly size: number; readonly chance: () => number },
): AuditPick[] {
  const count = (id: string): number => signals.filter(({ measure }) => measure === id).length
  const ordered = [...new Set(measures)].toSorted()
  const signalled = ordered.filter((id) => count(id) > 0).toSorted((a, b) => count(b) - count(a) || (a < b ? -1 : 1))
  const size = Math.max(0, Math.min(given.size, ordered.length))
  const picked: AuditPick[] = signalled.slice(0, Math.ceil(size / 2)).map((measure) => ({ measure, because: 'signal' }))
  const waiting = ordered.filter((id) => !picked.some(({ measure }) => measure === id))
  while (picked.length < size) {
    const [measure] = waiting.splice(Math.floor(given.chance() * waiting.length), 1)
    if (measure === undefined) break
    picked.push({ measure, because: 'by-lot' })
  }
  return picked
}
