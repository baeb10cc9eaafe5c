import { createScorecard, readScorecard, saveObjective } from '@milepost/contract/design/scorecard'
import { chooseRemedy } from '@milepost/contract/diagnose/board'
import {
  compareQuestionnaires,
  freezeDraft,
  questionnaireSheetTemplate,
  readDraft,
  readItemBank,
  readQuestionnaireSheet,
  saveDraft,
  startDraft,
} from '@milepost/contract/diagnose/drafts'
import { readDiagnosis, readItems, recordFindings } from '@milepost/contract/diagnose/results'
import {
  adoptQuestionnaire,
  closeWave,
  importAnswers,
  listWaves,
  matchAnswers,
  openWave,
  readQuestionnaire,
} from '@milepost/contract/diagnose/waves'
import { createCycle } from '@milepost/contract/institution/cycles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../testing/testApp.ts'

let app: TestApp
let office: Client
let questionnaireId: string
let items: { code: string; text: { zh: string }; reverse: boolean }[]

beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
  ;({ questionnaireId } = await office.call(adoptQuestionnaire, {}))
  items = (await office.call(readQuestionnaire, { questionnaireId })).instrument.items
})
afterAll(() => app.close())

const STRATA = [
  { code: 'province-bureau', name: { zh: '省公路局', en: 'Provincial bureau' }, population: 10 },
  { code: 'bureau', name: { zh: '本局', en: 'Bureau' }, population: 40 },
]
const wave = async () =>
  (await office.call(openWave, { questionnaireId, name: { zh: '第一轮', en: 'Wave 1' }, openedOn: '2026-03-02', strata: STRATA })).waveId

/** n sheets of a stratum in which everybody is at the healthy end but for `severe` items answered the other way. */
const sheets = (stratum: string, n: number, answer: (item: { code: string; reverse: boolean }, person: number) => string) =>
  Array.from({ length: n }, (_, person) => [stratum, ...items.map((item) => answer(item, person))].join(','))
const csv = (...rows: string[]) => [['stratum', ...items.map((item) => item.code)].join(','), ...rows].join('\n')
const healthy = (item: { reverse: boolean }) => (item.reverse ? '1' : '5')
const varied = (item: { code: string; reverse: boolean }, person: number) => {
  const level = item.code.startsWith('AT') ? 1 + (person % 2) : 4 + (person % 2)
  return String(item.reverse ? 6 - level : level)
}

test('only the office imports answers, and only oversight reads the diagnosis', async () => {
  const employee = await app.signIn(['employee'])
  const waveId = await wave()
  expect((await app.visitor.ask(listWaves, {})).status).toBe(401)
  expect((await employee.ask(readDiagnosis, { waveId })).status).toBe(403)
  expect((await employee.ask(importAnswers, { waveId, step: 'check' }, { name: 'a.csv', bytes: csv('bureau') })).status).toBe(403)
})

test('adopting the same questionnaire twice gives the same questionnaire', async () => {
  expect(await office.call(adoptQuestionnaire, {})).toEqual({ questionnaireId })
})

test('a wrong answer is named by row and column, and nothing is saved; importing twice changes nothing', async () => {
  const waveId = await wave()
  const bad = csv(...sheets('bureau', 6, healthy), ['nowhere', ...items.map(() => '9')].join(','))
  const report = await office.call(importAnswers, { waveId, step: 'save' }, { name: 'answers.csv', bytes: bad })
  expect([report.saved, report.counts.wrong, report.counts.new]).toEqual([false, 1, 6])
  expect(report.rows.find((row) => row.verdict === 'wrong')?.row).toBe(8)
  const good = { name: 'answers.csv', bytes: csv(...sheets('bureau', 6, healthy)) }
  expect((await office.call(importAnswers, { waveId, step: 'save' }, good)).counts).toMatchObject({ new: 6, same: 0 })
  expect((await office.call(importAnswers, { waveId, step: 'save' }, good)).counts).toMatchObject({ new: 0, same: 6 })
})

