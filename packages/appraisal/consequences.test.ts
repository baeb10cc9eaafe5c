import { describe, expect, test } from 'vitest'
import { consequencesOf, type PastYear, termResult } from './consequences.ts'
import { rules } from './testing/rules.ts'

const of = (outcome: PastYear['outcome'], past: readonly PastYear[] = []) => {
  const result = consequencesOf({ year: 2026, outcome }, past, rules.effects)
  if (result.kind === 'undefined') throw new Error(result.because)
  return { ...result, kinds: result.proposals.map(({ kind }) => kind) }
}

describe('what a grade leads to', () => {
  test('qualified: a pay step, pay by the rules, the year counts (Art. 28)', () => {
    expect(of('qualified').kinds).toEqual(['pay-step', 'performance-pay-full', 'year-counts'])
    expect(of('qualified').proposals[0]?.citation).toMatchObject({ article: '28' })
  })

  test('basic: no step, a cut, the year does not count, no promotion in the next year (Art. 29)', () => {
    expect(of('basic').kinds).toEqual(['no-pay-step', 'performance-pay-cut', 'year-does-not-count', 'promotion-barred-next-year'])
  })

  test('two years running bring more, and only when the year before is known to be the same', () => {
    expect(of('basic', [{ year: 2025, outcome: 'basic' }])).toMatchObject({ yearsRunning: 2 })
    expect(of('basic', [{ year: 2025, outcome: 'basic' }]).kinds).toContain('second-year-running')
    expect(of('basic', [{ year: 2024, outcome: 'basic' }]).kinds).not.toContain('second-year-running')
    expect(of('basic', [{ year: 2024, outcome: 'basic' }]).unknownYears).toEqual([2025])
    expect(of('unqualified', [{ year: 2025, outcome: 'basic' }]).yearsRunning).toBe(1)
  })

  test('last year’s basic grade still bars this year’s promotion, with its own article', () => {
    const after = of('excellent', [{ year: 2025, outcome: 'basic' }])
    expect(after.proposals.find(({ kind }) => kind === 'promotion-barred-now')?.citation.article).toBe('29')
  })

  test('three years running are counted; a later year is not looked at', () => {
    const past: PastYear[] = [2023, 2024, 2025, 2027].map((year) => ({ year, outcome: 'ungraded' }))
    expect(of('ungraded', past).yearsRunning).toBe(4)
  })

  test('an outcome the pack has no row for is named', () => {
    expect(consequencesOf({ year: 2026, outcome: 'basic' }, [], [])).toEqual({
      kind: 'undefined',
      because: 'outcome-without-rule',
      outcome: 'basic',
    })
  })
})

describe('the term appraisal (Art. 18-22)', () => {
  const years = (...outcomes: PastYear['outcome'][]) => outcomes.map((outcome, at): PastYear => ({ year: 2024 + at, outcome }))
  test('tasks done and every year qualified or better: qualified; tasks not done without good reason: unqualified', () => {
    expect(termResult({ tasksDone: true, goodReasonIfNot: false, years: years('qualified', 'excellent', 'qualified') })).toEqual({
      kind: 'known',
      result: 'qualified',
    })
    expect(termResult({ tasksDone: false, goodReasonIfNot: false, years: years('qualified') })).toEqual({
      kind: 'known',
      result: 'unqualified',
    })
  })

  test('where the rules are silent people decide', () => {
    expect(termResult({ tasksDone: true, goodReasonIfNot: false, years: years('qualified', 'basic') })).toEqual({
      kind: 'undefined',
      because: 'a-year-below-qualified',
      years: [2025],
    })
    expect(termResult({ tasksDone: false, goodReasonIfNot: true, years: years('qualified') })).toMatchObject({ because: 'good-reason' })
    expect(termResult({ tasksDone: true, goodReasonIfNot: false, years: [] })).toMatchObject({ because: 'no-years' })
  })
})
