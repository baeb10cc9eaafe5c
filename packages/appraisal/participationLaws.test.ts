import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gradeCeiling, type Sanction, sanctionKinds } from './gradeCeiling.ts'
import { participation } from './participation.ts'
import { type ParticipationFacts, participationRows } from './participationFacts.ts'
import { rules } from './testing/rules.ts'

const days = fc.option(fc.integer({ min: 0, max: 366 }), { freq: 5 })
const facts: fc.Arbitrary<ParticipationFacts> = fc.record({
  track: fc.oneof(
    { weight: 8, arbitrary: fc.constant('staff' as const) },
    { weight: 1, arbitrary: fc.constantFrom('leader' as const, 'other' as const) },
  ),
  refusesAfterTalks: fc.boolean(),
  investigation: fc.oneof(
    fc.constant({ state: 'none' } as const),
    fc.constant({ state: 'open' } as const),
    fc.constantFrom(null, 'warning' as const).map((sanction) => ({ state: 'closed' as const, sanction })),
  ),
  sanctioned: fc.boolean(),
  firstJob: fc.boolean(),
  daysHere: days,
  daysElsewhere: days,
  leaveDays: fc.record({ sick: days, personal: days, study: days, maternity: days }),
  posting: fc.oneof(
    fc.constant({ kind: 'none' } as const),
    fc.constant({ kind: 'sent' } as const),
    days.map((daysAtHost) => ({ kind: 'secondment' as const, daysAtHost })),
  ),
  holdsTwoPosts: fc.boolean(),
})
const decide = (given: ParticipationFacts) => participation(given, rules.participation)
const half = rules.participation.halfYearDays

describe('laws of the participation table (Art. 37-44)', () => {
  test('every answer names its row, cites an article and gives a reason in both languages, or names the facts that are missing', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const verdict = decide(given)
        if (verdict.kind === 'undefined') {
          expect(verdict.facts.length).toBeGreaterThan(0)
          return
        }
        expect(participationRows).toContain(verdict.row)
        expect(verdict.citations).toHaveLength(1 + verdict.alsoApplied.length)
        for (const { article } of verdict.citations) expect(article).not.toBe('')
        for (const { zh, en } of verdict.reasons) expect(zh !== '' && en !== '').toBe(true)
      }),
    )
  })

  test('who refuses after talks is unqualified whatever else holds; who is under investigation has neither comment nor grade', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const staff = { ...given, track: 'staff' as const }
        expect(decide({ ...staff, refusesAfterTalks: true })).toMatchObject({ grade: 'unqualified', row: 'refuses' })
        expect(decide({ ...staff, refusesAfterTalks: false, investigation: { state: 'open' } })).toMatchObject({
          grade: 'none-yet',
          comment: 'no',
        })
      }),
    )
  })

  test('nobody with less than half a year, or more than half a year of leave, is graded', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const verdict = decide({ ...given, track: 'staff', refusesAfterTalks: false, investigation: { state: 'none' } })
        if (verdict.kind === 'undefined' || (verdict.grade !== 'graded' && verdict.grade !== 'within-ceiling')) return
        const { sick, personal, study } = given.leaveDays
        expect((sick ?? 0) + (personal ?? 0) + (study ?? 0)).toBeLessThanOrEqual(half)
        if (given.firstJob) expect(given.daysHere ?? 0).toBeGreaterThanOrEqual(half)
        else expect((given.daysHere ?? 0) + (given.daysElsewhere ?? 0)).toBeGreaterThanOrEqual(half)
      }),
    )
  })

  test('maternity leave never takes the grade away', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 366 }), (given, maternity) => {
        const without = decide({ ...given, leaveDays: { ...given.leaveDays, maternity: 0 } })
        const withLeave = decide({ ...given, leaveDays: { ...given.leaveDays, maternity } })
        if (without.kind === 'undefined' || withLeave.kind === 'undefined') return
        expect(withLeave.grade).toBe(without.grade)
      }),
    )
  })

  test('a fact that becomes known turns no answer into a gap, and does not change an answer it was not asked for', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 366 }), (given, known) => {
        const before = decide(given)
        const after = decide({ ...given, daysHere: given.daysHere ?? known, daysElsewhere: given.daysElsewhere ?? known })
        if (before.kind === 'undefined') return
        expect(after.kind).toBe('decided')
      }),
    )
  })

  test('leaders stand outside the seat base, everybody else inside it', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const verdict = decide(given)
        if (verdict.kind === 'decided') expect(verdict.inSeatBase).toBe(given.track === 'staff')
      }),
    )
  })
})

describe('laws of the ceilings (Art. 43)', () => {
  const covered = rules.ceilings.sanctions.map(({ sanction }) => sanction)
  const sanction: fc.Arbitrary<Sanction> = fc.record({
    kind: fc.constantFrom(...covered),
    decidedOn: fc.integer({ min: 2020, max: 2027 }).map((year) => `${year}-06-01`),
    inForceUntil: fc.option(fc.integer({ min: 2020, max: 2029 }).map((year) => `${year}-06-01`)),
  })
  const weightOf = (given: readonly Sanction[], year: number) => {
    const found = gradeCeiling(given, year, rules.ceilings)
    return found.kind === 'ceiling' ? rules.ceilings.lightToHeavy.indexOf(found.ceiling) : -1
  }

  test('one more sanction never lightens the ceiling, and order does not matter', () => {
    fc.assert(
      fc.property(fc.array(sanction, { maxLength: 5 }), sanction, fc.integer({ min: 2020, max: 2028 }), (given, more, year) => {
        expect(weightOf([...given, more], year)).toBeGreaterThanOrEqual(weightOf(given, year))
        expect(weightOf(given.toReversed(), year)).toBe(weightOf(given, year))
      }),
    )
  })

  test('a sanction does not touch a year before it was decided', () => {
    fc.assert(
      fc.property(sanction, (given) => {
        expect(gradeCeiling([given], Number(given.decidedOn.slice(0, 4)) - 1, rules.ceilings)).toEqual({ kind: 'none' })
      }),
    )
  })

  test('a sanction without a row is for a person to decide, whatever stands beside it', () => {
    const missing = sanctionKinds.filter((kind) => !covered.includes(kind))
    expect(missing.length).toBeGreaterThan(0)
    for (const kind of missing)
      expect(gradeCeiling([{ kind, decidedOn: '2026-01-01', inForceUntil: null }], 2026, rules.ceilings)).toEqual({
        kind: 'undefined',
        because: 'sanction-without-rule',
        sanction: kind,
      })
  })
})
