import { exact } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BonusInput, CardInput, MeasureInput } from './card.ts'
import { withBonus } from './finalScore.ts'
import { scoreCard } from './scoreCard.ts'
import { shownPercentages, showShare } from './shownPercentages.ts'
import { spreadShares } from './spreadShares.ts'
import { card, measure, objective } from './testCards.ts'

const bonus = (points: string): BonusInput => ({ id: points, points, reason: { zh: '加分', en: 'bonus' }, decidedBy: 'committee' })
const final = (weighted: string, points: string[], bonusCap = '5', zeroed = false) => {
  const result = withBonus(exact(weighted), points.map(bonus), { bonusCap, zeroed })
  return [toExactText(result.final), toExactText(result.points)]
}

describe('bonus and deductions stand outside the weights', () => {
  test.each<[string, string[], string, string[]]>([
    ['90', [], '5', ['90', '0']],
    ['90', ['3'], '5', ['93', '3']],
    ['98', ['10'], '5', ['105', '10']],
    ['98', ['10'], '0', ['100', '10']],
    ['90', ['-4'], '5', ['86', '-4']],
    ['98', ['10', '-4'], '5', ['101', '6']],
    ['3', ['-9'], '5', ['0', '-9']],
    ['110', ['1'], '5', ['110', '1']],
    ['89.999', ['0.001'], '5', ['90', '0.001']],
  ])('%s with %j under a cap of 100 + %s', (weighted, points, cap, expected) => {
    expect(final(weighted, points, cap)).toEqual(expected)
  })
  test('a card zeroed by a veto stays at zero', () => {
    expect(final('98', ['10'], '5', true)).toEqual(['0', '10'])
  })
  test('law: a bonus never lowers, a deduction never raises, nothing goes below zero', () => {
    const points = fc.integer({ min: -30, max: 30 }).map(String)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), points, (weighted, one) => {
        const [after] = final(String(weighted), [one])
        const moved = exact(after!).compare(exact(weighted))
        expect(Number(one) >= 0 ? moved >= 0 : moved <= 0).toBe(true)
        expect(exact(after!).compare(exact(0)) >= 0).toBe(true)
      }),
    )
  })
})

describe('vetoes', () => {
  const of = (measures: MeasureInput[], more: Partial<CardInput>) => scoreCard(card([objective('o', measures)], more))
  const veto = (effect: NonNullable<CardInput['vetoes']>[number]['effect']) => ({
    vetoes: [{ id: 'v', reason: { zh: '事故', en: 'accident' }, decidedBy: 'committee', effect }],
  })
  test('on the card: zero, and what it was is kept', () => {
    const result = of([measure('a', 10000, '92')], veto({ kind: 'zero', node: 'card' }))
    expect(result).toMatchObject({ final: { official: '0.00' }, vetoes: [{ id: 'v', effect: 'zero', target: 'card', scoreBefore: '92' }] })
    expect(result.status).toMatchObject({ kind: 'veto', band: 'D' })
  })
  test('on a measure: only its own share is lost', () => {
    const result = of([measure('a', 3000, '90'), measure('b', 7000, '80')], veto({ kind: 'zero', node: 'a' }))
    expect(result).toMatchObject({ final: { official: '56.00' }, vetoes: [{ target: 'a', scoreBefore: '90' }] })
  })
  test('a band that caps a better one holds it; a worse one stays', () => {
    expect(of([measure('a', 10000, '92')], veto({ kind: 'cap-band', atMost: 'B' })).status).toMatchObject({ kind: 'veto', band: 'B' })
    expect(of([measure('a', 10000, '50')], veto({ kind: 'cap-band', atMost: 'B' })).status).toMatchObject({ kind: 'veto', band: 'D' })
  })
  test('two caps: the lower holds', () => {
    const two = { vetoes: ['B', 'C'].map((atMost) => ({ ...veto({ kind: 'cap-band', atMost }).vetoes[0]!, id: atMost })) }
    expect(of([measure('a', 10000, '92')], two).status.band).toBe('C')
  })
  test('a measure’s own veto is set off at its line and not above it', () => {
    const accidents = (score: string) =>
      of(
        [
          measure('a', 10000, score, {
            veto: { whenScoreAtMost: '60', effect: { kind: 'cap-band', atMost: 'C' }, reason: { zh: '责任事故', en: 'accident' } },
          }),
        ],
        {},
      )
    expect(accidents('60').vetoes).toMatchObject([{ id: 'a', effect: 'cap-band', target: 'C' }])
    expect(accidents('60.01').vetoes).toEqual([])
  })
})