test('an export of 问卷星 is understood: numbered headings, words of the scale, skipped answers, and columns nobody asked for', async () => {
  const waveId = await wave()
  const head = ['序号', '提交答卷时间', '来自IP', '1、您所在的单位层级', ...items.map((item, at) => `${at + 2}、${item.text.zh}`)]
  const row = (n: number, first: string) => [
    String(n),
    '2026/3/2 10:00',
    '10.0.0.1',
    '本局',
    first,
    ...items.slice(1).map((item) => (item.reverse ? '非常不同意' : '非常同意')),
  ]
  const quoted = [head, ...Array.from({ length: 6 }, (_, at) => row(at + 1, at === 0 ? '-3' : '不了解／不适用'))]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
    .join('\n')
  const report = await office.call(
    importAnswers,
    { waveId, step: 'save', mapping: { stratumColumn: '1、您所在的单位层级' } },
    { name: '问卷星.csv', bytes: quoted },
  )
  expect(report.counts).toMatchObject({ new: 6, wrong: 0 })
  const [first] = (await office.call(readItems, { waveId })).items
  expect([first?.valid, first?.missing, first?.notApplicable]).toEqual([0, 1, 5])
})

test('reversed items are turned, severity and reliability are computed, and a stratum of fewer than five is hidden together with the one that would give it away', async () => {
  const waveId = await wave()
  const file = { name: 'answers.csv', bytes: csv(...sheets('bureau', 20, varied), ...sheets('province-bureau', 3, varied)) }
  await office.call(importAnswers, { waveId, step: 'save' }, file)
  const diagnosis = await office.call(readDiagnosis, { waveId })
  const attention = diagnosis.constructs.find((one) => one.code === 'P5')
  // 23 people, 12 at level 1 and 11 at level 2 on a scale where high is healthy: 1 + 11/23... (person 0,2,4.. are level 1)
  expect(attention?.mean).toBeCloseTo((12 * 1 + 11 * 2) / 23, 10)
  expect(attention?.severity).toBeCloseTo(((5 - (12 + 22) / 23) / 4) * 100, 10)
  expect(attention?.reliability.value).toBeCloseTo(1, 10)
  expect(attention?.strata).toMatchObject([
    { stratum: 'province-bureau', n: null, mean: null, hidden: true },
    // 23 in all are shown: with 20 shown beside them, the three could be worked out
    { stratum: 'bureau', n: null, mean: null, hidden: true },
  ])
  expect(diagnosis.response.strata.map((one) => one.rate)).toEqual([3 / 10, 20 / 40])
  expect(diagnosis.verdicts.find((one) => one.problem === 'P5')?.verdict).toBe('suspected')
})

