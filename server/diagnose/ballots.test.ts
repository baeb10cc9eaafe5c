import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { castBallot, listOwnInvitations, openOwnInvitation, readInvitation, signBallot } from '@milepost/contract/diagnose/ballots'
import {
  enterPaper,
  issueInvitations,
  listInvitations,
  openOnlineWave,
  readCollection,
  remindInvited,
  sendInvitations,
} from '@milepost/contract/diagnose/collection'
import { readDiagnosis, readItems } from '@milepost/contract/diagnose/results'
import { adoptQuestionnaire, closeWave, createQuestionnaire, listWaves } from '@milepost/contract/diagnose/waves'
import { saveChannel } from '@milepost/contract/institution/messages'
import { readMyTasks } from '@milepost/contract/institution/tasks'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backUpToFile } from '../platform/backup/backup.ts'
import { underRole } from '../platform/database/underRole.ts'
import { newId } from '../platform/newId.ts'
import { type Client, openTestApp, type TestApp } from '../testing/testApp.ts'
import { blindSign, newSigningPair, signerOf } from './collection/keys.ts'
import { signSoon } from './collection/signing.ts'
import { cast, obtainBallot, tokenOf } from './testing/respondent.ts'

let app: TestApp
let office: Client
let questionnaireId: string

beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
  ;({ questionnaireId } = await office.call(adoptQuestionnaire, {}))
})
afterAll(() => app.close())

const names = (stem: string, n: number) => Array.from({ length: n }, (_, at) => `${stem}${at}`)
const stratum = (code: string, people: readonly string[], more: { unitIds?: string[]; population?: number } = {}) => ({
  code,
  name: { zh: `${code}层`, en: code },
  unitIds: more.unitIds ?? [],
  names: [...people],
  population: more.population ?? null,
})
type Given = Partial<Parameters<typeof office.call<typeof openOnlineWave>>[1]>
const openWave = async (given: Given = {}) =>
  (
    await office.call(openOnlineWave, {
      questionnaireId,
      name: { zh: '匿名轮次', en: 'Anonymous wave' },
      opensOn: '2026-03-02',
      closesOn: '2026-03-13',
      mode: 'anonymous',
      sharedLink: false,
      strata: [stratum('bureau', names('员工', 12)), stratum('province', names('省局', 10))],
      ...given,
    })
  ).waveId
const linksOf = async (waveId: string) => (await office.call(issueInvitations, { waveId })).invitations

