import { importPeople, personTemplate, readPeople, readPerson } from '@milepost/contract/institution/people'
import { importPosts } from '@milepost/contract/institution/posts'
import { importUnits } from '@milepost/contract/institution/units'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { changed, PEOPLE, POSTS, type SheetRow, sheet, UNITS } from '../testing/sheets.ts'

let app: TestApp
let office: Client
beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
  await office.call(importUnits, { step: 'save' }, sheet(UNITS))
  await office.call(importPosts, { step: 'save' }, sheet(POSTS))
})
afterAll(() => app.close())

const save = (rows: readonly SheetRow[]) => office.call(importPeople, { step: 'save' }, sheet(rows))
const problemsOf = async (rows: readonly SheetRow[]) => {
  const report = await office.call(importPeople, { step: 'check' }, sheet(rows))
  return report.rows.flatMap(({ row, problems }) => problems.map(({ column, message }) => ({ row, column, ...message })))
}
const find = async (employeeNo: string) => {
  const { people } = await office.call(readPeople, { search: employeeNo, left: 'with' })
  const found = people.find((person) => person.employeeNo === employeeNo)
  if (!found) throw new Error(`nobody has the number ${employeeNo}`)
  return office.call(readPerson, { personId: found.personId })
}

test('who may import people', async () => {
  const head = await app.signIn(['unit-head'])
  expect((await app.visitor.ask(importPeople, { step: 'check' }, sheet(PEOPLE))).status).toBe(401)
  expect((await head.ask(importPeople, { step: 'check' }, sheet(PEOPLE))).status).toBe(403)
  expect((await office.ask(importPeople, { step: 'guess' as 'check' }, sheet(PEOPLE))).status).toBe(422)
})

