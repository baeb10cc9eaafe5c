import { readCard } from '@milepost/contract/design/cards'
import { draftCascade, readCascade } from '@milepost/contract/design/cascade'
import {
  agreePlan,
  agreePlans,
  amendPlan,
  answerAmendment,
  giveBackPlan,
  listPlans,
  proposePlan,
  readMyPlan,
  recordGoal,
  savePlan,
} from '@milepost/contract/design/plans'
import { createScorecard } from '@milepost/contract/design/scorecard'
import { createCycle } from '@milepost/contract/institution/cycles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { developmentGoals, findCardOfPerson, findScorecard, readCards, tasksOf } from '../published.ts'
import { type Bureau, insertBureau } from '../testing/bureau.ts'
import { linesToSave } from '../testing/cardInput.ts'

let app: TestApp
let office: Client
let bureau: Bureau
let engineer: Client
let chief: Client
let director: Client
const cards = new Map<string, string>()

beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
  bureau = await insertBureau(app, 2026)
  const { scorecardId } = await office.call(createScorecard, { cycleId: bureau.cycleId, from: 'template' })
  await office.call(draftCascade, { scorecardId })
  for (const person of (await office.call(readCascade, { scorecardId })).people) cards.set(person.employeeNo, person.card?.cardId ?? '')
  engineer = await app.signIn(['employee'], { personId: person('E1'), name: '苏晴' })
  chief = await app.signIn(['unit-head', 'employee'], { personId: person('H1'), name: '林峰' })
  director = await app.signIn(['leader'], { personId: person('L1'), name: '高远' })
})
afterAll(() => app.close())

const person = (no: string) => bureau.people.get(no) ?? ''
const plan = (no: string) => ({ cardId: cards.get(no) ?? '' })
const saved = async (
  no: string,
  change: (view: Awaited<ReturnType<typeof read>>) => Partial<Parameters<typeof savePlan.input.parse>[0] & object>,
) => {
  const view = await read(no)
  const goals = view.goals.map(({ goalId, objectiveId, title, proof, support, dueOn }) => ({
    goalId,
    objectiveId,
    title,
    proof,
    support,
    dueOn,
  }))
  return { ...plan(no), revision: view.revision, lines: linesToSave(view), goals, ...change(view) }
}
const read = (no: string) => office.call(readCard, plan(no))

test('a plan is read by the person, the head and the office, and by nobody else', async () => {
  expect((await app.visitor.ask(readCard, plan('E1'))).status).toBe(401)
  expect((await engineer.ask(readCard, plan('E1'))).status).toBe(200)
  expect((await chief.ask(readCard, plan('E1'))).status).toBe(200)
  expect((await engineer.ask(readCard, plan('H1'))).status).toBe(403)
  expect((await engineer.ask(readCard, { cardId: '0190a000-0000-7000-8000-000000000000' })).status).toBe(403)
  expect((await engineer.ask(readCard, { cardId: 'x' })).status).toBe(422)
})

test('a plan shows what each goal serves up to an objective of the institution, and which goal closes what the post asks to learn', async () => {
  const view = await engineer.call(readCard, plan('E1'))
  const way = view.wayUp
  expect(way?.mission.zh).not.toBe('')
  expect(way?.goals.map(({ code }) => code).toSorted()).toEqual(
    view.perspectives.flatMap((p) => p.objectives.flatMap((o) => o.measures.map((line) => line.code))).toSorted(),
  )
  const linked = way?.goals.find(({ units, institution }) => units.length > 0 && institution.length > 0)
  expect(linked?.objective).not.toBeNull()
  // what no link carries up claims no measure above, only its objective
  const parents = new Map(
    view.perspectives.flatMap((p) => p.objectives.flatMap((o) => o.measures.map((line) => [line.cardMeasureId, line.parentCardMeasureId]))),
  )
  const alone = way?.goals.filter(({ cardMeasureId }) => parents.get(cardMeasureId) === null) ?? []
  expect(alone.length).toBeGreaterThan(0)
  for (const goal of alone) expect([goal.units, goal.institution]).toEqual([[], []])
  // it is said by what the institution measures the objective it counts towards, and never beside a measure it serves
  for (const goal of way?.goals ?? []) expect(goal.institution.length === 0 || goal.alongside.length === 0).toBe(true)
  expect(alone.some(({ objective, alongside }) => objective !== null && alongside.length > 0)).toBe(true)
  expect(linked?.institution.every((line) => line.card.zh !== linked.units[0]?.card.zh)).toBe(true)
  expect(way?.goals.some(({ institution }) => institution.some(({ target }) => target !== null))).toBe(true)
  const [closing] = view.goals
  expect(way?.needs.filter(({ closedBy }) => closedBy !== null).map(({ closedBy }) => closedBy?.goalId)).toEqual([closing?.goalId])
  expect(way?.needs.length).toBe(1 + view.suggestedGoals.length)
  expect((await office.call(readCard, { cardId: way?.institutionCardId ?? '' })).wayUp).toBeNull()
})

