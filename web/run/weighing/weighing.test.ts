import { expect, test } from 'vitest'
import { movedIn, orderByWeight, spreadOn } from './weighing.ts'

const item = (code: string, weightBp: number) => ({
  ...{ code, name: { zh: code, en: code }, weightBp },
  past: { values: [], from: null, to: null, direction: null },
})

test('the order begins with what weighs most, and a move at the edge moves nothing', () => {
  const { order, ratios } = orderByWeight([item('A', 10), item('B', 30), item('C', 20)])
  expect([order, ratios]).toEqual([
    ['B', 'C', 'A'],
    [1.5, 1.8],
  ])
  expect(movedIn(order, 'A', -1)).toEqual(['B', 'A', 'C'])
  expect(movedIn(order, 'B', -1)).toEqual(order)
})

test('put in order by the present weights, G1 gives those weights back as near as its scale allows', () => {
  const present = { A: 3500, B: 3000, C: 2000, D: 1500 }
  const { ratios } = orderByWeight(Object.entries(present).map(([code, weightBp]) => item(code, weightBp)))
  expect(ratios).toEqual([1.2, 1.5, 1.3])
  const last = 1 / (1 + 1.3 + 1.3 * 1.5 + 1.3 * 1.5 * 1.2)
  const weights = [last * 1.3 * 1.5 * 1.2, last * 1.3 * 1.5, last * 1.3, last]
  Object.values(present).forEach((weightBp, at) => {
    expect(Math.abs((weights[at] ?? 0) * 10_000 - weightBp)).toBeLessThan(100)
  })
  expect(orderByWeight([item('A', 0), item('B', 0)]).ratios).toEqual([1])
})

test('how far apart the ways are is told in points, and only where two have an answer', () => {
  const found = (a: number) => ({ kind: 'found', weights: { A: a, B: 1 - a } }) as const
  expect(spreadOn('A', [found(0.5), found(0.2)])).toBeCloseTo(30, 9)
  expect(spreadOn('A', [found(0.5), { kind: 'none', because: 'no-order', criteria: [] }])).toBeNull()
})
