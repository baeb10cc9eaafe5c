import { createHmac } from 'node:crypto'
import { createServer as createWebServer, type IncomingHttpHeaders } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { readRaters, setRatingDue, waiveRating } from '@milepost/contract/appraise/raters'
import {
  downloadMyCalendar,
  readChannels,
  readMessages,
  saveChannel,
  setMessageAddress,
  tryChannel,
} from '@milepost/contract/institution/messages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Bureau, openBureau } from './appraise/testing/bureau.ts'
import { runDay } from './dayRun.ts'
import type { Client } from './testing/testApp.ts'

/** A fortnight in which raters are late, played day by day against receivers on this machine: one speaks SMTP, the other HTTP. */

type Received = { url: string; headers: IncomingHttpHeaders; body: string }
const mails: string[] = []
const posts: Received[] = []
let answer = { status: 200, body: '{"errcode":0}' }
const SECRET = 'a-key-of-more-than-sixteen-characters'

/** Takes mail as a server does, and keeps what was said between DATA and the dot. */
const mailServer = createServer((socket) => {
  let data: string | null = null
  let rest = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 localhost')
  socket.on('error', () => undefined)
  socket.on('data', (bytes) => {
    rest += bytes.toString('utf8')
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end)
      rest = rest.slice(end + 2)
      if (data !== null) {
        if (line === '.') {
          mails.push(data)
          data = null
          say('250 kept')
        } else data += `${line}\n`
      } else if (/^data/i.test(line)) {
        data = ''
        say('354 go on')
      } else if (/^quit/i.test(line)) {
        say('221 bye')
        socket.end()
      } else say('250 ok')
    }
  })
})
const webServer = createWebServer((request, response) => {
  let body = ''
  request.on('data', (bytes) => {
    body += bytes
  })
  request.on('end', () => {
    posts.push({ url: request.url ?? '', headers: request.headers, body })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
  })
})
const listening = (server: typeof mailServer | typeof webServer) =>
  new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))

let bureau: Bureau
let admin: Client
let head: Client
let hook: string
const day = async (on: string, hour = '01') => {
  await bureau.moveTo(`${on}T${hour}:00:00Z`)
  return runDay(bureau.app.services, bureau.app.institutionId, new Date(`${on}T${hour}:00:00Z`))
}
const channel = (given: object) =>
  admin.ask(saveChannel, { channelId: null, kind: 'mail', name: '通道', address: '', secret: '', sender: '', active: true, ...given })
const decoded = (mail: string) =>
  mail.replace(/\n\n([A-Za-z0-9+/=\n]+)\n--/g, (_all, part: string) => `\n\n${Buffer.from(part, 'base64').toString('utf8')}`)

beforeAll(async () => {
  bureau = await openBureau()
  admin = await bureau.app.signIn(['system-admin'])
  head = await bureau.as('2001', ['unit-head'])
  hook = `http://127.0.0.1:${await listening(webServer)}`
  const smtp = `smtp://127.0.0.1:${await listening(mailServer)}?ignoreTLS=true`
  expect((await channel({ name: '邮件', address: smtp, sender: 'milepost@example.org' })).status).toBe(200)
  expect((await channel({ kind: 'webhook', name: '网关', address: `${hook}/gateway`, secret: SECRET })).status).toBe(200)
  for (const kind of ['wecom', 'dingtalk', 'feishu'])
    expect((await channel({ kind, name: kind, address: `${hook}/${kind}?key=k`, secret: 'robot-secret' })).status).toBe(200)
  await head.call(setMessageAddress, { email: 'head@example.org', language: 'en' })
  await bureau.enrol()
}, 120_000)
afterAll(async () => {
  mailServer.close()
  webServer.close()
  await bureau.close()
})

