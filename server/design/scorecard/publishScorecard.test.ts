import { openChoice } from '@milepost/contract/choose/choice'
import { saveCard } from '@milepost/contract/design/cards'
import { draftCascade } from '@milepost/contract/design/cascade'
import { retireMeasure } from '@milepost/contract/design/measures'
import { DEFAULT_RULES } from '@milepost/contract/design/schemeRules'
import {
  carryForward,
  createScorecard,
  editScorecard,
  publishScorecard,
  readScorecard,
  setSchemeRules,
} from '@milepost/contract/design/scorecard'
import { askTargetChange, decideTargetChange, readScorecardVersions, readTargetChanges } from '@milepost/contract/design/versions'
import { linesOf } from '@milepost/contract/design/weights'
import { openCalendarYear } from '@milepost/contract/institution/calendar'
import { answerComment, commentOnPlan, openHearing, readHearing } from '@milepost/contract/institution/cycleSteps'
import { readSession } from '@milepost/contract/institution/session'
import type { ScoringRule } from '@milepost/scorecard/rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { insertCycle, UNHEARD } from '../testing/bureau.ts'
import { linesToSave } from '../testing/cardInput.ts'

let app: TestApp
let office: Client
let leader: Client
beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
  leader = await app.signIn(['leader'], { name: '高远' })
})
afterAll(() => app.close())

async function drafted(year: number) {
  const cycleId = await insertCycle(app, year)
  const { scorecardId } = await office.call(createScorecard, { cycleId, from: 'template' })
  const view = await office.call(readScorecard, { cycleId })
  if (!view.card) throw new Error('the template has a card')
  return { cycleId, scorecardId, card: view.card }
}

test('only a leader publishes', async () => {
  const { scorecardId } = await drafted(2026)
  expect((await app.visitor.ask(publishScorecard, { scorecardId, ...UNHEARD })).status).toBe(401)
  expect((await office.ask(publishScorecard, { scorecardId, ...UNHEARD })).status).toBe(403)
  expect((await leader.ask(publishScorecard, { scorecardId: 'none', ...UNHEARD })).status).toBe(422)
})

test('a perspective whose measures do not total its weight is named with both totals', async () => {
  const { scorecardId, card } = await drafted(2027)
  const lines = linesToSave(card)
  const first = lines[0]
  const second = lines.find(
    (line) => line.objectiveId !== first?.objectiveId && card.perspectives[1]?.objectives.some((o) => o.objectiveId === line.objectiveId),
  )
  if (!first || !second) throw new Error('the template has two perspectives')
  const moved = lines.map((line) => ({
    ...line,
    weightBp: line === first ? line.weightBp - 100 : line === second ? line.weightBp + 100 : line.weightBp,
  }))
  await office.call(saveCard, { cardId: card.cardId, revision: card.revision, lines: moved })
  const refused = await leader.ask(publishScorecard, { scorecardId, ...UNHEARD })
  expect(refused.status).toBe(422)
  expect(refused.problem?.code).toBe('weights-must-total-100')
  expect(refused.problem?.details).toMatchObject({ perspective: '公众与利益相关方', total: '34', wanted: '35' })
})

