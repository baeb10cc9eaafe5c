import { readLinkVerdicts } from '@milepost/contract/run/linkVerdicts'
import { createPeriods } from '@milepost/contract/run/periods'
import { importValues } from '@milepost/contract/run/values'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type RunScene, seedRunScene } from '../testing/runScene.ts'

let app: TestApp
let scene: RunScene
let office: Client
const effect = newId()

/** A cause that goes up and down, and its echo one month later. */
const CAUSE = [60, 64, 61, 70, 66, 75, 68, 80, 71, 84, 77, 90]
const echo = (at: number) => 40 + (CAUSE[Math.max(0, at - 1)] ?? 0) / 2
const month = (at: number) => `2026-${String(at + 1).padStart(2, '0')}`

beforeAll(async () => {
  app = await openTestApp()
  scene = await seedRunScene(app)
  const own = { institution_id: app.institutionId, scorecard_id: scene.scorecardId }
  await app.inInstitution(async (tx) => {
    const { perspective_id } = await tx
      .selectFrom('objective')
      .select('perspective_id')
      .where('institution_id', '=', app.institutionId)
      .where('objective_id', '=', scene.objectiveId)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('objective')
      .values({ ...own, objective_id: effect, perspective_id, code: 'E1', name_zh: '果', name_en: 'Effect', order_no: 9 })
      .execute()
    await tx
      .insertInto('map_link')
      .values({
        institution_id: app.institutionId,
        from_objective_id: scene.objectiveId,
        to_objective_id: effect,
        sign: '+',
        lag_periods: 1,
      })
      .execute()
  })
  const monthly = { frequency: 'month', time: 'last', units: 'none' } as const
  const [cause, result] = [await scene.addMeasure({ code: 'CAUSE', ...monthly }), await scene.addMeasure({ code: 'EFFECT', ...monthly })]
  const rule = { kind: 'ratio_up', target: '100' } as const
  await scene.addCard({}, [
    { measureId: cause, weightBp: 5000, rule, objectiveId: scene.objectiveId },
    { measureId: result, weightBp: 5000, rule, objectiveId: effect },
  ])
  app.setNow('2026-01-05T02:00:00Z')
  office = await app.signIn(['performance-office'])
  await office.call(createPeriods, { cycleId: scene.cycleId, kinds: ['month'], dueAfterDays: 10 })
  app.setNow('2027-01-05T02:00:00Z')
  office = await app.signIn(['performance-office'])
})
afterAll(() => app?.close())

const bring = (from: number, to: number) =>
  office.call(
    importValues,
    { step: 'save', confirmed: true },
    {
      name: 'values.csv',
      bytes: `指标编码,填报对象,期间,实际值,分子,分母,说明\n${CAUSE.slice(from, to)
        .flatMap((value, at) => [`CAUSE,GLJ,${month(from + at)},${value},,,`, `EFFECT,GLJ,${month(from + at)},${echo(from + at)},,,`])
        .join('\n')}`,
    },
  )

test('an arrow without a scored past is untested, never consistent', async () => {
  const { verdicts } = await office.call(readLinkVerdicts, { cycleId: scene.cycleId })
  expect(verdicts).toMatchObject([{ verdict: 'untested', pairs: [{ n: 0, r: null }] }])
  expect((await app.visitor.ask(readLinkVerdicts, { cycleId: scene.cycleId })).status).toBe(401)
  expect((await (await app.signIn(['system-admin'])).ask(readLinkVerdicts, { cycleId: scene.cycleId })).status).toBe(403)
  expect((await office.ask(readLinkVerdicts, { cycleId: newId() })).status).toBe(404)
})

test('eight months are too few at a lag of one; twelve bear the arrow out, and the lag that fits best is the one declared', async () => {
  await bring(0, 8)
  const early = await office.call(readLinkVerdicts, { cycleId: scene.cycleId })
  expect(early.verdicts[0]?.pairs[0]).toMatchObject({ verdict: 'untested', n: 6 })
  await bring(8, 12)
  const { verdicts } = await (await app.signIn(['employee'])).call(readLinkVerdicts, { cycleId: scene.cycleId })
  expect(verdicts[0]).toMatchObject({
    verdict: 'consistent',
    because: null,
    pairs: [{ from: { code: 'CAUSE' }, to: { code: 'EFFECT' }, n: 10, lag: 1, clearestLag: { lag: 1 } }],
  })
  expect(verdicts[0]?.pairs[0]?.r).toBeCloseTo(1, 9)
})

test('the same past contradicts an arrow that says the cause hinders', async () => {
  await app.inInstitution((tx) =>
    tx
      .updateTable('map_link')
      .set({ sign: '-' })
      .where('institution_id', '=', app.institutionId)
      .where('to_objective_id', '=', effect)
      .execute(),
  )
  expect((await office.call(readLinkVerdicts, { cycleId: scene.cycleId })).verdicts[0]).toMatchObject({ verdict: 'inconsistent' })
})
