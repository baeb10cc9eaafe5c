import { expect, test } from 'vitest'
import { card, measure, objective } from '../testCards.ts'
import { compareDryRuns } from './compareDryRuns.ts'
import { dryRun } from './dryRun.ts'

const scheme = (weightX: number, people: readonly (readonly [string, string, string])[]) =>
  dryRun(
    people.map(([id, x, y]) => ({
      ...card([objective('o', [measure('x', weightX, x, { code: 'X' }), measure('y', 10_000 - weightX, y, { code: 'Y' })])]),
      cardId: id,
    })),
    { draws: 0, chance: () => 0 },
  )
const people = [
  ['a', '95', '60'],
  ['b', '80', '80'],
  ['c', '60', '95'],
] as const

test('half and half against 90 to 10, by hand: 77.5 80 77.5 becomes 91.5 80 63.5', () => {
  const compared = compareDryRuns(scheme(5000, people), scheme(9000, people))
  expect(compared.cards.map(({ cardId, ranks, gains }) => [cardId, ...ranks, gains])).toEqual([
    ['a', 2, 1, 1],
    ['b', 1, 2, -1],
    ['c', 2, 3, -1],
  ])
  expect(compared).toMatchObject({ both: 3, bandChanges: 1, meanShift: 1, mostShift: 1, onlyFirst: 0, onlySecond: 0 })
  // pairs: ab reversed, bc kept, ac tied before; tau-b = 0 / sqrt(2 x 3)
  expect(compared.tau).toBe(0)
})

test('a scheme beside itself moves nobody, and cards that stand in one scheme only are counted apart', () => {
  const whole = scheme(5000, people)
  expect(compareDryRuns(whole, whole)).toMatchObject({ meanShift: 0, bandChanges: 0, tau: 1 })
  expect(compareDryRuns(whole, scheme(5000, people.slice(0, 1)))).toMatchObject({ both: 1, onlyFirst: 2, onlySecond: 0, tau: null })
  expect(compareDryRuns(whole, scheme(5000, []))).toMatchObject({ both: 0, meanShift: null, mostShift: null })
})
