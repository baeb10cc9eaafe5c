import {
  addEvidence,
  chooseRemedy,
  decideLink,
  downloadDiagnosisReport,
  dropRemedy,
  judgeProblem,
  readAims,
  readBoard,
  removeEvidence,
} from '@milepost/contract/diagnose/board'
import { applyCode, planInterview, recordConsent, saveTranscript } from '@milepost/contract/diagnose/interviews'
import { readDiagnosis, recordFindings } from '@milepost/contract/diagnose/results'
import { readStatistics } from '@milepost/contract/diagnose/statistics'
import { readVoices } from '@milepost/contract/diagnose/voices'
import { adoptQuestionnaire, importAnswers, openWave, readQuestionnaire } from '@milepost/contract/diagnose/waves'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { docxFaults } from '../testing/docxFaults.ts'
import { type Client, openTestApp, type TestApp } from '../testing/testApp.ts'
import { figure } from './board/figure.ts'

/** As the pages write a figure; here for figures below a thousand. */
const written = (text: string, digits: number) => {
  const [whole = '', fraction = ''] = text.split('.')
  const kept = Number(whole + fraction.slice(0, digits)) + (Number(fraction[digits]) >= 5 ? 1 : 0)
  return `${String(kept).slice(0, -digits)}.${String(kept).slice(-digits)}`
}

let app: TestApp
let office: Client
let leader: Client
let waveId: string
let later: string
let questionnaireId: string
let items: { code: string; reverse: boolean }[]

const STRATA = [
  { code: 'province', name: { zh: '省局', en: 'Province' }, population: 40 },
  { code: 'bureau', name: { zh: '本局', en: 'Bureau' }, population: 300 },
]
const wave = async (openedOn: string) =>
  (await office.call(openWave, { questionnaireId, name: { zh: `轮次 ${openedOn}`, en: `Wave ${openedOn}` }, openedOn, strata: STRATA }))
    .waveId

/** 30 and 40 people: health of each construct by its items' first letters; the person's own leaning ties causes to problems. */
const answers = (health: Readonly<Record<string, number>>) => {
  const row = (stratum: string, person: number) =>
    [
      stratum,
      ...items.map(({ code, reverse }) => {
        const level = Math.min(5, Math.max(1, (health[code.slice(0, 2)] ?? 4) + (person % 3) - 1 + (stratum === 'province' ? 1 : 0)))
        return reverse ? 6 - level : level
      }),
    ].join(',')
  const rows = [...Array.from({ length: 30 }, (_, n) => row('province', n)), ...Array.from({ length: 40 }, (_, n) => row('bureau', n))]
  return { name: 'answers.csv', bytes: [['stratum', ...items.map((item) => item.code)].join(','), ...rows].join('\n') }
}

beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'], { name: '办公室' })
  leader = await app.signIn(['leader'], { name: '主任' })
  ;({ questionnaireId } = await office.call(adoptQuestionnaire, {}))
  items = (await office.call(readQuestionnaire, { questionnaireId })).instrument.items
  waveId = await wave('2026-03-01')
  await office.call(importAnswers, { waveId, step: 'save' }, answers({ AT: 2, NO: 2 }))
  later = await wave('2027-03-01')
  await office.call(importAnswers, { waveId: later, step: 'save' }, answers({ AT: 3, NO: 2 }))
})
afterAll(() => app.close())

const board = (who = office) => who.call(readBoard, { waveId })
const put = (kind: 'construct' | 'item' | 'difference' | 'code-count' | 'quote' | 'audit', subject: string, about: string, more = {}) =>
  office.ask(addEvidence, { waveId, subject, kind, about, strength: 2, reason: '因为', ...more })

test('oversight reads the board, only the office changes it, leaders may judge; employees see nothing', async () => {
  const employee = await app.signIn(['employee'])
  expect((await employee.ask(readBoard, { waveId })).status).toBe(403)
  expect((await employee.ask(downloadDiagnosisReport, { waveId, language: 'zh' })).status).toBe(403)
  const discipline = await app.signIn(['discipline'])
  expect((await discipline.ask(readBoard, { waveId })).status).toBe(200)
  expect((await discipline.ask(judgeProblem, { waveId, problem: 'P5', verdict: 'suspected', reason: '' })).status).toBe(403)
  const given = { waveId, subject: 'P5', kind: 'construct' as const, about: 'P5', strength: 2, reason: '' }
  expect((await leader.ask(addEvidence, given)).status).toBe(403)
  expect((await app.visitor.ask(readBoard, { waveId })).status).toBe(401)
})

