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
  const answers = lines.map(([question = '', department = '', role = '', , n]) => ({ question, department, role, n: Number(n) }))
  const departments = [...new Set(answers.map(({ department }) => department))].toSorted()
  const roles = [...new Set(answers.map(({ role }) => role))].toSorted()
  const count = (where: (each: (typeof answers)[number]) => boolean) => answers.filter(where).reduce((sum, { n }) => sum + n, 0)

  function hiddenIn(question: string) {
    const parts = departments.map((id) => ({ id, n: count((each) => each.question === question && each.department === id) }))
    const result = suppress({ id: 'county', n: count((each) => each.question === question), parts }, 5)
    if (result.kind === 'undefined') throw new Error(result.because)
    return result.cuts.filter(({ standing }) => standing === 'too-few' || standing === 'complementary')
  }

  test('the department of four people is hidden in every question, and one more department with it', () => {
    for (const question of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']) {
      const hidden = hiddenIn(question)
      expect(hidden.map(({ standing }) => standing).toSorted()).toEqual(['complementary', 'too-few'])
      expect(hidden.find(({ standing }) => standing === 'too-few')?.id).toMatch(/^Family Justice/)
    }
  })

  test('answers to the item are counted, not people: one of the four did not answer the first question', () => {
    expect(
      hiddenIn('1')
        .map(({ n }) => n)
        .toSorted((one, other) => one - other)[0],
    ).toBe(3)
    expect(
      hiddenIn('2')
        .map(({ n }) => n)
        .toSorted((one, other) => one - other)[0],
    ).toBe(4)
  })

  test('the 28 cells of 1 to 4 answers are all hidden in the table by department and role', () => {
    const counts = departments.map((department) =>
      roles.map((role) => count((each) => each.question === '1' && each.department === department && each.role === role)),
    )
    const small = counts.flat().filter((n) => n > 0 && n < 5).length
    const result = suppressCross({ rows: departments, columns: roles, counts }, 5)
    if (result.kind === 'undefined') throw new Error(result.because)
    const tooFew = result.cells.flat().filter((standing) => standing === 'too-few').length
    expect([small, tooFew]).toEqual([28, 28])
  })
})