test('a scheme that normalises is published with other totals; caps outside 100 to 150 are named; once published its rules stand', async () => {
  const { cycleId, scorecardId, card } = await drafted(2026 + 9)
  const [first, ...rest] = linesToSave(card)
  if (!first) throw new Error('the template has lines')
  await office.call(saveCard, {
    cardId: card.cardId,
    revision: card.revision,
    lines: [{ ...first, weightBp: first.weightBp + 700 }, ...rest],
  })
  expect((await leader.ask(publishScorecard, { scorecardId, ...UNHEARD })).problem?.code).toBe('weights-must-total-100')
  const items = [{ code: 'B1', name: { zh: '上级表彰', en: 'Commendation' }, points: '2' }]
  const rules = {
    ...DEFAULT_RULES,
    strict100: false,
    cap: { ...DEFAULT_RULES.cap, person: '120' },
    bonus: { cap: '3', items },
  }
  const wild = await office.ask(setSchemeRules, { scorecardId, rules: { ...rules, bonus: { cap: '25', items: [...items, ...items] } } })
  expect(wild.problem?.fields.map(({ pointer }) => pointer)).toEqual(['/rules/bonus/cap', '/rules/bonus/items'])
  const high = await office.ask(setSchemeRules, { scorecardId, rules: { ...rules, cap: { ...rules.cap, unit: '180' } } })
  expect(high.problem?.fields.map(({ pointer }) => pointer)).toEqual(['/rules/cap/unit'])
  expect((await leader.ask(setSchemeRules, { scorecardId, rules })).status).toBe(403)
  await office.call(setSchemeRules, { scorecardId, rules })
  const view = await office.call(readScorecard, { cycleId })
  expect(view.lint.filter(({ code }) => code === 'W0').map(({ severity }) => severity)).toEqual(['warns', 'warns'])
  await leader.call(publishScorecard, { scorecardId, ...UNHEARD })
  expect((await office.call(readScorecard, { cycleId })).scorecard).toMatchObject({ state: 'published', rules })
  expect((await office.ask(setSchemeRules, { scorecardId, rules: DEFAULT_RULES })).problem?.code).toBe('scorecard-published')
})

test('what a designer gets wrong is refused before anything is published, each with its place and its mend', async () => {
  const { cycleId, scorecardId, card } = await drafted(2036)
  const BAD: readonly (readonly [ScoringRule, RegExp])[] = [
    [{ kind: 'interpolate', baseline: '80', target: '80' }, /baseline/i],
    [{ kind: 'range', low: '6', high: '4', tolerance: '1' }, /range starts above its end/],
    [
      {
        kind: 'step',
        below: '0',
        bands: [
          { from: '60', points: '50' },
          { from: '60', points: '80' },
        ],
      },
      /Two steps start at the same figure/,
    ],
    [{ kind: 'deduct', items: [{ key: 'a', points: '0' }] }, /deduct|points/i],
  ]
  const sound = linesToSave(card)
  const bad = sound.map((line, at) => ({ ...line, rule: BAD[at]?.[0] ?? line.rule }))
  const { revision } = await office.call(saveCard, { cardId: card.cardId, revision: card.revision, lines: bad })
  const refused = await leader.ask(publishScorecard, { scorecardId, ...UNHEARD })
  expect(refused.problem?.fields.map(({ pointer }) => pointer)).toEqual(BAD.map((_, at) => `/lines/${at}/rule`))
  for (const [at, [, words]] of BAD.entries()) expect(refused.problem?.fields[at]?.text.en).toMatch(words)
  const blocked = (await office.call(readScorecard, { cycleId })).lint.filter(({ code }) => code === 'F1')
  expect(blocked.map(({ severity, mend }) => [severity, mend.en !== '']).slice(0, 4)).toEqual(BAD.map(() => ['blocks', true]))

  // a measure that was retired after it came onto the card, and an objective that lost its measures
  const first = sound[0]
  const weighs = card.perspectives[0]?.objectives[0]?.measures[0]
  const emptied = card.perspectives[1]?.objectives[0]
  const moved = card.perspectives[1]?.objectives[1]
  if (!first || !weighs || !emptied || !moved) throw new Error('the template has them')
  await office.call(retireMeasure, { code: weighs.code, reason: '并入新指标' })
  const lines = sound.map((line) => (line.objectiveId === emptied.objectiveId ? { ...line, objectiveId: moved.objectiveId } : line))
  await office.call(saveCard, { cardId: card.cardId, revision, lines })
  const gaps = await leader.ask(publishScorecard, { scorecardId, ...UNHEARD })
  expect(gaps.problem).toMatchObject({ code: 'scheme-has-gaps', details: { count: 2, names: [emptied.name.zh, weighs.name.zh] } })
  expect(gaps.problem?.fields.map(({ pointer, text }) => [pointer, text.en])).toEqual([
    ['/objectives', `${emptied.name.en}: Nothing measures the objective. Put a measure under it, or remove the objective.`],
    ['/lines', `${weighs.name.en}: The measure is retired and still weighs. Put a measure in use in its place, or set its weight to 0.`],
  ])
  const gone = await office.ask(saveCard, {
    ...{ cardId: card.cardId, revision: revision + 1 },
    lines: [...lines, { ...first, cardMeasureId: '0190a000-0000-7000-8000-000000000000' }],
  })
  expect(gone.problem?.code).toBe('changed-meanwhile')
  expect((await office.call(readScorecard, { cycleId })).scorecard?.state).toBe('draft')
  await office.call(retireMeasure, { code: weighs.code, reason: '' })
})

