import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atLeastInBinomial, atLeastInHypergeometric } from './countTails.ts'
import { auditSample, type GamingSignal, gamingWatch, type WatchedMeasure } from './gamingWatch.ts'

const watched = (more: Partial<WatchedMeasure>): WatchedMeasure => ({
  id: 'm',
  name: { zh: '指标', en: 'measure' },
  direction: 'up',
  ...more,
})
const kinds = (more: Partial<WatchedMeasure>) => gamingWatch([watched(more)]).map(({ kind }) => kind)
const years = (pairs: [number, number | null][]) => pairs.map(([target, actual], at) => ({ year: String(2020 + at), target, actual }))

describe('chances of counts', () => {
  test('nine or ten heads in ten throws: 11 / 1024', () => {
    expect(atLeastInBinomial(9, 10)).toBeCloseTo(11 / 1024, 12)
    expect(atLeastInBinomial(0, 10)).toBeCloseTo(1, 12)
  })
  test('the lady tasting tea (Fisher 1935): four right of four by luck is 1/70, three or more 17/70', () => {
    expect(atLeastInHypergeometric(4, { drawn: 4, marked: 4, all: 8 })).toBeCloseTo(1 / 70, 12)
    expect(atLeastInHypergeometric(3, { drawn: 4, marked: 4, all: 8 })).toBeCloseTo(17 / 70, 12)
  })
})

describe('what is looked at', () => {
  test('heaping: nine of ten results near the target just above it; five of ten are not; nine are too few', () => {
    const near = (above: number, below: number) => [
      ...Array.from({ length: above }, () => 100.4),
      ...Array.from({ length: below }, () => 99.2),
      80,
      120,
    ]
    expect(kinds({ attainments: near(9, 1) })).toEqual(['heaping-above-target'])
    expect(kinds({ attainments: near(5, 5) })).toEqual([])
    expect(kinds({ attainments: near(9, 0) })).toEqual([])
    expect(gamingWatch([watched({ attainments: near(9, 1) })])[0]).toMatchObject({ n: 10, p: expect.closeTo(11 / 1024, 9), who: null })
  })
  test('a target eased after a miss, in either direction; raised or after success it is nothing', () => {
    expect(
      kinds({
        years: years([
          [90, 85],
          [86, 88],
        ]),
      }),
    ).toEqual(['target-lowered-after-miss'])
    expect(
      kinds({
        direction: 'down',
        years: years([
          [10, 14],
          [13, 12],
        ]),
      }),
    ).toEqual(['target-lowered-after-miss'])
    expect(
      kinds({
        years: years([
          [90, 85],
          [92, 88],
        ]),
      }),
    ).toEqual([])
    expect(
      kinds({
        years: years([
          [90, 91],
          [88, 88],
        ]),
      }),
    ).toEqual([])
    expect(
      kinds({
        direction: 'band',
        years: years([
          [90, 85],
          [86, 88],
        ]),
      }),
    ).toEqual([])
  })
  test('a target that is always last year’s actual', () => {
    expect(
      kinds({
        years: years([
          [80, 82],
          [82, 85],
          [85, 86],
          [86, 90],
        ]),
      }),
    ).toEqual(['target-follows-last-actual'])
    expect(
      kinds({
        years: years([
          [80, 82],
          [82, 85],
          [88, 89],
          [89, 90],
        ]),
      }),
    ).toEqual([])
  })
  test('a surge of "not applicable" beyond chance', () => {
    expect(kinds({ notApplicable: { now: 12, of: 40, before: 1, ofBefore: 40 } })).toEqual(['not-applicable-surge'])
    expect(kinds({ notApplicable: { now: 2, of: 40, before: 1, ofBefore: 40 } })).toEqual([])
    expect(kinds({ notApplicable: { now: 1, of: 0, before: 1, ofBefore: 40 } })).toEqual([])
  })
  test('a flow done in the last period', () => {
    const expected = [0.25, 0.25, 0.25, 0.25]
    expect(kinds({ flow: { actuals: [10, 10, 10, 70], expected } })).toEqual(['late-spike'])
    expect(kinds({ flow: { actuals: [20, 25, 25, 30], expected } })).toEqual([])
    expect(kinds({ flow: { actuals: [0, 0, 0, 0], expected } })).toEqual([])
  })
  test('a definition changed shortly before the close', () => {
    expect(kinds({ changedOn: '2025-12-01', closesOn: '2025-12-31' })).toEqual(['changed-near-close'])
    expect(kinds({ changedOn: '2025-02-01', closesOn: '2025-12-31' })).toEqual([])
  })
  test('a self-score far above what was confirmed, by whom', () => {
    const signals = gamingWatch([
      watched({
        selfScores: [
          { who: 'south', self: 98, confirmed: 82 },
          { who: 'north', self: 90, confirmed: 88 },
        ],
      }),
    ])
    expect(signals).toMatchObject([{ kind: 'self-far-above-confirmed', who: 'south', value: 16 }])
  })
  test('an official figure far above what the public says (A&E 2004/05: 96 against 77)', () => {
    expect(kinds({ official: { reported: 96, survey: 77 } })).toEqual(['official-far-from-survey'])
    expect(kinds({ official: { reported: 80, survey: 77 } })).toEqual([])
  })
  test('nothing known, nothing said; every signal speaks both languages', () => {
    expect(kinds({})).toEqual([])
    const [one] = gamingWatch([watched({ official: { reported: 96, survey: 77 } })])
    expect(one?.message).toEqual({ zh: '“指标”：填报 96，公众调查 77', en: '"measure": reported as 96, while the public survey says 77' })
  })
})

describe('the audit sample', () => {
  const signal = (measure: string): GamingSignal => ({
    kind: 'late-spike',
    measure,
    who: null,
    n: 1,
    value: 1,
    threshold: 1,
    p: null,
    message: { zh: '', en: '' },
  })
  test('half by signal, half by lot, so that nobody is sure to be left alone', () => {
    const picks = auditSample(['a', 'b', 'c', 'd', 'e'], [signal('c'), signal('c'), signal('a'), signal('e')], { size: 4, chance: () => 0 })
    expect(picks).toEqual([
      { measure: 'c', because: 'signal' },
      { measure: 'a', because: 'signal' },
      { measure: 'b', because: 'by-lot' },
      { measure: 'd', because: 'by-lot' },
    ])
  })
  test('law: never more than asked or there are, never one twice, and the order of input does not matter', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'))
    fc.assert(
      fc.property(ids, fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (all, size, drawn) => {
        const signals = all.slice(0, 2).map(signal)
        const picks = auditSample(all, signals, { size, chance: () => drawn })
        expect(picks.length).toBe(Math.min(size, all.length))
        expect(new Set(picks.map(({ measure }) => measure)).size).toBe(picks.length)
        expect(auditSample(all.toReversed(), signals, { size, chance: () => drawn })).toEqual(picks)
      }),
    )
  })
})
