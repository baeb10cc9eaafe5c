import { expect, test } from 'vitest'
import { pastedShares, shareUntil } from './profile.ts'

const SEASON = ['2', '3', '5', '7', '8', '10', '15', '15', '12', '10', '8', '5']

test('twelve cells of a row or a column are taken over, anything else is left to the one field', () => {
  expect(pastedShares(SEASON.join('\t'))).toEqual(SEASON)
  expect(pastedShares(SEASON.map((share) => `${share}%`).join('\r\n'))).toEqual(SEASON)
  expect(pastedShares('１２')).toBeNull()
  expect(pastedShares([...SEASON.slice(1), '-3'].join(' '))).toBeNull()
})

test('the seasonal road programme of the specification is due to 35 % by June', () => {
  expect([3, 6, 12].map((month) => shareUntil(SEASON, month))).toEqual(['10', '35', '100'])
})