test('the survey alone only suspects; interviews that agree confirm', async () => {
  const waveId = await wave()
  await office.call(importAnswers, { waveId, step: 'save' }, { name: 'answers.csv', bytes: csv(...sheets('bureau', 20, varied)) })
  const finding = { problem: 'P5', interviews: { raised: 6, asked: 15 }, audit: null, note: '领导过问少' }
  expect((await office.ask(recordFindings, { waveId, findings: [{ ...finding, interviews: { raised: 9, asked: 5 } }] })).status).toBe(422)
  await office.call(recordFindings, { waveId, findings: [finding] })
  const { verdicts, findings } = await office.call(readDiagnosis, { waveId })
  expect(verdicts.find((one) => one.problem === 'P5')?.verdict).toBe('confirmed')
  // what was entered comes back, so that whoever records again loses nothing
  expect(findings).toMatchObject([{ ...finding, verdict: 'confirmed' }])

  // the design has it beside its objectives, with what was chosen against it; advice is given for objectives that answer nothing
  const [name, sign] = [{ zh: '领导驾驶舱', en: 'Leader’s page' }, { kind: 'construct', about: 'P5', least: '10' } as const]
  await office.call(chooseRemedy, { waveId, answers: 'P5', code: 'R17', name, stage: 'run', strength: 3, reason: '', sign })
  const year = { year: 2061, name: { zh: '2061', en: '2061' }, startsOn: '2061-01-01', endsOn: '2061-12-31' }
  const { cycleId } = await office.call(createCycle, year)
  const { scorecardId } = await office.call(createScorecard, { cycleId, from: 'template' })
  const design = await office.call(readScorecard, { cycleId })
  expect(design.findings).toMatchObject([{ problem: 'P5', verdict: 'confirmed' }])
  expect(design.remedies).toMatchObject([{ answers: 'P5', name, stage: 'run' }])
  const advised = ({ lint }: typeof design) => lint.filter(({ code }) => code === 'K10').map(({ node }) => node)
  const objectives = design.scorecard?.objectives ?? []
  expect(advised(design)).toEqual(objectives.map(({ objectiveId }) => objectiveId))
  const [first] = objectives
  if (!first) throw new Error('the template has objectives')
  const findingId = design.findings[0]?.findingId ?? null
  await office.call(saveObjective, { scorecardId, ...first, findingId })
  expect(advised(await office.call(readScorecard, { cycleId }))).toEqual(objectives.slice(1).map(({ objectiveId }) => objectiveId))
  // a later diagnosis: the objective keeps the finding it names, and may be edited
  const later = await wave()
  await office.call(importAnswers, { waveId: later, step: 'save' }, { name: 'answers.csv', bytes: csv(...sheets('bureau', 20, varied)) })
  await office.call(recordFindings, { waveId: later, findings: [finding] })
  expect((await office.ask(saveObjective, { scorecardId, ...first, findingId, code: 'P1.1' })).status).toBe(200)
})

test('a closed wave takes no more answers', async () => {
  const waveId = await wave()
  await office.call(closeWave, { waveId })
  const answer = await office.ask(
    importAnswers,
    { waveId, step: 'save' },
    { name: 'answers.csv', bytes: csv(...sheets('bureau', 5, healthy)) },
  )
  expect(answer.problem?.code).toBe('wave-closed')
})

test('a file of another kind, a missing column and an empty file each get their own sentence', async () => {
  const waveId = await wave()
  const ask = (name: string, bytes: string) => office.ask(importAnswers, { waveId, step: 'check' }, { name, bytes })
  expect((await ask('answers.pdf', '%PDF-1.7')).problem?.code).toBe('file-kind-unknown')
  const missing = await ask('answers.csv', 'stratum,PC1\nbureau,5')
  expect(missing.problem?.code).toBe('column-missing')
  expect(missing.problem?.text.zh).toContain('PC2')
  expect((await ask('answers.csv', csv())).problem?.code).toBe('file-empty')
  expect((await ask('answers.xlsx', 'PK broken')).problem?.code).toBe('file-damaged')
})

test('columns that are not recognised are matched by hand; an item the file lacks is said to be lacking', async () => {
  const waveId = await wave()
  const renamed = csv(...sheets('bureau', 6, healthy))
    .replace('PC1', '第一问')
    .replace('PC2', 'second')
  const file = { name: 'answers.csv', bytes: renamed }
  const matched = await office.call(matchAnswers, { waveId }, file)
  expect([matched.rows, matched.stratumColumn]).toEqual([6, 'stratum'])
  expect(matched.items.filter((item) => item.heading === null).map((item) => item.code)).toEqual(['PC1', 'PC2'])
  expect(matched.columns.find((column) => column.heading === '第一问')?.samples).toEqual(['5'])
  expect((await office.ask(importAnswers, { waveId, step: 'save' }, file)).problem?.code).toBe('column-missing')
  const mapping = { columns: { PC1: '第一问', PC2: '' } }
  expect((await office.call(importAnswers, { waveId, step: 'save', mapping }, file)).counts.new).toBe(6)
  const { items: results } = await office.call(readItems, { waveId })
  expect(results.filter((item) => ['PC1', 'PC2'].includes(item.code)).map((item) => [item.valid, item.missing])).toEqual([
    [6, 0],
    [0, 6],
  ])
})