test('my plan is found; a leader has none, and that is said', async () => {
  expect(await engineer.call(readMyPlan, { cycleId: bureau.cycleId })).toEqual({ cardId: cards.get('E1'), because: 'found' })
  expect(await director.call(readMyPlan, { cycleId: bureau.cycleId })).toEqual({ cardId: null, because: 'leader-track' })
  expect((await office.call(readMyPlan, { cycleId: bureau.cycleId })).because).toBe('no-person')
})

test('a plan whose weights do not total 100 % is saved as a draft but not proposed', async () => {
  const short = await saved('E1', (view) => ({ lines: linesToSave(view).slice(1) }))
  await engineer.call(savePlan, short)
  const refused = await engineer.ask(proposePlan, plan('E1'))
  expect(refused.problem?.code).toBe('weights-must-total-100')
  expect(refused.problem?.details).toMatchObject({ card: '苏晴', wanted: '100' })
  const gone = linesToSave(await read('E1'))
  const [first, ...rest] = gone
  if (!first) throw new Error('lines are left')
  const total = gone.reduce((sum, line) => sum + line.weightBp, 0)
  await engineer.call(savePlan, await saved('E1', () => ({ lines: [{ ...first, weightBp: first.weightBp + 10_000 - total }, ...rest] })))
})

test('a plan without a development goal is not proposed', async () => {
  const goals = (await saved('E1', () => ({}))).goals
  await engineer.call(savePlan, await saved('E1', () => ({ goals: [] })))
  expect((await engineer.ask(proposePlan, plan('E1'))).problem?.code).toBe('plan-needs-development-goal')
  await engineer.call(
    savePlan,
    await saved('E1', () => ({ goals: goals.map((goal) => ({ ...goal, goalId: null, support: '参加一期培训' })) })),
  )
  expect((await read('E1')).goals).toMatchObject([{ support: '参加一期培训', dueOn: '2026-12-31' }])
})

test('proposing agrees for one side; the other side agrees, or gives it back with a reason', async () => {
  expect((await chief.ask(agreePlan, plan('E1'))).problem?.code).toBe('plan-not-proposed')
  await engineer.call(proposePlan, plan('E1'))
  expect((await engineer.ask(agreePlan, plan('E1'))).problem?.code).toBe('plan-own-side')
  expect((await (await app.signIn(['unit-head'], { personId: person('S1') })).ask(agreePlan, plan('E1'))).status).toBe(403)
  await chief.call(giveBackPlan, { ...plan('E1'), note: '预防养护目标偏低' })
  expect(await read('E1')).toMatchObject({ state: 'draft', plan: { returnedNote: '林峰：预防养护目标偏低', agreedByPersonAt: null } })
  await engineer.call(proposePlan, plan('E1'))
  expect((await chief.call(readCard, plan('E1'))).plan, 'whoever gave it back compares').toMatchObject({
    returnedNote: '林峰：预防养护目标偏低',
  })
  expect(await chief.call(agreePlan, plan('E1'))).toEqual({ state: 'agreed' })
  expect(await read('E1')).toMatchObject({
    state: 'agreed',
    plan: { agreedByHead: '林峰' },
    may: { edit: false, propose: false, agree: false },
  })
  expect((await engineer.ask(savePlan, await saved('E1', () => ({})))).problem?.code).toBe('card-agreed')
})