test('whoever owns the database, its backups and its log cannot join one answer to one person', async () => {
  const people = names('受邀', 25)
  const waveId = await openWave({ strata: [stratum('bureau', people)] })
  const links = await linksOf(waveId)
  // the worst case: one after the other, nobody in between; each person's answers are unlike everybody else's
  const marks = (at: number) => ({
    PC1: String(1 + (at % 5)),
    PC2: String(1 + (Math.floor(at / 5) % 5)),
    PC3: String(1 + Math.floor(at / 25)),
  })
  for (const [at, link] of links.entries()) {
    const signed = await obtainBallot(app.visitor, { waveId, token: tokenOf(link.path) })
    expect((await cast(app.visitor, waveId, signed, marks(at))).status).toBe(200)
  }
  await office.call(closeWave, { waveId })

  const spied = await app.database.asOwner(async (tx) => {
    const { rows: invited } = await sql<{ name: string; xid: string; all: Record<string, unknown> }>`
      select name, xmin::text as xid, to_jsonb(invitation) as all from roster.invitation where wave_id = ${waveId} order by ctid`.execute(
      tx,
    )
    const { rows: sheets } = await sql<{ xid: string; all: Record<string, unknown>; answers: Record<string, string> }>`
      select sheet.xmin::text as xid, to_jsonb(sheet) as all,
        jsonb_build_object('PC1', sheet.answers::jsonb ->> 0, 'PC2', sheet.answers::jsonb ->> 1, 'PC3', sheet.answers::jsonb ->> 2) as answers
      from ballot.answer_sheet sheet where wave_id = ${waveId} order by sheet.ctid`.execute(tx)
    const { rows: spent } = await sql<{
      serial_hash: string
    }>`select serial_hash from ballot.spent where wave_id = ${waveId} order by ctid`.execute(tx)
    const { rows: audited } = await sql<{ action: string }>`select action from audit_event where subject_id = ${waveId}`.execute(tx)
    return { invited, sheets, spent, audited }
  })
  expect(spied.sheets).toHaveLength(25)
  const truth = new Map(links.map((link, at) => [link.name, JSON.stringify(marks(at))]))
  const wrote = spied.sheets.map((sheet) => JSON.stringify({ PC1: sheet.answers.PC1, PC2: sheet.answers.PC2, PC3: sheet.answers.PC3 }))
  const hits = (order: readonly { name: string }[], answers: readonly string[]) =>
    order.filter((one, at) => truth.get(one.name) === answers[at]).length
  const by = <T>(list: readonly T[], key: (one: T) => string | number) => [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const sortedAnswers = (key: (one: (typeof spied.sheets)[number]) => string | number) => {
    const place = new Map(spied.sheets.map((sheet, at) => [sheet, wrote[at] ?? '']))
    return by(spied.sheets, key).map((sheet) => place.get(sheet) ?? '')
  }
  const rosterOrders = [
    spied.invited,
    by(spied.invited, (one) => Number(one.xid)),
    by(spied.invited, (one) => String(one.all.invitation_id)),
  ]
  const sheetOrders = [
    wrote,
    sortedAnswers((one) => Number(one.xid)),
    sortedAnswers((one) => String(one.all.sheet_id)),
    sortedAnswers((one) => String(one.all.source_key)),
  ]
  // by rows, transactions and ids alike: chance gives about 3 of 25 where batches follow each other, 1 elsewhere; 12 is beyond one in a million
  for (const order of rosterOrders) for (const answers of sheetOrders) expect(hits(order, answers)).toBeLessThan(12)
  // no batch in which fewer than five came in together
  const batchOf = (xid: string) => spied.sheets.filter((sheet) => sheet.xid === xid).length
  expect(Math.min(...spied.sheets.map((sheet) => batchOf(sheet.xid)))).toBeGreaterThanOrEqual(5)
  // no value stands on both sides but what all of them share
  const shared = new Set([app.institutionId, waveId, 'bureau', 'null', 'true', 'false', '0'])
  const valuesOf = (rows: readonly { all: Record<string, unknown> }[]) =>
    new Set(rows.flatMap((row) => Object.values(row.all).map(String)).filter((value) => !shared.has(value)))
  const roster = valuesOf(spied.invited)
  expect([...valuesOf(spied.sheets)].filter((value) => roster.has(value))).toEqual([])
  expect(spied.sheets.every((sheet) => sheet.all.answered_on === null && sheet.all.person_id === null)).toBe(true)
  expect(spied.spent).toHaveLength(25)
  expect(spied.audited.map((one) => one.action).sort()).toEqual(['invitations-issued', 'wave-closed', 'wave-opened'])

  const file = path.join(tmpdir(), `milepost-ballots-${waveId}.zip`)
  await backUpToFile(app.database, { path: file, now: new Date() })
  const parts = unzipSync(await readFile(file))
  await rm(file)
  const text = (name: string) => Buffer.from(parts[Object.keys(parts).find((part) => part.includes(name)) ?? ''] ?? []).toString()
  const rows = (name: string) =>
    text(name)
      .split('\n')
      .filter((line) => line.includes(waveId))
  expect(rows('roster.invitation')).toHaveLength(25)
  expect(
    hits(
      rows('roster.invitation').map((line) => ({ name: people.find((name) => line.includes(`"${name}"`)) ?? '' })),
      wrote,
    ),
  ).toBeLessThan(12)
  expect(text('ballot.answer_sheet')).not.toContain('受邀')
}, 120_000)

test('three roles, and none of them sees both who was invited and what was answered', async () => {
  const denied = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: '42501' })
  const invited = sql`select * from roster.invitation`
  await denied(app.inInstitution((tx) => invited.execute(tx)))
  await denied(app.inInstitution((tx) => underRole(tx, 'milepost_collector', (narrow) => invited.execute(narrow))))
  await denied(
    app.inInstitution((tx) => underRole(tx, 'milepost_collector', (narrow) => sql`select * from ballot.answer_sheet`.execute(narrow))),
  )
  await denied(
    app.inInstitution((tx) => underRole(tx, 'milepost_roster', (narrow) => sql`select * from ballot.answer_sheet`.execute(narrow))),
  )
  await denied(app.inInstitution((tx) => underRole(tx, 'milepost_roster', (narrow) => sql`select * from ballot.box`.execute(narrow))))
})

