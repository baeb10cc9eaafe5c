import {
  applyCode,
  changeCoding,
  changeInterview,
  drawDoubleCoding,
  finishCoding,
  listInterviews,
  planInterview,
  readAgreement,
  readInterview,
  readTranscriptFile,
  recordConsent,
  removeCoding,
  saveTranscript,
} from '@milepost/contract/diagnose/interviews'
import {
  exportCodes,
  exportProject,
  importCodebook,
  importCodes,
  importProject,
  readCodes,
  readVoices,
  saveCode,
} from '@milepost/contract/diagnose/voices'
import { adoptQuestionnaire, openWave } from '@milepost/contract/diagnose/waves'
import { Document, ImageRun, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../testing/testApp.ts'

let app: TestApp
let office: Client
let second: Client
let questionnaireId: string

beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'], { name: '甲编码员' })
  second = await app.signIn(['performance-office'], { name: '乙编码员' })
  ;({ questionnaireId } = await office.call(adoptQuestionnaire, {}))
})
afterAll(() => app.close())

const STRATA = [
  { code: 'province', name: { zh: '省局', en: 'Province' }, population: 20 },
  { code: 'bureau', name: { zh: '本局', en: 'Bureau' }, population: 300 },
]
const wave = async () =>
  (await office.call(openWave, { questionnaireId, name: { zh: '第一轮', en: 'Wave 1' }, openedOn: '2026-03-02', strata: STRATA })).waveId
const plan = (stratum = 'bureau') => ({
  stratum,
  role: 'staff',
  plannedOn: '2026-03-02',
  place: '会议室',
  interviewer: '甲',
  arrangement: '找王小明，13812345678',
})
/** A planned interview with consent and a transcript. */
async function held(waveId: string, text: string, stratum = 'bureau'): Promise<string> {
  const { interviewId } = await office.call(planInterview, { waveId, ...plan(stratum) })
  await office.call(recordConsent, { interviewId, given: true, heldOn: '2026-03-02' })
  await office.call(saveTranscript, { interviewId, revision: 0, language: 'zh', text, withoutPersonalData: false })
  return interviewId
}
const code = (who: Client, interviewId: string, name: string, at: readonly [number, number], more: { quotable?: boolean } = {}) =>
  who.ask(applyCode, { interviewId, code: name, start: at[0], end: at[1], strength: 2, quotable: more.quotable ?? false })

test('only the office plans interviews and reads what was said; oversight reads the evidence, employees nothing', async () => {
  const waveId = await wave()
  const interviewId = await held(waveId, '没有人找我谈过。')
  const [leader, employee] = [await app.signIn(['leader']), await app.signIn(['employee'])]
  for (const who of [leader, employee]) {
    expect((await who.ask(listInterviews, { waveId })).status).toBe(403)
    expect((await who.ask(readInterview, { interviewId })).status).toBe(403)
    expect((await who.ask(readAgreement, { waveId })).status).toBe(403)
  }
  expect((await leader.ask(readVoices, { waveId })).status).toBe(200)
  expect((await employee.ask(readVoices, { waveId })).status).toBe(403)
  expect((await app.visitor.ask(readVoices, { waveId })).status).toBe(401)
})

test('no transcript without consent; whom to meet is forgotten once consent is on record; taking it back erases what was said', async () => {
  const waveId = await wave()
  expect(
    (await office.ask(planInterview, { waveId, ...plan('nowhere'), role: 'king' })).problem?.fields?.map((one) => one.pointer),
  ).toEqual(['/stratum', '/role'])
  const { interviewId, number } = await office.call(planInterview, { waveId, ...plan() })
  const save = (revision: number, text: string) =>
    office.ask(saveTranscript, { interviewId, revision, language: 'zh', text, withoutPersonalData: false })
  expect((await save(0, '记录')).problem?.code).toBe('consent-missing')
  expect((await office.ask(recordConsent, { interviewId, given: true, heldOn: '2031-01-01' })).status).toBe(422)
  await office.call(recordConsent, { interviewId, given: true, heldOn: '2026-03-02' })
  const [line] = (await office.call(listInterviews, { waveId })).interviews
  expect(line).toMatchObject({ number, arrangement: '', consent: true })
  const saved = await save(0, '科长没有找我谈。电话 13812345678。')
  expect(saved.body.found).toEqual([{ kind: 'mobile-phone', text: '13812345678', certain: true }])
  expect((await save(0, '别的')).problem?.code).toBe('changed-meanwhile')
  await code(office, interviewId, 'P2-coach', [0, 8])
  expect((await save(1, '改了字')).problem?.code).toBe('transcript-coded')
  expect((await office.ask(changeInterview, { interviewId, ...plan('province') })).problem?.code).toBe('interview-held')
  expect(await office.call(recordConsent, { interviewId, given: false, heldOn: '2026-03-02' })).toEqual({ erased: true })
  const after = await office.call(readInterview, { interviewId })
  expect([after.text, after.codings]).toEqual([null, []])
})

