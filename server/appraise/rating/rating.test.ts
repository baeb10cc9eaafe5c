import { listAppraisals, readAppraisal, scoreAppraisals } from '@milepost/contract/appraise/appraisals'
import { giveRating, importRatings, listToRate, ratingsTemplate, readRatingSheet } from '@milepost/contract/appraise/ratings'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { readTable } from '../../platform/spreadsheet/readTable.ts'
import { type Bureau, openBureau, ratingsSheet } from '../testing/bureau.ts'
import { allItems, ITEMS, sheet } from '../testing/people.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau()
  await bureau.enrol()
})
afterAll(() => bureau.close())

const all = (value: string) => allItems('professional', value)
const counted = async (no: string) =>
  (await bureau.office.call(listAppraisals, { cycleId: bureau.cycleId })).appraisals.find((one) => one.employeeNo === no)?.ratings

describe('whom somebody rates', () => {
  const groups = async (no: string) => {
    const { people } = await (await bureau.as(no)).call(listToRate, { cycleId: bureau.cycleId })
    return Object.fromEntries(people.map((one) => [one.name.slice(2), one.group]))
  }

  test('a head rates the people of the office; the people rate the head and each other; never oneself', async () => {
    const head = await groups('2001')
    expect(Object.keys(head)).toHaveLength(7)
    expect(new Set(Object.values(head))).toEqual(new Set(['superior']))
    const member = await groups('2002')
    expect(member).toMatchObject({ 2001: 'subordinates', 2003: 'peers' })
    expect(member[2002]).toBeUndefined()
    expect(member[4002]).toBeUndefined()
  })

  test('the director rates the heads of the offices', async () => {
    expect(await groups('1001')).toEqual({ 2001: 'superior', 3001: 'superior', 4001: 'superior' })
  })

  test('an account without a person rates nobody', async () => {
    expect(await bureau.office.call(listToRate, { cycleId: bureau.cycleId })).toEqual({ people: [], leftOn: null })
  })
})

describe('the rating sheet', () => {
  test('is refused alike for somebody one does not rate and for nobody', async () => {
    const member = await bureau.as('2002')
    const answers = []
    for (const appraisalId of [await bureau.appraisalId('4002'), newId()]) answers.push(await member.ask(readRatingSheet, { appraisalId }))
    expect(answers.map((one) => one.status)).toEqual([403, 403])
    expect(new Set(answers.map((one) => JSON.stringify(one.problem))).size).toBe(1)
    expect((await bureau.app.visitor.ask(readRatingSheet, { appraisalId: newId() })).status).toBe(401)
  })

  test('asks for virtue, ability, diligence and integrity; the criteria only of the superior', async () => {
    const appraisalId = await bureau.appraisalId('2002')
    const superior = await (await bureau.as('2001', ['unit-head'])).call(readRatingSheet, { appraisalId })
    expect(superior.items.map((item) => item.code)).toEqual(ITEMS.professional)
    expect(superior.criteria.map((one) => one.grade)).toEqual(['excellent', 'qualified', 'basic', 'unqualified'])
    const peer = await (await bureau.as('2003')).call(readRatingSheet, { appraisalId })
    expect([peer.group, peer.criteria]).toEqual(['peers', []])
  })
})

