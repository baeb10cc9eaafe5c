import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alpha } from './alpha.ts'
import { spearmanBrown } from './spearmanBrown.ts'

const items = (columns: (number | null)[][]) => columns.map((answers, index) => ({ id: `q${index + 1}`, answers, reverse: false }))
const answer = fc.integer({ min: 1, max: 5 })
const sheets = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 3, max: 25 }))
  .chain(([k, n]) => fc.array(fc.array(answer, { minLength: n, maxLength: n }), { minLength: k, maxLength: k }))

test('four answers to three items, by hand', () => {
  // variances 5/3, 5/3, 2/3; sums 3, 7, 9, 11 with variance 35/3: 3/2 (1 - 4 / (35/3))
  const result = alpha(
    items([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
      [1, 3, 3, 3],
    ]),
  )
  expect(result).toMatchObject({ n: 4, k: 3, rawAlpha: expect.closeTo(1.5 * (1 - (5 / 3 + 5 / 3 + 1) / (35 / 3)), 12), scaleMean: 7.5 })
})

test('items that are the same have alpha 1', () => {
  const column = [1, 3, 2, 5, 4]
  expect(alpha(items([column, column, column]))).toMatchObject({
    rawAlpha: expect.closeTo(1, 12),
    standardisedAlpha: expect.closeTo(1, 12),
  })
})

test('alpha is at most 1, and neither the order of items nor of people changes it', () => {
  fc.assert(
    fc.property(sheets, (columns) => {
      const result = alpha(items(columns))
      if (result.kind === 'undefined') {
        expect(result.because).toBe('constant-series')
        return
      }
      expect(result.rawAlpha).toBeLessThanOrEqual(1 + 1e-12)
      const turned = alpha(items(columns.toReversed().map((column) => column.toReversed())))
      expect(turned).toMatchObject({ rawAlpha: expect.closeTo(result.rawAlpha, 9) })
      expect(result.interval.low).toBeLessThanOrEqual(result.rawAlpha + 1e-12)
    }),
  )
})

test('a reversed item is turned on its scale first', () => {
  const straight = [
    [1, 2, 4, 5],
    [2, 1, 5, 4],
    [1, 3, 3, 5],
  ]
  const mixed = items(straight).map((item, index) => (index === 2 ? { ...item, reverse: true, answers: [5, 3, 3, 1] } : item))
  expect(alpha(mixed, { scale: { min: 1, max: 5 } })).toEqual(alpha(items(straight)))
  expect(() => alpha(mixed)).toThrow(TypeError)
})

test('an item keyed the wrong way is found by its item-rest correlation', () => {
  const result = alpha(
    items([
      [1, 2, 4, 5, 3],
      [2, 1, 5, 4, 3],
      [5, 4, 2, 1, 3],
    ]),
  )
  expect(result.warnings).toContainEqual({ code: 'negative-item-rest', subjects: expect.arrayContaining(['q3']) })
})

test('a constant item: raw alpha stands, what needs correlations does not, and the item is named', () => {
  const result = alpha(
    items([
      [1, 2, 3, 4],
      [2, 2, 3, 5],
      [3, 3, 3, 3],
    ]),
  )
  if (result.kind === 'undefined') throw new Error(result.because)
  expect(result.standardisedAlpha).toBeNull()
  expect(result.items[2]?.itemRest).toBeNull()
  expect(result.rawAlpha).toBeGreaterThan(0)
  expect(result.warnings).toContainEqual({ code: 'constant', subjects: ['q3'] })
})

test('cases with a gap are left out and counted; an item nobody answered is named', () => {
  expect(
    alpha(
      items([
        [1, 2, null, 4],
        [1, 3, 3, 5],
      ]),
    ),
  ).toMatchObject({ n: 3, excluded: { incomplete: 1 } })
  expect(
    alpha(
      items([
        [1, 2],
        [null, null],
      ]),
    ),
  ).toMatchObject({ kind: 'undefined', because: 'no-complete-cases', subjects: ['q2'] })
})

test('pairwise uses the answers listwise leaves out, and says that it did', () => {
  const columns = [
    [1, 2, null, 4, 5],
    [1, 3, 3, 5, 4],
    [2, 2, 3, null, 5],
  ]
  const result = alpha(items(columns), { missing: 'pairwise' })
  expect(result).toMatchObject({ kind: 'computed', n: 5 })
  expect(result.warnings).toContainEqual({ code: 'pairwise-covariances' })
})

test('one item, one person or nothing that varies: undefined, each by its name', () => {
  expect(alpha(items([[1, 2, 3]]))).toMatchObject({ because: 'too-few-items' })
  expect(alpha(items([[1], [2]]))).toMatchObject({ because: 'too-few-cases' })
  expect(
    alpha(
      items([
        [3, 3],
        [4, 4],
      ]),
    ),
  ).toMatchObject({ because: 'constant-series' })
})

test('two items: 2r / (1 + r) equals standardised alpha', () => {
  const [first, second] = [
    [1, 2, 4, 5, 3],
    [2, 1, 5, 4, 4],
  ]
  const both = alpha(items([first, second]))
  if (both.kind === 'undefined') throw new Error(both.because)
  expect(spearmanBrown(first, second)).toMatchObject({ n: 5, reliability: expect.closeTo(both.standardisedAlpha ?? 0, 12) })
  expect(both.warnings).toContainEqual({ code: 'two-items-use-spearman-brown' })
  expect(spearmanBrown([1, 2], [2, 2])).toMatchObject({ kind: 'undefined', because: 'constant-series', method: 'spearman-brown-two-items' })
})
