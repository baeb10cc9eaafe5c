import { type PeriodSpan, periodsOfYear } from '../periods/periodCode.ts'
import type { CheckIn } from './data.ts'

/** The quarter a day lies in; head and person talk at least once in each. */
export function quarterOf(day: string): PeriodSpan {
  const found = periodsOfYear(Number(day.slice(0, 4)), 'quarter').find((quarter) => quarter.startsOn <= day && day <= quarter.endsOn)
  if (!found) throw new Error(`${day} is not a day`)
  return found
}

/**
 * Whether a talk is the one owed in a quarter. A mid-year review answers for the mid-year; as a talk of its own quarter it counts too, but
 * only once the person has confirmed that it was held.
 */
export const countsIn = ({ startsOn, endsOn }: Pick<PeriodSpan, 'startsOn' | 'endsOn'>, talk: CheckIn): boolean =>
  startsOn <= talk.heldOn && talk.heldOn <= endsOn && (talk.kind === 'check-in' || talk.confirmedByPersonAt !== null)