describe('a sheet for every class of posts', () => {
  const sheetOf = async (by: string, no: string) =>
    (await bureau.as(by, ['unit-head'])).call(readRatingSheet, { appraisalId: await bureau.appraisalId(no) })

  test.each([
    ['1001', '4001', 'management'],
    ['2001', '2004', 'professional'],
    ['4001', '4005', 'skilled-worker'],
  ] as const)('%s rates %s by the sheet for %s, which is whole with its own items', async (by, no, form) => {
    const sheet = await sheetOf(by, no)
    expect([sheet.form, sheet.items.map((item) => item.code)]).toEqual([form, ITEMS[form]])
    expect(sheet.items.find((item) => item.code.startsWith('ability-2'))?.text.zh).toBe(
      form === 'skilled-worker' ? '熟练操作机具，按规程安全作业' : '善于沟通协调，能解决实际问题',
    )
    const rating = { appraisalId: sheet.appraisalId, criteriaGrade: 'qualified' as const, comment: '' }
    expect((await (await bureau.as(by, ['unit-head'])).ask(giveRating, { ...rating, items: allItems(form, '84') })).status).toBe(200)
  })

  test('an item of another class is refused at its place, in both languages, and does not stand in for the own one', async () => {
    const head = await bureau.as('4001', ['unit-head'])
    const rating = { appraisalId: await bureau.appraisalId('4007'), criteriaGrade: 'qualified' as const, comment: '' }
    const { problem } = await head.ask(giveRating, { ...rating, items: allItems('professional', '84') })
    expect(problem?.fields.map((field) => field.pointer)).toEqual([
      '/items/ability-2',
      '/items/ability-3',
      '/items/integrity-2',
      '/items/ability-2-worker',
      '/items/ability-3-worker',
      '/items/integrity-2-worker',
    ])
    expect(problem?.fields[0]?.text).toEqual({
      zh: '这是管理岗位、专业技术岗位的评分项；被评人按工勤技能岗位评分表评分，此处应留空。',
      en: 'This item is on the sheet for management posts and professional posts; the person is rated by the one for skilled-worker posts. Leave it empty.',
    })
  })

  test('what was rated by another sheet keeps counting as it was given, and is seen once the sheet is locked', async () => {
    const { cycleId } = bureau
    const appraisalId = await bureau.appraisalId('4006')
    const head = await bureau.as('4001', ['unit-head'])
    await head.call(giveRating, { appraisalId, items: allItems('skilled-worker', '80'), criteriaGrade: 'qualified', comment: '' })
    // as it stood before the classes had sheets of their own
    const items = JSON.stringify({ ...allItems('professional', '80'), 'ability-2': '92' })
    await bureau.app.inInstitution((tx) => tx.updateTable('rating').set({ items }).where('appraisal_id', '=', appraisalId).execute())
    expect((await head.call(readRatingSheet, { appraisalId })).given).not.toHaveProperty('ability-2')
    await bureau.runOfficially({ 4006: '80' })
    await bureau.office.call(scoreAppraisals, { cycleId })
    const { appraisal } = await bureau.office.call(readAppraisal, { cycleId, personId: bureau.personId('4006') })
    // ability (92 + 80 + 80) / 3 = 84 at 15 %, everything else 80
    expect(appraisal.officialScore).toBe('80.60')
    const state = (to: string) =>
      bureau.app.inInstitution((tx) => tx.updateTable('appraisal').set({ state: to }).where('appraisal_id', '=', appraisalId).execute())
    await state('proposed')
    const locked = await head.call(readRatingSheet, { appraisalId })
    expect([locked.open, locked.given['ability-2'], locked.items.some(({ code }) => code === 'ability-2')]).toEqual([false, '92', true])
    await state('scored')
    await bureau.app.inInstitution((tx) => tx.deleteFrom('rating').where('appraisal_id', '=', appraisalId).execute())
  })
})

