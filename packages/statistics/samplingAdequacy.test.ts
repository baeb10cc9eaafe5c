import { expect, test } from 'vitest'
import { samplingAdequacy, sphericity } from './samplingAdequacy.ts'

const items = (columns: (number | null)[][]) => columns.map((answers, index) => ({ id: `q${index + 1}`, answers, reverse: false }))
const columns = [
  [1, 2, 3, 4, 5, 3, 2, 4],
  [2, 1, 3, 5, 4, 3, 2, 5],
  [1, 3, 2, 4, 5, 2, 3, 3],
]

test('two items: KMO is one half, whatever they are', () => {
  expect(samplingAdequacy(items(columns.slice(0, 2)))).toMatchObject({ kmo: expect.closeTo(0.5, 12) })
})

test('turning an item changes neither KMO nor Bartlett', () => {
  const turned = [columns[0] ?? [], (columns[1] ?? []).map((answer) => 6 - answer), columns[2] ?? []]
  const [kmo, chi2] = [samplingAdequacy(items(columns)), sphericity(items(columns))]
  if (kmo.kind === 'undefined' || chi2.kind === 'undefined') throw new Error('computed')
  expect(samplingAdequacy(items(turned))).toMatchObject({ kmo: expect.closeTo(kmo.kmo, 10) })
  expect(sphericity(items(turned))).toMatchObject({ chi2: expect.closeTo(chi2.chi2, 10), df: 3 })
})

test('two items: the determinant is 1 - r squared, and Bartlett follows', () => {
  const result = sphericity(
    items([
      [1, 2, 3, 4, 5],
      [2, 1, 4, 3, 5],
    ]),
  )
  expect(result).toMatchObject({ determinant: expect.closeTo(0.36, 12), chi2: expect.closeTo(-(4 - 9 / 6) * Math.log(0.36), 12), df: 1 })
})

test('a constant item, a copied item, or fewer people than items: not computable, by name', () => {
  const [first = [], second = []] = columns
  expect(samplingAdequacy(items([first, second, first.map(() => 3)]))).toMatchObject({ because: 'zero-variance-item', subjects: ['q3'] })
  expect(samplingAdequacy(items([first, second, first]))).toMatchObject({ because: 'singular-correlation' })
  expect(sphericity(items(columns.map((column) => column.slice(0, 3))))).toMatchObject({ because: 'singular-correlation' })
  expect(samplingAdequacy(items([first]))).toMatchObject({ because: 'too-few-items' })
  expect(samplingAdequacy(items([first, first.map(() => null)]))).toMatchObject({ because: 'no-complete-cases', subjects: ['q2'] })
})