test('a low or negative alpha is called so, with the items that do not fit, and everybody answering alike shows only a band', async () => {
  const waveId = await wave()
  // the reversed item of P1 (PC3) is answered as if it were not reversed: it runs against the other three
  const against = (item: { code: string; reverse: boolean }, person: number) =>
    String(item.code.startsWith('PC') ? 1 + (person % 5) : 4 + (person % 2))
  await office.call(importAnswers, { waveId, step: 'save' }, { name: 'a.csv', bytes: csv(...sheets('bureau', 30, against)) })
  const { constructs } = await office.call(readDiagnosis, { waveId })
  const p1 = constructs.find((one) => one.code === 'P1')
  expect(p1?.reliability.verdict).toBe('low')
  expect(p1?.reliability.weakItems.map((item) => item.code)).toEqual(['PC3'])
  expect(p1?.reliability.weakItems[0]?.ifDropped).toBeCloseTo(1, 9)
  const other = await wave()
  await office.call(importAnswers, { waveId: other, step: 'save' }, { name: 'a.csv', bytes: csv(...sheets('bureau', 30, healthy)) })
  const [first] = (await office.call(readItems, { waveId: other })).items
  expect([first?.mean, first?.rows, first?.banded]).toEqual([null, [], { band: 'at-least', percent: 90, of: 'favourable' }])
})

test('a questionnaire is drafted, frozen with its hash, and the next version is compared item by item', async () => {
  const employee = await app.signIn(['employee'])
  expect((await employee.ask(startDraft, { code: 'own', title: { zh: '自', en: 'own' }, from: { kind: 'blank' } })).status).toBe(403)
  const title = { zh: '自有问卷', en: 'Own questionnaire' }
  const { draftId } = await office.call(startDraft, { code: 'own', title, from: { kind: 'library' } })
  const draft = await office.call(readDraft, { draftId })
  const [first] = draft.instrument.items
  const twice = { ...draft.instrument, items: [...draft.instrument.items, first as NonNullable<typeof first>] }
  const { revision } = await office.call(saveDraft, { draftId, revision: draft.revision, title, instrument: twice })
  const faulty = await office.ask(freezeDraft, { draftId, revision })
  expect(faulty.problem?.fields?.[0]?.pointer).toBe('/items/44/code')
  expect((await office.ask(saveDraft, { draftId, revision: 1, title, instrument: draft.instrument })).problem?.code).toBe(
    'changed-meanwhile',
  )
  const mended = await office.call(saveDraft, { draftId, revision, title, instrument: draft.instrument })
  const [one, other] = await Promise.all([
    office.ask(freezeDraft, { draftId, revision: mended.revision }),
    office.ask(freezeDraft, { draftId, revision: mended.revision }),
  ])
  expect([one.status, other.status].sort()).toEqual([200, 409])
  expect([one, other].find((answer) => answer.status === 409)?.problem?.code).toBe('draft-gone')
  const frozen = one.status === 200 ? one.body : other.body
  expect(frozen.hash).toMatch(/^[0-9a-f]{64}$/)

  const next = await office.call(startDraft, {
    code: 'own',
    title,
    from: { kind: 'questionnaire', questionnaireId: frozen.questionnaireId },
  })
  const changed = draft.instrument.items
    .map((item, at) => (at === 0 ? { ...item, text: { zh: '改写', en: 'reworded' } } : item))
    .slice(0, 43)
  await office.call(saveDraft, { draftId: next.draftId, revision: 1, title, instrument: { ...draft.instrument, items: changed } })
  expect((await office.call(readDraft, { draftId: next.draftId })).newest?.questionnaireId).toBe(frozen.questionnaireId)
  const second = await office.call(freezeDraft, { draftId: next.draftId, revision: 2 })
  expect(second.version).toBe(frozen.version + 1)
  const { items: lines } = await office.call(compareQuestionnaires, {
    questionnaireId: second.questionnaireId,
    before: frozen.questionnaireId,
  })
  expect(lines.filter((line) => line.change !== 'same').map((line) => [line.code, line.change])).toEqual([
    ['PC1', 'wording'],
    ['OV2', 'dropped'],
  ])
  const bank = (await office.call(readItemBank, {})).items.map(({ item }) => item)
  // the library's 44, seven about the person, an attention check, two for words of one's own, and the one written here
  expect([bank.length, bank.filter((one) => one.about).length, bank.filter((one) => one.kind === 'text').length]).toEqual([55, 7, 2])
  expect(bank.find((one) => one.expected !== undefined)).toMatchObject({ kind: 'scale', construct: null })
})

