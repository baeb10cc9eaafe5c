import { describe, expect, test } from 'vitest'
import { leadAndLag } from './leadAndLag.ts'
import { restatementImpact } from './restatementImpact.ts'
import { scoreCard } from './scoreCard.ts'
import { card, measure, objective, reported } from './testCards.ts'

const named = (cardId: string, a: string, b: string) => ({
  ...card([objective('o', [measure(`${cardId}-a`, 6000, a, { code: 'A' }), measure(`${cardId}-b`, 4000, b)])]),
  cardId,
})
const CARDS = [named('north', '90', '90'), named('south', '88', '90'), named('west', '70', '70')]

describe('what a correction would change, before it is accepted', () => {
  test('south 88 -> 95 on 60 %: 88.80 -> 93.00, from 良 to 优, and past north', () => {
    const impact = restatementImpact(CARDS, [{ measure: 'south-a', value: reported('95') }])
    expect(impact.cards).toEqual([
      expect.objectContaining({
        cardId: 'north',
        change: '0',
        rankChanges: true,
        before: { official: '90.00', band: 'A', rank: 1 },
        after: { official: '90.00', band: 'A', rank: 2 },
      }),
      expect.objectContaining({
        cardId: 'south',
        change: '4.2',
        bandChanges: true,
        before: { official: '88.80', band: 'B', rank: 2 },
        after: { official: '93.00', band: 'A', rank: 1 },
      }),
    ])
    expect(impact.cards[1]?.nodes.map(({ id, before, after }) => [id, before, after])).toEqual([
      ['south-a', '88.00', '95.00'],
      ['o', '88.80', '93.00'],
      ['perspective of o', '88.80', '93.00'],
      ['south', '88.80', '93.00'],
    ])
    expect(impact.counts).toEqual({ cards: 2, scores: 1, bands: 1, ranks: 2 })
    expect(impact.payRerun).toEqual(['south'])
  })
  test('a correction by the measure’s code reaches every card that has it; a value where none stood is added', () => {
    const impact = restatementImpact(CARDS, [{ measure: 'A', value: reported('50', { period: '2026' }) }])
    expect(impact.counts.scores).toBe(3)
  })
  test('the same value again changes nothing', () => {
    expect(restatementImpact(CARDS, [{ measure: 'south-a', value: reported('88') }])).toMatchObject({ cards: [], payRerun: [] })
  })
  test('a change below the rounding is none on the score but is one for pay', () => {
    expect(restatementImpact(CARDS, [{ measure: 'south-a', value: reported('88.0001') }])).toMatchObject({
      counts: { scores: 0 },
      payRerun: ['south'],
    })
  })
  test('a score that is lost has no difference, and leaves the ranks', () => {
    const gone = restatementImpact(
      CARDS,
      ['A', 'west-b'].map((id) => ({ measure: id === 'A' ? 'west-a' : id, value: { period: '2025', state: 'not_applicable' as const } })),
    )
    expect(gone.cards).toMatchObject([{ cardId: 'west', change: null, after: { official: null, rank: null } }])
    expect(gone.payRerun).toEqual(['west'])
  })
  test('a measure no card has is named', () => {
    expect(restatementImpact(CARDS, [{ measure: 'east-a', value: reported('1') }]).unknownMeasures).toEqual(['east-a'])
  })
})

describe('leading and lagging measures apart', () => {
  const result = scoreCard(
    card([objective('o', [measure('training', 2000, '90'), measure('inspections', 2000, '70'), measure('accidents', 6000, '95')])]),
  )
  test('by hand: lead (90 + 70) / 2 = 80, lag 95; the card’s own score is not touched', () => {
    const roles = new Map([
      ['training', 'lead'],
      ['inspections', 'lead'],
      ['accidents', 'lag'],
    ] as const)
    expect(leadAndLag(result, roles)).toMatchObject({
      lead: { official: '80.00', measures: ['training', 'inspections'] },
      lag: { official: '95.00' },
    })
  })
  test('a role without a scored measure has no index', () => {
    expect(leadAndLag(result, new Map([['accidents', 'lag']]))).toMatchObject({ lead: { kind: 'undefined', because: 'no-measure-scored' } })
  })
})