test('changing a proposed plan takes it back to a draft', async () => {
  const worker = await app.signIn(['employee'], { personId: person('W1'), name: '陈路' })
  const head = await app.signIn(['unit-head'], { personId: person('S1'), name: '石坚' })
  await head.call(proposePlan, plan('W1'))
  expect((await worker.call(readCard, plan('W1'))).may).toEqual({ edit: true, propose: false, agree: true, giveBack: true, amend: false })
  await worker.call(savePlan, await saved('W1', () => ({})))
  expect(await read('W1')).toMatchObject({ state: 'draft', plan: { agreedByHeadAt: null } })
})

test('the head of a unit does not agree the own plan for both sides; the head above does', async () => {
  await chief.call(proposePlan, plan('H1'))
  expect((await chief.ask(agreePlan, plan('H1'))).problem?.code).toBe('plan-own-side')
  expect(await director.call(agreePlan, plan('H1'))).toEqual({ state: 'agreed' })
})

test('a head sees the plans of the own units, the office all; what waits is marked', async () => {
  expect((await engineer.ask(listPlans, { cycleId: bureau.cycleId })).status).toBe(403)
  const led = await chief.call(listPlans, { cycleId: bureau.cycleId })
  expect(led.plans.map((row) => row.employeeNo).toSorted()).toEqual(['E1', 'H1'])
  const all = await office.call(listPlans, { cycleId: bureau.cycleId })
  expect(all.plans).toHaveLength(5)
  expect(all.plans.find((row) => row.employeeNo === 'W2')).toMatchObject({ state: 'draft', totalBp: 10_000, goals: 1, waitsForMe: false })
})

test('what came of a development goal is recorded by the head, on an agreed plan', async () => {
  const goalId = (await read('E1')).goals[0]?.goalId ?? ''
  const input = { goalId, state: 'achieved', evidence: '结业证书' } as const
  expect((await engineer.ask(recordGoal, input)).status).toBe(403)
  await chief.call(recordGoal, input)
  expect((await read('E1')).goals[0]).toMatchObject({ state: 'achieved', evidence: '结业证书' })
  const open = (await read('W2')).goals[0]?.goalId ?? ''
  expect((await director.ask(recordGoal, { ...input, goalId: open })).problem?.code).toBe('plan-not-agreed')
})

test('later rooms read cards, plans, goals and tasks', async () => {
  await app.inInstitution(async (tx) => {
    const scorecard = await findScorecard(tx, app.institutionId, bureau.cycleId)
    if (!scorecard) throw new Error('there is a scorecard')
    const people = await readCards(tx, app.institutionId, scorecard.scorecardId, { holderKind: 'person' })
    expect(people).toHaveLength(5)
    const mine = await findCardOfPerson(tx, app.institutionId, scorecard.scorecardId, person('E1'))
    expect(mine).toMatchObject({ personId: person('E1'), state: 'agreed', name: { zh: '苏晴' } })
    expect(
      await developmentGoals(
        tx,
        app.institutionId,
        people.map((card) => card.cardId),
      ),
    ).toHaveLength(5)
    const asked = (roles: 'employee'[], no: string) => ({
      accountId: null,
      personId: person(no),
      name: '',
      roles,
      unitId: null,
      headedUnitIds: [],
    })
    expect((await tasksOf(tx, app.institutionId, asked(['employee'], 'W2'), '2026-03-02')).map((task) => task.key)).toEqual([
      'design.my-plan',
    ])
    expect(await tasksOf(tx, app.institutionId, asked(['employee'], 'E1'), '2026-03-02')).toEqual([])
  })
})

