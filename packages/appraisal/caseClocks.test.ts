import { describe, expect, test } from 'vitest'
import { decisionDue, filingDue, isLate, objectionWindow, remediesOpenTo } from './caseClocks.ts'
import { rules } from './testing/rules.ts'
import type { WorkingCalendar } from './workingDays.ts'

const calendar: WorkingCalendar = { years: [2026], exceptions: { '2026-05-01': 'day-off' } }

describe('the clocks of a remedy (limits are data, to be verified)', () => {
  test('a review is filed within 30 calendar days of knowing, with alerts before', () => {
    const due = filingDue('review', '2026-01-15', rules.cases, calendar)
    expect(due).toEqual({ kind: 'due', day: '2026-02-14', alerts: ['2026-02-07', '2026-02-11', '2026-02-13'] })
    if (due.kind === 'undefined') throw new Error(due.because)
    expect([isLate('2026-02-14', due), isLate('2026-02-15', due)]).toEqual([false, true])
  })

  test('a review is decided within 30 days of receipt; there is no period to accept', () => {
    const due = decisionDue('review', { receivedOn: '2026-02-10', acceptedOn: null }, rules.cases, calendar)
    expect(due).toMatchObject({ accept: null, decide: { day: '2026-03-12' }, extended: null })
  })

  test('an appeal is accepted in 15 days, decided in 60, and in 90 if extended', () => {
    const due = decisionDue('appeal', { receivedOn: '2026-03-01', acceptedOn: null }, rules.cases, calendar)
    expect(due).toMatchObject({ accept: { day: '2026-03-16' }, decide: { day: '2026-05-15' }, extended: { day: '2026-06-14' } })
    const early = decisionDue('appeal', { receivedOn: '2026-03-01', acceptedOn: '2026-03-05' }, rules.cases, calendar)
    expect(early).toMatchObject({ decide: { day: '2026-05-04' } })
  })

  test('where the rules say so, a period that ends on a day off ends on the next working day', () => {
    const moving = { ...rules.cases, whenLastDayIsOff: 'next-working-day' } as const
    expect(filingDue('review', '2026-04-01', moving, calendar)).toMatchObject({ day: '2026-05-04' })
    expect(filingDue('review', '2026-12-15', moving, calendar)).toEqual({ kind: 'undefined', because: 'year-not-covered', year: 2027 })
  })

  test('a limit the rule pack does not give is named, none is assumed', () => {
    const limits = { ...rules.cases.limits, review: { ...rules.cases.limits.review, fileDays: null, decideDays: null } }
    const unset = { ...rules.cases, limits }
    expect(filingDue('review', '2026-01-15', unset, calendar)).toEqual({
      kind: 'undefined',
      because: 'limit-not-set',
      limit: 'fileDays',
      remedy: 'review',
    })
    expect(decisionDue('review', { receivedOn: '2026-02-10', acceptedOn: null }, unset, calendar)).toMatchObject({ limit: 'decideDays' })
  })

  test('objections are raised while the notice is posted', () => {
    expect(objectionWindow('2026-04-24', rules.cases, calendar)).toMatchObject({ opensOn: '2026-04-24', lastDay: '2026-05-04' })
  })

  test('the formal remedies are open to basic and unqualified only (Art. 36)', () => {
    expect((['excellent', 'qualified', 'basic', 'unqualified', 'ungraded'] as const).map(remediesOpenTo)).toEqual([
      'objection-only',
      'objection-only',
      'formal',
      'formal',
      'objection-only',
    ])
  })
})