test('evidence carries the figure that was shown when it was put there, of every kind, in both languages; what may not be shown is none', async () => {
  // AT 2 in the bureau, 3 in the province, spread -1, 0, 1: mean (30 x 3 + 40 x 2 + spread of the 71st) / 70
  expect((await put('construct', 'P5', 'P5')).status).toBe(200)
  expect((await put('item', 'P5', 'AT3')).status).toBe(200)
  expect((await put('difference', 'P5', 'P5')).status).toBe(200)
  expect((await put('audit', 'P5', 'coach-rate', { found: '28 %', red: true })).status).toBe(200)
  const { constructs } = await office.call(readDiagnosis, { waveId })
  const severity = constructs.find((one) => one.code === 'P5')?.severity ?? 0
  const { evidence } = await board()
  expect(evidence.map((one) => [one.kind, one.stream])).toEqual([
    ['construct', 'survey'],
    ['item', 'survey'],
    ['difference', 'survey'],
    ['audit', 'audit'],
  ])
  expect(evidence[0]?.says.en).toContain(`severity ${severity.toFixed(1)}`)
  expect(evidence[2]?.says.zh).toMatch(/省局 .*本局 .*校正 p < 0\.001/)
  expect(evidence[3]).toMatchObject({ red: true, by: '办公室' })
  expect((await put('code-count', 'P5', 'P5')).problem?.code).toBe('evidence-not-shown')
  expect((await put('item', 'P5', 'no-such-item')).problem?.code).toBe('evidence-not-shown')
  expect((await put('audit', 'P5', 'coach-rate', { found: '' })).problem?.code).toBe('evidence-not-shown')
  expect((await put('construct', 'OV', 'P5')).problem?.fields?.[0]?.pointer).toBe('/subject')
  // the same once more renews it and does not double it
  await put('item', 'P5', 'AT3')
  expect((await board()).evidence).toHaveLength(4)
  const [, item] = (await board()).evidence
  await office.call(removeEvidence, { evidenceId: item?.evidenceId ?? '' })
  expect((await office.ask(removeEvidence, { evidenceId: item?.evidenceId ?? '' })).status).toBe(404)
})

test('two streams of three propose; a named person decides, and where the rule says otherwise only with a reason', async () => {
  const problem = async (code: string) => (await board()).problems.find((one) => one.code === code)
  // survey severe and the audit red: two streams for P5; P3 by survey alone
  expect((await problem('P5'))?.proposed).toBe('confirmed')
  expect((await problem('P3'))?.proposed).toBe('suspected')
  expect((await leader.ask(judgeProblem, { waveId, problem: 'P3', verdict: 'confirmed', reason: '' })).problem?.code).toBe(
    'judgement-needs-reason',
  )
  await leader.call(judgeProblem, { waveId, problem: 'P5', verdict: 'confirmed', reason: '' })
  await leader.call(judgeProblem, { waveId, problem: 'P3', verdict: 'confirmed', reason: '巡察也指出' })
  expect((await problem('P3'))?.decided).toEqual({ verdict: 'confirmed', reason: '巡察也指出', by: '主任' })
  expect((await leader.ask(judgeProblem, { waveId, problem: 'K1', verdict: 'confirmed', reason: 'x' })).status).toBe(422)
})

test('coded interviews are the second stream, and a quote leaves the board with its consent', async () => {
  const held: string[] = []
  for (const n of [1, 2, 3, 4, 5, 6]) {
    const plan = { waveId, stratum: 'bureau', role: 'staff', plannedOn: null, place: '', interviewer: '', arrangement: '' }
    const { interviewId } = await office.call(planInterview, plan)
    await office.call(recordConsent, { interviewId, given: true, heldOn: '2026-03-02' })
    const text = `表格总在换，第${n}次。`
    await office.call(saveTranscript, { interviewId, revision: 0, language: 'zh', text, withoutPersonalData: false })
    await office.call(applyCode, { interviewId, code: 'P3', start: 0, end: text.length, strength: 3, quotable: true })
    held.push(interviewId)
  }
  const { quotes } = await office.call(readVoices, { waveId })
  expect((await put('quote', 'P3', quotes[0]?.quoteId ?? '')).status).toBe(200)
  expect((await put('code-count', 'P3', 'P3')).status).toBe(200)
  const before = await board()
  expect(before.problems.find((one) => one.code === 'P3')).toMatchObject({ proposed: 'confirmed', interviewsFrom: 'coded' })
  expect(before.evidence.filter((one) => one.subject === 'P3').map((one) => one.says.en)).toEqual([
    expect.stringContaining('表格总在换'),
    'raised by 6 of 6 interviewees (100 %)',
  ])
  for (const interviewId of held) await office.call(recordConsent, { interviewId, given: false, heldOn: '2026-03-02' })
  expect((await board()).evidence.filter((one) => one.kind === 'quote')).toEqual([])
})

