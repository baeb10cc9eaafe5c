import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { covariance } from '../spreadShares.ts'
import { findingsOf } from './findings.ts'
import type { MeasureDryRun } from './measureDryRuns.ts'
import type { QuickCard } from './quickCard.ts'
import { ranksOf, spreadOf } from './spread.ts'
import { type Stability, stabilityOf } from './stability.ts'

const finished = <T>(steps: Generator<void, T>): T => {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
const chance = (seed = 7) => {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
/** Cards as a dry run keeps them, of measures a, b, ... with their share of the card and their score. */
const cardOf = (cardId: string, ...leaves: readonly (readonly [number, number | null])[]): QuickCard => ({
  ...{ cardId, state: 'scored', score: null, official: null, band: null },
  leaves: leaves.map(([effective, score], at) => ({
    ...{ key: `measure ${at}`, name: { zh: '指标', en: 'measure' }, floor: 0, cap: 100, state: 'scored' },
    ...{ score, missing: score === null, onWhole: effective, effective },
  })),
})

describe('how figures spread', () => {
  test('by hand: 2, 4, 4, 10 has quartiles 3.5, 4 and 5.5 (type 7), mean 5 and variance 36 / 3', () => {
    expect(spreadOf([10, 2, 4, 4])).toEqual({ n: 4, least: 2, q1: 3.5, median: 4, q3: 5.5, most: 10, mean: 5, sd: Math.sqrt(12) })
  })
  test('one figure has no spread, none is nothing', () => {
    expect(spreadOf([7])).toMatchObject({ n: 1, least: 7, median: 7, most: 7, sd: null })
    expect(spreadOf([])).toBeNull()
  })
  test('covariance by hand: 1, 2, 3 with 2, 4, 9 is (2 x 3 + 0 x 1 + ...) / 3', () => {
    expect(covariance([1, 2, 3], [2, 4, 9])).toBeCloseTo((-1 * -3 + 0 * -1 + 1 * 4) / 3, 12)
  })
})

describe('places', () => {
  test('equal scores share the better place, and what rounding left apart is equal', () => {
    expect([...ranksOf(Float64Array.of(80, 90, 90, 70))]).toEqual([3, 1, 1, 4])
    expect([...ranksOf(Float64Array.of(0.1 + 0.2, 0.3))]).toEqual([1, 1])
  })
  test('law: a place is one more than the number of scores that are higher', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 40 }), (scores) => {
        const expected = scores.map((own) => 1 + scores.filter((other) => other > own).length)
        expect([...ranksOf(Float64Array.from(scores))]).toEqual(expected)
      }),
    )
  })
})

describe('places when weights move', () => {
  test('a card that is ahead everywhere stays first whatever the weights', () => {
    const cards = [cardOf('best', [0.5, 90], [0.5, 95]), cardOf('next', [0.5, 80], [0.5, 85]), cardOf('last', [0.5, 60], [0.5, 70])]
    const found = finished(stabilityOf(cards, { draws: 200, chance: chance() }))
    expect(found).toMatchObject({ kind: 'computed', draws: 200, within: 0.3, meanShift: 0, firstStays: 1, topFifthStays: 1 })
    if (found.kind === 'computed')
      expect(found.ranks).toEqual([
        { cardId: 'best', rank: 1, from: 1, to: 1 },
        { cardId: 'next', rank: 2, from: 2, to: 2 },
        { cardId: 'last', rank: 3, from: 3, to: 3 },
      ])
  })
  test('two cards that each win on one of two equal measures change places in half of the draws', () => {
    const cards = [cardOf('x', [0.5, 90], [0.5, 70]), cardOf('y', [0.5, 70], [0.5, 89.9])]
    const found = finished(stabilityOf(cards, { draws: 2000, chance: chance() }))
    if (found.kind !== 'computed') throw new Error('should have an answer')
    expect(found.firstStays).toBeGreaterThan(0.45)
    expect(found.firstStays).toBeLessThan(0.6)
    expect(found.meanShift).toBeCloseTo(1 - found.firstStays, 12)
    expect(found.ranks.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [1, 2],
    ])
  })
  test('the same draw moves a measure on every card: with weights that do not move nothing does', () => {
    const cards = [cardOf('x', [0.5, 90], [0.5, 70]), cardOf('y', [0.5, 70], [0.5, 89.9])]
    expect(finished(stabilityOf(cards, { draws: 50, chance: chance(), within: 0 }))).toMatchObject({ firstStays: 1, meanShift: 0 })
  })
  test('a measure without a score takes no part; one card or no draw has no answer, by name', () => {
    const cards = [cardOf('x', [0.5, 90], [0.5, null]), cardOf('y', [0.5, 80], [0.5, 80])]
    expect(finished(stabilityOf(cards, { draws: 30, chance: chance() }))).toMatchObject({ firstStays: 1 })
    expect(finished(stabilityOf(cards.slice(0, 1), { draws: 30, chance: chance() }))).toEqual({
      kind: 'undefined',
      because: 'too-few-cards',
    })
    expect(finished(stabilityOf(cards, { draws: 0, chance: chance() }))).toEqual({ kind: 'undefined', because: 'no-draws' })
  })
})

