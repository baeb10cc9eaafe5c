import { describe, expect, test } from 'vitest'
import { card, measure, objective } from '../testCards.ts'
import { dryRun } from './dryRun.ts'

/** The same numbers every time, spread evenly enough for a test: a linear congruential generator. */
const chance = () => {
  let state = 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
/** Twenty past cards: A is at its cap for all but two, B spreads from 40 to 97, C is 80 for everybody. */
const past = Array.from({ length: 20 }, (_, at) => ({
  ...card([
    objective('o', [
      measure(`a${at}`, 4000, at < 2 ? '90' : '100', { code: 'A' }),
      measure(`b${at}`, 3000, String(40 + at * 3), { code: 'B' }),
      measure(`c${at}`, 3000, '80', { code: 'C' }),
    ]),
  ]),
  cardId: `card${at}`,
}))
const run = (cards = past, draws = 200) => dryRun(cards, { draws, chance: chance() })

describe('a draft scheme on past values', () => {
  test('the spread of scores is that of the totals, by hand for the ends and the middle', () => {
    // 0.4 x 90 + 0.3 x 40 + 0.3 x 80 = 72; 0.4 x 100 + 0.3 x 97 + 24 = 93.1
    expect(run().spread).toMatchObject({
      n: 20,
      least: expect.closeTo(72, 9),
      most: expect.closeTo(93.1, 9),
      median: expect.closeTo(84.55, 9),
    })
    expect(run().bands).toEqual([
      expect.objectContaining({ code: 'A', cards: 4 }),
      expect.objectContaining({ code: 'B', cards: 11 }),
      expect.objectContaining({ code: 'C', cards: 5 }),
      expect.objectContaining({ code: 'D', cards: 0 }),
    ])
  })
  test('a measure at its cap for most, one that decides nearly everything, and one that decides nothing', () => {
    const { measures, findings } = run()
    const [a, b, c] = measures
    expect(a).toMatchObject({ id: 'A', ceiling: 0.9, weight: expect.closeTo(0.4, 9) })
    expect(b?.decides).toBeGreaterThan(0.8)
    expect(c).toMatchObject({ decides: expect.closeTo(0, 9), spread: { sd: 0 } })
    expect((a?.decides ?? 0) + (b?.decides ?? 0) + (c?.decides ?? 0)).toBeCloseTo(1, 9)
    expect(findings.map(({ code, measure: id }) => `${code} ${id}`)).toEqual([
      'ceiling A',
      'decides-much-less A',
      'decides-much-more B',
      'decides-much-less C',
    ])
  })
  test('the best stays first however the weights are moved, because it is best in all', () => {
    expect(run().stability).toMatchObject({ kind: 'computed', draws: 200, within: 0.3, firstStays: 1, meanShift: 0, topFifthStays: 1 })
  })
  test('two cards strong in different things change places when weights move', () => {
    const rivals = [
      ['90', '70'],
      ['70', '90'],
    ].map(([x, y], at) => ({
      ...card([objective('o', [measure('x', 5000, x!, { code: 'X' }), measure('y', 5000, y!, { code: 'Y' })])]),
      cardId: `r${at}`,
    }))
    const { stability, findings } = run(rivals)
    if (stability.kind === 'undefined') throw new Error(stability.because)
    expect(stability.ranks.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [1, 2],
    ])
    expect(stability.meanShift).toBeGreaterThan(0.3)
    expect(findings.map(({ code }) => code)).toContain('ranks-shake')
  })
  test('the same chance gives the same run', () => {
    expect(run()).toEqual(run())
  })
  test('missing and not applicable are counted apart, and a card without a score is not a zero', () => {
    const gappy = [
      card([objective('o', [measure('m', 10000, [{ period: '2025', state: 'missing' }])])]),
      card([objective('o', [measure('m', 10000, [{ period: '2025', state: 'not_applicable' }])])]),
    ]
    expect(run(gappy)).toMatchObject({
      cards: 2,
      scored: 1,
      withoutScore: { 'not-applicable': 1 },
      measures: [{ missing: 1, notApplicable: 1, scored: 1, floor: 1 }],
    })
  })
  test('nothing to run on is said', () => {
    expect(run([])).toMatchObject({ spread: null, stability: { kind: 'undefined', because: 'too-few-cards' }, findings: [] })
    expect(run(past, 0).stability).toMatchObject({ because: 'no-draws' })
  })
})