describe('giving a rating', () => {
  const give = async (
    by: string,
    no: string,
    given: { items?: Record<string, string>; criteriaGrade?: 'excellent' | 'qualified' | null; comment?: string },
  ) =>
    (await bureau.as(by)).ask(giveRating, {
      appraisalId: await bureau.appraisalId(no),
      items: given.items ?? all('85'),
      criteriaGrade: given.criteriaGrade ?? null,
      comment: given.comment ?? '',
    })
  const pointers = async (...args: Parameters<typeof give>) => (await give(...args)).problem?.fields.map((field) => field.pointer)

  test('a superior rates every item and names the grade whose criteria fit; what is missing is named', async () => {
    const { 'ability-2': _left, ...incomplete } = all('85')
    expect(await pointers('2001', '2002', { items: incomplete })).toEqual(['/items/ability-2', '/criteriaGrade'])
    expect((await give('2001', '2002', { criteriaGrade: 'qualified' })).status).toBe(200)
  })

  test('a peer may leave items out, but not all', async () => {
    expect(await pointers('2003', '2002', { items: {} })).toEqual(['/items'])
    expect((await give('2003', '2002', { items: { 'virtue-1': '80' } })).status).toBe(200)
    const sheetOfPeer = await (await bureau.as('2003')).call(readRatingSheet, { appraisalId: await bureau.appraisalId('2002') })
    expect(sheetOfPeer.given).toEqual({ 'virtue-1': '80' })
  })

  test('values lie between 0 and 100 on items that there are', async () => {
    expect(await pointers('2003', '2002', { items: { 'virtue-1': '101', 'virtue-2': '-1', 'results-1': '90' }, comment: '说明' })).toEqual([
      '/items/virtue-1',
      '/items/virtue-2',
      '/items/results-1',
    ])
    expect(await pointers('2003', '2002', { items: { 'virtue-1': '八十' } })).toEqual(['/items/virtue-1'])
  })

  test('a full mark or a fail needs a word', async () => {
    expect(await pointers('2003', '2002', { items: { 'virtue-1': '100' } })).toEqual(['/comment'])
    expect(await pointers('2003', '2002', { items: { 'virtue-1': '59.5' } })).toEqual(['/comment'])
    expect((await give('2003', '2002', { items: { 'virtue-1': '100' }, comment: '全年值守在一线' })).status).toBe(200)
  })

  test('giving it again changes it and does not add one', async () => {
    await give('2003', '2002', { items: { 'virtue-1': '90' } })
    expect(await counted('2002')).toEqual({ superior: 1, peers: 1, subordinates: 0, serviceUsers: 0 })
  })

  test('nobody rates themselves or a stranger, with any role', async () => {
    expect((await give('2002', '2002', {})).status).toBe(403)
    expect((await give('4002', '2002', {})).status).toBe(403)
  })
})