test('a ballot twice, forged, for another stratum, outside the scale or too long is refused, and a good one still counts', async () => {
  const waveId = await openWave()
  const links = await linksOf(waveId)
  const [first, second] = links.filter((link) => link.stratum === 'bureau')
  const token = tokenOf(first?.path ?? '')
  const signed = await obtainBallot(app.visitor, { waveId, token })
  const codeOf = async (answer: ReturnType<typeof cast>) => (await answer).problem?.code
  expect(await codeOf(cast(app.visitor, waveId, { ...signed, stratum: 'province' }, { PC1: '5' }))).toBe('ballot-forged')
  expect(await codeOf(cast(app.visitor, waveId, { ...signed, stratum: 'nowhere' }, { PC1: '5' }))).toBe('ballot-level-unknown')
  expect(await codeOf(cast(app.visitor, waveId, { ...signed, serial: Buffer.alloc(32, 7).toString('base64') }, { PC1: '5' }))).toBe(
    'ballot-forged',
  )
  const outside = await cast(app.visitor, waveId, signed, { PC1: '9', XX: '1' })
  expect(outside.problem?.fields?.map((field) => field.pointer)).toEqual(['/answers/XX', '/answers/PC1'])
  expect((await cast(app.visitor, waveId, signed, { PC1: 'x'.repeat(6_000_000) })).status).toBe(413)
  expect((await cast(app.visitor, waveId, signed, { PC1: '5' })).status).toBe(200)
  expect(await codeOf(cast(app.visitor, waveId, signed, { PC1: '1' }))).toBe('ballot-spent')
  // asking again with the same blinded ballot: the same signature; with another one: the link is used up
  const again = { waveId, token, blinded: signed.blinded }
  expect((await app.visitor.call(signBallot, again)).signature).toBe((await app.visitor.call(signBallot, again)).signature)
  const other = await obtainBallot(app.visitor, { waveId, token: tokenOf(second?.path ?? '') })
  expect((await app.visitor.ask(signBallot, { ...again, blinded: other.blinded })).problem?.code).toBe('invitation-used')
  expect((await app.visitor.ask(readInvitation, { waveId, token: 'A'.repeat(22) })).problem?.code).toBe('invitation-unknown')
  const byToken = { waveId, stratum: 'bureau', by: { kind: 'token' as const, token }, language: 'zh' as const, minutes: null, answers: {} }
  expect((await app.visitor.ask(castBallot, byToken)).problem?.code).toBe('ballot-way-wrong')

  app.setNow('2026-03-14T01:00:00Z')
  expect(await codeOf(cast(app.visitor, waveId, other, { PC1: '5' }))).toBe('wave-not-taking')
  app.setNow('2026-03-02T01:00:00Z')
  await office.call(closeWave, { waveId })
  expect(await codeOf(cast(app.visitor, waveId, other, { PC1: '5' }))).toBe('wave-not-taking')
  expect((await office.call(listWaves, {})).waves.find((wave) => wave.waveId === waveId)?.strata.map((one) => one.answers)).toEqual([1, 0])
  const { items } = await office.call(readItems, { waveId })
  expect(items[0]).toMatchObject({ valid: 1, hidden: true, mean: null })
})

