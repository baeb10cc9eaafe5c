import { expect, test } from 'vitest'
import { alpha } from './alpha.ts'
import { spearmanBrown } from './spearmanBrown.ts'

test('the worked example of the README: alpha 8/9 by hand, and Spearman-Brown agrees as the variances are equal', () => {
  const [a, b] = [
    [5, 4, 2, 1],
    [4, 5, 1, 2],
  ]
  expect(
    alpha([
      { id: 'a', reverse: false, answers: a },
      { id: 'b', reverse: false, answers: b },
    ]),
  ).toMatchObject({ n: 4, rawAlpha: expect.closeTo(8 / 9, 12), scaleSd: expect.closeTo(Math.sqrt(12), 12) })
  expect(spearmanBrown(a, b)).toMatchObject({ r: expect.closeTo(0.8, 12), reliability: expect.closeTo(8 / 9, 12) })
})
