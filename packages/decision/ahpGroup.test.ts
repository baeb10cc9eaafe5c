import { expect, test } from 'vitest'
import { ahp } from './ahp.ts'
import { ahpGroup } from './ahpGroup.ts'
import { matrixFrom } from './comparison.ts'

const first = matrixFrom(3, [
  { row: 0, column: 1, times: 2 },
  { row: 0, column: 2, times: 4 },
  { row: 1, column: 2, times: 2 },
])
const second = matrixFrom(3, [
  { row: 0, column: 1, times: 1 / 3 },
  { row: 0, column: 2, times: 1 },
  { row: 1, column: 2, times: 5 },
])

test('two judges, 0.7 and 0.3: judgements aggregated by weighted geometric mean (computed in R 4.2)', () => {
  const result = ahpGroup([first, second], { judgeWeights: [0.7, 0.3] })
  if (result.kind === 'undefined') throw new Error(result.because)
  const expected = [0.442321258708688, 0.398417189178346, 0.159261552112967]
  expect(result.group.weights).toEqual(expected.map((weight) => expect.closeTo(weight, 10)))
  expect(result.group.consistencyRatio).toBeCloseTo(0.00224999625396797, 10)
  expect(result.judges[1]?.consistencyRatio).toBeCloseTo(0.0250549713779626, 10)
  expect(result.priorities.arithmetic[0]).toBeCloseTo(0.455552202159301, 10)
})

test('a judge alone is the group', () => {
  const [group, alone] = [ahpGroup([second]), ahp(second)]
  if (group.kind === 'undefined' || alone.kind === 'undefined') throw new Error('fit matrices')
  expect(group.group.weights).toEqual(alone.weights.map((weight) => expect.closeTo(weight, 12)))
})

test('the judge whose matrix is unfit is named, and so is one who judged other criteria', () => {
  expect(
    ahpGroup([
      first,
      [
        [1, 2, 3],
        [1, 1, 1],
        [1, 1, 1],
      ],
    ]),
  ).toMatchObject({ kind: 'undefined', because: 'unfit-matrix', judge: 1 })
  expect(ahpGroup([first, matrixFrom(2, [])])).toMatchObject({ kind: 'undefined', because: 'different-sizes', judge: 1 })
  expect(ahpGroup([])).toMatchObject({ kind: 'undefined', because: 'no-judges' })
  expect(ahpGroup([first, second], { judgeWeights: [1, 0] })).toMatchObject({
    kind: 'undefined',
    because: 'weights-not-positive',
    judge: 1,
  })
})