describe('what a bad file gets', () => {
  test('a duplicate employee number is named at both rows', async () => {
    const problems = await problemsOf([...PEOPLE, { ...PEOPLE[0] }])
    expect(problems.map(({ row, zh }) => [row, zh])).toEqual([
      [2, '“1001”在文件中重复：另见第 6 行。请只保留一行。'],
      [6, '“1001”在文件中重复：另见第 2 行。请只保留一行。'],
    ])
  })

  test('an unknown unit and an unknown post are both named', async () => {
    const problems = await problemsOf(changed(PEOPLE, 1, { 部门编码: 'XX', 岗位编码: 'YY' }))
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [3, '部门编码'],
      [3, '岗位编码'],
    ])
  })

  test('every fault of every row comes at once, between rows too, whatever else is wrong in the row', async () => {
    const twin = { ...PEOPLE[0], 姓名: '', 入职日期: '03/04/2018' }
    const problems = await problemsOf([...changed(PEOPLE, 1, { 部门编码: 'XX', 入职日期: '1.7.2012', 离职日期: '去年' }), twin])
    expect(problems.map(({ row, column }) => `${row} ${column}`).sort()).toEqual(
      ['2 职工编号', '3 入职日期', '3 离职日期', '3 部门编码', '6 入职日期', '6 姓名', '6 职工编号'].sort(),
    )
  })

  test('a unit has one head at a time, in the file as against what is stored', async () => {
    const two = changed(PEOPLE, 2, { 是否部门负责人: '是' })
    expect((await problemsOf(two)).map(({ row, column, zh }) => [row, column, zh.slice(0, 26)])).toEqual([
      [3, '是否部门负责人', '部门“YHK”同期已有负责人 欧阳静（1003），一'],
      [4, '是否部门负责人', '部门“YHK”同期已有负责人 王小明（1002），一'],
    ])
    // the present head leaves before the next one begins
    const after = [
      { ...PEOPLE[1], 离职日期: '2026-03-31' },
      { ...PEOPLE[2], 是否部门负责人: '是', 入职日期: '2026-04-01' },
    ]
    expect(await problemsOf(after as SheetRow[])).toEqual([])
  })

  test('somebody who joins later is taken with a word about it; more than a year ahead is a slip', async () => {
    const rows = changed(changed(PEOPLE, 2, { 入职日期: '2026-04-01' }), 3, { 入职日期: '2062-03-02' })
    const report = await office.call(importPeople, { step: 'check' }, sheet(rows))
    expect(report.rows.map(({ row, verdict, notes, problems }) => [row, verdict, notes.length, problems[0]?.column ?? ''])).toEqual([
      [2, 'new', 0, ''],
      [3, 'new', 0, ''],
      [4, 'new', 1, ''],
      [5, 'wrong', 0, '入职日期'],
    ])
  })

  test('a file with headings of its own can be told which column is which', async () => {
    const own = PEOPLE.map(({ 职工编号: no = '', 姓名: name = '', ...rest }) => ({ 工号: no, 人名: name, ...rest }))
    const refused = await office.ask(importPeople, { step: 'check' }, sheet(own))
    expect(refused.problem).toMatchObject({ code: 'column-missing', details: { columns: ['职工编号 / Employee number', '姓名 / Name'] } })
    expect(refused.problem?.details.wanted).toContain('employeeNo')
    const columns = { employeeNo: '工号', name: '人名', leftOn: '' }
    const report = await office.call(importPeople, { step: 'check', columns }, sheet(own))
    expect(report.counts).toEqual({ new: 4, changed: 0, same: 0, wrong: 0 })
    const wrong = await office.call(importPeople, { step: 'check', columns }, sheet(changed(own, 0, { 人名: '=x' })))
    expect(wrong.rows[0]?.problems[0]?.column).toBe('人名')
    expect((await office.ask(importPeople, { step: 'check', columns: { name: 7 } as never }, sheet(own))).status).toBe(422)
  })

  test('a day in a foreign form is refused with how to write it', async () => {
    const [problem] = await problemsOf(changed(PEOPLE, 2, { 入职日期: '03/04/2018' }))
    expect(problem).toMatchObject({ row: 4, column: '入职日期' })
    expect(problem?.en).toContain('Write it as year-month-day, for example 2026-03-01')
  })

  test('a cell that begins with = is refused', async () => {
    const [problem] = await problemsOf(changed(PEOPLE, 0, { 姓名: '=cmd()' }))
    expect(problem).toMatchObject({ row: 2, column: '姓名' })
  })

  test('nobody leaves before joining', async () => {
    const [problem] = await problemsOf(changed(PEOPLE, 0, { 离职日期: '2009-01-01' }))
    expect(problem).toMatchObject({ row: 2, column: '离职日期' })
  })

  test('nothing is saved while a row is wrong', async () => {
    const report = await save(changed(PEOPLE, 3, { 部门编码: 'XX' }))
    expect(report).toMatchObject({ saved: false, counts: { new: 3, wrong: 1 } })
    expect((await office.call(readPeople, {})).people).toEqual([])
  })

  test('the file must be a table', async () => {
    const picture = await office.ask(importPeople, { step: 'check' }, { name: 'people.png', bytes: new Uint8Array([137, 80, 78, 71]) })
    expect(picture.problem?.code).toBe('file-kind-unknown')
  })
})

