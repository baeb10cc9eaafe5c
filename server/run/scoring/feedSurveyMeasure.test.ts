import { createQuestionnaire, importAnswers, openWave } from '@milepost/contract/diagnose/waves'
import { createPeriods, readPeriods } from '@milepost/contract/run/periods'
import { feedSurveyMeasure, readCardScore } from '@milepost/contract/run/scores'
import { readValues } from '@milepost/contract/run/values'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type RunScene, seedRunScene } from '../testing/runScene.ts'

let app: TestApp
let scene: RunScene
let office: Client
let waveId: string
let periodId: string
let measureId: string
let cardId: string

const text = (word: string) => ({ zh: word, en: word })
const item = (code: string, reverse: boolean) => ({
  code,
  kind: 'scale' as const,
  construct: null,
  link: null,
  reverse,
  text: text(`Question ${code}`),
})

beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2026-08-02T02:00:00Z')
  scene = await seedRunScene(app)
  measureId = await scene.addMeasure({
    code: 'PS07',
    unit: '分',
    frequency: 'half-year',
    time: 'survey',
    units: 'survey',
    minN: 10,
    computedFrom: 'survey',
  })
  cardId = await scene.addCard({}, [{ measureId, weightBp: 10000, rule: { kind: 'ratio_up', target: '80' } }])
  office = await app.signIn(['performance-office'])
  await office.call(createPeriods, { cycleId: scene.cycleId, kinds: ['half'], dueAfterDays: 30 })
  periodId = (await office.call(readPeriods, { cycleId: scene.cycleId })).periods[0]?.periodId ?? ''
  const { questionnaireId } = await office.call(createQuestionnaire, {
    code: 'public',
    title: text('Road users'),
    instrument: {
      scale: { least: 1, most: 5, points: [], notApplicable: text('do not know') },
      constructs: [],
      items: [item('S1', false), item('S2', true), item('X1', false)],
      leastCell: 5,
      severityBands: [],
    },
  })
  const strata = [{ code: 'public', name: text('公众'), population: null }]
  waveId = (
    await office.call(openWave, {
      questionnaireId,
      name: { zh: '上半年公众评价', en: 'Public, first half' },
      openedOn: '2026-06-01',
      strata,
    })
  ).waveId
})
afterAll(() => app?.close())

/** Twelve people: S1 4 and S2 (reversed) 2, so each is (4 + 4) / 2 = 4 of 5, an index of 75. */
const answers = (people: number) => ({
  name: 'answers.csv',
  bytes: `S1,S2,X1\n${Array.from({ length: people }, () => '4,2,1').join('\n')}\n`,
})
const feed = () => ({ measureId, periodId, waveId, items: ['S1', 'S2'], holder: { kind: 'institution' as const } })

test('a wave’s index is recorded by the office alone, and not from a wave nobody answered', async () => {
  expect((await app.visitor.ask(feedSurveyMeasure, feed())).status).toBe(401)
  expect((await (await app.signIn(['leader'])).ask(feedSurveyMeasure, feed())).status).toBe(403)
  expect((await office.ask(feedSurveyMeasure, { ...feed(), items: [] })).status).toBe(422)
  expect((await office.ask(feedSurveyMeasure, { ...feed(), waveId: newId() })).problem?.code).toBe('not-found')
  expect((await office.ask(feedSurveyMeasure, feed())).problem?.code).toBe('survey-index-missing')
})

test('the index of the items asked for becomes the value, with the people behind it and the wave as its source', async () => {
  await office.call(importAnswers, { waveId, step: 'save' }, answers(12))
  expect(await office.call(feedSurveyMeasure, feed())).toEqual({ verdict: 'new', actual: '75', n: 12 })
  expect(await office.call(feedSurveyMeasure, feed())).toEqual({ verdict: 'same', actual: '75', n: 12 })
  const { values } = await office.call(readValues, { cycleId: scene.cycleId })
  expect(values).toMatchObject([{ actual: '75', n: 12, source: 'wave 上半年公众评价', note: expect.stringContaining('S1, S2') }])
  const { result } = await office.call(readCardScore, { cardId })
  expect(result.measures[0]).toMatchObject({ official: '93.75', actual: { how: 'survey', n: 12 } })
})