test('a measure whose rule cannot score is named with the reason', async () => {
  const { scorecardId, card } = await drafted(2028)
  const lines = linesToSave(card).map((line, at) =>
    at === 0
      ? { ...line, rule: { kind: 'floor_target_stretch', direction: 'up', floor: '88', target: '88', stretch: '93' } as const }
      : line,
  )
  await office.call(saveCard, { cardId: card.cardId, revision: card.revision, lines })
  const refused = await leader.ask(publishScorecard, { scorecardId, ...UNHEARD })
  expect(refused.problem?.code).toBe('measures-not-scoreable')
  expect(refused.problem?.fields[0]).toMatchObject({ pointer: '/lines/0/rule' })
  // drafting carries the fault down, and says so
  const report = await office.call(draftCascade, { scorecardId })
  expect(report.warnings).toContainEqual({ holder: card.name, measure: linesOf(card)[0]?.code, because: 'cannot-be-scored' })
})

test('two people who change the same card do not overwrite each other', async () => {
  const { card } = await drafted(2029)
  const lines = linesToSave(card)
  const { revision } = await office.call(saveCard, { cardId: card.cardId, revision: card.revision, lines: lines.toReversed() })
  expect(revision).toBe(card.revision + 1)
  const late = await office.ask(saveCard, { cardId: card.cardId, revision: card.revision, lines })
  expect(late.problem?.code).toBe('changed-meanwhile')
  // the other is named
  const { actor } = await office.call(readSession, {})
  expect(late.problem?.details).toEqual({ by: actor?.name })
})

test('a draft rests on the newest decision on the method; what is published keeps the one it was published with', async () => {
  const { cycleId, scorecardId } = await drafted(2040)
  const behind = async () => (await office.call(readScorecard, { cycleId })).decision?.choiceId ?? null
  const decide = async (day: string) => {
    const { choiceId } = await office.call(openChoice, { title: { zh: day, en: day } })
    const decision = { state: 'decided', decided_method: 'BSC', decided_by: '高远', decided_at: new Date(day) } as const
    await app.inInstitution((tx) => tx.updateTable('choice').set(decision).where('choice_id', '=', choiceId).execute())
    return choiceId
  }
  expect(await behind()).toBeNull()
  const newest = await decide('2026-02-20T00:00:00Z')
  await decide('2026-02-10T00:00:00Z')
  expect(await behind()).toBe(newest)
  await leader.call(publishScorecard, { scorecardId, ...UNHEARD })
  await decide('2026-02-28T00:00:00Z')
  expect(await behind()).toBe(newest)
})

test('a measure of the library is added by its code, and once only', async () => {
  const { cycleId, card } = await drafted(2030)
  const lines = linesToSave(card)
  const added = {
    ...lines[0],
    cardMeasureId: null,
    measure: { libraryCode: 'PS02' },
    weightBp: 0,
    rule: { kind: 'unscored' } as const,
    objectiveId: lines[0]?.objectiveId ?? null,
  }
  const whole = { cascadeKind: 'unique', valueScope: 'own', parentCardMeasureId: null } as const
  await office.call(saveCard, { cardId: card.cardId, revision: card.revision, lines: [...lines, { ...added, ...whole }] })
  const again = await office.call(readScorecard, { cycleId })
  expect(
    again.card?.perspectives.flatMap((p) => p.objectives.flatMap((o) => o.measures)).find((line) => line.code === 'PS02'),
  ).toMatchObject({ libraryCode: 'PS02', weightBp: 0 })
  const twice = await office.ask(saveCard, {
    cardId: card.cardId,
    revision: 2,
    lines: [...lines, { ...added, ...whole }, { ...added, ...whole }],
  })
  expect(twice.problem?.code).toBe('measure-twice')
  const unknown = await office.ask(saveCard, {
    cardId: card.cardId,
    revision: 2,
    lines: [{ ...added, ...whole, measure: { libraryCode: 'ZZ99' } }],
  })
  expect(unknown.problem?.code).toBe('measure-unknown')
})

