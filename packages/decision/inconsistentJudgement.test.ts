import { expect, test } from 'vitest'
import { ahp } from './ahp.ts'
import { matrixFrom, withJudgement } from './comparison.ts'
import { inconsistentJudgement } from './inconsistentJudgement.ts'

/** Saaty (1990), EJOR 48:9-26: choosing a house. */
const house = [
  [1, 5, 3, 7, 6, 6, 1 / 3, 1 / 4],
  [1 / 5, 1, 1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
  [1 / 3, 3, 1, 6, 3, 4, 6, 1 / 5],
  [1 / 7, 1 / 5, 1 / 6, 1, 1 / 3, 1 / 4, 1 / 7, 1 / 8],
  [1 / 6, 1 / 3, 1 / 3, 3, 1, 1 / 2, 1 / 5, 1 / 6],
  [1 / 6, 1 / 3, 1 / 4, 4, 2, 1, 1 / 5, 1 / 6],
  [3, 5, 1 / 6, 7, 5, 5, 1, 1 / 2],
  [4, 7, 5, 8, 6, 6, 2, 1],
]

test("Saaty's house: neighbourhood against condition, from 6 to 1/2, brings the ratio from 0.169 to 0.083", () => {
  const found = inconsistentJudgement(house)
  expect(found).toMatchObject({ kind: 'found', pair: { row: 2, column: 6 }, given: 6, suggested: 1 / 2, mends: true, tiedWith: [] })
  if (found.kind !== 'found') return
  expect(found.consistencyRatio.now).toBeCloseTo(0.169, 3)
  expect(found.consistencyRatio.afterwards).toBeCloseTo(0.082, 3)
  const mended = ahp(withJudgement(house, { ...found.pair, times: found.suggested }))
  expect(mended.kind === 'computed' && mended.consistent).toBe(true)
})

test('a circle of three contradictions points at all three alike', () => {
  const circle = matrixFrom(3, [
    { row: 0, column: 1, times: 3 },
    { row: 1, column: 2, times: 3 },
    { row: 2, column: 0, times: 3 },
  ])
  expect(inconsistentJudgement(circle)).toMatchObject({
    kind: 'found',
    pair: { row: 0, column: 1 },
    tiedWith: [
      { row: 0, column: 2 },
      { row: 1, column: 2 },
    ],
  })
})

test('a consistent matrix has nothing to mend, and an unfit one nothing to judge', () => {
  expect(inconsistentJudgement(matrixFrom(4, []))).toMatchObject({ kind: 'none', because: 'consistent' })
  expect(
    inconsistentJudgement([
      [1, 2],
      [2, 1],
    ]),
  ).toMatchObject({ kind: 'none', because: 'unfit-matrix' })
})
