import { add, type Exact, exact, isZero, mul, parseExact, sign, ZERO } from '@milepost/exact/exact'
import { type Day, dayNumber, daysInMonth, readDay } from './days.ts'

export type ExpectedShare =
  | { kind: 'share'; share: Exact }
  | { kind: 'undefined'; because: 'not-a-day' | 'span-upside-down' | 'profile-not-twelve' | 'profile-sums-to-zero' }

/**
 * The share of a flow's yearly target expected between two days, by a seasonal profile: twelve month weights of any scale
 * (January first), each spread evenly over the days of its month. Without a profile every month weighs alike.
 */
export function expectedShare(question: {
  span: { from: string; to: string }
  part: { from: string; to: string }
  profile?: readonly string[]
}): ExpectedShare {
  const days = [question.span.from, question.span.to, question.part.from, question.part.to].map(readDay)
  const [from, to, partFrom, partTo] = days
  if (!from || !to || !partFrom || !partTo) return { kind: 'undefined', because: 'not-a-day' }
  if (dayNumber(to) < dayNumber(from)) return { kind: 'undefined', because: 'span-upside-down' }
  const weights = readProfile(question.profile)
  if (!weights) return { kind: 'undefined', because: 'profile-not-twelve' }
  const whole = weigh(from, to, weights)
  if (isZero(whole)) return { kind: 'undefined', because: 'profile-sums-to-zero' }
  const start = dayNumber(partFrom) > dayNumber(from) ? partFrom : from
  const end = dayNumber(partTo) < dayNumber(to) ? partTo : to
  return { kind: 'share', share: dayNumber(end) < dayNumber(start) ? ZERO : weigh(start, end, weights).div(whole) }
}

function readProfile(profile: readonly string[] | undefined): Exact[] | null {
  if (!profile) return Array.from({ length: 12 }, () => exact(1))
  if (profile.length !== 12 || profile.some((text) => parseExact(text).kind === 'refused')) return null
  const weights = profile.map((text) => exact(text))
  return weights.some((weight) => sign(weight) < 0) ? null : weights
}

/** Sum of the month weights between two days, both included; a part of a month counts by its days. */
function weigh(from: Day, to: Day, weights: readonly Exact[]): Exact {
  let total = ZERO
  for (let month = from.year * 12 + from.month - 1; month <= to.year * 12 + to.month - 1; month++) {
    const [year, index] = [Math.floor(month / 12), month % 12]
    const length = daysInMonth(year, index + 1)
    const first = year === from.year && index + 1 === from.month ? from.day : 1
    const last = year === to.year && index + 1 === to.month ? to.day : length
    total = add(total, mul(weights[index] ?? ZERO, exact(last - first + 1).div(length, 1)))
  }
  return total
}