describe('a channel', () => {
  test('is set up by the system administrator alone; a wrong address, a short key, a missing sender are named', async () => {
    const { office } = bureau
    const given = {
      channelId: null,
      kind: 'mail' as const,
      name: 'x',
      address: 'smtp://x',
      secret: '',
      sender: 'a@example.org',
      active: true,
    }
    expect((await office.ask(saveChannel, given)).status).toBe(403)
    expect((await channel({ address: 'mail.example.org' })).problem?.fields.map((one) => one.pointer)).toEqual(['/address', '/sender'])
    expect((await channel({ kind: 'webhook', address: 'https://x.example.org', secret: 'short' })).problem?.fields[0]?.pointer).toBe(
      '/secret',
    )
  })

  test('keeps its password and key to itself, and a trial says what the receiver answered', async () => {
    const { channels } = await admin.call(readChannels, {})
    expect(JSON.stringify(channels)).not.toMatch(/key=k|robot-secret|a-key-of/)
    const feishu = channels.find((one) => one.kind === 'feishu')?.channelId ?? ''
    answer = { status: 200, body: '{"code":19021,"msg":"sign match fail"}' }
    expect(await admin.call(tryChannel, { channelId: feishu, to: '' })).toMatchObject({
      sent: false,
      error: expect.stringContaining('19021'),
    })
    answer = { status: 200, body: '{"code":0}' }
    expect(await admin.call(tryChannel, { channelId: feishu, to: '' })).toEqual({ sent: true, error: '' })
    posts.length = 0
  })
})

