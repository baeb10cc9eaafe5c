import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardInput, PerspectiveInput } from './card.ts'
import { replay } from './replay.ts'
import { scoreCard } from './scoreCard.ts'

const text = { zh: '', en: '' }

/** One measure whose actual is its score. */
const plan = (id: string, actual: string | null): PerspectiveInput[] => [
  {
    ...{ id: `p-${id}`, name: text },
    objectives: [
      {
        ...{ id: `o-${id}`, name: text },
        measures: [
          {
            ...{ id, name: text, unit: text, weightBp: 10_000, rule: { kind: 'ratio_up', target: '100' }, missingPolicy: 'exclude' },
            values: [actual === null ? { period: '2025', state: 'missing' } : { period: '2025', state: 'reported', actual }],
          },
        ],
      },
    ],
  },
]

const amended = (
  before: string | null,
  now: string | null,
  replacedOn = '2025-04-11',
  mode: CardInput['mode'] = 'official',
): CardInput => ({
  ...{ cardId: 'c', scope: 'person', name: text, mode, period: { from: '2025-01-01', to: '2025-12-31' } },
  perspectives: plan('now', now),
  earlier: [{ id: 'first', from: '2025-01-01', to: dayBefore(replacedOn), perspectives: plan('before', before) }],
  inForce: { from: replacedOn, to: '2025-12-31' },
})
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

describe('a plan that was amended counts by the days of each version', () => {
  test('V26: 100 days at 70 and 265 days at 90 are 84.52, said in the explanation and the same when replayed', () => {
    const card = amended('70', '90')
    const result = scoreCard(card)
    expect(result).toMatchObject({ final: { official: '84.52' }, status: { kind: 'band', band: 'B' }, provisional: false })
    expect(result.stretches?.map(({ days, official }) => [days, official])).toEqual([
      [100, '70.00'],
      [265, '90.00'],
    ])
    expect(result.explanation.children).toHaveLength(2)
    expect(replay(card, result).same).toBe(true)
    expect(replay({ ...card, inForce: { from: '2025-04-12', to: '2025-12-31' } }, result).differsAt).toContain('stretches')
  })

  test('a version that could not be scored counts no days, and leaves the score provisional', () => {
    const result = scoreCard(amended(null, '90'))
    expect(result).toMatchObject({ final: { official: '90.00' }, provisional: true, status: { kind: 'insufficient-coverage' } })
    expect(scoreCard(amended(null, null)).final).toBeNull()
  })

  test('one point on the card takes more of the measure, because it counts for part of the year only', () => {
    const [measure] = scoreCard(amended('70', '50')).measures
    // 365/265 points
    expect(measure?.whatMoves.cardByOne).toMatchObject({ kind: 'needs', changeShown: '1.3774' })
  })

  test('law: the score lies between the versions, and a version the same as before changes nothing', () => {
    const figure = fc.integer({ min: 0, max: 100 })
    const day = fc.integer({ min: 1, max: 363 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(figure, figure, day, (a, b, on) => {
        const score = Number(scoreCard(amended(String(a), String(b), on)).final?.official)
        expect(score).toBeGreaterThanOrEqual(Math.min(a, b))
        expect(score).toBeLessThanOrEqual(Math.max(a, b))
        expect(Number(scoreCard(amended(String(a), String(a), on)).final?.official)).toBe(a)
      }),
      { numRuns: 40 },
    )
  })

  test('earlier plans without the days of the present one are misuse', () => {
    const { inForce: _since, ...card } = amended('70', '90')
    expect(() => scoreCard(card)).toThrow('in force')
  })
})