describe('importing ratings from paper', () => {
  const ask = (rows: Parameters<typeof ratingsSheet>[1], step: 'check' | 'save' | 'save-right-rows' = 'check') =>
    bureau.office.ask(importRatings, { step, cycleId: bureau.cycleId }, ratingsSheet(bureau.app, rows))
  const problems = async (rows: Parameters<typeof ratingsSheet>[1]) =>
    (await ask(rows)).body.rows.flatMap((row) => row.problems.map((problem) => [row.row, problem.column, problem.message.en]))

  test('who may', async () => {
    expect(
      (await bureau.director.ask(importRatings, { cycleId: bureau.cycleId, step: 'check' }, ratingsSheet(bureau.app, []))).status,
    ).toBe(403)
    expect((await ask([])).problem?.code).toBe('file-empty')
  })

  test('the same file again changes nothing', async () => {
    const rows = [
      { no: '4002', by: '4001', value: '88', criteria: '优秀' },
      { no: '4002', group: '服务对象', by: '来访群众甲', value: '90' },
    ]
    expect((await ask(rows, 'save')).body).toMatchObject({ saved: true, counts: { new: 2, changed: 0, same: 0, wrong: 0 } })
    expect((await ask(rows, 'save')).body).toMatchObject({ saved: true, counts: { new: 0, changed: 0, same: 2, wrong: 0 } })
    const changed = rows.map((row) => (row.by === '4001' ? { ...row, value: '89' } : row))
    expect((await ask(changed, 'save')).body.counts).toEqual({ new: 0, changed: 1, same: 1, wrong: 0 })
    expect(await counted('4002')).toEqual({ superior: 1, peers: 0, subordinates: 0, serviceUsers: 1 })
  })

  test('a rating given on screen and the same rater on paper are one rating', async () => {
    const head = await bureau.as('4001', ['unit-head'])
    await head.call(giveRating, {
      appraisalId: await bureau.appraisalId('4003'),
      items: allItems('skilled-worker', '80'),
      criteriaGrade: 'qualified',
      comment: '',
    })
    expect((await ask([{ no: '4003', by: '4001', value: '80', criteria: '合格' }])).body.counts).toMatchObject({ same: 1 })
  })

  test('every fault is named by row and column: strangers, themselves, who has left, values, doubles, empty rows', async () => {
    expect(
      await problems([
        { no: '9999', by: '某某', value: '88' },
        { no: '4004', by: '4004', value: '88' },
        { no: '4004', by: '4001', value: '' },
        { no: '4005', by: '4001', value: '88' },
        { no: '4005', by: '4001', value: '90' },
        { no: '1001', by: '2001', value: '90' },
        { no: '4006', by: '3005', value: '90' },
      ]),
    ).toEqual([
      [2, '被评人工号 / Rated employee no.', 'This employee number is not among the appraisals of the cycle.'],
      [3, '评分人 / Rater', 'Nobody rates themselves: one is recused from the own case (Personnel Regulation, Art. 39).'],
      [4, '评分人 / Rater', 'The row has no rating.'],
      [6, '评分人 / Rater', 'Occurs in row 5 already.'],
      [7, '被评人工号 / Rated employee no.', 'This employee number is not among the appraisals of the cycle.'],
      [8, '评分人 / Rater', 'The rater left on 2025-11-30 and cannot rate (Appraisal rules, Art. 38: the present unit appraises).'],
    ])
  })

  test('a value out of range is named by the heading of its column, and a unit behind it is refused', async () => {
    const [item] = (await problems([{ no: '4004', by: '4001', value: '120' }])).filter(([row]) => row === 2)
    expect(item).toEqual([2, expect.stringContaining(' / '), 'A rating lies between 0 and 100.'])
    expect((await problems([{ no: '4004', by: '4001', value: '88分' }]))[0]?.[2]).toMatch(/without a unit/)
  })

  test('a worker with the columns of another class filled in is refused at those cells', async () => {
    const [row] = (await ask([{ no: '4004', by: '4001', value: '88', criteria: '合格', everyItem: true }])).body.rows
    expect(row?.problems.map((problem) => problem.column.split(' / ')[0])).toEqual([
      '善于沟通协调，能解决实际问题',
      '坚持学习，掌握新技术、新方法',
      '坚持学习政策法规，改进管理和服务方法',
      '不利用岗位便利谋取私利',
    ])
    expect(row?.problems[1]?.message.zh).toBe('这是专业技术岗位的评分项；被评人按工勤技能岗位评分表评分，此处应留空。')
  })

  test('while one row is wrong nothing is saved', async () => {
    const rows = [
      { no: '4006', by: '4001', value: '88', criteria: '合格' },
      { no: '4006', by: '4001', value: '200', criteria: '合格' },
    ]
    expect((await ask(rows, 'save')).body.saved).toBe(false)
    expect(await counted('4006')).toMatchObject({ superior: 0 })
    expect((await ask(rows, 'save-right-rows')).body.saved).toBe(true)
    expect(await counted('4006')).toMatchObject({ superior: 1 })
  })

  test('a missing column and a foreign heading', async () => {
    const answer = await bureau.office.ask(importRatings, { cycleId: bureau.cycleId, step: 'check' }, sheet([{ 姓名: '甲', 分数: '90' }]))
    expect([answer.status, answer.problem?.code]).toEqual([422, 'column-missing'])
  })

  test.each(['zh', 'en'] as const)('the template (%s) is accepted as it is, apart from its invented person', async (language) => {
    const { bytes } = await bureau.office.ask(ratingsTemplate, { language })
    const table = await readTable({ name: 'template.xlsx', bytes: new Uint8Array(bytes) })
    expect(table.columns).toHaveLength(6 + new Set(Object.values(ITEMS).flat()).size)
    const report = await bureau.office.call(importRatings, { cycleId: bureau.cycleId, step: 'check' }, { name: 'template.xlsx', bytes })
    expect(report.counts).toEqual({ new: 0, changed: 0, same: 0, wrong: 1 })
    expect(report.rows[0]?.problems.map((problem) => problem.column)).toEqual(['被评人工号 / Rated employee no.'])
  })
})
