import { expect, test } from 'vitest'
import { columnsWanted, withoutColumn } from './columnsWanted.ts'

const details = {
  wanted: ['employeeNo', 'name', 'unitCode'],
  wantedZh: ['职工编号', '姓名', '部门编码'],
  wantedEn: ['Employee number', 'Name', 'Unit code'],
  required: ['employeeNo', 'name'],
  found: ['编号', '姓 名', '所在部门'],
}

test('headings that say nearly the same are proposed, each once; what is not alike is left to the person', () => {
  const read = columnsWanted(details)
  expect(read?.wanted.map(({ key, guess, required }) => [key, guess, required])).toEqual([
    ['employeeNo', '编号', true],
    ['name', '姓 名', true],
    ['unitCode', '', false],
  ])
  expect(read?.found).toEqual(details.found)
})

test('a column known by one letter is not found in every word that has the letter', () => {
  const wanted = { wanted: ['n'], wantedZh: ['样本数'], wantedEn: ['Answers'], required: [], found: ['segments', 'n answers'] }
  expect(columnsWanted(wanted)?.wanted[0]?.guess).toBe('n answers')
})

test('a refusal that tells no columns has no mapping', () => {
  expect(columnsWanted({ columns: ['x'] })).toBeNull()
})

test('a heading chosen for one column is taken from the other', () => {
  expect(withoutColumn({ a: 'x', b: 'y' }, 'x')).toEqual({ a: '', b: 'y' })
})
