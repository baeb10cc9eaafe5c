import { importAbsences, importPeople, readPeople, readPerson } from '@milepost/contract/institution/people'
import { importPosts, readPosts } from '@milepost/contract/institution/posts'
import { importUnits, readUnits } from '@milepost/contract/institution/units'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import * as institution from '../published.ts'
import { PEOPLE, POSTS, sheet, UNITS } from '../testing/sheets.ts'

const TODAY = '2026-03-02'
let app: TestApp
let office: Client
beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
  await office.call(importUnits, { step: 'save' }, sheet(UNITS))
  await office.call(importPosts, { step: 'save' }, sheet(POSTS))
  await office.call(importPeople, { step: 'save' }, sheet(PEOPLE))
})
afterAll(() => app.close())

const names = async (client: Client, input: Parameters<typeof office.call<typeof readPeople>>[1] = {}) =>
  (await client.call(readPeople, input)).people.map(({ name }) => name)
const idOf = async (employeeNo: string) => (await office.call(readPeople, { search: employeeNo })).people[0]?.personId ?? ''
const unitId = async (code: string) => (await office.call(readUnits, {})).units.find((unit) => unit.code === code)?.unitId ?? ''

describe('the list of people', () => {
  test('who may read it', async () => {
    const employee = await app.signIn(['employee'])
    expect((await app.visitor.ask(readPeople, {})).status).toBe(401)
    expect((await employee.ask(readPeople, {})).status).toBe(403)
    expect((await office.ask(readPeople, { unitId: 'nowhere' })).status).toBe(422)
  })

  test('is searched by name, by pinyin, by initials, by both mixed, and by number', async () => {
    expect(await names(office, { search: '小明' })).toEqual(['王小明'])
    expect(await names(office, { search: 'wang xiao' })).toEqual(['王小明'])
    expect(await names(office, { search: 'wangxm' })).toEqual(['王小明'])
    expect(await names(office, { search: 'WXM' })).toEqual(['王小明'])
    expect(await names(office, { search: 'shan' })).toEqual(['单雄'])
    expect(await names(office, { search: '1003' })).toEqual(['欧阳静'])
  })

  test('is filtered by a unit with all below, and by post class', async () => {
    expect(await names(office, { unitId: await unitId('DZ') })).toEqual(['李强'])
    expect(await names(office, { unitId: await unitId('JU') })).toHaveLength(4)
    expect(await names(office, { postClass: 'professional' })).toEqual(['欧阳静'])
  })

  test('shows a unit head their own unit only', async () => {
    const head = await app.signIn(['unit-head', 'employee'], { personId: await idOf('1002') })
    expect(await names(head)).toEqual(['欧阳静', '王小明'])
    expect(await names(head, { unitId: await unitId('DZ') })).toEqual([])
  })
})

describe('the page of a person', () => {
  test('is open to the person, the head and the office, to nobody else, and does not tell who exists', async () => {
    const [chief, head, engineer, worker] = await Promise.all(['1001', '1002', '1003', '1004'].map(idOf))
    const self = await app.signIn(['employee'], { personId: engineer })
    const theHead = await app.signIn(['unit-head'], { personId: head })
    const theChief = await app.signIn(['unit-head'], { personId: chief })
    expect((await self.ask(readPerson, { personId: engineer ?? '' })).status).toBe(200)
    expect((await theHead.ask(readPerson, { personId: engineer ?? '' })).status).toBe(200)
    expect((await theChief.ask(readPerson, { personId: worker ?? '' })).status).toBe(200)
    expect((await office.ask(readPerson, { personId: worker ?? '' })).status).toBe(200)
    const colleague = await self.ask(readPerson, { personId: worker ?? '' })
    const nobody = await self.ask(readPerson, { personId: newId() })
    expect([colleague.status, nobody.status]).toEqual([403, 403])
    expect(nobody.problem).toEqual(colleague.problem)
    expect((await theHead.ask(readPerson, { personId: worker ?? '' })).status).toBe(403)
  })

  test('names the head: of the unit, of the unit above where there is none, of nobody at the top', async () => {
    const headOf = async (employeeNo: string) => (await office.call(readPerson, { personId: await idOf(employeeNo) })).head?.name ?? null
    expect(await headOf('1003')).toBe('王小明')
    expect(await headOf('1002')).toBe('单雄')
    expect(await headOf('1004')).toBe('单雄')
    expect(await headOf('1001')).toBeNull()
  })
})

test('units are counted with all below and show their heads; posts show their holders', async () => {
  const { units } = await office.call(readUnits, {})
  expect(units.map(({ code, people, peopleWithBelow, head }) => [code, people, peopleWithBelow, head?.name ?? null])).toEqual([
    ['JU', 1, 4, '单雄'],
    ['YHK', 2, 2, '王小明'],
    ['DZ', 0, 1, null],
    ['DZ1', 1, 1, null],
  ])
  const { posts } = await office.call(readPosts, {})
  expect(posts.map(({ code, coefficientHundredths, holders }) => [code, coefficientHundredths, holders])).toEqual([
    ['GCS', 115, 1],
    ['JZ', 200, 1],
    ['KZ', 135, 1],
    ['YHG', 100, 1],
  ])
})

