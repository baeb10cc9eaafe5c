import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './days.ts'
import { lastWorkingDayUpTo, phaseFaults, phaseState, plannedStages, suggestedPhaseDays } from './phaseDays.ts'
import { isWorkingDay, type WorkingCalendar } from './workingDays.ts'

/** The arrangement of 2026 round the Spring Festival (State Council notice, library/calendar/cn-2026.json): off from 15 to 23 February, Saturday 14 February worked. */
const OFF = ['2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23']
const calendar: WorkingCalendar = {
  years: [2025, 2026],
  exceptions: { '2026-02-14': 'working', ...Object.fromEntries(OFF.map((day) => [day, 'day-off' as const])) },
}

describe('the days a cycle starts with', () => {
  test('end on working days, the year a fortnight after its last day, when its last values have come in', () => {
    expect(suggestedPhaseDays({ startsOn: '2025-01-01', endsOn: '2025-12-31' }, calendar)).toEqual({
      diagnose: '2025-01-31',
      choose: '2025-02-14',
      design: '2025-03-17',
      run: '2026-01-15',
      // 45 days after the end is 14 February 2026, a Saturday that is worked
      appraise: '2026-02-14',
      // 60 days after is Sunday 1 March
      reward: '2026-02-27',
      open: '2026-03-31',
    })
  })

  test('stay as counted where the calendar of the year is not known', () => {
    expect(suggestedPhaseDays({ startsOn: '2027-01-01', endsOn: '2027-12-31' }, calendar).diagnose).toBe('2027-01-31')
  })

  test('hold to their own rules, whatever the cycle', () => {
    const day = fc.integer({ min: 0, max: 300 }).map((n) => addDays('2025-01-01', n))
    fc.assert(
      fc.property(day, fc.integer({ min: 100, max: 400 }), (startsOn, length) => {
        const dates = { startsOn, endsOn: addDays(startsOn, length) }
        expect(phaseFaults(suggestedPhaseDays(dates, calendar), dates, calendar)).toEqual([])
      }),
    )
  })
})

test('a day off becomes the last working day before it, a worked one stays', () => {
  expect(lastWorkingDayUpTo('2026-02-23', calendar)).toBe('2026-02-14')
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 700 }), (n) => {
      const day = addDays('2025-01-01', n)
      const found = lastWorkingDayUpTo(day, calendar)
      expect(found <= day).toBe(true)
      expect(isWorkingDay(found, calendar)).toEqual({ kind: 'known', isWorking: true })
    }),
  )
})

test('days out of order, before the cycle begins or on a day off are named, with the day that would do', () => {
  const good = suggestedPhaseDays({ startsOn: '2025-01-01', endsOn: '2025-12-31' }, calendar)
  const faults = phaseFaults(
    { ...good, diagnose: '2024-12-31', design: '2025-02-03', reward: '2026-02-16' },
    { startsOn: '2025-01-01' },
    calendar,
  )
  expect(faults).toEqual([
    { stage: 'diagnose', because: 'before-start', least: '2025-01-01' },
    { stage: 'design', because: 'before-earlier', earlier: 'choose', least: '2025-02-14' },
    { stage: 'reward', because: 'day-off', nearest: '2026-02-14' },
  ])
  expect(phaseFaults({ ...good, choose: null }, { startsOn: '2025-01-01' }, calendar)).toEqual([])
})

test('a phase is ahead, here, overdue, and ended in time or late', () => {
  const state = (given: Partial<Parameters<typeof phaseState>[0]>) =>
    phaseState({ stage: 'design', lastDay: '2025-03-17', endedOn: null, cycleStage: 'design', today: '2025-03-17', ...given })
  expect(state({})).toBe('here')
  expect(state({ today: '2025-03-18' })).toBe('overdue')
  expect(state({ cycleStage: 'choose', today: '2025-06-01' })).toBe('ahead')
  expect(state({ cycleStage: 'run', endedOn: '2025-03-17' })).toBe('in-time')
  expect(state({ cycleStage: 'run', endedOn: '2025-03-18' })).toBe('late')
  expect(state({ lastDay: null })).toBe('undated')
  expect(plannedStages.map((stage) => state({ stage, cycleStage: 'closed', endedOn: '2025-03-01' }))).toEqual(
    plannedStages.map(() => 'in-time'),
  )
})
