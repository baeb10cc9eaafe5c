import { expect, test } from 'vitest'
import { type WeighingGiven, weightsSideBySide } from './weightsSideBySide.ts'

const given: WeighingGiven = {
  criteria: ['A', 'B', 'C'],
  byHand: { A: 2000, B: 1000, C: 1000 },
  judgements: { 'A/B': '2', 'B/C': '2' },
  order: ['A', 'B', 'C'],
  ratios: [1.2, 1.4],
  past: {
    A: { values: [1, 2, 3, 4], direction: 'benefit' },
    B: { values: [4, 3, 2, 1], direction: 'cost' },
    C: { values: [0, 0, 0, 1], direction: 'benefit' },
  },
}

test('four ways side by side: each sums to 1 and is the one its own engine gives', () => {
  const { byHand, ahp, g1, entropy } = weightsSideBySide(given)
  for (const way of [byHand, ahp, g1, entropy]) {
    if (way.kind !== 'found') throw new Error('all four have an answer')
    expect(Object.values(way.weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
  }
  expect(byHand).toMatchObject({ weights: { A: 0.5, B: 0.25, C: 0.25 } })
  // 4 : 2 : 1, a chain that cannot contradict itself (Harker 1987)
  expect(ahp).toMatchObject({
    judged: 2,
    pairs: 3,
    consistencyRatio: 0,
    weights: { A: expect.closeTo(4 / 7, 9), C: expect.closeTo(1 / 7, 9) },
  })
  // G1: w3 = 1 / (1 + 1.2 x 1.4 + 1.4), w2 = 1.4 w3, w1 = 1.2 w2
  expect(g1).toMatchObject({
    weights: { C: expect.closeTo(1 / 4.08, 9), B: expect.closeTo(1.4 / 4.08, 9), A: expect.closeTo(1.68 / 4.08, 9) },
  })
  // A and B move alike (one is the other turned); C sits in one value alone, entropy 0, and tells most
  if (entropy.kind !== 'found') throw new Error('it has an answer')
  expect(entropy.weights.A).toBeCloseTo(entropy.weights.B ?? 0, 12)
  expect(entropy.columns.C).toEqual({ n: 4, divergence: 1 })
})

test('a way without an answer says why and names what stands in the way', () => {
  expect(weightsSideBySide({ ...given, judgements: {} }).ahp).toMatchObject({ kind: 'none', because: 'nothing-judged', judged: 0 })
  expect(weightsSideBySide({ ...given, judgements: { 'A/B': '2' } }).ahp).toMatchObject({ because: 'disconnected', criteria: ['C'] })
  expect(weightsSideBySide({ ...given, order: ['A', 'C'], ratios: [1] }).g1).toMatchObject({
    because: 'order-not-complete',
    criteria: ['B'],
  })
  expect(weightsSideBySide({ ...given, ratios: [0.8, 1] }).g1).toMatchObject({ because: 'ratio-at-fault' })
  const past = { ...given.past, B: { values: [1, 2], direction: 'benefit' as const }, C: { values: [1, 2, 3, 4], direction: null } }
  expect(weightsSideBySide({ ...given, past }).entropy).toMatchObject({ because: 'too-few-values', criteria: ['B'] })
  expect(weightsSideBySide({ ...given, past: { ...given.past, C: past.C } }).entropy).toMatchObject({
    because: 'no-direction',
    criteria: ['C'],
  })
  const flat = { values: [5, 5, 5, 5], direction: 'benefit' as const }
  expect(weightsSideBySide({ ...given, past: { A: flat, B: flat, C: flat } }).entropy).toMatchObject({ because: 'no-information' })
  expect(weightsSideBySide({ ...given, byHand: {} }).byHand).toMatchObject({ because: 'nothing-weighs' })
})
