import { Refusal } from '@milepost/contract/refusals'
import { expect, test } from 'vitest'
import { optionalTextColumn, textColumn, wholeColumn } from './cellKinds.ts'
import { readRows } from './columns.ts'
import { readTable } from './readTable.ts'
import type { Cell } from './table.ts'
import { writeTemplate } from './writeTable.ts'

const COLUMNS = {
  employeeNo: textColumn({ heading: { zh: '职工编号', en: 'Employee no.' }, example: '1001' }),
  hours: wholeColumn({ heading: { zh: '学时', en: 'Hours' }, example: '40' }),
  note: optionalTextColumn({ heading: { zh: '备注', en: 'Note' }, example: '' }),
}
const read = (columns: string[], ...cells: Cell[][]) =>
  readRows({ name: '表', columns, rows: cells.map((each, at) => ({ row: at + 2, cells: each })) }, COLUMNS)
const refusedBy = (work: () => unknown) => {
  try {
    work()
  } catch (fault) {
    if (fault instanceof Refusal) return { code: fault.code, ...fault.details }
  }
  return null
}

test('columns are found by Chinese or English heading or key, in any order and case, with or without the asterisk', () => {
  const values = { employeeNo: '1001', hours: 40, note: '' }
  const expected = [{ row: 2, known: values, values, problems: [] }]
  expect(read(['职工编号', '学时'], ['1001', '40'])).toEqual(expected)
  expect(read(['HOURS', 'employee no.', 'Something else'], [40, 1001, 'x'])).toEqual(expected)
  expect(read(['职工编号*', ' 学 时＊'], ['1001', '40'])).toEqual(expected)
  expect(read(['employeeNo', 'hours'], ['1001', '40'])).toEqual(expected)
})

test('a column that is missing refuses the file and says which, and what the file has', () => {
  expect(refusedBy(() => read(['学时', '备注'], ['40', '']))).toEqual({
    code: 'column-missing',
    columns: ['职工编号 / Employee no.'],
    found: ['学时', '备注'],
    wanted: ['employeeNo', 'hours', 'note'],
    wantedZh: ['职工编号', '学时', '备注'],
    wantedEn: ['Employee no.', 'Hours', 'Note'],
    required: ['employeeNo', 'hours'],
  })
})

test('a column that stands there twice is not guessed at, in whichever language', () => {
  expect(refusedBy(() => read(['职工编号', '学时', '学时'], ['1001', '40', '50']))).toMatchObject({
    code: 'column-twice',
    columns: ['学时 / Hours'],
  })
  expect(refusedBy(() => read(['职工编号', '学时', 'Hours'], ['1001', '40', '50']))).toMatchObject({ code: 'column-twice' })
  expect(refusedBy(() => read(['职工编号', '学时', '', ''], ['1001', '40', 'a', 'b']))).toBeNull()
})

test('a wrong cell is named by its row and its column as the file calls it, and every wrong cell of the row is named', () => {
  const rows = read(['Employee no.', 'Hours', 'Note'], ['', '四十', '=1'], ['1002', 8, null])
  expect(rows[0]?.problems.map(({ column, message }) => [column, message.en])).toEqual([
    ['Employee no.', 'This cell must be filled in.'],
    ['Hours', '“四十” is not a whole number.'],
    ['Note', 'The cell starts with “=” and may be a formula. Enter plain text or a number.'],
  ])
  expect(rows[1]).toMatchObject({ row: 3, values: { employeeNo: '1002', hours: 8, note: '' }, problems: [] })
})

test.each(['zh', 'en'] as const)('the template in %s is read back by the same columns, its example row and all', async (language) => {
  const { bytes, fileName } = await writeTemplate('模板.xlsx', COLUMNS, language)
  const table = await readTable({ name: fileName, bytes })
  expect(table.columns[0]).toBe(`${COLUMNS.employeeNo.heading[language]}*`)
  expect(readRows(table, COLUMNS)).toMatchObject([{ row: 2, values: { employeeNo: '1001', hours: 40, note: '' }, problems: [] }])
})
