import { chooseRemedy } from '@milepost/contract/diagnose/board'
import { adoptQuestionnaire, closeWave, importAnswers, openWave } from '@milepost/contract/diagnose/waves'
import { downloadChange, openNextWave, readChange } from '@milepost/contract/open/change'
import { turnOf } from '@milepost/contract/open/changeTurn'
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
  const item = app.services.library.questionnaire.items.find(({ construct }) => construct === 'P2')?.code ?? ''
  const other = app.services.library.questionnaire.items.find(({ construct }) => construct === 'P3')?.code ?? ''
  for (const [name, answers, kind, about, least] of [
    ['按时谈话', 'P2', 'construct', 'P2', '10'],
    ['逐项提醒', 'P2', 'item', item, '0.5'],
    ['定得太高的', 'P2', 'construct', 'P2', '90'],
    ['与别的问题有关', 'P3', 'item', other, '0.3'],
  ] as const)
    await office.call(chooseRemedy, {
      ...{ waveId, answers, code: null, name: { zh: name, en: '' }, stage: 'run', strength: 2, reason: '访谈与问卷都指向它' },
      sign: { kind, about, least },
    })
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

test('a problem that is no longer felt is cured, the others are within noise; each remedy is told by its own sign; everybody on the staff reads it', async () => {
  const employee = await app.signIn(['employee'])
  const { change } = await employee.call(readChange, {})
  const p2 = change?.problems.find(({ code }) => code === 'P2')
  expect(p2?.standing).toBe('cured')
  expect([p2?.move?.verdict, (p2?.move?.difference ?? 0) > 1.5, (p2?.move?.g ?? 0) > 1]).toEqual(['higher', true, true])
  expect(change?.problems.filter(({ code }) => code !== 'P2').every(({ move }) => move === null || move.verdict === 'within-noise')).toBe(
    true,
  )
  // only what was chosen on the board of the first wave, and as its sign was written down there
  expect(change?.remedies.map(({ name, answersName, verdict }) => [name.zh, answersName.zh === p2?.name.zh, verdict])).toEqual([
    ['按时谈话', true, 'reached'],
    ['逐项提醒', true, 'reached'],
    ['定得太高的', true, 'partly'],
    ['与别的问题有关', false, 'not-seen'],
  ])
  const [talks, item, high] = change?.remedies ?? []
  // a construct's sign is the severity lost, an item's the points its mean won
  expect([talks?.outcome?.change, item?.outcome?.change].map((value) => Number(value?.toFixed(2)))).toEqual([
    Number(((p2?.severityBefore ?? 0) - (p2?.severityAfter ?? 0)).toFixed(2)),
    Number(item?.move?.difference.toFixed(2)),
  ])
  expect([high?.outcome?.change, high?.move?.verdict]).toEqual([talks?.outcome?.change, 'higher'])
  expect(change?.indices.map(({ before, after }) => [before, after])).toEqual(Array(10).fill([null, null]))
})

test('two pages say it in either language', async () => {
  const leader = await app.signIn(['leader'])
  const wordsOf = async (language: 'zh' | 'en') =>
    new TextDecoder().decode(unzipSync((await leader.ask(downloadChange, { language })).bytes)['word/document.xml'])
  expect(await wordsOf('zh')).toContain('一年来的变化（2025—2026）')
  expect(await wordsOf('en')).toContain('no longer severe')
})

test('severe before and not now is cured; a sign reached within noise is not seen, one worse speaks against its remedy; nothing asked says nothing', () => {
  expect([
    standingOf(true, false),
    standingOf(true, true),
    standingOf(false, true),
    standingOf(false, false),
    standingOf(null, true),
  ]).toEqual(['cured', 'remains', 'new', 'quiet', 'unknown'])
  const told = [verdictOf(null, null), verdictOf(true, null), verdictOf(true, 'within-noise'), verdictOf(true, 'lower')]
  expect([...told, verdictOf(false, 'higher'), verdictOf(true, 'higher')]).toEqual([
    'not-asked',
    'not-asked',
    'not-seen',
    'against',
    'partly',
    'reached',
  ])
})

test('an index went the better way by its own direction, to the tenth that is shown', () => {
  const turn = (before: number | null, after: number | null, better: 'up' | 'down') => turnOf({ before, after, better })
  expect([turn(91.1, 75.3, 'up'), turn(4, 2, 'down'), turn(2, 2.04, 'up'), turn(null, 3, 'up')]).toEqual([
    'worse',
    'better',
    'same',
    'unknown',
  ])
})
