import { totalWeight } from '@milepost/contract/design/weights'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftLine } from './draftLine.ts'
import { normalised } from './normalise.ts'

const name = { zh: '', en: '' }

test('weights of any size total exactly 100 % and keep their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 25 }), (weights) => {
      const lines = normalised(
        weights.map((weightBp, at) => draftLine(String(at), null, { weightBp })),
        [],
      )
      expect(totalWeight(lines)).toBe(10_000)
      weights.forEach((weight, at) => {
        weights.forEach((other, to) => {
          if (weight > other) expect(lines[at]?.weightBp).toBeGreaterThanOrEqual(lines[to]?.weightBp ?? 0)
        })
      })
    }),
  )
})

test('on the institution’s card each perspective gets its own share', () => {
  const perspective = (perspectiveId: string, intendedBp: number) => ({
    perspectiveId,
    name,
    intendedBp,
    objectives: [{ objectiveId: perspectiveId, code: '', name }],
  })
  const lines = [draftLine('A', 'p', { weightBp: 1 }), draftLine('B', 'p', { weightBp: 2 }), draftLine('C', 'q', { weightBp: 500 })]
  expect(normalised(lines, [perspective('p', 3500), perspective('q', 6500)]).map((line) => line.weightBp)).toEqual([1167, 2333, 6500])
})

test('monitored lines weigh nothing still, and nothing in no proportion stays', () => {
  expect(
    normalised([draftLine('A', null, { weightBp: 0 }), draftLine('B', null, { weightBp: 30 })], []).map((line) => line.weightBp),
  ).toEqual([0, 10_000])
  expect(normalised([draftLine('A', null, { weightBp: 0 })], []).map((line) => line.weightBp)).toEqual([0])
})