test('what is published no longer changes, and is carried forward to the next cycle as a draft', async () => {
  const { cycleId, scorecardId, card } = await drafted(2031)
  await leader.call(publishScorecard, { scorecardId, ...UNHEARD })
  const view = await office.call(readScorecard, { cycleId })
  expect(view.scorecard).toMatchObject({ state: 'published', publishedBy: '高远' })
  const text = { zh: '改', en: 'changed' }
  expect((await office.ask(editScorecard, { scorecardId, name: text, mission: text, vision: text })).problem?.code).toBe(
    'scorecard-published',
  )
  const edit = await office.ask(saveCard, { cardId: card.cardId, revision: card.revision, lines: [] })
  expect(edit.problem?.code).toBe('scorecard-published')
  expect((await leader.ask(publishScorecard, { scorecardId, ...UNHEARD })).problem?.code).toBe('scorecard-published')

  const next = await insertCycle(app, 2032)
  await office.call(carryForward, { scorecardId, cycleId: next })
  const carried = await office.call(readScorecard, { cycleId: next })
  expect(carried.scorecard).toMatchObject({ state: 'draft', carriedFrom: scorecardId, name: { zh: '2032 年度单位计分卡' } })
  expect(carried.scorecard?.links).toHaveLength(view.scorecard?.links.length ?? -1)
  const weights = (from: typeof view) =>
    from.card?.perspectives.flatMap((p) =>
      p.objectives.flatMap((o) => o.measures.map((line) => [o.code, line.code, line.weightBp, line.rule])),
    )
  expect(weights(carried)).toEqual(weights(view))
  expect((await office.ask(carryForward, { scorecardId, cycleId: next })).problem?.code).toBe('scorecard-exists')
})

test('after publication a target changes by request with a reason, decided by another, and every version tells what changed', async () => {
  const { cycleId, scorecardId, card } = await drafted(2033)
  const line = card.perspectives[0]?.objectives[0]?.measures[0]
  if (line?.rule.kind !== 'floor_target_stretch') throw new Error('the template begins with a floor, target and stretch')
  const rule = { ...line.rule, target: String(Number(line.rule.target) - 1) }
  const ask = { cardMeasureId: line.cardMeasureId, rule, reason: '年中任务调整' }
  expect((await office.ask(askTargetChange, ask)).problem?.code).toBe('card-still-open')
  await leader.call(publishScorecard, { scorecardId, ...UNHEARD })
  expect((await leader.ask(askTargetChange, ask)).status).toBe(403)
  expect((await office.ask(askTargetChange, { ...ask, rule: line.rule })).problem?.code).toBe('target-unchanged')
  const flat = await office.ask(askTargetChange, { ...ask, rule: { ...rule, floor: rule.target } })
  expect(flat.problem).toMatchObject({ code: 'measures-not-scoreable', fields: [{ pointer: '/rule' }] })
  const both = await app.signIn(['performance-office', 'leader'], { name: '双岗' })
  const { changeId } = await both.call(askTargetChange, ask)
  expect((await office.ask(askTargetChange, ask)).problem).toMatchObject({ code: 'target-change-open', details: { by: '双岗' } })
  const decide = { changeId, decision: 'approved', answer: '同意' } as const
  expect((await both.ask(decideTargetChange, decide)).problem?.code).toBe('target-change-own')
  expect((await office.ask(decideTargetChange, decide)).status).toBe(403)
  await leader.call(decideTargetChange, decide)
  expect((await leader.ask(decideTargetChange, decide)).problem?.code).toBe('changed-meanwhile')

  const now = await office.call(readScorecard, { cycleId })
  expect(now.card?.perspectives[0]?.objectives[0]?.measures[0]?.rule).toEqual(rule)
  expect((await office.call(readTargetChanges, { scorecardId })).changes).toMatchObject([
    { code: line.code, before: line.rule, after: rule, decision: 'approved', askedBy: '双岗', decidedBy: '高远', mayDecide: false },
  ])
  const { versions, draft } = await office.call(readScorecardVersions, { scorecardId })
  expect(draft).toBeNull()
  expect(versions.map(({ version, reason, hash }) => [version, reason, hash.length])).toEqual([
    [2, `${line.code}: 年中任务调整`, 64],
    [1, UNHEARD.reason, 64],
  ])
  expect(versions[0]?.changes).toMatchObject([
    { kind: 'changed', field: 'rule', before: { en: expect.stringContaining(`target ${line.rule.target}`) } },
  ])
  const overwritten = app.inInstitution((tx) =>
    tx.updateTable('scorecard_version').set({ hash: 'x' }).where('institution_id', '=', app.institutionId).execute(),
  )
  await expect(overwritten).rejects.toThrow(/permission denied/)

  const next = await insertCycle(app, 2034)
  await office.call(carryForward, { scorecardId, cycleId: next })
  const carried = await office.call(readScorecard, { cycleId: next })
  const lines = linesToSave(carried.card!)
  const [first, second] = [lines[0]!, lines[1]!]
  await office.call(saveCard, {
    cardId: carried.card?.cardId ?? '',
    revision: carried.card?.revision ?? 0,
    lines: lines.map((one) =>
      one === first ? { ...one, weightBp: one.weightBp + 50 } : one === second ? { ...one, weightBp: one.weightBp - 50 } : one,
    ),
  })
  const difference = await office.call(readScorecardVersions, { scorecardId: carried.scorecard?.scorecardId ?? '' })
  expect(difference.draft).toMatchObject({
    since: { year: 2033, version: 2 },
    changes: [{ field: 'name' }, { field: 'weight', kind: 'changed' }, { field: 'weight', kind: 'changed' }],
  })
})

