import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from './problem.ts'
import { forgetSentActs } from './sentAct.ts'
import { openSmallHouse, type SmallHouse } from './testing/smallHouse.ts'
import { ANOTHERS, MINE, thingRoutes } from './testing/things.ts'

let house: SmallHouse
let office: Record<string, string>
let staff: Record<string, string>
beforeAll(async () => {
  house = await openSmallHouse(thingRoutes)
  office = await house.headersOf(['performance-office'])
  staff = await house.headersOf(['employee'])
})
afterAll(() => house.close())

const NOWHERE = '33333333-3333-4333-8333-333333333333'
const PROBLEM = 'application/problem+json; charset=utf-8'
const name = { name: '路面', on: '2026-03-01' }
async function ask(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD',
  url: string,
  given: { headers?: Record<string, string>; body?: unknown; raw?: string } = {},
) {
  const payload = given.raw ?? (given.body === undefined ? undefined : JSON.stringify(given.body))
  const response = await house.app.inject({
    method,
    url,
    headers: { ...(payload === undefined ? {} : { 'content-type': 'application/json' }), ...given.headers },
    ...(payload === undefined ? {} : { payload }),
  })
  const type = String(response.headers['content-type'])
  const json = type.includes('json') && !type.includes('ndjson') && response.payload !== '' ? response.json() : null
  return { status: response.statusCode, headers: response.headers, body: json, problem: json as Problem, text: response.payload }
}
const policies = async () => {
  const rows = await house.database.inInstitution(house.institutionId, (tx) =>
    tx.selectFrom('policy').select('key').where('institution_id', '=', house.institutionId).orderBy('key').execute(),
  )
  return rows.map((row) => row.key)
}
const audited = async () => {
  const rows = await house.database.inInstitution(house.institutionId, (tx) =>
    tx
      .selectFrom('audit_event')
      .select(['action', 'subject_id'])
      .where('institution_id', '=', house.institutionId)
      .orderBy('seq')
      .execute(),
  )
  return rows.map((row) => `${row.action} ${row.subject_id}`)
}