test('a transcript comes from Word or text; a scan, an old .doc and a broken file are refused with what to do', async () => {
  const word = async (children: Paragraph[]) => Buffer.from(await Packer.toBuffer(new Document({ sections: [{ children }] })))
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const ask = (name: string, bytes: Buffer) => office.ask(readTranscriptFile, { name, content: bytes.toString('base64') })
  expect((await ask('a.docx', await word([new Paragraph('问：谁定的？'), new Paragraph('答：科长。')]))).body).toEqual({
    text: '问：谁定的？\n答：科长。',
    pictures: 0,
  })
  const scan = await word([
    new Paragraph({ children: [new ImageRun({ type: 'png', data: pixel, transformation: { width: 9, height: 9 } })] }),
  ])
  const scanned = await ask('scan.docx', scan)
  expect([scanned.problem?.code, scanned.problem?.details.pictures]).toEqual(['transcript-without-text', 1])
  expect((await ask('a.txt', Buffer.from([0xc4, 0xe3, 0xba, 0xc3]))).body.text).toBe('你好')
  expect((await ask('a.doc', Buffer.from('old'))).problem?.code).toBe('transcript-file-unknown')
  expect((await ask('a.docx', Buffer.from('PK broken'))).problem?.code).toBe('transcript-file-unknown')
  expect((await ask('a.txt', Buffer.alloc(0))).problem?.code).toBe('transcript-without-text')
})

test('a passage is coded by its places; one changes only one’s own codes, and none after saying that one has finished', async () => {
  const waveId = await wave()
  const interviewId = await held(waveId, '问：谁定的？\n目标是派下来的。没有谈过。')
  expect((await code(office, interviewId, 'P2-plan', [0, 5])).status).toBe(422)
  expect((await code(office, interviewId, 'no-such', [7, 15])).status).toBe(422)
  const first = (await code(office, interviewId, 'P2-plan', [7, 15])).body.codingId
  expect((await code(office, interviewId, 'P2-plan', [7, 15])).body.codingId).toBe(first)
  const { sentences, codings } = await office.call(readInterview, { interviewId })
  expect(sentences.map((one) => [one.text, one.asked])).toEqual([
    ['问：谁定的？', true],
    ['目标是派下来的。', false],
    ['没有谈过。', false],
  ])
  expect(codings).toMatchObject([{ text: '目标是派下来的。', code: 'P2-plan', mine: true }])
  expect((await second.ask(removeCoding, { codingId: first })).status).toBe(403)
  await office.call(changeCoding, { codingId: first, strength: 3, quotable: true })
  await office.call(finishCoding, { interviewId, finished: true })
  expect((await office.ask(removeCoding, { codingId: first })).problem?.code).toBe('coder-finished')
  await office.call(finishCoding, { interviewId, finished: false })
  expect((await office.ask(removeCoding, { codingId: first })).status).toBe(200)
})