test('a head agrees the proposed plans of the unit at one go; what cannot be agreed is left as it was and named', async () => {
  const head = await app.signIn(['unit-head'], { personId: person('S1'), name: '石坚' })
  const shown = async () =>
    (await head.call(listPlans, { cycleId: bureau.cycleId })).plans.map(({ cardId, revision }) => ({ cardId, revision }))
  for (const no of ['W1', 'W2']) {
    const worker = await app.signIn(['employee'], { personId: person(no), name: no })
    await worker.call(proposePlan, plan(no))
  }
  const before = await shown()
  const { goals } = await saved('W2', () => ({}))
  // changed after the head looked at it, and proposed again
  const second = await app.signIn(['employee'], { personId: person('W2') })
  await second.call(savePlan, await saved('W2', () => ({ goals: goals.map((goal) => ({ ...goal, support: '脱产学习' })) })))
  await second.call(proposePlan, plan('W2'))
  const all = { cycleId: bureau.cycleId, plans: before.filter(({ cardId }) => cardId !== cards.get('S1')) }
  expect((await engineer.ask(agreePlans, all)).status).toBe(403)
  expect((await chief.ask(agreePlans, all)).status, 'plans of another unit').toBe(403)
  const answer = await head.call(agreePlans, all)
  expect(answer).toMatchObject({
    agreed: 1,
    leftOut: [{ cardId: cards.get('W2'), because: { zh: expect.stringContaining('已被他人修改') } }],
  })
  expect((await read('W1')).plan).toMatchObject({ agreedByHead: '石坚' })
  expect((await read('W2')).state).toBe('proposed')
  const again = await head.call(agreePlans, { ...all, plans: (await shown()).filter(({ cardId }) => cardId !== cards.get('S1')) })
  expect(again).toMatchObject({ agreed: 1, leftOut: [{ cardId: cards.get('W1') }] })
  expect((await head.ask(agreePlans, { ...all, plans: [{ cardId: cards.get('S1') ?? '', revision: 1 }] })).status, 'the own plan').toBe(403)
})

test('an agreed plan is amended with a reason; until the other side agrees, it stays as it was agreed', async () => {
  const head = await app.signIn(['unit-head'], { personId: person('S1'), name: '石坚' })
  const worker = await app.signIn(['employee'], { personId: person('W1'), name: '陈路' })
  const agreed = await read('W1')
  const [first, second, ...rest] = linesToSave(agreed)
  if (!first || !second) throw new Error('a plan has two lines')
  const shifted = [{ ...first, weightBp: first.weightBp + second.weightBp }, { ...second, weightBp: 0 }, ...rest]
  const asked = { ...(await saved('W1', () => ({ lines: shifted }))), reason: '二季度起调往应急中队' }

  expect((await worker.ask(amendPlan, { ...asked, reason: ' ' })).status).toBe(422)
  expect((await engineer.ask(amendPlan, asked)).status, 'somebody else').toBe(403)
  expect((await worker.ask(amendPlan, { ...asked, lines: linesToSave(agreed) })).problem?.code).toBe('plan-unchanged')
  expect((await worker.ask(amendPlan, { ...asked, lines: shifted.slice(1) })).problem?.code).toBe('weights-must-total-100')
  expect((await worker.ask(amendPlan, { ...asked, goals: [] })).problem?.code).toBe('plan-needs-development-goal')
  expect((await worker.ask(amendPlan, { ...asked, revision: asked.revision - 1 })).problem?.code).toBe('changed-meanwhile')
  const { amendmentId, needsLevelAbove } = await worker.call(amendPlan, asked)
  expect(needsLevelAbove).toBe(false)
  expect((await head.ask(amendPlan, asked)).problem).toMatchObject({ code: 'plan-amendment-open', details: { by: '陈路' } })

  const shown = await head.call(readCard, plan('W1'))
  expect(linesToSave(shown), 'in force is what was agreed').toEqual(linesToSave(agreed))
  expect(shown).toMatchObject({
    state: 'agreed',
    revision: agreed.revision,
    amendments: [{ amendmentId, may: { agree: true, decline: true } }],
  })
  const would = shown.amendments[0]?.plan?.perspectives.flatMap(({ objectives }) => objectives.flatMap(({ measures }) => measures)) ?? []
  expect(would.find(({ cardMeasureId }) => cardMeasureId === first.cardMeasureId)?.weightBp).toBe(first.weightBp + second.weightBp)
  const led = { accountId: null, personId: person('S1'), name: '石坚', roles: ['unit-head'], unitId: null } as const
  const headedUnitIds = [bureau.units.get('GL01-1') ?? '']
  const tasks = await app.inInstitution((tx) => tasksOf(tx, app.institutionId, { ...led, headedUnitIds }, '2026-03-02'))
  expect(tasks.map(({ key }) => key)).toContain(`design.amendment-${amendmentId}`)

  expect((await worker.ask(answerAmendment, { amendmentId, answer: 'agree', note: '' })).problem?.code, 'not both sides').toBe(
    'plan-own-side',
  )
  expect((await head.ask(answerAmendment, { amendmentId, answer: 'decline', note: '' })).status, 'without a word').toBe(422)
  await head.call(answerAmendment, { amendmentId, answer: 'decline', note: '调令还没有下' })
  const again = (await worker.call(amendPlan, asked)).amendmentId
  expect(await head.call(answerAmendment, { amendmentId: again, answer: 'agree', note: '' })).toEqual({ state: 'in-force' })
  expect((await head.ask(answerAmendment, { amendmentId: again, answer: 'agree', note: '' })).problem?.code).toBe('changed-meanwhile')

  const now = await read('W1')
  expect(now).toMatchObject({ state: 'agreed', revision: agreed.revision + 1, plan: { agreedByHead: '石坚' } })
  expect(linesToSave(now)[0]?.weightBp).toBe(first.weightBp + second.weightBp)
  expect(now.amendments.map(({ state }) => state)).toEqual(['in-force', 'declined'])
  const before = now.amendments[0]?.plan
  expect(before?.perspectives, 'the version agreed first is kept whole').toEqual(agreed.perspectives)
  expect(before?.goals).toEqual(agreed.goals)
})

