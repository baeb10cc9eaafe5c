import { describe, expect, test } from 'vitest'
import pack from '../../library/rules/cn-2023-6.json' with { type: 'json' }
import { gradeCeiling, type Sanction, sanctionKinds } from './gradeCeiling.ts'
import { rules } from './testing/rules.ts'

const sanction = (kind: Sanction['kind'], decidedOn: string, inForceUntil: string | null = null): Sanction => ({
  kind,
  decidedOn,
  inForceUntil,
})

describe('the ceiling that sanctions set (Art. 43; the table is data and partly to be verified)', () => {
  test('a warning keeps from excellent in the year of the decision, not in the next', () => {
    const sanctions = [sanction('warning', '2026-05-01', '2026-11-01')]
    expect(gradeCeiling(sanctions, 2026, rules.ceilings)).toMatchObject({
      kind: 'ceiling',
      ceiling: 'qualified',
      because: 'warning',
      citation: { verified: false },
    })
    expect(gradeCeiling(sanctions, 2027, rules.ceilings)).toEqual({ kind: 'none' })
    expect(gradeCeiling(sanctions, 2025, rules.ceilings)).toEqual({ kind: 'none' })
  })

  test('a lowered post reaches into the next year', () => {
    const sanctions = [sanction('lowered-post', '2026-05-01')]
    expect(gradeCeiling(sanctions, 2027, rules.ceilings)).toMatchObject({ ceiling: 'ungraded' })
    expect(gradeCeiling(sanctions, 2028, rules.ceilings)).toEqual({ kind: 'none' })
  })

  test('a sanction in force reaches every year its period touches', () => {
    const sanctions = [sanction('major-demerit', '2025-12-01', '2027-01-01')]
    expect(gradeCeiling(sanctions, 2027, rules.ceilings)).toMatchObject({ ceiling: 'basic' })
    expect(gradeCeiling(sanctions, 2028, rules.ceilings)).toEqual({ kind: 'none' })
  })

  test('of several the heaviest counts, the others are named', () => {
    const sanctions = [sanction('admonition', '2026-02-01'), sanction('demerit', '2026-03-01'), sanction('warning', '2026-04-01')]
    expect(gradeCeiling(sanctions, 2026, rules.ceilings)).toMatchObject({
      ceiling: 'ungraded',
      because: 'demerit',
      also: ['admonition', 'warning'],
    })
  })

  test('a sanction the table does not know is left to people', () => {
    expect(gradeCeiling([sanction('expulsion', '2026-02-01')], 2026, rules.ceilings)).toEqual({
      kind: 'undefined',
      because: 'sanction-without-rule',
      sanction: 'expulsion',
    })
  })
})

test('every sanction of the shipped rule pack is one the engine knows', () => {
  const known: readonly string[] = sanctionKinds
  expect(pack.ceilings.map(({ code }) => code).filter((code) => !known.includes(code))).toEqual([])
})
