import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { suppressCross } from './crossSuppression.ts'
import { suppress } from './suppression.ts'

/** Answers of a county's employees by department and role; they stand beside the repository and are not part of it. */
const file = fileURLToPath(new URL('../../../shared/data/pierce-county-employees/counts.csv', import.meta.url))

/** Fields of a line; a department may hold a comma inside quotes. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|([^,]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

describe.skipIf(!existsSync(file))('a real survey of 21 departments and 5 roles (skipped where the reference folder is missing)', () => {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1).map(fieldsOf) : []
  const first = lines
    .filter(([question]) => question === '1')
    .map(([, department = '', role = '', , n]) => ({ department, role, n: Number(n) }))
  const departments = [...new Set(first.map(({ department }) => department))].toSorted()
  const roles = [...new Set(first.map(({ role }) => role))].toSorted()
  const count = (where: (each: (typeof first)[number]) => boolean) => first.filter(where).reduce((sum, { n }) => sum + n, 0)

  test('the department with 4 answers is hidden, and one more department with it', () => {
    const parts = departments.map((department) => ({ id: department, n: count((each) => each.department === department) }))
    const result = suppress({ id: 'county', n: count(() => true), parts }, 5)
    if (result.kind === 'undefined') throw new Error(result.because)
    const hidden = result.cuts.filter(({ standing }) => standing === 'too-few' || standing === 'complementary')
    expect(hidden.find(({ id }) => id.startsWith('Family Justice'))).toMatchObject({ n: 4, standing: 'too-few' })
    expect(hidden.map(({ standing }) => standing).toSorted()).toEqual(['complementary', 'too-few'])
  })

  test('the 28 cells of 1 to 4 answers are all hidden in the table by department and role', () => {
    const counts = departments.map((department) =>
      roles.map((role) => count((each) => each.department === department && each.role === role)),
    )
    const small = counts.flat().filter((n) => n > 0 && n < 5).length
    const result = suppressCross({ rows: departments, columns: roles, counts }, 5)
    if (result.kind === 'undefined') throw new Error(result.because)
    const tooFew = result.cells.flat().filter((standing) => standing === 'too-few').length
    expect([small, tooFew]).toEqual([28, 28])
  })
})
