import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankRanges } from './rankRanges.ts'

const row = (code: string, ...scores: (string | null)[]) => ({ code, figures: scores.map((score, at) => ({ code: `M${at}`, score })) })

test('a rank that hangs on one measure shows: leaving it out turns the order', () => {
  // worked by hand: means 80, 79, 60; without M0 they are 70, 78.5, 60
  const found = rankRanges([row('a', '100', '70', '70'), row('b', '80', '78', '79'), row('c', '60', '60', '60')])
  expect(found?.ranges).toEqual([
    { code: 'a', index: 80, rank: 1, best: 1, worst: 2 },
    { code: 'b', index: 79, rank: 2, best: 1, worst: 2 },
    { code: 'c', index: 60, rank: 3, best: 3, worst: 3 },
  ])
})

test('only measures that everybody has are compared; too few of them give no ranks', () => {
  expect(rankRanges([row('a', '1', '2', null, '4'), row('b', '4', '3', '2', '1')])?.common).toEqual(['M0', 'M1', 'M3'])
  expect(rankRanges([row('a', '1', '2', null), row('b', '4', '3', '2')])).toBeNull()
  expect(rankRanges([row('a', '1', '2', '3')])).toBeNull()
})

test('the rank lies within its range, and ranks do not depend on the order of the rows', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 120 }).map(String), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(scores, { minLength: 2, maxLength: 8 }), (all) => {
      const rows = all.map((own, at) => row(`I${at}`, ...own))
      const ranges = rankRanges(rows)?.ranges ?? []
      const turned = new Map(rankRanges(rows.toReversed())?.ranges.map((one) => [one.code, one]))
      return ranges.every((one) => one.best <= one.rank && one.rank <= one.worst && turned.get(one.code)?.rank === one.rank)
    }),
  )
})
