import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exactFromNumber } from './exact.ts'
import { largestRemainder } from './largestRemainder.ts'
import { roundHalfAway } from './rounding.ts'

/** Results of software and published elections the project did not compute; tests skip by name where the set is absent. */
const folder = new URL('../../../shared/vectors/', import.meta.url)
type Vector = {
  name: string
  fn: string
  input: { claims: number[]; x: number[]; digits: number[] }
  params: { seats: number; quota: 'hare' | 'droop' }
  expected: { seats: number[]; values: number[] }
}
const read = (file: string, fn: string): Vector[] => {
  const all: Vector[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
  return all.filter((vector) => vector.fn === fn)
}

describe.skipIf(!existsSync(folder))('reference vectors: apportionment and rounding', () => {
  test('largest remainder agrees with official election results and worked examples', () => {
    for (const { name, input, params, expected } of read('quota/apportionment.json', 'quota.largestRemainder')) {
      const claims = input.claims.map((claim, index) => ({ key: String(index).padStart(3, '0'), claim: exactFromNumber(claim) }))
      const result = largestRemainder(params.seats, claims, { quota: params.quota })
      expect(result.kind === 'apportioned' && result.shares.map(({ share }) => Number(share)), name).toEqual(expected.seats)
    }
  })

  test('rounding agrees with the spreadsheet on decimals as typed', () => {
    for (const { name, input, expected } of read('spreadsheet/functions.json', 'spreadsheet.round')) {
      const rounded = input.x.map((x, index) => Number(roundHalfAway(exactFromNumber(x), input.digits[index] ?? 0)))
      expect(rounded, name).toEqual(expected.values)
    }
  })
})