describe('the ladder of late raters', () => {
  test('the day by which raters rate is ten working days after the appraisals were opened, over the holiday and its exchanged weekends', async () => {
    const { dueOn, ladder } = await bureau.office.call(readRaters, { cycleId: bureau.cycleId })
    // opened on 20 September 2026; 25 to 27 September and 1 to 7 October are off, 10 October is worked
    expect(dueOn).toBe('2026-10-10')
    expect(ladder.map((step) => [step.kind, step.day])).toEqual([
      ['remind', '2026-10-03'],
      ['remind', '2026-10-07'],
      ['remind', '2026-10-09'],
      ['remind', '2026-10-10'],
      ['escalate-to-superior', '2026-10-13'],
      ['committee-chooses', '2026-10-17'],
    ])
  })

  test('nothing is told before its day nor at night, and each reminder once, however often the day is worked through', async () => {
    expect((await day('2026-10-02')).told).toBe(0)
    expect((await day('2026-10-02', '20')).told).toBeNull()
    // 20:00 UTC is four in the morning of the 3rd in Shanghai; the day begins at eight
    const { told } = await day('2026-10-03')
    expect(told).toBe(5)
    expect([(await day('2026-10-03', '02')).told, (await day('2026-10-03', '03')).told]).toEqual([null, null])
    expect((await day('2026-10-04')).told).toBe(0)
    const { messages } = await head.call(readMessages, {})
    expect(messages).toMatchObject([{ dueOn: '2026-10-10', subject: { zh: expect.stringContaining('2026-10-10 前') }, isRead: false }])
  })

  test('mail goes out in the person’s language with a calendar file, the gateway gets a signed body, robots a number and no name', async () => {
    expect(mails).toHaveLength(1)
    const mail = decoded(mails[0] ?? '')
    expect(mail).toMatch(/To: head@example.org/)
    expect(mail).toContain('Please rate')
    expect(mail).toContain('BEGIN:VCALENDAR')
    expect(mail).toMatch(/DTSTART;VALUE=DATE:20261010/)
    const gateway = posts.filter((one) => one.url === '/gateway')
    expect(gateway).toHaveLength(4)
    for (const { headers, body } of gateway) {
      const expected = createHmac('sha256', SECRET).update(`${headers['x-milepost-timestamp']}.${body}`).digest('hex')
      expect(headers['x-milepost-signature']).toBe(`sha256=${expected}`)
    }
    expect(gateway.map(({ body }) => JSON.parse(body).employeeNo).sort()).toEqual(['1001', '2001', '3001', '4001'])
    const robots = posts.filter((one) => one.url !== '/gateway')
    expect(robots.map((one) => one.url.split('?')[0]).sort()).toEqual(['/dingtalk', '/feishu', '/wecom'])
    for (const { body } of robots) {
      expect(body).toContain('4 人')
      expect(body).not.toMatch(/职工\d/)
    }
    const ding = new URL(`http://x${robots.find((one) => one.url.startsWith('/dingtalk'))?.url}`).searchParams
    const signed = createHmac('sha256', 'robot-secret')
      .update(`${ding.get('timestamp')}\nrobot-secret`)
      .digest('base64')
    expect([ding.get('sign'), ding.get('key')]).toEqual([signed, 'k'])
    const lark = JSON.parse(robots.find((one) => one.url.startsWith('/feishu'))?.body ?? '{}')
    expect(lark.sign).toBe(createHmac('sha256', `${lark.timestamp}\nrobot-secret`).update('').digest('base64'))
    expect(JSON.parse(robots.find((one) => one.url.startsWith('/wecom'))?.body ?? '{}').msgtype).toBe('text')
  })

  test('a stop of three days is made up for by one reminder, not by three, and says so', async () => {
    // the reminder of the 7th fell into the stop of the 5th to the 7th
    expect((await day('2026-10-08')).told).toBe(5)
    expect((await head.call(readMessages, {})).messages).toHaveLength(2)
    const { days } = await admin.call(readChannels, {})
    expect(days[0]).toMatchObject({ on: '2026-10-08', missed: 3, messages: 5 })
    expect((await day('2026-10-09')).told).toBe(5)
  })

  test('three days late the superior is told once, seven days late the committee has to choose; no score is filled in', async () => {
    const { office, cycleId, director } = bureau
    // the program stood from the 10th to the 17th: both rungs were passed meanwhile
    await day('2026-10-18')
    await day('2026-10-19')
    const { waiting, toRate, rated } = await office.call(readRaters, { cycleId })
    const late = waiting.find((one) => one.name === '职工2001')
    expect(late?.escalated).toEqual([
      { rung: 'superior', on: '2026-10-18', to: '职工1001' },
      { rung: 'committee', on: '2026-10-18', to: null },
    ])
    expect(late?.reminded).toEqual(['2026-10-03', '2026-10-08', '2026-10-09', '2026-10-18', '2026-10-19'])
    expect([rated, toRate > 0]).toEqual([0, true])
    const told = (await director.call(readMessages, {})).messages.filter((one) => one.subject.zh.includes('评分逾期'))
    expect(told.map((one) => one.subject.zh).sort()).toEqual(['职工2001评分逾期', '职工3001评分逾期', '职工4001评分逾期'])
    const waived = await director.ask(waiveRating, {
      appraisalId: late?.people[0]?.appraisalId ?? '',
      raterPersonId: late?.raterPersonId ?? '',
      reason: '委员会研究：不再等待，不计其评分。',
    })
    expect(waived.status).toBe(200)
  })

  test('more time needs its reason and starts the ladder anew', async () => {
    const { office, cycleId, director } = bureau
    const set = (client: Client, given: object) =>
      client.ask(setRatingDue, { cycleId, dueOn: '2026-10-30', reason: '防汛抢险延期', ...given })
    expect([(await set(director, {})).status, (await set(office, { reason: '' })).problem?.fields[0]?.pointer]).toEqual([403, '/reason'])
    expect((await set(office, { dueOn: '2026-10-01' })).problem?.fields[0]?.pointer).toBe('/dueOn')
    expect((await set(office, {})).status).toBe(200)
    expect((await office.call(readRaters, { cycleId })).waiting.every((one) => one.escalated.length === 0)).toBe(true)
    expect((await day('2026-10-20')).told).toBe(0)
  })

  test('a receiver that fails is tried again later, and what never arrives stands as failed with its reason', async () => {
    answer = { status: 503, body: 'busy' }
    const before = posts.length
    await day('2026-10-23')
    expect(posts.length).toBeGreaterThan(before)
    for (const minute of ['02', '07', '17', '34', '59']) {
      const at = new Date(`2026-10-23T01:${minute}:00Z`)
      await runDay(bureau.app.services, bureau.app.institutionId, at)
    }
    const { channels } = await admin.call(readChannels, {})
    const gateway = channels.find((one) => one.kind === 'webhook')
    expect(gateway).toMatchObject({ failed: 4, waiting: 0, lastError: expect.stringContaining('503') })
  })

  test('everybody has their own days as a calendar file: lines of at most 75 bytes, each event named once', async () => {
    const { bytes } = await head.ask(downloadMyCalendar, { language: 'zh' })
    const file = bytes.toString('utf8')
    const lines = file.split('\r\n')
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const unfolded = file.replace(/\r\n /g, '')
    const uids = unfolded.match(/^UID:.+$/gm) ?? []
    expect([uids.length, new Set(uids).size]).toEqual([6, 6])
    expect(unfolded).toContain('SUMMARY:请为')
  })
})