test('two coders do not see each other before both have finished; then agreement and every disagreement are listed', async () => {
  const waveId = await wave()
  const text = '一句。二句。三句。四句。五句。六句。七句。八句。九句。十句。'
  const interviewId = await held(waveId, text)
  expect(await office.call(drawDoubleCoding, { waveId })).toEqual({ drawn: [1], transcripts: 1 })
  const at = (sentence: number) => [sentence * 3, sentence * 3 + 3] as const
  // of ten sentences both code three, the first one more, the second two more: agreement 7 of 10
  for (const sentence of [0, 1, 2, 3]) await code(office, interviewId, 'P3', at(sentence))
  for (const sentence of [0, 1, 2, 4, 5]) await code(second, interviewId, 'P3', at(sentence))
  const before = await office.call(readInterview, { interviewId })
  expect([before.codings.length, before.othersHidden]).toEqual([4, true])
  await office.call(finishCoding, { interviewId, finished: true })
  expect((await office.call(readAgreement, { waveId })).waiting).toEqual([{ number: 1, missing: 1 }])
  await second.call(finishCoding, { interviewId, finished: true })
  expect((await office.call(readInterview, { interviewId })).codings).toHaveLength(9)
  const agreement = await office.call(readAgreement, { waveId })
  const [line] = agreement.codes
  expect([line?.code, line?.both, (line?.onlyFirst ?? 0) + (line?.onlySecond ?? 0), line?.neither, line?.percent]).toEqual([
    'P3',
    3,
    3,
    4,
    70,
  ])
  // by hand: by chance .4 x .5 + .6 x .5 = .5; (0.7 - 0.5) / (1 - 0.5) = 0.4
  expect(line?.kappa).toBeCloseTo(0.4, 10)
  // by hand (Krippendorff, nominal, 2 x 10 values, 9 ones): 1 - 19 x 6 / (2 x 9 x 11)
  expect(line?.alpha).toBeCloseTo(1 - (19 * 6) / (2 * 9 * 11), 10)
  expect(agreement.disagreements.map((one) => one.text)).toEqual(['四句。', '五句。', '六句。'])
})

test('below five interviewees nothing is told; a level of fewer is not named in a quote, nor one that would give it away', async () => {
  const waveId = await wave()
  const leader = await app.signIn(['leader'])
  const interviewOf = async (words: string, stratum: string) => {
    const interviewId = await held(waveId, words, stratum)
    await code(office, interviewId, 'P2-plan', [0, [...words].length], { quotable: true })
  }
  for (const n of [1, 2, 3, 4]) await interviewOf(`目标是张处长派的${n}。`, 'bureau')
  const few = await leader.call(readVoices, { waveId })
  expect([few.interviewed, few.rows, few.quotes]).toEqual([null, [], []])
  for (const n of [5, 6]) await interviewOf(`派的${n}。`, 'bureau')
  await interviewOf('省里看不清。', 'province')
  const voices = await leader.call(readVoices, { waveId })
  expect(voices.strata.map((one) => one.interviewed)).toEqual([null, null])
  expect(new Set(voices.quotes.map((one) => one.from.en))).toEqual(new Set(['an interviewee (level not told)']))
  expect(voices.quotes.map((one) => one.text).join()).not.toContain('张处长')
  // a code counts for the one above it; each interviewee once
  expect(voices.rows.find((row) => row.code === 'P2')).toMatchObject({ raised: 7, percent: 100, byStratum: [null, null] })
  for (const n of [1, 2, 3, 4]) await interviewOf(`省里${n}。`, 'province')
  const enough = await leader.call(readVoices, { waveId })
  expect(enough.strata.map((one) => one.interviewed)).toEqual([5, 6])
  expect(new Set(enough.quotes.map((one) => one.from.zh))).toEqual(new Set(['省局', '本局']))
})

test('the codebook has two levels, keeps the library’s codes, and goes out and comes in as a file', async () => {
  const own = { parent: 'P2', name: { zh: '没有时间', en: 'No time' }, description: '', retired: false }
  await office.call(saveCode, { code: 'P2-time', ...own })
  const pointer = async (given: Partial<typeof own> & { code: string }) =>
    (await office.ask(saveCode, { ...own, ...given })).problem?.fields?.[0]?.pointer
  expect(await pointer({ code: 'P1' })).toBe('/code')
  expect(await pointer({ code: 'deeper', parent: 'P2-time' })).toBe('/parent')
  expect(await pointer({ code: 'lost', parent: 'nowhere' })).toBe('/parent')
  const csv = (await office.ask(exportCodes, { format: 'csv', language: 'zh' })).bytes
  const again = await office.call(importCodes, { step: 'save' }, { name: 'codes.csv', bytes: csv })
  expect([again.counts.wrong, again.counts.new, again.counts.changed]).toEqual([0, 0, 0])
  const file = '代码,上级代码,名称\nX1,,新一级\nX1-a,X1,新二级\nX1-b,X1-a,三级\n'
  const report = await office.call(importCodes, { step: 'save-right-rows' }, { name: 'codes.csv', bytes: file })
  expect([report.counts.new, report.counts.wrong]).toEqual([2, 1])
  const { codes } = await office.call(readCodes, {})
  expect(codes.filter((one) => one.own).map((one) => one.code)).toEqual(['P2-time', 'X1', 'X1-a'])
  const qdc = (await office.ask(exportCodes, { format: 'qdc', language: 'en' })).bytes.toString()
  expect(qdc).toContain('urn:QDA-XML:codebook:1.0')
  expect(qdc.match(/<Code /g)).toHaveLength(codes.length)
})