test('many at once are signed in the thread as one alone is signed here, each with its own key; what has no signature gets none', async () => {
  const pairs = [await newSigningPair(), await newSigningPair()]
  // a first byte of nought is below every modulus, one of 255 all through above
  const messages = Array.from({ length: 70 }, () => Buffer.concat([Buffer.of(0), randomBytes(255)]))
  const keyOf = (at: number) => pairs[at % 2]?.privateKey ?? ''
  const [signed, beyond] = await Promise.all([
    Promise.all(messages.map((message, at) => signSoon(keyOf(at), message))),
    signSoon(keyOf(0), Buffer.alloc(256, 255)),
  ])
  expect(signed.map((one) => one?.toString('hex'))).toEqual(
    messages.map((message, at) => blindSign(signerOf(keyOf(at)), message)?.toString('hex')),
  )
  expect(beyond).toBe(null)
  expect(await signSoon(keyOf(1), messages[0] as Buffer)).toEqual(blindSign(signerOf(keyOf(1)), messages[0] as Buffer))
})

test('an anonymous stratum needs ten people; the office learns rounded counts and never who answered', async () => {
  const small = await office.ask(openOnlineWave, {
    questionnaireId,
    name: { zh: '小', en: 'small' },
    opensOn: '2026-03-02',
    closesOn: null,
    mode: 'anonymous',
    sharedLink: false,
    strata: [stratum('tiny', names('人', 9))],
  })
  expect(small.problem?.code).toBe('stratum-too-small')
  const waveId = await openWave()
  const links = await linksOf(waveId)
  expect(await linksOf(waveId)).toEqual([])
  for (const link of links.slice(0, 3)) {
    await cast(app.visitor, waveId, await obtainBallot(app.visitor, { waveId, token: tokenOf(link.path) }), { PC1: '4' })
  }
  const { strata } = await office.call(readCollection, { waveId })
  expect(strata.map((one) => [one.invited, one.linksMade, one.answeredAbout])).toEqual([
    [12, 12, 5],
    [10, 10, 0],
  ])
  const list = await office.call(listInvitations, { waveId })
  expect(Object.keys(list.invitations[0] ?? {}).sort()).toEqual([
    'fault',
    'hasLink',
    'invitationId',
    'name',
    'sending',
    'sentOn',
    'stratum',
  ])
  expect((await office.call(remindInvited, { waveId })).remindedAbout).toBe(20)
  // a link made anew for somebody who has answered looks like any other; only the person who opens it learns that it is used
  const renewed = await office.call(issueInvitations, { waveId, invitationId: links[0]?.invitationId ?? '' })
  expect(renewed.invitations).toHaveLength(1)
  expect((await app.visitor.call(readInvitation, { waveId, token: tokenOf(renewed.invitations[0]?.path ?? '') })).used).toBe(true)
  expect((await app.visitor.ask(readInvitation, { waveId, token: tokenOf(links[0]?.path ?? '') })).status).toBe(404)
  const employee = await app.signIn(['employee'])
  expect((await employee.ask(issueInvitations, { waveId })).status).toBe(403)
  expect((await employee.ask(readCollection, { waveId })).status).toBe(403)
})

