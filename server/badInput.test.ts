import { importPeople, readPeople, readPerson } from '@milepost/contract/institution/people'
import { importPosts } from '@milepost/contract/institution/posts'
import { importUnits, readUnits } from '@milepost/contract/institution/units'
import { readPersonTicket } from '@milepost/contract/open/personTicket'
import { readTicket } from '@milepost/contract/open/tickets'
import { createPeriods } from '@milepost/contract/run/periods'
import { importValues, readValues } from '@milepost/contract/run/values'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from './platform/newId.ts'
import { type RunScene, seedRunScene } from './run/testing/runScene.ts'
import { type Client, openTestApp, type TestApp } from './testing/testApp.ts'

/** What bad input gets, over HTTP, wherever in the house it arrives: the place, the way to mend it, in both languages, and nothing half saved. */

let app: TestApp
let office: Client
let scene: RunScene
beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
  scene = await seedRunScene(app)
  await scene.addMeasure({ code: 'RATE', unit: '%', frequency: 'year' })
  await office.call(createPeriods, { cycleId: scene.cycleId, kinds: ['year'], dueAfterDays: 10 })
})
afterAll(() => app?.close())

const file = (name: string, ...lines: string[]) => ({ name, bytes: lines.join('\n') })
const people = (...rows: string[]) => file('人员.csv', '职工编号,姓名,部门编码,岗位编码,入职日期', ...rows)
const counts = async () => [
  (await office.call(readUnits, {})).units.length,
  (await office.call(readPeople, { left: 'with' })).people.length,
  (await office.call(readValues, { cycleId: scene.cycleId })).values.length,
]
type Problems = { readonly row: number; readonly problems: readonly { column: string; message: { zh: string; en: string } }[] }[]
const places = (rows: Problems) => rows.flatMap(({ row, problems }) => problems.map(({ column }) => `${row} ${column}`))
const sentences = (rows: Problems) => rows.flatMap(({ problems }) => problems.map(({ message }) => message))

describe('a file as a whole', () => {
  test.each([
    ['of the wrong kind', { name: '考核方案.pdf', bytes: '%PDF-1.7\n\0\0' }, 415, 'file-kind-unknown', '考核方案.pdf'],
    [
      'that only calls itself a workbook',
      { name: '人员.xlsx', bytes: 'PK\u0003\u0004 and nothing more' },
      422,
      'file-damaged',
      '人员.xlsx',
    ],
    ['without rows', file('人员.csv', '职工编号,姓名'), 422, 'file-empty', '人员.csv'],
    ['with a column missing', file('人员.csv', '职工编号,姓名,部门编码,岗位编码', '1,王,JU,JZ'), 422, 'column-missing', '入职日期'],
    [
      'with a column twice',
      file('人员.csv', '职工编号,姓名,姓名,部门编码,岗位编码,入职日期', '1,王,王,JU,JZ,2020-01-01'),
      422,
      'column-twice',
      '姓名',
    ],
  ] as const)('%s', async (_what, sent, status, code, named) => {
    const before = await counts()
    for (const step of ['check', 'save', 'save-right-rows'] as const) {
      const answer = await office.ask(importPeople, { step }, sent)
      expect([answer.status, answer.problem?.code]).toEqual([status, code])
      expect(answer.problem?.text.zh).toContain(named)
      expect(answer.problem?.text.en).not.toMatch(/undefined|\[object/)
    }
    expect(await counts()).toEqual(before)
  })

  test('of 200 MB is refused by what it says of itself, before it is read', async () => {
    const { statusCode, payload } = await app.app.inject({
      method: 'POST',
      url: importPeople.path,
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': String(200 * 1_048_576),
        'x-milepost': '1',
        cookie: office.cookie ?? '',
      },
      payload: '--x--',
    })
    expect(statusCode).toBe(413)
    expect(payload).toContain('20 MB')
  })
})

describe('rows', () => {
  test('a duplicate number, a day in a foreign form and a formula, all at once, with row and column', async () => {
    const before = await counts()
    const sent = people('7,王一,GLJ,JZ,03/04/2020', '7,=HYPERLINK("x"),GLJ,JZ,2020-01-01', '8,@SUM(A1),NOWHERE,JZ,1.7.2020')
    const { rows, saved } = await office.call(importPeople, { step: 'save' }, sent)
    expect(saved).toBe(false)
    expect(places(rows).sort()).toEqual(
      [
        '2 入职日期',
        '2 职工编号',
        '2 岗位编码',
        '3 姓名',
        '3 职工编号',
        '3 岗位编码',
        '4 入职日期',
        '4 姓名',
        '4 部门编码',
        '4 岗位编码',
      ].sort(),
    )
    for (const { zh, en } of sentences(rows)) expect([/\p{Script=Han}/u.test(zh), /\p{Script=Han}/u.test(en)]).toEqual([true, false])
    expect(await counts()).toEqual(before)
  })

  test('a circle in the tree of units is named whole', async () => {
    const before = await counts()
    const sent = file('部门.csv', '部门编码,部门名称,部门类型,上级部门编码', 'P,甲,科室,Q', 'Q,乙,科室,P')
    const { rows } = await office.call(importUnits, { step: 'save' }, sent)
    expect(places(rows)).toEqual(['2 上级部门编码', '3 上级部门编码'])
    expect(sentences(rows)[0]?.zh).toContain('P → Q → P')
    expect(await counts()).toEqual(before)
  })

  test('a value with another unit, a word for a figure, a period in a foreign form', async () => {
    const before = await counts()
    const sent = file('数据.csv', '指标编码,填报对象,期间,实际值', 'RATE,GLJ,2026,95 km', 'RATE,ZA,2026,很好', 'RATE,ZB,12/2026,95')
    const { rows } = await office.call(importValues, { step: 'save' }, sent)
    expect(places(rows)).toEqual(['2 实际值', '3 实际值', '4 期间'])
    expect(sentences(rows)[0]?.en).toContain('“km” is not the measure’s unit “%”')
    expect(await counts()).toEqual(before)
  })

  test('a coefficient that is no coefficient, named beside the other faults of its row', async () => {
    const sent = file('岗位.csv', '岗位编码,岗位名称,岗位类别,岗位系数', 'A,=1,管理岗位,1.234', 'B,乙,不明,一点五')
    const { rows } = await office.call(importPosts, { step: 'save' }, sent)
    expect(places(rows)).toEqual(['2 岗位名称', '2 岗位系数', '3 岗位类别', '3 岗位系数'])
  })
})

describe('without permission', () => {
  test('403 says the same of what exists and of what does not', async () => {
    const measureId = await scene.addMeasure({ code: 'OWN', frequency: 'year' })
    const line = { measureId, weightBp: 10_000, rule: { kind: 'ratio_up', target: '90' } } as const
    const cardId = await scene.addCard({ personId: scene.people.zhou, unitId: scene.units.ZA }, [line])
    const stranger = await app.signIn(['employee'], { personId: scene.people.lin })
    const asked = [
      [await stranger.ask(readTicket, { cardId }), await stranger.ask(readTicket, { cardId: newId() })],
      [await stranger.ask(readPerson, { personId: scene.people.zhou }), await stranger.ask(readPerson, { personId: newId() })],
      [
        await stranger.ask(readPersonTicket, { cycleId: scene.cycleId, personId: scene.people.zhou }),
        await stranger.ask(readPersonTicket, { cycleId: newId(), personId: newId() }),
      ],
    ] as const
    for (const [exists, doesNot] of asked) {
      expect(exists.status).toBe(403)
      expect(doesNot.bytes.toString()).toBe(exists.bytes.toString())
    }
  })
})