/** A project as another program writes it: one text, one code of its own below a library code, and passages at these places. */
const foreignProject = (given: { name: string; text: string; places: readonly (readonly [number | string, number])[] }) => {
  const [code, user] = ['6f0b5a57-1111-4222-8333-0123456789ab', '0d9c2c1e-aaaa-4bbb-8ccc-0123456789ab']
  const passages = given.places.map(
    (
      [start, end],
      at,
    ) => `<PlainTextSelection guid="6f0b5a57-0000-4000-8000-00000000000${at}" startPosition="${start}" endPosition="${end}" creatingUser="${user}">
      <Coding guid="6f0b5a57-0000-4000-8000-00000000001${at}" creatingUser="${user}"><CodeRef targetGUID="${code}"/></Coding></PlainTextSelection>`,
  )
  const qde = `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="Other">
    <Users><User guid="${user}" name="外部编码员"/></Users>
    <CodeBook><Codes><Code guid="${code}" name="Zeitmangel &amp; Eile" isCodable="true"/></Codes></CodeBook>
    <Sources><TextSource guid="6f0b5a57-2222-4222-8333-0123456789ab" name="${given.name}" plainTextPath="internal://t.txt">${passages.join('')}</TextSource>
    <PDFSource guid="6f0b5a57-3333-4222-8333-0123456789ab" name="scan"/></Sources></Project>`
  return Buffer.from(zipSync({ 'project.qde': strToU8(qde), 'Sources/t.txt': strToU8(given.text) }))
}

test('a project goes out and comes back the same; after everything coded here is lost, it brings it back at the same places', async () => {
  const waveId = await wave()
  // beyond the basic plane: places are counted in characters, not in the halves JavaScript counts
  const interviewId = await held(waveId, '答：𠮷田说没有谈过。\n目标是派下来的。')
  const first = (await code(office, interviewId, 'P2-coach', [2, 11], { quotable: true })).body.codingId
  await code(office, interviewId, 'P2-plan', [12, 20])
  const qdpx = (await office.ask(exportProject, { waveId, language: 'zh' })).bytes
  const files = unzipSync(qdpx)
  const [text] = Object.keys(files).filter((path) => path.startsWith('sources/'))
  expect(strFromU8(files[text ?? ''] ?? new Uint8Array())).toBe('答：𠮷田说没有谈过。\n目标是派下来的。')
  const same = await office.call(importProject, { waveId, step: 'save' }, { name: 'p.qdpx', bytes: qdpx })
  expect([same.counts.new, same.counts.changed, same.counts.wrong]).toEqual([0, 0, 0])
  const before = (await office.call(readInterview, { interviewId })).codings
  for (const { codingId } of before) await office.call(removeCoding, { codingId })
  expect((await office.call(importProject, { waveId, step: 'save' }, { name: 'p.qdpx', bytes: qdpx })).counts.new).toBe(2)
  const after = (await office.call(readInterview, { interviewId })).codings
  const plain = (list: typeof before) => list.map(({ codingId: _id, ...rest }) => rest)
  expect(plain(after)).toEqual(plain(before))
  expect(first).not.toBe(after[0]?.codingId)
  expect((await (await app.signIn(['leader'])).ask(exportProject, { waveId, language: 'zh' })).status).toBe(403)
})