test('links are sent to their people once: by mail or the gateway, in their language; what is not delivered is listed and sent anew; no link is kept', async () => {
  const told: { employeeNo: string; language: string; subject: string; link: string }[] = []
  const gateway = createServer((request, response) => {
    let body = ''
    request.on('data', (bytes) => {
      body += bytes
    })
    request.on('end', () => {
      const message = JSON.parse(body) as (typeof told)[number]
      const refused = message.employeeNo === 'S3' && told.every((one) => one.employeeNo !== 'S3 refused')
      told.push(refused ? { ...message, employeeNo: 'S3 refused' } : message)
      response.writeHead(refused ? 503 : 200).end('{}')
    })
  })
  const port = await new Promise<number>((resolve) =>
    gateway.listen(0, '127.0.0.1', () => resolve((gateway.address() as AddressInfo).port)),
  )
  const { unitId, people } = await unitWith(app, 'S')
  const waveId = await openWave({ strata: [stratum('unit', ['外聘一', '外聘二'], { unitIds: [unitId] })] })
  const send = (again = false, failed: string[] = []) => office.call(sendInvitations, { waveId, again, failed })
  const list = async () => (await office.call(listInvitations, { waveId })).invitations
  // nobody can be reached before there is a channel
  expect(await send()).toEqual({ sent: 0, failed: [], left: 0, noWay: 14 })
  expect((await list()).every((one) => one.sending === 'no-way' && !one.hasLink)).toBe(true)
  const admin = await app.signIn(['system-admin'])
  const channel = { channelId: null, name: '网关', secret: 'a-key-of-more-than-sixteen-characters', sender: '', active: true }
  await admin.call(saveChannel, { ...channel, kind: 'webhook', address: `http://127.0.0.1:${port}/` })
  const mailAt = { ...channel, kind: 'mail' as const, name: '邮件', sender: 'a@example.org', secret: '' }
  // a mail server that is not there
  const { channelId } = await admin.call(saveChannel, { ...mailAt, address: 'smtp://127.0.0.1:9?ignoreTLS=true' })
  await app.inInstitution((tx) =>
    tx
      .insertInto('message_address')
      .values([
        { institution_id: app.institutionId, person_id: people[0] ?? '', email: 'one@example.org', language: 'en' },
        { institution_id: app.institutionId, person_id: people[1] ?? '', email: '', language: 'en' },
      ])
      .execute(),
  )
  // one printed link stays as it is: nobody is sent a second
  const [printed] = (await list()).filter((one) => one.name === '职工S9')
  const kept = (await office.call(issueInvitations, { waveId, invitationId: printed?.invitationId ?? '' })).invitations[0]?.path ?? ''
  const first = await send()
  expect(first).toMatchObject({ sent: 9, left: 0, noWay: 2 })
  expect(first.failed).toHaveLength(2)
  const after = await list()
  const standing = (name: string) => after.find((one) => one.name === name)
  expect(standing('职工S0')).toMatchObject({ sending: 'failed', fault: expect.stringContaining('ECONNREFUSED') })
  expect(standing('职工S3')).toMatchObject({ sending: 'failed', fault: expect.stringContaining('503') })
  expect(standing('职工S4')).toMatchObject({ sending: 'sent', sentOn: '2026-03-02', fault: '' })
  expect(standing('外聘一')).toMatchObject({ sending: 'no-way' })
  expect(told.find((one) => one.employeeNo === 'S1')).toMatchObject({
    language: 'en',
    subject: 'Your answers are asked for: Anonymous wave',
  })
  expect(told.find((one) => one.employeeNo === 'S4')).toMatchObject({ language: 'zh', subject: '请您作答：匿名轮次' })
  expect(told.some((one) => one.employeeNo === 'S9')).toBe(false)
  // repeated: nobody twice; those not delivered when they are meant, within one sending each once
  expect(await send()).toEqual({ sent: 0, failed: [], left: 0, noWay: 2 })
  expect(await send(true, first.failed)).toEqual({ sent: 0, failed: [], left: 0, noWay: 2 })
  await admin.call(saveChannel, { ...mailAt, channelId, address: 'smtp://127.0.0.1:9?ignoreTLS=true', active: false })
  expect(await send(true)).toMatchObject({ sent: 2, failed: [] })
  expect(told.map((one) => one.employeeNo).filter((no) => no === 'S4')).toHaveLength(1)
  for (const link of [told.find((one) => one.employeeNo === 'S3')?.link ?? '', kept])
    expect(await app.visitor.call(readInvitation, { waveId, token: tokenOf(link) })).toEqual({ stratum: 'unit', used: false })
  // who was sent one may answer; neither the list nor the messages tell of it, and no link is kept anywhere
  const before = JSON.stringify(await list())
  const token = tokenOf(told.find((one) => one.employeeNo === 'S4')?.link ?? '')
  await cast(app.visitor, waveId, await obtainBallot(app.visitor, { waveId, token }), { PC1: '4' })
  expect(JSON.stringify(await list())).toBe(before)
  const stored = await app.database.asOwner((tx) =>
    sql<{
      text: string
    }>`select to_jsonb(invitation)::text as text from roster.invitation union all select to_jsonb(message)::text from message
      union all select detail::text from audit_event`.execute(tx),
  )
  expect(stored.rows.some((row) => row.text.includes(token))).toBe(false)
  expect((await (await app.signIn(['employee'])).ask(sendInvitations, { waveId, again: false, failed: [] })).status).toBe(403)
  await office.call(closeWave, { waveId })
  expect((await office.ask(sendInvitations, { waveId, again: false, failed: [] })).problem?.code).toBe('wave-closed')
  gateway.close()
})

