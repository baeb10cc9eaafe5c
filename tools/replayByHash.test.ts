import { replay } from '@milepost/scorecard/replay'
import { scoreCard } from '@milepost/scorecard/scoreCard'
import { card, measure, objective, reported } from '@milepost/scorecard/testCards'
import { wilson } from '@milepost/statistics/proportionInterval'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, contentHash } from '../server/platform/audit/canonicalJson.ts'

const cents = fc.integer({ min: 0, max: 13_000 }).map((units) => (units / 100).toFixed(2))
const cards = fc.array(fc.tuple(cents, fc.integer({ min: 1, max: 50 }), fc.boolean()), { minLength: 1, maxLength: 5 }).map((measures) =>
  card(
    [
      objective(
        'o',
        measures.map(([actual, weight, applies], at) =>
          measure(`m${at}`, weight, applies ? [reported(actual)] : [{ period: '2025', state: 'not_applicable' }]),
        ),
      ),
    ],
    {},
    { strict100: false },
  ),
)

/** The same content with every object's keys in the opposite order, as a database may give it back. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, one]) => [key, turned(one)]),
  )
}

test('law: the same input hash, the same result, through a file and with keys in any order; another figure, another hash', () => {
  fc.assert(
    fc.property(cards, (input) => {
      const stored: typeof input = JSON.parse(JSON.stringify(turned(input)))
      expect(contentHash(stored)).toBe(contentHash(input))
      const [first, again] = [scoreCard(input), scoreCard(stored)]
      expect(contentHash(again)).toBe(contentHash(first))
      expect(replay(stored, JSON.parse(canonicalJson(first)))).toMatchObject({ same: true, differsAt: [] })
      const changed = structuredClone(input)
      changed.perspectives[0]!.objectives[0]!.measures[0]!.weightBp += 1
      expect(contentHash(changed)).not.toBe(contentHash(input))
    }),
    { numRuns: 60 },
  )
})

test('V29: 20 of 25 satisfied is 80 % with a Wilson interval of 60.9 to 91.1 %', () => {
  const result = wilson(20, 25)
  if (result.kind !== 'computed') throw new Error('computed')
  expect([result.proportion, result.interval.low, result.interval.high].map((share) => (share * 100).toFixed(1))).toEqual([
    '80.0',
    '60.9',
    '91.1',
  ])
})