describe('percentages for a column', () => {
  const shown = (shares: string[], places?: number) => [
    ...shownPercentages(
      shares.map((share, at) => ({ key: `k${at}`, share })),
      places,
    ).values(),
  ]
  test('add up to 100.00: thirds, sevenths, halves', () => {
    expect(shown(['1/3', '1/3', '1/3'])).toEqual(['33.34', '33.33', '33.33'])
    expect(shown(['1/7', '2/7', '4/7'])).toEqual(['14.29', '28.57', '57.14'])
    expect(shown(['0.5', '0.5'], 0)).toEqual(['50', '50'])
  })
  test('nothing with weight is all zeros; nothing at all is nothing', () => {
    expect(shown(['0', '0'])).toEqual(['0.00', '0.00'])
    expect(shown([])).toEqual([])
  })
  test('one share alone is rounded on its own', () => {
    expect([showShare('2/3'), showShare('0.82225'), showShare('1', 0)]).toEqual(['66.67', '82.23', '100'])
  })
  test('law: whatever the weights, the column adds up, and no share is off by a hundredth or more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 12 }), (weights) => {
        const whole = weights.reduce((sum, one) => sum + one, 0)
        const texts = shown(weights.map((one) => `${one}/${whole}`))
        expect(texts.reduce((sum, text) => sum + Math.round(Number(text) * 100), 0)).toBe(10000)
        for (const [at, text] of texts.entries()) expect(Math.abs(Number(text) - (100 * weights[at]!) / whole)).toBeLessThan(0.01)
      }),
    )
  })
})

describe('what a measure really decides', () => {
  const weights = [
    { id: 'a', weightBp: 5000 },
    { id: 'b', weightBp: 5000 },
  ]
  const rows = (pairs: [number, number][]) => pairs.map(([a, b]) => ({ a, b }))
  test('a measure on which all are alike decides nothing, the other everything', () => {
    expect(
      spreadShares(
        weights,
        rows([
          [80, 10],
          [80, 30],
          [80, 50],
          [80, 70],
          [80, 90],
        ]),
      ),
    ).toMatchObject({
      kind: 'shares',
      n: 5,
      shares: [
        { id: 'a', weight: 0.5, share: 0 },
        { id: 'b', share: expect.closeTo(1, 12) },
      ],
    })
  })
  test('one that runs against the total takes spread away: its share is negative, and the shares still add up to one', () => {
    const found = spreadShares(
      weights,
      rows([
        [50, 10],
        [45, 30],
        [40, 50],
        [35, 70],
        [30, 90],
      ]),
    )
    if (found.kind === 'undefined') throw new Error(found.because)
    expect(found.shares[0]!.share).toBeLessThan(0)
    expect(found.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
  })
  test('what cannot be found is named', () => {
    expect(spreadShares(weights, rows([[1, 2]]))).toEqual({ kind: 'undefined', because: 'too-few-cards' })
    expect(
      spreadShares(
        weights,
        rows([
          [1, 2],
          [1, 2],
          [1, 2],
          [1, 2],
          [1, 2],
        ]),
      ),
    ).toEqual({ kind: 'undefined', because: 'no-spread' })
    expect(spreadShares([], [])).toEqual({ kind: 'undefined', because: 'no-weight' })
  })
})
