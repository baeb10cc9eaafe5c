import { existsSync, readFileSync } from 'node:fs'
import { exactFromNumber, toNumber } from '@milepost/exact/exact'
import { describe, expect, test } from 'vitest'
import { rollUp } from './rollUp.ts'

const file = new URL('../../../shared/vectors/spreadsheet/rollup.json', import.meta.url)
type Vector = {
  name: string
  input: { measures: { id: number; weight: number }[]; departments: { id: number; weight: number }[] }
  expected: {
    employees: { id: number; measureScores: (number | null)[]; total: number }[]
    departments: { id: number; score: number }[]
    institution: { score: number }
  }
}

/** Totals recalculated by a spreadsheet: a measure without data gives its weight to the others, units are a weighted mean. */
describe.skipIf(!existsSync(file))('reference vectors: spreadsheet roll-up', () => {
  const vectors = (): Vector[] => JSON.parse(readFileSync(file, 'utf8'))
  const leaf = (id: number, weight: number, score: number | null) => ({
    id: String(id),
    weight: exactFromNumber(weight),
    leaf:
      score === null
        ? { kind: 'excluded' as const, because: 'missing' as const }
        : { kind: 'scored' as const, score: exactFromNumber(score) },
  })

  test("every person's total agrees to four places", () => {
    for (const { name, input, expected } of vectors()) {
      for (const { id, measureScores, total } of expected.employees) {
        const children = input.measures.map(({ id: at, weight }, index) => leaf(at, weight, measureScores[index] ?? null))
        const { score } = rollUp({ id: 'person', weight: 1, parentCap: null, children })
        expect(Math.abs(toNumber(score ?? 0) - total), `${name} person ${id}`).toBeLessThanOrEqual(0.000051)
      }
    }
  })

  test('the institution agrees with the weighted mean of its departments', () => {
    for (const { name, input, expected } of vectors()) {
      const children = input.departments.map(({ id, weight }) =>
        leaf(id, weight, expected.departments.find((one) => one.id === id)?.score ?? null),
      )
      const { score } = rollUp({ id: 'institution', weight: 1, parentCap: null, children })
      expect(toNumber(score ?? 0), name).toBeCloseTo(expected.institution.score, 6)
    }
  })
})
