import { expect, test } from 'vitest'
import { entropyWeights } from './entropyWeights.ts'

const aircraft = [
  [2, 1500, 20000, 5.5, 5, 9],
  [2.5, 2700, 18000, 6.5, 3, 5],
  [1.8, 2000, 21000, 4.5, 7, 7],
  [2.2, 1800, 20000, 5, 5, 5],
]

test('the criteria that tell the aircraft of Hwang & Yoon apart weigh more (computed in R 4.2)', () => {
  const result = entropyWeights(aircraft)
  if (result.kind === 'undefined') throw new Error(result.because)
  const expected = [0.064189734601502, 0.206088164235623, 0.013444590874365, 0.0813256286154569, 0.358680024344811, 0.276271857328242]
  expect(result.weights).toEqual(expected.map((weight) => expect.closeTo(weight, 10)))
})

test('a criterion all options share gets weight 0; when all are shared there is no information', () => {
  expect(
    entropyWeights([
      [1, 2],
      [3, 2],
    ]),
  ).toMatchObject({ weights: [1, 0] })
  expect(
    entropyWeights([
      [1, 2],
      [1, 2],
    ]),
  ).toMatchObject({ kind: 'undefined', because: 'no-information' })
})

test('stretched to 0-1 first, a cost turns round', () => {
  const [benefit, cost] = [
    entropyWeights(
      [
        [1, 1],
        [2, 5],
        [3, 9],
      ],
      { normalisation: 'min-max' },
    ),
    entropyWeights(
      [
        [1, 9],
        [2, 5],
        [3, 1],
      ],
      { normalisation: 'min-max', directions: ['benefit', 'cost'] },
    ),
  ]
  expect(cost).toEqual(benefit)
})

test('shares of negative ratings mean nothing, and one option tells nothing', () => {
  expect(entropyWeights([[-1], [2]])).toMatchObject({ because: 'negative-rating', at: { option: 0, criterion: 0 } })
  expect(entropyWeights([[1]])).toMatchObject({ because: 'too-few-options' })
  expect(entropyWeights([[Number.NaN], [2]])).toMatchObject({ because: 'rating-not-finite' })
})
