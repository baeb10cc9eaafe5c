import { existsSync, readFileSync } from 'node:fs'
import { exactFromNumber } from '@milepost/exact/exact'
import { describe, expect, test } from 'vitest'
import { apportion } from './apportion.ts'

const file = new URL('../../../shared/vectors/quota/apportionment.json', import.meta.url)
type Vector = {
  name: string
  fn: string
  input: { claims: number[] }
  params: { poolFen: number }
  expected: { sumFen?: number; sharesFen?: number[]; error?: string }
  tolerance: { abs: number }
}

describe.skipIf(!existsSync(file))('reference vectors: money pools', () => {
  test('every pool is shared to the fen, within the one fen a tie rule may move', () => {
    const all: Vector[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
    for (const { name, input, params, expected, tolerance } of all.filter(({ fn }) => fn === 'quota.moneyPool')) {
      const result = apportion(
        params.poolFen,
        input.claims.map((claim, index) => ({ key: String(index).padStart(4, '0'), weight: exactFromNumber(claim) })),
      )
      if (result.kind === 'refused') {
        expect(result.because, name).toBe(expected.error)
        continue
      }
      expect(
        result.shares.reduce((sum, { fen }) => sum + fen, 0),
        name,
      ).toBe(expected.sumFen)
      for (const [index, { fen }] of result.shares.entries()) {
        expect(Math.abs(fen - (expected.sharesFen?.[index] ?? Number.NaN)), name).toBeLessThanOrEqual(tolerance.abs)
      }
    }
  })
})
