import { importUnits, readUnits, unitTemplate } from '@milepost/contract/institution/units'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { changed, sheet, UNITS } from '../testing/sheets.ts'

let app: TestApp
let office: Client
beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
})
afterAll(() => app.close())

const problemsOf = async (rows: Parameters<typeof sheet>[0]) => {
  const report = await office.call(importUnits, { step: 'check' }, sheet(rows))
  return report.rows.flatMap(({ row, problems }) => problems.map(({ column, message }) => ({ row, column, message })))
}

test('who may import units', async () => {
  const employee = await app.signIn(['employee'])
  expect((await app.visitor.ask(importUnits, { step: 'check' }, sheet(UNITS))).status).toBe(401)
  expect((await employee.ask(importUnits, { step: 'check' }, sheet(UNITS))).status).toBe(403)
  expect((await office.ask(importUnits, { step: 'guess' as 'check' }, sheet(UNITS))).status).toBe(422)
})

describe('what is wrong between rows', () => {
  test('a circle is named whole, at every row of it', async () => {
    const rows = [
      { 部门编码: 'A', 部门名称: '甲', 部门类型: '科室', 上级部门编码: 'C' },
      { 部门编码: 'B', 部门名称: '乙', 部门类型: '科室', 上级部门编码: 'A' },
      { 部门编码: 'C', 部门名称: '丙', 部门类型: '科室', 上级部门编码: 'B' },
      { 部门编码: 'D', 部门名称: '丁', 部门类型: '科室', 上级部门编码: 'A' },
    ]
    const problems = await problemsOf(rows)
    expect(problems.filter(({ message }) => message.en.includes('A → C → B → A')).map(({ row }) => row)).toEqual([2, 3, 4])
    expect(problems.find(({ row }) => row === 5)?.message.en).toContain('stands in row 2')
  })

  test('a unit that is its own parent is a circle', async () => {
    const [problem] = await problemsOf([{ 部门编码: 'A', 部门名称: '甲', 部门类型: '科室', 上级部门编码: 'A' }])
    expect(problem?.message.zh).toContain('A → A')
  })

  test('a duplicate is named at both rows', async () => {
    const problems = await problemsOf([...UNITS, { ...UNITS[1] }])
    expect(problems.map(({ row, message }) => [row, message.en])).toEqual([
      [3, '“YHK” occurs more than once in the file: see also row 6. Keep one row only.'],
      [6, '“YHK” occurs more than once in the file: see also row 3. Keep one row only.'],
    ])
  })

  test('an unknown parent is named with the column as the file calls it', async () => {
    const [problem] = await problemsOf([{ 'Unit code': 'X', 'Unit name': '某科', Kind: 'Office', 'Parent unit code': 'NOWHERE' }])
    expect(problem).toMatchObject({ row: 2, column: 'Parent unit code' })
    expect(problem?.message.en).toContain('“NOWHERE”')
  })

  test('a cell that begins with = is refused with its row and column', async () => {
    const [problem] = await problemsOf([{ 部门编码: 'X', 部门名称: '=1+1', 部门类型: '科室' }])
    expect(problem).toMatchObject({ row: 2, column: '部门名称' })
  })
})

test('a circle, an unknown parent and a code that stands twice are found in a row that is wrong in another cell too', async () => {
  const rows = [
    { 部门编码: 'A', 部门名称: '', 部门类型: '科室', 上级部门编码: 'B' },
    { 部门编码: 'B', 部门名称: '乙', 部门类型: '?', 上级部门编码: 'A' },
    { 部门编码: 'C', 部门名称: '', 部门类型: '科室', 上级部门编码: 'NOWHERE' },
    { 部门编码: 'C', 部门名称: '丙', 部门类型: '科室', 上级部门编码: '' },
  ]
  expect((await problemsOf(rows)).map(({ row, column }) => `${row} ${column}`)).toEqual([
    ...['2 部门名称', '2 上级部门编码', '3 部门类型', '3 上级部门编码', '4 部门名称', '4 部门编码', '4 上级部门编码', '5 部门编码'],
  ])
})

test('a missing column refuses the whole file', async () => {
  const answer = await office.ask(importUnits, { step: 'save' }, sheet([{ 部门编码: 'X', 部门类型: '科室' }]))
  expect(answer.status).toBe(422)
  expect(answer.problem?.text.zh).toContain('部门名称')
})

test('nothing is saved while a row is wrong; the right rows alone on request; a child of a wrong row is wrong too', async () => {
  const rows = changed(UNITS, 2, { 部门类型: '不明' })
  const report = await office.call(importUnits, { step: 'save' }, sheet(rows))
  expect(report).toMatchObject({ saved: false, counts: { new: 2, wrong: 2 } })
  expect((await office.call(readUnits, {})).units).toEqual([])
  expect(await office.call(importUnits, { step: 'save-right-rows' }, sheet(rows))).toMatchObject({ saved: true })
  expect((await office.call(readUnits, {})).units.map(({ code }) => code)).toEqual(['JU', 'YHK'])
})

test('importing the same file twice changes nothing', async () => {
  await office.call(importUnits, { step: 'save' }, sheet(UNITS))
  const again = await office.call(importUnits, { step: 'save' }, sheet(UNITS))
  expect(again.counts).toEqual({ new: 0, changed: 0, same: 4, wrong: 0 })
})

test('children may stand before their parents in the file', async () => {
  const upsideDown = [
    { 部门编码: 'N2', 部门名称: '新二', 部门类型: '养护工区', 上级部门编码: 'N1' },
    { 部门编码: 'N1', 部门名称: '新一', 部门类型: '公路站', 上级部门编码: 'JU' },
  ]
  expect(await office.call(importUnits, { step: 'save' }, sheet(upsideDown))).toMatchObject({ saved: true, counts: { new: 2 } })
})

test('what a file has no column for stays as it is', async () => {
  const renamed = [{ 部门编码: 'YHK', 部门名称: '养护管理科', 部门类型: '科室' }]
  expect(await office.call(importUnits, { step: 'save' }, sheet(renamed))).toMatchObject({ counts: { changed: 1 } })
  const unit = (await office.call(readUnits, {})).units.find(({ code }) => code === 'YHK')
  const bureau = (await office.call(readUnits, {})).units.find(({ code }) => code === 'JU')
  expect(unit).toMatchObject({ name: { zh: '养护管理科', en: 'Maintenance' }, parentUnitId: bureau?.unitId, orderNo: 2 })
})

test('a circle through a unit that is stored already is seen', async () => {
  const [problem] = await problemsOf([{ 部门编码: 'JU', 部门名称: '公路局', 部门类型: '局（中心）', 上级部门编码: 'DZ1' }])
  expect(problem?.message.en).toContain('DZ → JU → DZ1 → DZ')
})

test('the template comes in both languages and can be imported as it is', async () => {
  const zh = await office.ask(unitTemplate, { language: 'zh' })
  expect(zh.status).toBe(200)
  const template = { name: '模板.xlsx', bytes: new Uint8Array((await office.ask(unitTemplate, { language: 'en' })).bytes) }
  const report = await office.call(importUnits, { step: 'check' }, template)
  expect(report.rowsInFile).toBe(1)
  expect(report.counts.wrong).toBe(0)
})