test('a project of another program brings texts, codes and coders; a broken place, a changed text and a text without consent are named with what to do, and nothing is saved', async () => {
  const waveId = await wave()
  const { interviewId } = await office.call(planInterview, { waveId, ...plan() })
  const words = '没有时间，也没有人问。'
  const send = (bytes: Buffer, step: 'check' | 'save' | 'save-right-rows' = 'save') =>
    office.call(importProject, { waveId, step }, { name: 'p.qdpx', bytes })
  const wrongOf = (report: Awaited<ReturnType<typeof send>>) => report.rows.filter((row) => row.verdict === 'wrong')
  const good = foreignProject({ name: 'Interview 1', text: words, places: [[0, 5]] })
  expect(wrongOf(await send(good)).map((row) => row.problems[0]?.message.en)).toEqual(['Consent to interview 1 is not on record.'])
  await office.call(recordConsent, { interviewId, given: true, heldOn: '2026-03-02' })
  const broken = foreignProject({
    name: 'Interview 1',
    text: words,
    places: [
      [0, 5],
      [4, 99],
      [6, 6],
      ['x', 3],
    ],
  })
  const report = await send(broken)
  expect([report.saved, wrongOf(report).map((row) => row.key)]).toEqual([
    false,
    ['Interview 1 4–99', 'Interview 1 6–6', 'Interview 1 NaN–3'],
  ])
  expect(wrongOf(report)[0]?.problems[0]?.message.zh).toContain('文字共 11 个字符')
  expect((await office.call(readInterview, { interviewId })).text).toBeNull()
  // what has no place here is said and stops nothing
  expect(report.rows.find((row) => row.key === 'PDFSource')?.notes[0]?.message.en).toBe('1 PDF sources are not taken over.')
  expect((await send(good)).saved).toBe(true)
  const read = await office.call(readInterview, { interviewId })
  expect([read.text, read.codings.map((one) => [one.text, one.coder, one.mine])]).toEqual([words, [['没有时间，', '外部编码员', false]]])
  expect((await send(good)).counts.new).toBe(0)
  expect(wrongOf(await send(foreignProject({ name: 'Interview 1', text: '别的文字', places: [] })))[0]?.problems[0]?.message.zh).toContain(
    '不同',
  )
  expect(wrongOf(await send(foreignProject({ name: 'Interview 77', text: '甲', places: [] })))[0]?.problems[0]?.message.en).toContain(
    'Plan one',
  )
  for (const [name, bytes] of [
    ['a.qdpx', Buffer.from('PK broken')],
    ['b.qdpx', Buffer.from(zipSync({ 'x.txt': strToU8('x') }))],
  ] as const)
    expect((await office.ask(importProject, { waveId, step: 'check' }, { name, bytes })).problem?.code).toBe('qda-file-unknown')
  // its code stays with the guid it came with, in the codebook that goes out
  const qdc = (await office.ask(exportCodes, { format: 'qdc', language: 'en' })).bytes
  expect(qdc.toString()).toContain('guid="6f0b5a57-1111-4222-8333-0123456789ab"')
  const again = await office.call(importCodebook, { step: 'save' }, { name: 'c.qdc', bytes: qdc })
  expect([again.counts.new, again.counts.wrong]).toEqual([0, 0])
  const deep = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="7f0b5a57-1111-4222-8333-0123456789a0" name="T1 Zeit"><Code guid="7f0b5a57-1111-4222-8333-0123456789a1" name="T2 wenig"><Code guid="7f0b5a57-1111-4222-8333-0123456789a2" name="T3 keine"/></Code></Code></Codes></CodeBook>`
  const taken = await office.call(importCodebook, { step: 'save' }, { name: 'c.qdc', bytes: deep })
  expect([taken.counts.new, taken.rows.at(-1)?.notes[0]?.message.zh]).toEqual([3, '原在第三级或更深，放在其一级编码之下。'])
  const { codes } = await office.call(readCodes, {})
  expect(codes.filter((one) => /^T\d$/.test(one.code)).map((one) => [one.code, one.parent])).toEqual([
    ['T1', null],
    ['T2', 'T1'],
    ['T3', 'T1'],
  ])
  expect((await office.ask(importCodebook, { step: 'check' }, { name: 'c.qdc', bytes: '<html/>' })).problem?.code).toBe('qda-file-unknown')
})