test('interviews held outside are evidence with the name of whoever entered the count, also after somebody judged', async () => {
  const finding = { problem: 'P4', interviews: { raised: 12, asked: 16 }, audit: null, note: '' }
  await office.call(recordFindings, { waveId, findings: [finding] })
  await leader.call(judgeProblem, { waveId, problem: 'P4', verdict: 'confirmed', reason: '访谈普遍反映' })
  const { offers } = await board()
  expect(offers.codes.map((one) => one.code)).toEqual(['P4'])
  expect((await put('code-count', 'P4', 'P4')).status).toBe(200)
  expect((await put('code-count', 'P3', 'P3')).problem?.code).toBe('evidence-not-shown')
  expect((await board()).evidence.find((one) => one.subject === 'P4')).toMatchObject({
    stream: 'interviews',
    says: { zh: '16 位受访者中 12 位提到（75 %；访谈在系统外进行，人数由办公室填写）', en: expect.stringContaining('entered by 办公室') },
  })
})

test('links are a belief, an estimate from sixty answers on, or somebody’s decision with a reason', async () => {
  const link = async () => (await board()).links.find((one) => one.cause === 'K3' && one.problem === 'P3')
  // everybody's leaning colours all answers alike: the ranks agree perfectly but for what the scale cuts off
  expect(await link()).toMatchObject({ basis: 'estimated', strength: 3, n: 70 })
  expect((await office.ask(decideLink, { waveId, cause: 'K3', problem: 'P3', strength: 2, reason: ' ' })).status).toBe(422)
  expect((await office.ask(decideLink, { waveId, cause: 'P3', problem: 'K3', strength: 2, reason: 'x' })).status).toBe(422)
  await office.call(decideLink, { waveId, cause: 'K3', problem: 'P3', strength: 2, reason: '访谈只提到一次' })
  expect(await link()).toMatchObject({ basis: 'decided', strength: 2, by: '办公室' })
})

test('a remedy names where it happens and its sign; the next wave says whether it was seen, and leads back', async () => {
  const remedy = (answers: string, about: string, kind: 'construct' | 'item', least: string) =>
    office.ask(chooseRemedy, {
      waveId,
      answers,
      code: 'R17',
      name: { zh: '领导驾驶舱', en: 'Leader’s page' },
      stage: 'run',
      strength: 3,
      reason: '',
      sign: { kind, about, least },
    })
  expect((await remedy('P5', 'no-such', 'item', '0.3')).problem?.fields?.[0]?.pointer).toBe('/sign/about')
  expect((await remedy('P5', 'P5', 'construct', '0')).problem?.fields?.[0]?.pointer).toBe('/sign/least')
  await remedy('P5', 'P5', 'construct', '10')
  await remedy('P3', 'NO3', 'item', '0.3')
  const { remedies } = await board()
  // attention rose from 2 to 3 for everybody but for what the scale cuts off; norms stayed
  expect(remedies.map((one) => [one.answers, one.outcome?.seen, one.outcome?.waveId])).toEqual([
    ['P5', true, later],
    ['P3', false, later],
  ])
  expect(remedies[1]?.outcome?.change).toBeCloseTo(0, 10)
  const { aims } = await leader.call(readAims, { waveId: later })
  expect(aims.map((one) => [one.fromWaveId, one.remedy.answers])).toEqual([
    [waveId, 'P5'],
    [waveId, 'P3'],
  ])
  expect((await leader.call(readAims, { waveId })).aims).toEqual([])
  await office.call(dropRemedy, { remedyId: remedies[1]?.remedyId ?? '' })
  expect((await board()).remedies).toHaveLength(1)
})