test('a plain table becomes a draft: every row has its verdict, and the right ones are the questionnaire', async () => {
  const sheet = [
    '题号,题目,英文题目,题型,量表,构念,反向题,选项',
    'A1,我清楚本岗位的目标。,I know the targets of my post.,,,P1 目标不清,,',
    'A2,目标常常说不清。,,量表,很少；有时；常常,目标不清,是,',
    ',您的岗位是,,单选,,,,1=一线；2=机关',
    'A1,又一题,,,,,,',
    'A5,,,,,,,',
    '6a,第六题,,,一个,,,',
    'A7,选哪个,,多选,,P1,是,只有一个',
    'A8,第八题,,文章,,,,',
  ]
  const file = { name: '职工问卷.csv', bytes: sheet.join('\n') }
  const read = await office.call(readQuestionnaireSheet, {}, file)
  expect(read.rows.map((row) => [row.row, row.key, row.verdict, row.problems.map((one) => one.column)])).toEqual([
    [2, 'A1', 'new', []],
    [3, 'A2', 'new', []],
    [4, 'Q1', 'new', []],
    [5, 'A1', 'wrong', ['题号']],
    [6, 'A5', 'wrong', ['题目']],
    [7, '6a', 'wrong', ['题号', '量表']],
    [8, 'A7', 'wrong', ['反向题', '构念', '选项']],
    [9, 'A8', 'wrong', ['题型']],
  ])
  const { instrument } = read
  if (!instrument) throw new Error('nothing was read')
  expect(instrument.constructs).toEqual([{ code: 'P1', kind: 'other', name: { zh: '目标不清', en: '' } }])
  expect(instrument.items.map((item) => [item.code, item.kind, item.construct, item.reverse, item.scale ?? null])).toEqual([
    ['A1', 'scale', 'P1', false, null],
    ['A2', 'scale', 'P1', true, 'scale1'],
    ['Q1', 'choice', null, false, null],
  ])
  expect(instrument.items[2]?.options).toEqual([
    { code: '1', name: { zh: '一线', en: '' } },
    { code: '2', name: { zh: '机关', en: '' } },
  ])
  const { draftId } = await office.call(startDraft, { code: 'from-table', title: read.title, from: { kind: 'instrument', instrument } })
  expect(await office.call(readDraft, { draftId })).toMatchObject({ title: { zh: '职工问卷' }, items: 3 })
  const nothing = await office.call(readQuestionnaireSheet, {}, { name: 'a.csv', bytes: '甲,乙\n1,2' })
  expect([nothing.instrument, nothing.rows[0]?.verdict]).toEqual([null, 'wrong'])
  // the template is read back by the same columns
  const template = (await office.ask(questionnaireSheetTemplate, { language: 'en' })).bytes
  const back = await office.call(readQuestionnaireSheet, {}, { name: 'template.xlsx', bytes: template })
  expect(back.rows.map((row) => row.verdict)).toEqual(['new'])
  expect((await (await app.signIn(['employee'])).ask(readQuestionnaireSheet, {}, file)).status).toBe(403)
})