test('in the last quarter of the period the level above agrees as well; once the cycle is appraised nothing changes', async () => {
  app.setNow('2026-11-02T01:00:00Z')
  office = await app.signIn(['performance-office'])
  const head = await app.signIn(['unit-head'], { personId: person('S1'), name: '石坚' })
  const above = await app.signIn(['leader'], { personId: person('L1'), name: '高远' })
  const worker = await app.signIn(['employee'], { personId: person('W2'), name: '陆川' })
  const asked = {
    ...(await saved('W2', (view) => ({
      goals: view.goals.map(({ goalId, objectiveId, title, proof, dueOn }) => ({
        goalId,
        objectiveId,
        title,
        proof,
        support: '外出学习一周',
        dueOn,
      })),
    }))),
    reason: '培训改期',
  }
  const { amendmentId, needsLevelAbove } = await worker.call(amendPlan, asked)
  expect(needsLevelAbove).toBe(true)
  expect(await head.call(answerAmendment, { amendmentId, answer: 'agree', note: '' })).toEqual({ state: 'open' })
  expect((await read('W2')).goals[0]?.support).toBe('脱产学习')
  expect((await head.ask(answerAmendment, { amendmentId, answer: 'agree', note: '' })).problem?.code).toBe('plan-own-side')
  expect(await above.call(answerAmendment, { amendmentId, answer: 'agree', note: '' })).toEqual({ state: 'in-force' })
  expect((await read('W2')).goals[0]?.support).toBe('外出学习一周')
  await app.standAt(bureau.cycleId, 'appraise')
  expect((await worker.ask(amendPlan, { ...asked, revision: asked.revision + 1 })).problem?.code).toBe('plan-amend-too-late')
})

test('of a year to come that has reached the design, Today asks as well, and says which year it is', async () => {
  const office = await app.signIn(['performance-office'])
  const actor = { accountId: null, personId: null, name: '', roles: ['performance-office'], unitId: null, headedUnitIds: [] } as const
  const asked = async (day: string) =>
    (await app.inInstitution((tx) => tasksOf(tx, app.institutionId, actor, day))).map(({ key, href }) => ({ key, href }))
  const plans = { key: 'design.plans', href: '/design/plans' }
  expect(await asked('2025-12-15'), 'the only year').toContainEqual(plans)
  await office.call(createCycle, { year: 2025, name: { zh: '2025年度', en: '2025' }, startsOn: '2025-01-01', endsOn: '2025-12-31' })
  expect(await asked('2025-12-15')).toContainEqual({ key: 'design.2026.plans', href: '/design/plans?year=2026' })
  expect(await asked('2026-03-02')).toContainEqual(plans)
})
