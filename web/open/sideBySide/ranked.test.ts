import { expect, test } from 'vitest'
import { ranked } from './ranked.ts'

const rows = [{ f: '80.00' }, { f: null }, { f: '91.5' }, { f: '80' }]
const ranks = (better: 'up' | 'down' | 'band') => ranked(rows, (row) => row.f, better).map(({ figure, rank }) => [figure, rank])

test('best first, equals share a rank, and whoever has no figure has no rank', () => {
  expect(ranks('up')).toEqual([
    ['91.5', 1],
    ['80.00', 2],
    ['80', 2],
    [null, null],
  ])
  expect(ranks('down').map(([, rank]) => rank)).toEqual([1, 1, 3, null])
})

test('where the best lies inside a range there is no ranking', () => {
  expect(ranks('band').every(([, rank]) => rank === null)).toBe(true)
})
