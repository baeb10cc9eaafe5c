import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doubtsAbout, type Series } from './plausible.ts'

const series = (before: readonly string[], more: Partial<Series> = {}): Series => ({ before, target: null, isShare: false, ...more })
const kinds = (actual: string, given: Series) => doubtsAbout(actual, given).map((one) => one.kind)

test('an ordinary figure is not doubted, and without anything to hold it against neither is any other', () => {
  expect(doubtsAbout('92.1', series(['91.5', '90.8', '93', '92'], { isShare: true }))).toEqual([])
  expect(doubtsAbout('100000', series([]))).toEqual([])
})

test('yuan for ten thousand yuan, metres for kilometres, a share for a percentage: told by the power of ten', () => {
  expect(doubtsAbout('12300000', series(['1210', '1190', '1250']))).toMatchObject([
    { kind: 'unit-mistaken', factor: 10000, tooLarge: true, meant: '1230' },
  ])
  expect(doubtsAbout('18500', series(['18.2']))).toMatchObject([{ kind: 'unit-mistaken', factor: 1000, tooLarge: true, meant: '18.5' }])
  expect(doubtsAbout('0.92', series(['91', '93'], { isShare: true }))).toMatchObject([
    { kind: 'unit-mistaken', factor: 100, tooLarge: false, meant: '92' },
  ])
})

test('without a history the target tells a mistaken unit', () => {
  expect(kinds('0.9', series([], { target: '90', isShare: true }))).toEqual(['unit-mistaken'])
  expect(kinds('70', series([], { target: '90', isShare: true }))).toEqual([])
})

test('a share lies between 0 and 100, unless it passed the whole before', () => {
  expect(kinds('104', series([], { isShare: true }))).toEqual(['outside-range'])
  expect(kinds('104', series(['101', '103', '99', '102'], { isShare: true }))).toEqual([])
  expect(kinds('-3', series(['4', '5']))).toContain('outside-range')
})

test('far from a steady history is a jump; a nought after a nought is not', () => {
  expect(kinds('60', series(['91', '92', '90', '93']))).toEqual(['jump'])
  expect(kinds('5', series(['0', '0', '0', '0']))).toEqual([])
  expect(kinds('0', series(['0', '0']))).toEqual([])
})

const figure = fc.integer({ min: 1, max: 100_000 }).map((whole) => (whole / 100).toString())
test('what repeats the middle of its history is never doubted, and a doubt does not depend on the unit it is written in', () => {
  fc.assert(
    fc.property(figure, fc.integer({ min: 1, max: 8 }), (usual, times) => {
      expect(doubtsAbout(usual, series(Array.from({ length: times }, () => usual)))).toEqual([])
    }),
  )
  fc.assert(
    fc.property(figure, fc.array(figure, { minLength: 1, maxLength: 8 }), (actual, before) => {
      const tenfold = (text: string) => (Number(text) * 1000).toFixed(0)
      expect(kinds(tenfold(actual), series(before.map(tenfold)))).toEqual(kinds(actual, series(before)))
    }),
  )
})
