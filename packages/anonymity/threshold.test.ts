import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayShowText, reportCell, reportingFloor, reportingRules } from './threshold.ts'

describe('thresholds can be raised, never lowered', () => {
  test('5 answers behind a number, 10 behind open text', () => {
    expect(reportingRules({})).toEqual({ rules: reportingFloor, raised: [] })
    expect(reportingFloor).toMatchObject({ leastForNumbers: 5, leastForText: 10 })
  })

  test('a stricter wish is followed, a looser one is raised to the floor and said so', () => {
    expect(reportingRules({ leastForNumbers: 8, leastForText: 3 })).toEqual({
      rules: { ...reportingFloor, leastForNumbers: 8 },
      raised: [{ rule: 'leastForText', asked: 3, used: 10 }],
    })
  })
})

describe('what may be shown of a cell', () => {
  const rules = reportingFloor

  test('four answers are hidden, five are shown in whole per cent, fifty with a decimal', () => {
    expect(reportCell({ counts: [2, 2], favourable: null }, rules)).toEqual({ kind: 'hidden', because: 'too-few', least: 5 })
    expect(reportCell({ counts: [2, 3], favourable: 3 }, rules)).toEqual({ kind: 'shown', n: 5, percentPlaces: 0 })
    expect(reportCell({ counts: [20, 30], favourable: 30 }, rules)).toEqual({ kind: 'shown', n: 50, percentPlaces: 1 })
  })

  test('nobody answered is a case of its own', () => {
    expect(reportCell({ counts: [0, 0], favourable: 0 }, rules)).toEqual({ kind: 'empty' })
  })

  test('all favourable, or none, is a band: it does not say what each one answered', () => {
    expect(reportCell({ counts: [0, 0, 8], favourable: 8 }, rules)).toEqual({
      kind: 'banded',
      n: 8,
      band: 'at-least',
      percent: 80,
      of: 'favourable',
    })
    expect(reportCell({ counts: [5, 3, 0], favourable: 0 }, rules)).toEqual({
      kind: 'banded',
      n: 8,
      band: 'at-most',
      percent: 20,
      of: 'favourable',
    })
  })

  test('one answer for all is a band even where the item is not one of favour', () => {
    expect(reportCell({ counts: [0, 20, 0], favourable: null }, rules)).toEqual({
      kind: 'banded',
      n: 20,
      band: 'at-least',
      percent: 90,
      of: 'one-option',
    })
  })

  test('open answers are shown from ten', () => {
    expect([mayShowText(9, rules), mayShowText(10, rules)]).toEqual([false, true])
  })

  test('a band never tells unanimity from one dissenting voice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 400 }), (n) => {
        const all = reportCell({ counts: [0, n], favourable: n }, rules)
        const allButOne = reportCell({ counts: [1, n - 1], favourable: n - 1 }, rules)
        const covers = all.kind === 'banded' && all.percent * n <= 100 * (n - 1)
        return covers && JSON.stringify(all) === JSON.stringify(allButOne)
      }),
    )
  })
})
