import { expect, test } from 'vitest'
import { answerQuality } from './answerQuality.ts'

/** Twenty items, every fourth reversed; one sheet a row. */
const items = (sheets: (number | null)[][], reversed = true) =>
  Array.from({ length: 20 }, (_, index) => ({
    id: `q${index}`,
    reverse: reversed && index % 4 === 3,
    answers: sheets.map((sheet) => sheet[index] ?? null),
  }))
const varied = Array.from({ length: 20 }, (_, index) => (index % 5) + 1)
const threes = Array.from({ length: 20 }, () => 3)

test('one answer to twenty items, reversed ones among them, is a straight line', () => {
  const { sheets, counts } = answerQuality(items([varied, threes]))
  expect(sheets[1]).toMatchObject({ variability: 0, longestRun: 20, flags: ['straight-line', 'long-run'] })
  expect(sheets[0]?.flags).toEqual([])
  expect(counts['straight-line']).toBe(1)
})

test('without reversed items, agreement with everything may be meant: not flagged, warned of', () => {
  const { sheets, warnings } = answerQuality(items([threes], false))
  expect(sheets[0]?.flags).toEqual([])
  expect(warnings).toContainEqual({ code: 'no-reversed-items' })
})

test('a straight line over fewer than twenty items is a long run, not a straight line; half the items in a row make one', () => {
  const { sheets } = answerQuality(
    items([
      [...threes.slice(0, 19), null],
      [...threes.slice(0, 10), ...varied.slice(10)],
      [...threes.slice(0, 9), ...varied.slice(9)],
    ]),
  )
  expect(sheets.map((sheet) => sheet.flags)).toEqual([['long-run'], ['long-run'], []])
})

test('too fast is less than a third of the median; without a time nobody is', () => {
  const { sheets, medianSeconds } = answerQuality(items([varied, varied.toReversed(), threes]), { seconds: [300, 99, null] })
  expect(medianSeconds).toBe(199.5)
  expect(sheets.map((sheet) => sheet.speed)).toEqual([300 / 199.5, 99 / 199.5, null])
  const quick = answerQuality(items([varied, varied.toReversed(), threes]), { seconds: [300, 90, 290], rule: { speedShare: 0.5 } })
  expect(quick.sheets[1]?.flags).toEqual(['fast', 'too-fast'])
  expect(answerQuality(items([varied])).warnings).toContainEqual({ code: 'no-times' })
})

test('equal sheets point at each other; short ones agree by chance and do not', () => {
  const { sheets } = answerQuality(items([varied, threes, varied]))
  expect(sheets.map((sheet) => sheet.sameAs)).toEqual([[2], [], [0]])
  const ten = (sheet: (number | null)[]) => [...sheet.slice(0, 10), ...Array.from({ length: 10 }, () => null)]
  expect(answerQuality(items([ten(varied), ten(varied)])).counts.duplicate).toBe(2)
  const nine = varied.map((answer, at) => (at < 9 ? answer : null))
  expect(answerQuality(items([nine, nine])).counts.duplicate).toBe(0)
  const short = [1, 2, ...Array.from({ length: 18 }, () => null)]
  expect(answerQuality(items([short, short])).counts.duplicate).toBe(0)
})

test('equal sheets of two strata do not point at each other', () => {
  const { sheets } = answerQuality(items([varied, varied, varied]), { strata: ['bureau', 'department', 'bureau'] })
  expect(sheets.map((sheet) => sheet.sameAs)).toEqual([[2], [], [0]])
})

test('an answer of one item is not that of another: 1, 23 and 12, 3 are two sheets', () => {
  const [a, b] = [
    [1, 23, ...varied.slice(2)],
    [12, 3, ...varied.slice(2)],
  ]
  expect(answerQuality(items([a, b])).counts.duplicate).toBe(0)
})

test('more than 30 in 100 unanswered are flagged; a gap ends a run', () => {
  const gappy = [5, 5, null, 5, ...Array.from({ length: 16 }, () => null)]
  expect(answerQuality(items([gappy])).sheets[0]).toMatchObject({
    answered: 3,
    missingShare: 0.85,
    longestRun: 2,
    flags: ['mostly-missing'],
  })
  const answered = (count: number) => varied.map((answer, at) => (at < count ? answer : null))
  expect(answerQuality(items([answered(14), answered(13)])).sheets.map((sheet) => sheet.flags)).toEqual([[], ['mostly-missing']])
})

test('low variability is flagged only where a limit is set, as it depends on the scale', () => {
  const almost = [...threes.slice(0, 19), 4]
  expect(answerQuality(items([almost])).sheets[0]?.flags).toEqual(['long-run'])
  expect(answerQuality(items([almost]), { rule: { variabilityBelow: 0.5 } }).sheets[0]?.flags).toEqual(['long-run', 'low-variability'])
})

test('no sheets: nothing to flag', () => {
  expect(answerQuality([])).toMatchObject({ n: 0, sheets: [] })
})

test('time is compared within the stratum: what is usual in one is fast in another', () => {
  const { sheets } = answerQuality(items([varied, varied.toReversed(), threes, [...varied.slice(1), 3]]), {
    seconds: [100, 110, 400, 120],
    strata: ['bureau', 'bureau', 'department', 'department'],
  })
  expect(sheets.map((sheet) => sheet.speed)).toEqual([100 / 105, 110 / 105, 400 / 260, 120 / 260])
  expect(sheets[3]?.flags).toEqual(['fast'])
})