describe('a refusal', () => {
  test('is problem+json with its sentence in both languages and is not cached as an answer', async () => {
    const { status, headers, problem } = await ask('GET', `/api/things/${MINE}`)
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([401, PROBLEM, 'no-store'])
    expect(problem).toEqual({
      type: 'urn:milepost:refusal:not-signed-in',
      title: 'Please sign in first.',
      status: 401,
      code: 'not-signed-in',
      text: { zh: '请先登录。', en: 'Please sign in first.' },
      details: {},
      fields: [],
    })
  })

  test('401 comes before 403, and both before the input is looked at', async () => {
    expect((await ask('POST', `/api/things/${MINE}`, { body: { name: 1 } })).status).toBe(401)
    expect((await ask('POST', `/api/things/${MINE}`, { headers: staff, body: { name: 1 } })).problem.code).toBe('not-permitted')
    expect((await ask('POST', `/api/things/${MINE}`, { headers: office, body: { name: 1 } })).status).toBe(422)
  })

  test('names every field that is wrong by its pointer, in both languages', async () => {
    const { status, problem } = await ask('POST', '/api/things/seven', {
      headers: office,
      body: { name: ' x ', tags: ['a', 2], on: '03/04/2026' },
    })
    expect(status).toBe(422)
    expect(problem.fields.map((field) => field.pointer).sort()).toEqual(['/name', '/on', '/tags/1', '/thingId'])
    for (const { text } of problem.fields) {
      expect(text.zh).toMatch(/\p{Script=Han}/u)
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  test('does not tell a record that is missing from one that may not be seen', async () => {
    const forbidden = await ask('GET', `/api/things/${ANOTHERS}`, { headers: staff })
    const missing = await ask('GET', `/api/things/${NOWHERE}`, { headers: staff })
    expect(forbidden.status).toBe(403)
    expect(missing.text).toBe(forbidden.text)
  })
})

describe('what is not JSON', () => {
  test.each([
    ['cut short', '{"name":"路面","on":'],
    ['a list', '[1]'],
    ['a word', '"name"'],
    ['a key of the prototype', '{"__proto__":{"name":"路面"},"on":"2026-03-01"}'],
    ['empty', ''],
  ])('%s is refused as input', async (_what, raw) => {
    const { status, problem } = await ask('POST', `/api/things/${MINE}`, { headers: office, raw })
    expect([status, problem.code]).toEqual([422, 'input-invalid'])
  })

  test('another kind of content is refused as input', async () => {
    const headers = { ...office, 'content-type': 'text/plain' }
    expect((await ask('POST', `/api/things/${MINE}`, { headers, raw: 'name=1' })).problem.code).toBe('input-invalid')
  })

  test('a body above the limit is refused with the limit', async () => {
    const { status, problem } = await ask('POST', `/api/things/${MINE}`, { headers: office, raw: `{"name":"${'x'.repeat(5_300_000)}"}` })
    expect([status, problem.code, problem.details]).toEqual([413, 'input-too-large', { limitMb: 5 }])
  })

  test('a NUL in a text is refused as input, not a fault of the program', async () => {
    const { status, problem } = await ask('POST', `/api/things/${MINE}`, { headers: office, body: { ...name, name: 'a\u0000b' } })
    expect([status, problem.code]).toEqual([422, 'input-invalid'])
  })
})

describe('an answer', () => {
  test('holds what was declared and nothing else, in lists too', async () => {
    const written = await ask('POST', `/api/things/${MINE}`, { headers: office, body: { ...name, unknown: 'dropped' } })
    expect([written.status, written.body]).toEqual([200, { thingId: MINE, name: '路面' }])
    const read = await ask('GET', `/api/things/${MINE}`, { headers: await house.headersOf(['leader']) })
    expect(read.body).toEqual({ name: '某', parts: [{ code: 'a' }] })
    expect(read.headers['cache-control']).toBe('no-store')
    expect(read.headers['x-content-type-options']).toBe('nosniff')
  })

  test('what is addressed is what is changed, whatever body and query say', async () => {
    const written = await ask('POST', `/api/things/${MINE}?thingId=${ANOTHERS}`, {
      headers: office,
      body: { ...name, name: '桥梁', thingId: NOWHERE },
    })
    expect(written.body).toEqual({ thingId: MINE, name: '桥梁' })
    expect(await audited()).toEqual([`thing-named ${MINE}`, `thing-named ${MINE}`])
  })

  test('a file carries its Chinese name safely', async () => {
    const { headers, text } = await ask('GET', '/api/things/file', { headers: office })
    expect(text).toBe('a,b')
    expect(headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('表 "一".csv')}`)
  })
})

describe('a fault', () => {
  test('tells a reference and nothing of the program, and undoes what was written', async () => {
    const before = await policies()
    for (const how of ['bug', 'database']) {
      const { status, problem, text } = await ask('POST', '/api/stumbles', { headers: office, body: { how } })
      expect([status, problem.code]).toEqual([500, 'internal-fault'])
      expect(problem.details.reference).toMatch(/^[0-9a-f]{8}$/)
      expect(text).not.toMatch(/Zhang San|TypeError|duplicate|policy/)
    }
    expect(await policies()).toEqual(before)
  })

  test('a refusal in the middle of a verb undoes what was written, and is not in the trail', async () => {
    const [before, trail] = [await policies(), await audited()]
    expect((await ask('POST', '/api/stumbles', { headers: office, body: { how: 'refuse-late' } })).status).toBe(409)
    expect(await policies()).toEqual(before)
    expect(await audited()).toEqual(trail)
  })

  test('an answer other than promised undoes the act: nothing is saved that was answered with a fault', async () => {
    const [before, trail] = [await policies(), await audited()]
    expect((await ask('POST', '/api/promises', { headers: office, body: {} })).status).toBe(500)
    expect(await policies()).toEqual(before)
    expect(await audited()).toEqual(trail)
  })
})

describe('addresses', () => {
  test.each(['/api/nothing', '/api/things', '/', '/api/%zz', '/api/../etc/passwd'])('%s is not found', async (url) => {
    const { status, headers, problem } = await ask('GET', url, { headers: office })
    expect([status, headers['content-type'], problem.code]).toEqual([404, PROBLEM, 'not-found'])
  })

  test('HEAD answers like GET, without the body', async () => {
    const { status, headers, text } = await ask('HEAD', '/api/things/file', { headers: office })
    expect([status, headers['content-type'], text]).toEqual([200, 'text/csv', ''])
    expect((await ask('HEAD', '/api/things/file')).status).toBe(401)
  })

  test('a method nobody serves is not found', async () => {
    expect((await ask('DELETE', `/api/things/${MINE}`, { headers: office })).status).toBe(404)
  })
})

describe('where a write comes from', () => {
  const write = (headers: Record<string, string>) => ask('POST', '/api/stumbles', { headers, body: { how: 'refuse-late' } })
  test('our own page may write', async () => {
    expect((await write({ ...office, origin: 'http://localhost', host: 'localhost' })).status).toBe(409)
    expect((await write({ ...office, origin: 'http://localhost:8017', host: 'localhost:8017' })).status).toBe(409)
  })

  test.each(['https://evil.example', 'null', 'http://localhost:8018', 'not an address', ''])('a page of %j may not', async (origin) => {
    expect((await write({ ...office, origin, host: 'localhost:8017' })).problem.code).toBe('origin-refused')
  })

  test('a form that only has the cookie may not', async () => {
    const { 'x-milepost': _means, ...cookieOnly } = office
    expect((await write(cookieOnly)).problem.code).toBe('origin-refused')
  })

  test('reading asks for no origin', async () => {
    expect((await ask('GET', '/api/things/file', { headers: { ...office, origin: 'https://evil.example' } })).status).toBe(200)
    expect((await ask('GET', '/api/things/file', { headers: office })).headers['access-control-allow-origin']).toBeUndefined()
  })

  test('behind a proxy the public address is ours too', async () => {
    const proxied = await openSmallHouse(thingRoutes, { env: { MILEPOST_ADDRESS: 'https://pm.example.cn' } })
    const headers = { ...(await proxied.headersOf(['performance-office'])), host: '127.0.0.1:8017', 'content-type': 'application/json' }
    const from = (origin: string) =>
      proxied.app.inject({ method: 'POST', url: '/api/stumbles', headers: { ...headers, origin }, payload: '{"how":"refuse-late"}' })
    expect((await from('https://pm.example.cn')).statusCode).toBe(409)
    expect((await from('https://pm.example.cn.evil.example')).statusCode).toBe(403)
    await proxied.close()
  })
})

describe('the cookie', () => {
  const read = (cookie: string) => ask('GET', '/api/things/file', { headers: { cookie } })
  test('is worth nothing when a character is changed, cut off, or moved to another institution', async () => {
    const cookie = office.cookie ?? ''
    expect((await read(cookie)).status).toBe(200)
    const other = await house.addInstitution('OTHER')
    for (const wrong of [
      cookie.slice(0, -1),
      `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`,
      cookie.replace(house.institutionId, other),
      cookie.replace(house.institutionId, "' or 1=1 --"),
      'milepost=',
      'milepost=.',
      'milepost=%00.%00',
    ]) {
      expect((await read(wrong)).status).toBe(401)
    }
  })

  test('is stored nowhere: the database holds its hash', async () => {
    const token = office.cookie?.split('.')[1] ?? ''
    const rows = await house.database.inInstitution(house.institutionId, (tx) => tx.selectFrom('account_session').selectAll().execute())
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('an account that is disabled is signed out at once', async () => {
    const headers = await house.headersOf(['performance-office'])
    expect((await ask('GET', '/api/things/file', { headers })).status).toBe(200)
    await house.database.inInstitution(house.institutionId, (tx) =>
      tx.updateTable('account').set({ state: 'disabled' }).where('institution_id', '=', house.institutionId).execute(),
    )
    expect((await ask('GET', '/api/things/file', { headers })).status).toBe(401)
    await house.database.inInstitution(house.institutionId, (tx) =>
      tx.updateTable('account').set({ state: 'active' }).where('institution_id', '=', house.institutionId).execute(),
    )
  })
})

describe('an act that says how far it is', () => {
  const inSteps = async (body: object) => {
    const { status, headers, text } = await ask('POST', '/api/long', { headers: { ...office, accept: 'application/x-ndjson' }, body })
    return {
      status,
      type: headers['content-type'],
      lines: text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    }
  }

  test('its steps come first, its answer or the refusal last, and without being asked for them it answers as ever', async () => {
    expect(await inSteps({ key: 'counted', steps: 2 })).toEqual({
      status: 200,
      type: 'application/x-ndjson',
      lines: [{ step: { doing: 'counting', done: 0, of: 2 } }, { step: { doing: 'counting', done: 1, of: 2 } }, { answer: { done: true } }],
    })
    const refused = await inSteps({ key: 'refused', steps: 1 })
    expect(refused.lines.at(-1)).toMatchObject({ problem: { code: 'changed-meanwhile', text: { zh: expect.any(String) } } })
    expect((await ask('POST', '/api/long', { headers: office, body: { key: 'plain', steps: 3 } })).body).toEqual({ done: true })
    const kept = await policies()
    expect([kept.includes('counted'), kept.includes('plain'), kept.includes('refused')]).toEqual([true, true, false])
  })

  test('whoever gives up waiting stops it, and nothing of it is kept', async () => {
    const { port } = new URL(await house.app.listen({ port: 0, host: '127.0.0.1' }))
    const giving = new AbortController()
    const answer = await fetch(`http://127.0.0.1:${port}/api/long`, {
      method: 'POST',
      headers: { ...office, 'content-type': 'application/json', accept: 'application/x-ndjson' },
      // longer than anybody waits: it ends because it is stopped
      body: JSON.stringify({ key: 'stopped', steps: 1e9 }),
      signal: giving.signal,
    })
    await answer.body?.getReader().read()
    giving.abort()
    await expect.poll(policies).not.toContain('stopped')
  })
})

describe('an act with a key of its sender', () => {
  const KEY = 'x-milepost-act'
  const send = (called: string, headers: Record<string, string>) =>
    ask('POST', `/api/things/${MINE}`, { headers, body: { ...name, name: called } })

  test('is done once, however often and however close together it is sent, and answered the same each time', async () => {
    const before = (await audited()).length
    const headers = { ...office, [KEY]: 'phone-0001' }
    const answers = [...(await Promise.all([1, 2, 3].map(() => send(MINE, headers)))), await send(MINE, headers)]
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200])
    expect(new Set(answers.map((one) => one.text)).size).toBe(1)
    expect((await audited()).length).toBe(before + 1)
  })

  test('is somebody else’s with another account, and another act with another key or none', async () => {
    const before = (await audited()).length
    const other = await house.headersOf(['performance-office'])
    const others = [{ ...other, [KEY]: 'phone-0001' }, { ...office, [KEY]: 'phone-0002' }, office, { ...office, [KEY]: 'x' }]
    for (const [at, headers] of others.entries()) expect((await send(`另一次 ${at}`, headers)).status).toBe(200)
    expect((await audited()).length).toBe(before + 4)
  })

  test('with the key of another act but other words is done too: nothing is taken for a repetition that is none', async () => {
    const before = (await audited()).length
    const headers = { ...office, [KEY]: 'phone-0004' }
    for (const words of ['先写的', '改过的']) expect((await send(words, headers)).status).toBe(200)
    expect((await audited()).length).toBe(before + 2)
  })

  test('that was refused may be mended and sent again with the same key', async () => {
    const headers = { ...office, [KEY]: 'phone-0003' }
    const late = (how: string) => ask('POST', '/api/stumbles', { headers, body: { how } })
    expect((await late('refuse-late')).status).toBeGreaterThanOrEqual(400)
    expect((await late('refuse-late')).status).toBeGreaterThanOrEqual(400)
    const kept = await house.database.inInstitution(house.institutionId, (tx) =>
      tx.selectFrom('sent_act').select('key').where('institution_id', '=', house.institutionId).where('key', '=', 'phone-0003').execute(),
    )
    expect(kept).toEqual([])
  })

  test('of days ago is forgotten', async () => {
    const count = () =>
      house.database.inInstitution(house.institutionId, async (tx) => {
        await forgetSentActs(tx, house.institutionId, new Date('2026-03-04T01:00:00Z'))
        return tx.selectFrom('sent_act').select('key').where('institution_id', '=', house.institutionId).execute()
      })
    expect(await count()).toEqual([])
  })
})