describe('what to look at before a scheme is adopted', () => {
  const measure = (more: Partial<MeasureDryRun>): MeasureDryRun => ({
    ...{ id: 'm', name: { zh: '坑槽修复率', en: 'Potholes repaired' }, n: 20, scored: 20, spread: null, missing: 0, notApplicable: 0 },
    ...{ weight: 0.3, decides: 0.3, ceiling: 0, floor: 0, ...more },
  })
  const steady: Stability = { kind: 'computed', draws: 100, within: 0.3, meanShift: 0, firstStays: 1, topFifthStays: 1, ranks: [] }
  const codes = (more: Partial<MeasureDryRun>) =>
    findingsOf({ measures: [measure(more)], spread: null, stability: steady }).map(({ code }) => code)
  test.each([
    ['nothing is said of a measure that does what it should', {}, []],
    ['half stand at the cap', { ceiling: 0.5 }, ['ceiling']],
    ['fewer than half', { ceiling: 0.49 }, []],
    ['one card alone proves nothing', { ceiling: 1, n: 1 }, []],
    ['half at the floor', { floor: 0.6 }, ['floor']],
    ['decides more than twice its weight', { decides: 0.61 }, ['decides-much-more']],
    ['twice is not more than twice', { decides: 0.6 }, []],
    ['decides less than half its weight', { decides: 0.14 }, ['decides-much-less']],
    ['a measure that is only watched decides nothing and need not', { weight: 0, decides: 0 }, []],
    ['more than a fifth missing', { missing: 5 }, ['often-missing']],
    ['a fifth missing is borne', { missing: 4 }, []],
  ] as const)('%s', (_, more, expected) => {
    expect(codes(more)).toEqual(expected)
  })
  test('a share just below nothing is written as 0, without a minus', () => {
    const [found] = findingsOf({ measures: [measure({ decides: -0.002 })], spread: null, stability: steady })
    expect(found?.message.en).toContain('decides only 0 %')
  })
  test('scores that lie within a point, and ranks that shake, are said of the whole', () => {
    const shaking: Stability = { ...steady, topFifthStays: 0.5 }
    const spread = spreadOf([80, 80.5, 81, 80.2, 80.1])
    const found = findingsOf({ measures: [], spread, stability: shaking })
    expect(found.map(({ code, measure: of }) => [code, of])).toEqual([
      ['scores-too-alike', null],
      ['ranks-shake', null],
    ])
    for (const { message } of found) {
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/)
      expect(message.en).not.toMatch(/[\u4e00-\u9fff]/)
    }
    expect(findingsOf({ measures: [], spread: spreadOf([80, 80.1]), stability: { kind: 'undefined', because: 'no-draws' } })).toEqual([])
  })
})