test('people of the institution find the survey on their first page and answer from there; confidential sheets name nobody, identified ones do', async () => {
  const { unitId, people } = await unitWith(app, 'E')
  const personId = people[0] ?? ''
  const employee = await app.signIn(['employee'], { personId })
  for (const mode of ['confidential', 'identified'] as const) {
    const waveId = await openWave({ mode, strata: [stratum('unit', [], { unitIds: [unitId] })] })
    expect((await employee.call(readMyTasks, {})).tasks.map((task) => task.href)).toContain(`/answer/${waveId}`)
    const { link } = await employee.call(openOwnInvitation, { waveId })
    const by = { kind: 'token' as const, token: tokenOf(link) }
    const sent = { waveId, stratum: 'unit', by, language: 'en' as const, minutes: 3, answers: { PC1: '5', PC2: '-' } }
    expect((await app.visitor.ask(castBallot, sent)).status).toBe(200)
    expect((await app.visitor.ask(castBallot, sent)).problem?.code).toBe('invitation-used')
    const own = (await employee.call(listOwnInvitations, {})).invitations.find((one) => one.waveId === waveId)
    expect(own).toMatchObject({ mode, answered: true })
    const [sheet] = await app.inInstitution((tx) =>
      tx.selectFrom('ballot.answer_sheet').select(['person_id', 'answered_on', 'language']).where('wave_id', '=', waveId).execute(),
    )
    expect(sheet).toEqual({ person_id: mode === 'identified' ? personId : null, answered_on: '2026-03-02', language: 'en' })
  }
})