test('a post with a coefficient finer than hundredths or an unknown card template is refused', async () => {
  const bad = [{ 岗位编码: 'X', 岗位名称: '某岗', 岗位类别: '管理岗位', 岗位系数: '1.155', 计分卡模板: '不存在' }]
  const report = await office.call(importPosts, { step: 'save' }, sheet(bad))
  expect(report.rows[0]?.problems.map(({ column }) => column)).toEqual(['岗位系数', '计分卡模板'])
  const good = [
    {
      岗位编码: 'X',
      岗位名称: '某岗',
      岗位类别: '管理岗位',
      岗位系数: '1.150',
      计分卡模板: app.services.library.strategy.postCards[0]?.name.zh ?? '',
    },
  ]
  expect((await office.call(importPosts, { step: 'save' }, sheet(good))).counts.new).toBe(1)
  expect((await office.call(importPosts, { step: 'save' }, sheet(good))).counts.same).toBe(1)
})

describe('absences', () => {
  const rows = [{ 职工编号: '1003', 请假类别: '病假', 开始日期: '2026-01-05', 结束日期: '2026-01-16' }]

  test('are imported once, and a changed end is a change', async () => {
    expect((await office.call(importAbsences, { step: 'save' }, sheet(rows))).counts.new).toBe(1)
    expect((await office.call(importAbsences, { step: 'save' }, sheet(rows))).counts.same).toBe(1)
    const longer = [{ ...rows[0], 结束日期: '2026-01-20' }]
    expect((await office.call(importAbsences, { step: 'save' }, sheet(longer))).counts.changed).toBe(1)
  })

  test('of nobody, or ending before they begin, are wrong', async () => {
    const bad = [{ ...rows[0], 职工编号: '9999', 结束日期: '2026-01-01' }]
    const report = await office.call(importAbsences, { step: 'save' }, sheet(bad))
    expect(report.rows[0]?.problems.map(({ column }) => column)).toEqual(['职工编号', '结束日期'])
  })
})

describe('what later rooms read', () => {
  test('people with post, coefficient and class on a day', async () => {
    const people = await app.inInstitution((tx) => institution.listPeople(tx, app.institutionId, TODAY))
    expect(people.map(({ name, post, track, isHead }) => [name, post.title.zh, post.coefficientHundredths, track, isHead])).toEqual([
      ['李强', '养护工', 100, 'staff', false],
      ['欧阳静', '工程师', 115, 'staff', false],
      ['单雄', '局长', 200, 'leader', true],
      ['王小明', '科长', 135, 'staff', true],
    ])
    expect(await app.inInstitution((tx) => institution.listPeople(tx, app.institutionId, '2015-01-01'))).toHaveLength(2)
  })

  test('absences that touch the days', async () => {
    const touching = (from: string, to: string) => app.inInstitution((tx) => institution.listAbsences(tx, app.institutionId, { from, to }))
    expect(await touching('2026-01-20', '2026-12-31')).toMatchObject([{ kind: 'sick', endsOn: '2026-01-20' }])
    expect(await touching('2026-01-21', '2026-12-31')).toEqual([])
  })

  test('subjects for record rules, null for what is not there', async () => {
    const personId = await idOf('1003')
    await app.inInstitution(async (tx) => {
      expect(await institution.personSubject(tx, app.institutionId, personId, TODAY)).toEqual({ personId, unitId: await unitIdIn(tx) })
      expect(await institution.personSubject(tx, app.institutionId, newId(), TODAY)).toBeNull()
      expect(await institution.unitSubject(tx, app.institutionId, newId())).toBeNull()
    })
    async function unitIdIn(tx: Parameters<typeof institution.listUnits>[0]) {
      return (await institution.listUnits(tx, app.institutionId)).find(({ code }) => code === 'YHK')?.unitId
    }
  })

  test('how people are spelt on an English paper: by the register, and as written where the register does not decide', async () => {
    const rows = PEOPLE.flatMap((row) => {
      const spelt = { ...row, 英文姓名: row.职工编号 === '1002' ? 'Wang Xiaoming' : row.职工编号 === '1004' ? 'Li Qiang' : '' }
      return row.职工编号 === '1004' ? [spelt, { ...spelt, 职工编号: '1005', 英文姓名: 'Lee Keung' }] : [spelt]
    })
    await office.call(importPeople, { step: 'save' }, sheet(rows))
    const said = ['王小明', '欧阳静', '李强', '外来的人']
    const namesIn = (language: 'zh' | 'en') => app.inInstitution((tx) => institution.namesIn(tx, app.institutionId, language))
    expect(said.map(await namesIn('en'))).toEqual(['Wang Xiaoming', '欧阳静', '李强', '外来的人'])
    expect(said.map(await namesIn('zh'))).toEqual(said)
  })
})