test('a mean that is halfway but for the binary fraction is written as on the pages', () => {
  // 127 / 40: the nearest binary fraction is a hair below 3.175
  expect((127 / 40).toFixed(2)).toBe('3.17')
  expect([figure(127 / 40, 2), figure(-2.5, 0), figure(0.0004, 3)]).toEqual(['3.18', '-3', '0.000'])
})

test('the report holds the whole thread in either language, and a wave without answers has none', async () => {
  const pictures: string[] = []
  const words = async (language: 'zh' | 'en') => {
    const { status, bytes } = await leader.ask(downloadDiagnosisReport, { waveId, language })
    expect(status).toBe(200)
    expect(docxFaults(new Uint8Array(bytes))).toEqual([])
    const parts = unzipSync(new Uint8Array(bytes))
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    // severity, levels and priorities as charts with their figures, the causes as a fishbone in shapes
    const charts = Object.keys(parts).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name))
    pictures.push(charts.map((name) => /<c:(\w+)Chart>/.exec(strFromU8(parts[name] ?? new Uint8Array()))?.[1] ?? '?').join())
    expect(xml.split('<wpg:wgp>').length - 1).toBeGreaterThan(0)
    return xml.replace(/<[^>]+>/g, '\n')
  }
  const zh = await words('zh')
  for (const part of ['三、五类问题', '主成分分析', '证实（主任）', 'K3 → P3', '28 %', '领导驾驶舱', '见效（变化', '测试公路局'])
    expect(zh).toContain(part)
  // one account of the interviews, in the first section as in the third
  for (const part of ['受访 16 人；提到各问题的人数由办公室填写', '16 人中 12 人（系统外，办公室填写）', '表 1　各层级回收情况', '图 1　'])
    expect(zh).toContain(part)
  // every mean of a level and every reliability as the pages write them
  const { constructs } = await office.call(readDiagnosis, { waveId })
  const { comparisons, reliability } = await office.call(readStatistics, { waveId })
  for (const { groups } of comparisons.filter((one) => one.test !== 'none'))
    for (const { name, mean } of groups) expect(zh).toContain(`${name.zh} ${written(mean.toFixed(9), 2)}`)
  for (const { code, mean, n, reliability: alpha } of constructs) {
    const row = zh.slice(zh.indexOf(`\n${code} `, zh.indexOf('表 2　'))).split(/\n+/)
    expect([row[3], row[4], row[7]]).toEqual([String(n), written((mean ?? 0).toFixed(9), 2), String(alpha.n)])
  }
  for (const { ifDropped, itemRest } of reliability.flatMap((one) => one.items)) {
    expect(zh).toContain(itemRest === null ? '–' : itemRest.toFixed(3))
    expect(zh).toContain(ifDropped === null ? '–' : ifDropped.toFixed(3))
  }
  const en = await words('en')
  for (const part of ['3 The five problems', 'KMO and Bartlett', 'severity of', 'seen (change', 'Test Highway Bureau'])
    expect(en).toContain(part)
  expect(en).not.toMatch(/undefined|NaN|\[object/)
  expect(pictures).toEqual(['bar,bar,scatter', 'bar,bar,scatter'])
  const empty = await wave('2026-05-01')
  expect((await leader.ask(downloadDiagnosisReport, { waveId: empty, language: 'zh' })).problem?.code).toBe('report-without-answers')

  // what Word would offer to repair is found: a table without its grid, a chart that is lost, an element before its time
  const { bytes } = await leader.ask(downloadDiagnosisReport, { waveId, language: 'zh' })
  const whole = unzipSync(new Uint8Array(bytes))
  const { 'word/charts/chart1.xml': lost, ...rest } = whole
  const broken = strFromU8(whole['word/document.xml'] ?? new Uint8Array())
    .replace(/<w:tblGrid>.*?<\/w:tblGrid>/, '')
    .replace('<w:spacing ', '<w:jc w:val="left"/><w:spacing ')
  expect(lost).toBeDefined()
  expect(docxFaults(zipSync({ ...rest, 'word/document.xml': strToU8(broken) }))).toEqual(
    expect.arrayContaining([
      'word/document.xml: a table without a grid',
      'word/document.xml: a link to charts/chart1.xml, which is not there',
      'word/document.xml: in w:pPr, w:spacing comes after w:jc',
    ]),
  )
})