test('an open link takes answers without a list; paper is typed in by batch, all or nothing', async () => {
  const own = await office.call(createQuestionnaire, {
    code: 'open',
    title: { zh: '公开', en: 'Open' },
    instrument: {
      scale: { least: 1, most: 5, points: [], notApplicable: { zh: '不了解', en: 'Don’t know' } },
      constructs: [],
      leastCell: 5,
      severityBands: [],
      items: [
        { code: 'A', kind: 'scale', construct: null, link: null, reverse: false, text: { zh: '路好走', en: 'Smooth' }, required: true },
        {
          code: 'WHY',
          kind: 'several',
          construct: null,
          link: null,
          reverse: false,
          text: { zh: '为何', en: 'Why' },
          options: [
            { code: 'pit', name: { zh: '坑', en: 'Potholes' } },
            { code: 'sign', name: { zh: '标志', en: 'Signs' } },
          ],
          showIf: { item: 'A', among: ['1', '2'] },
        },
        { code: 'SAY', kind: 'text', construct: null, link: null, reverse: false, text: { zh: '还想说', en: 'More' } },
        {
          code: 'KM',
          kind: 'number',
          construct: null,
          link: null,
          reverse: false,
          text: { zh: '每天开多少公里', en: 'Kilometres a day' },
          least: 0,
          most: 1000,
        },
      ],
    },
  })
  const waveId = await openWave({
    questionnaireId: own.questionnaireId,
    sharedLink: true,
    closesOn: null,
    strata: [stratum('public', [], { population: 500 })],
  })
  const answer = (at: number, answers: Record<string, string>) =>
    app.visitor.ask(castBallot, {
      waveId,
      stratum: 'public',
      by: { kind: 'shared', serial: Buffer.alloc(32, at).toString('base64') },
      language: 'zh',
      minutes: 1,
      answers,
    })
  expect((await answer(0, { SAY: '漏了必答题' })).problem?.fields?.[0]?.pointer).toBe('/answers/A')
  // a number out of its bounds is refused, and the fault names its question by its words: a phone shows no codes
  expect((await answer(0, { A: '4', KM: '1000.5' })).problem?.fields?.[0]).toEqual({
    pointer: '/answers/KM',
    text: {
      zh: '“每天开多少公里”（KM）：请填介于 0 和 1000 之间的数字，不是 1000.5。',
      en: '“Kilometres a day” (KM): the number must be from 0 to 1000, not 1000.5.',
    },
  })
  for (let at = 1; at <= 12; at++) {
    const said = at === 1 ? '请打 13812345678，邮箱 a@b.cn' : `意见 ${at}`
    expect((await answer(at, { A: at % 2 ? '1' : '5', WHY: 'pit,sign', SAY: said })).status).toBe(200)
  }
  const paper = (sheets: { stratum: string; answers: Record<string, string> }[]) =>
    office.ask(enterPaper, { waveId, batch: '第一包', sheets })
  const wrong = await paper([
    { stratum: 'public', answers: { A: '4' } },
    { stratum: 'public', answers: { A: '8' } },
  ])
  expect(wrong.problem?.fields?.map((field) => field.pointer)).toEqual(['/sheets/1/answers/A'])
  expect((await paper([{ stratum: 'public', answers: { A: '4' } }])).body).toEqual({ entered: 1 })
  await office.call(closeWave, { waveId })
  const { items } = await office.call(readItems, { waveId })
  const [a, why, say] = items
  expect(a?.valid).toBe(13)
  // asked only of those who chose 1 or 2: what the others sent is not kept
  expect(why?.rows).toEqual([
    { category: 'pit', count: 6, validPercent: 100 },
    { category: 'sign', count: 6, validPercent: 100 },
  ])
  expect(say?.texts).toHaveLength(12)
  expect(say?.texts.join()).not.toMatch(/138|@/)
  expect((await office.call(readDiagnosis, { waveId })).response.total.answered).toBe(13)
})

/** One unit with twelve people. */
async function unitWith(of: TestApp, stem: string): Promise<{ unitId: string; people: string[] }> {
  const unitId = newId()
  const institution_id = of.institutionId
  const people = Array.from({ length: 12 }, () => newId())
  await of.inInstitution(async (tx) => {
    await tx
      .insertInto('unit')
      .values({ institution_id, unit_id: unitId, code: `U${stem}`, name_zh: '科', name_key: 'ke', kind: 'office' })
      .execute()
    const post_id = newId()
    await tx
      .insertInto('post')
      .values({ institution_id, post_id, code: `P${stem}`, title_zh: '科员', post_class: 'management' })
      .execute()
    for (const [at, person_id] of people.entries()) {
      await tx
        .insertInto('person')
        .values({
          institution_id,
          person_id,
          employee_no: `${stem}${at}`,
          name: `职工${stem}${at}`,
          name_key: `z${at}`,
          joined_on: '2020-01-01',
        })
        .execute()
      await tx
        .insertInto('assignment')
        .values({ institution_id, assignment_id: newId(), person_id, unit_id: unitId, post_id, valid_from: '2020-01-01' })
        .execute()
    }
  })
  return { unitId, people }
}
