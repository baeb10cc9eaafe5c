import { add, type Decimal, div, exact, mul, ZERO } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'

/** One link of the cycle in one unit: how often it was due, how often it was there in time, how often late. The rest was skipped. */
export type LinkCount = { link: string; due: number; onTime: number; late: number; weight?: number }

export type LinkIndex =
  /** `index`: weighted mean of the shares done in time, 0 to 100 with one decimal place; links with nothing due are left out and named. */
  | { kind: 'computed'; index: Decimal; counted: readonly string[]; leftOut: readonly string[] }
  | { kind: 'undefined'; because: 'nothing-due' }

/**
 * How complete the cycle is in a unit: 100 when every link was there in time. Late counts as half, because a link that came late was
 * still there; skipped counts as nothing. A weight is a whole number, 1 unless given.
 */
export function linkIndex(counts: readonly LinkCount[]): LinkIndex {
  const counted = counts.filter((one) => one.due > 0)
  const leftOut = counts.filter((one) => one.due === 0).map((one) => one.link)
  const weights = counted.reduce((sum, one) => sum + (one.weight ?? 1), 0)
  if (weights === 0) return { kind: 'undefined', because: 'nothing-due' }
  const total = counted.reduce(
    (sum, { due, onTime, late, weight = 1 }) => add(sum, mul(weight, div(add(onTime, div(late, 2)), due))),
    exact(ZERO),
  )
  return { kind: 'computed', index: roundHalfAway(mul(100, div(total, weights)), 1), counted: counted.map((one) => one.link), leftOut }
}

/** A talk as it was recorded: instants as milliseconds, days as day numbers. */
export type RecordedTalk = { recordedAt: number; daysUntilRecorded: number; text: string }

export type Suspicion =
  /** So many records of a unit were made within one hour. */
  | { kind: 'within-an-hour'; count: number; from: number }
  /** Recorded long after the day they name. */
  | { kind: 'back-filled'; count: number }
  /** The same words, so many times. */
  | { kind: 'copied'; count: number; text: string }

const HOUR = 3_600_000
/** House defaults: how many records at once, how many days late, how many times the same words are worth a look. */
const AT_ONCE = 5
const DAYS_LATE = 30
const TIMES = 3
const FEWEST_LETTERS = 6

/** What looks filled in for the file rather than done: shown to be looked at, never counted against anybody. */
export function suspicionsIn(talks: readonly RecordedTalk[]): readonly Suspicion[] {
  const found: Suspicion[] = []
  const times = talks.map((talk) => talk.recordedAt).sort((a, b) => a - b)
  let most = { count: 0, from: 0 }
  times.forEach((from, at) => {
    const count = times.slice(at).filter((time) => time < from + HOUR).length
    if (count > most.count) most = { count, from }
  })
  if (most.count >= AT_ONCE) found.push({ kind: 'within-an-hour', ...most })
  const late = talks.filter((talk) => talk.daysUntilRecorded > DAYS_LATE).length
  if (late > 0) found.push({ kind: 'back-filled', count: late })
  const words = new Map<string, number>()
  for (const { text } of talks) {
    const plain = text.replace(/\s+/g, '')
    if (plain.length >= FEWEST_LETTERS) words.set(plain, (words.get(plain) ?? 0) + 1)
  }
  for (const [text, count] of words) if (count >= TIMES) found.push({ kind: 'copied', count, text })
  return found
}