test('staff are heard before the plan is published: without a hearing, before it ends or over open comments it takes a reason that is kept', async () => {
  const heardAt = await drafted(2038)
  const unheardAt = await drafted(2039)
  const ask = async ({ scorecardId }: { scorecardId: string }, reason = '') => leader.ask(publishScorecard, { scorecardId, reason })
  const gap = async (of: { scorecardId: string }) => {
    const { problem } = await ask(of)
    return problem?.code === 'publish-unheard' ? problem.details : problem
  }
  expect(await gap(heardAt)).toMatchObject({ kind: 'none' })
  expect((await ask(heardAt, ' no ')).status).toBe(422)
  await office.call(openCalendarYear, { year: 2026 })
  // 2 March 2026 is a Monday
  await office.call(openHearing, { cycleId: heardAt.cycleId, subject: 'The plan of 2038', workingDays: 5 })
  const { commentId } = await office.call(commentOnPlan, { cycleId: heardAt.cycleId, text: 'Mountain stations differ.', named: true })
  expect(await gap(heardAt)).toMatchObject({ kind: 'open', lastDay: '2026-03-09', unanswered: 1 })
  app.setNow('2026-03-10T01:00:00Z')
  office = await app.signIn(['performance-office'])
  leader = await app.signIn(['leader'], { name: '高远' })
  expect(await gap(heardAt)).toMatchObject({ kind: 'unanswered', unanswered: 1 })
  await office.call(answerComment, { commentId, answer: 'Taken up.' })
  expect((await ask(heardAt)).status).toBe(200)

  const { reason } = UNHEARD
  expect((await ask(unheardAt, reason)).status).toBe(200)
  const { versions } = await office.call(readScorecardVersions, { scorecardId: unheardAt.scorecardId })
  expect(versions.map((one) => one.reason)).toEqual([reason])
  const trail = await app.inInstitution((tx) =>
    tx.selectFrom('audit_event').select('detail').where('action', '=', 'scorecard-published').orderBy('seq', 'desc').limit(2).execute(),
  )
  expect(trail[0]?.detail).toMatchObject({ unheard: 'none', reason })
  expect(trail[1]?.detail).not.toHaveProperty('unheard')
  // a hearing opened now may be held, and says of itself that the plan stands already
  const { cycleId } = unheardAt
  expect((await office.call(readHearing, { cycleId })).published).toMatchObject({ by: '高远', reason })
  await office.call(openHearing, { cycleId, subject: 'The plan of 2039', workingDays: 5 })
  expect((await office.call(readHearing, { cycleId })).hearing?.opensOn).toBe('2026-03-10')
})
