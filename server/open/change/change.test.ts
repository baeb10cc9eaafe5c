import { adoptQuestionnaire, closeWave, importAnswers, openWave } from '@milepost/contract/diagnose/waves'
import { downloadChange, openNextWave, readChange } from '@milepost/contract/open/change'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { standingOf, verdictOf } from './yearOfChange.ts'

let app: TestApp
let office: Client
let questionnaireId: string

beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2026-02-10T02:00:00Z')
  office = await app.signIn(['performance-office'])
  questionnaireId = (await office.call(adoptQuestionnaire, {})).questionnaireId
})
afterAll(() => app.close())

const strata = [{ code: 'all', name: { zh: '全体', en: 'All' }, population: 40 }]

/** Everybody agrees to this point with what P2 asks (turned where an item is turned), and to 3 with everything else; every other sheet a point apart. */
async function answered(waveId: string, health: number): Promise<void> {
  const { items } = app.services.library.questionnaire
  const codes = items.map(({ code }) => code)
  const rows = Array.from({ length: 30 }, (_, at) =>
    items
      .map(({ construct, reverse }) => {
        const felt = (construct === 'P2' ? health : 3) + (at % 2 === 0 ? 0 : construct === 'P2' ? 0 : 1)
        const own = construct === 'P2' && at % 3 === 0 ? felt + 1 : felt
        return String(reverse ? 6 - own : own)
      })
      .join(','),
  )
  const bytes = [`stratum,${codes.join(',')}`, ...rows.map((row) => `all,${row}`)].join('\n')
  const report = await office.call(importAnswers, { waveId, step: 'save' }, { name: 'answers.csv', bytes })
  if (!report.saved) throw new Error(JSON.stringify(report.rows.slice(0, 2)))
}

test('before two waves are closed there is nothing to compare, and no wave to follow', async () => {
  expect(await office.call(readChange, {})).toEqual({ change: null, waves: 0 })
  expect((await office.ask(downloadChange, { language: 'zh' })).status).toBe(404)
  const next = { name: { zh: '第二轮', en: 'Second' }, openedOn: '2026-02-10' }
  expect((await office.ask(openNextWave, next)).problem?.code).toBe('no-wave-to-follow')
  expect((await app.visitor.ask(readChange, {})).status).toBe(401)
  expect((await (await app.signIn(['system-admin'])).ask(readChange, {})).status).toBe(403)
})

test('the next wave is opened from the last: same questionnaire, same strata, one at a time, by the office alone', async () => {
  const { waveId } = await office.call(openWave, { questionnaireId, name: { zh: '第一轮', en: 'First' }, openedOn: '2025-02-10', strata })
  await answered(waveId, 2)
  const next = { name: { zh: '第二轮', en: 'Second' }, openedOn: '2026-02-10' }
  await office.call(closeWave, { waveId })
  expect((await (await app.signIn(['leader'])).ask(openNextWave, next)).status).toBe(403)
  expect((await office.ask(openNextWave, { ...next, openedOn: 'now' })).status).toBe(422)
  const second = await office.call(openNextWave, next)
  expect((await office.ask(openNextWave, next)).problem?.code).toBe('wave-still-open')
  const rows = await app.inInstitution((tx) =>
    tx.selectFrom('stratum').select(['wave_id', 'code', 'population']).where('wave_id', '=', second.waveId).execute(),
  )
  expect(rows).toEqual([{ wave_id: second.waveId, code: 'all', population: 40 }])
  await answered(second.waveId, 4)
  await office.call(closeWave, { waveId: second.waveId })
})

test('a problem that is no longer felt is cured, its remedies have moved, the others are within noise; everybody on the staff reads it', async () => {
  const employee = await app.signIn(['employee'])
  const { change } = await employee.call(readChange, {})
  const p2 = change?.problems.find(({ code }) => code === 'P2')
  expect(p2?.standing).toBe('cured')
  expect([p2?.move?.verdict, (p2?.move?.difference ?? 0) > 1.5, (p2?.move?.g ?? 0) > 1]).toEqual(['higher', true, true])
  expect(change?.problems.filter(({ code }) => code !== 'P2').every(({ move }) => move === null || move.verdict === 'within-noise')).toBe(
    true,
  )
  const own = change?.remedies.filter(({ answers }) => answers.length === 1 && answers[0] === 'P2') ?? []
  expect(own.length).toBeGreaterThan(0)
  expect(own.every(({ verdict }) => verdict === 'moved')).toBe(true)
  expect(change?.indices.map(({ before, after }) => [before, after])).toEqual(Array(10).fill([null, null]))
})

test('two pages say it in either language', async () => {
  const leader = await app.signIn(['leader'])
  const wordsOf = async (language: 'zh' | 'en') =>
    new TextDecoder().decode(unzipSync((await leader.ask(downloadChange, { language })).bytes)['word/document.xml'])
  expect(await wordsOf('zh')).toContain('一年来的变化（2025—2026）')
  expect(await wordsOf('en')).toContain('no longer severe')
})

test('severe before and not now is cured; one sign worse speaks against a remedy; nothing asked says nothing', () => {
  expect([
    standingOf(true, false),
    standingOf(true, true),
    standingOf(false, true),
    standingOf(false, false),
    standingOf(null, true),
  ]).toEqual(['cured', 'remains', 'new', 'quiet', 'unknown'])
  const of = (...verdicts: ('higher' | 'lower' | 'within-noise')[]) => verdictOf(verdicts.map((verdict) => ({ verdict })))
  expect([of(), of('within-noise'), of('within-noise', 'higher'), of('higher', 'lower')]).toEqual([
    'not-asked',
    'not-seen',
    'moved',
    'against',
  ])
})