describe('what a good file does', () => {
  test('people are saved, in pinyin order with surnames read as surnames', async () => {
    expect(await save(PEOPLE)).toMatchObject({ saved: true, counts: { new: 4 } })
    const { people } = await office.call(readPeople, {})
    expect(people.map(({ name, nameKey }) => [name, nameKey])).toEqual([
      ['李强', 'li qiang'],
      ['欧阳静', 'ou yang jing'],
      ['单雄', 'shan xiong'],
      ['王小明', 'wang xiao ming'],
    ])
    expect(people.find(({ name }) => name === '单雄')).toMatchObject({ track: 'leader', isHead: true })
  })

  test('the same file again changes nothing', async () => {
    expect((await save(PEOPLE)).counts).toEqual({ new: 0, changed: 0, same: 4, wrong: 0 })
  })

  test('a move closes the old post yesterday and opens the new one today', async () => {
    app.setNow('2026-03-09T01:00:00Z')
    office = await app.signIn(['performance-office'])
    const moved = changed(PEOPLE, 2, { 部门编码: 'DZ' })
    expect(await save(moved)).toMatchObject({ saved: true, counts: { changed: 1, same: 3 } })
    const { assignments } = await find('1003')
    expect(assignments.map(({ unit, validFrom, validTo }) => [unit.zh, validFrom, validTo])).toEqual([
      ['东站', '2026-03-09', null],
      ['养护科', '2018-07-01', '2026-03-08'],
    ])
    expect((await save(moved)).counts.same).toBe(4)
  })

  test('a move back on the same day leaves no post that never lasted', async () => {
    const back = changed(PEOPLE, 2, { 部门编码: 'YHK', 岗位编码: 'KZ' })
    await save(back)
    const { assignments } = await find('1003')
    expect(assignments.map(({ post, validFrom, validTo }) => [post.zh, validFrom, validTo])).toEqual([
      ['科长', '2026-03-09', null],
      ['工程师', '2018-07-01', '2026-03-08'],
    ])
    expect((await save(back)).counts.same).toBe(4)
  })

  test('leaving ends the post, and somebody who left is listed only when asked for', async () => {
    const left = [{ ...PEOPLE[3], 离职日期: '2026-03-06' }]
    await save(left)
    expect((await office.call(readPeople, {})).people.map(({ employeeNo }) => employeeNo)).not.toContain('1004')
    expect((await find('1004')).assignments[0]).toMatchObject({ validTo: '2026-03-06' })
    expect((await save(left)).counts.same).toBe(1)
    const [problem] = await problemsOf([{ ...PEOPLE[3], 离职日期: '2026-03-06', 部门编码: 'DZ' }])
    expect(problem?.en).toContain('has left')
  })

  test('a corrected day of joining with a day of leaving before the old one is saved at once', async () => {
    const person = { 职工编号: '1009', 姓名: '赵新', 部门编码: 'YHK', 岗位编码: 'GCS', 入职日期: '2026-02-20' }
    await save([person])
    const corrected = { ...person, 入职日期: '2026-01-05', 离职日期: '2026-02-01' }
    expect(await save([corrected])).toMatchObject({ saved: true, counts: { changed: 1 } })
    expect((await find('1009')).assignments).toMatchObject([{ validFrom: '2026-01-05', validTo: '2026-02-01' }])
  })

  test('the template comes in English and its example row reads well', async () => {
    const template = await office.ask(personTemplate, { language: 'en' })
    const report = await office.call(importPeople, { step: 'check' }, { name: 'people.xlsx', bytes: new Uint8Array(template.bytes) })
    expect(report.rows[0]?.problems.map(({ column }) => column)).toEqual(['Post code*'])
  })
})

test('ten thousand people are imported in one file', async () => {
  const many = Array.from({ length: 10_000 }, (_each, i) => ({
    职工编号: `T${i}`,
    姓名: `${'赵钱孙李周吴郑王'[i % 8]}${'伟芳娜敏静丽强磊军洋'[i % 10]}${i}`,
    部门编码: ['YHK', 'DZ', 'DZ1'][i % 3] ?? '',
    岗位编码: ['GCS', 'YHG'][i % 2] ?? '',
    入职日期: '2020-01-01',
  }))
  expect(await save(many)).toMatchObject({ saved: true, counts: { new: 10_000 } })
  expect(await save(many)).toMatchObject({ counts: { same: 10_000 } })
  const moved = many.map((person) => ({ ...person, 部门编码: 'JU' }))
  expect(await save(moved)).toMatchObject({ saved: true, counts: { changed: 10_000 } })
})
