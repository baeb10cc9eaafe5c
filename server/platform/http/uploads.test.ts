import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeXlsx } from '../spreadsheet/writeTable.ts'
import type { Problem } from './problem.ts'
import { openSmallHouse, type SmallHouse } from './testing/smallHouse.ts'
import { thingRoutes } from './testing/things.ts'

const MB = 1_048_576
const URL_PATH = '/api/things/import/2026'
const BOUNDARY = 'a-boundary'
const TYPE = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }

let house: SmallHouse
let office: Record<string, string>
let port: number
beforeAll(async () => {
  house = await openSmallHouse(thingRoutes)
  office = await house.headersOf(['performance-office'])
  await house.app.listen({ host: '127.0.0.1', port: 0 })
  port = (house.app.server.address() as AddressInfo).port
})
afterAll(() => house.close())

const field = (name: string, value: string) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const fileHead = (fileName: string) =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`
const END = `\r\n--${BOUNDARY}--\r\n`
const STEP = field('input', '{"step":"check"}')

async function send(parts: readonly (string | Uint8Array)[], headers: Record<string, string> = office) {
  const payload = Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array)))
  const response = await house.app.inject({ method: 'POST', url: URL_PATH, headers: { ...TYPE, ...headers }, payload })
  const body = response.json()
  return { status: response.statusCode, body, problem: body as Problem }
}

describe('an upload', () => {
  test('takes the file and the rest of the input, whichever comes first, and the path decides', async () => {
    const { bytes } = await writeXlsx('表.xlsx', ['工号'], [['1001']])
    const expected = { year: 2026, columns: ['工号'], rows: 1 }
    expect((await send([STEP, fileHead('表.xlsx'), bytes, END])).body).toEqual(expected)
    expect(
      (await send([fileHead('表.xlsx'), bytes, '\r\n', field('input', '{"step":"check","year":1999}'), `--${BOUNDARY}--\r\n`])).body,
    ).toEqual(expected)
  })

  test('may be nearly as large as the limit', async () => {
    const line = '1001,一段较长的说明文字\n'
    const text = `工号,说明\n${line.repeat(95_000)}${' '.repeat(12 * MB)}`
    expect((await send([STEP, fileHead('表.csv'), text, END])).body.rows).toBe(95_000)
  })

  test('of the wrong kind is named as the office named it', async () => {
    const { status, problem } = await send([STEP, fileHead('考核方案.docx'), 'not a table\0', END])
    expect([status, problem.code, problem.details]).toEqual([415, 'file-kind-unknown', { name: '考核方案.docx' }])
  })

  test('needs to be signed in and permitted before a byte of the file is read', async () => {
    expect((await send([STEP, fileHead('表.csv'), '\0', END], {})).status).toBe(401)
    expect((await send([STEP, fileHead('表.csv'), '\0', END], await house.headersOf(['employee']))).status).toBe(403)
  })
})

describe('a multipart body that is not one', () => {
  test.each([
    ['no file at all', [STEP, `--${BOUNDARY}--\r\n`], 422, 'file-missing'],
    ['input that is not JSON', [field('input', '{step}'), fileHead('表.csv'), 'a\n1', END], 422, 'input-invalid'],
    ['input that is a list', [field('input', '[]'), fileHead('表.csv'), 'a\n1', END], 422, 'input-invalid'],
    ['no input', [fileHead('表.csv'), 'a\n1', END], 422, 'input-invalid'],
    ['two files', [STEP, fileHead('表.csv'), 'a\n1\r\n', fileHead('表二.csv'), 'a\n1', END], 400, 'upload-broken'],
    ['cut off in the middle', [STEP, fileHead('表.csv'), 'a\n1'], 400, 'upload-broken'],
    ['nothing', [], 422, 'file-missing'],
    ['not multipart at all', ['{"step":"check"}'], 400, 'upload-broken'],
    [
      'too many fields',
      [...Array.from({ length: 9 }, (_each, at) => field(`f${at}`, 'x')), STEP, fileHead('表.csv'), 'a\n1', END],
      400,
      'upload-broken',
    ],
    ['a field of the prototype', [field('__proto__', '{}'), STEP, fileHead('表.csv'), 'a\n1', END], 400, 'upload-broken'],
  ] as const)('%s', async (_what, parts, status, code) => {
    const answer = await send(parts)
    expect([answer.status, answer.problem.code]).toEqual([status, code])
  })

  test('another content type, or no boundary', async () => {
    const json = await house.app.inject({ method: 'POST', url: URL_PATH, headers: office, payload: { step: 'check' } })
    expect([json.statusCode, json.json().code]).toEqual([422, 'file-missing'])
    const headers = { ...office, 'content-type': 'multipart/form-data' }
    const unbound = await house.app.inject({ method: 'POST', url: URL_PATH, headers, payload: 'x' })
    expect([unbound.statusCode, unbound.json().code]).toEqual([400, 'upload-broken'])
  })
})

/** Sends 200 MB over a real connection without ever holding them, and tells how much memory that took. */
function sendHuge(headers: Record<string, string>): Promise<{ status: number; problem: Problem; grownMb: number }> {
  const chunk = Buffer.alloc(256 * 1024, 'x')
  const before = process.memoryUsage().rss
  let most = before
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port, path: URL_PATH, method: 'POST', headers: { ...TYPE, ...office, ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          text += part
        })
        response.on('end', () => {
          request.destroy()
          resolve({ status: response.statusCode ?? 0, problem: JSON.parse(text), grownMb: (most - before) / MB })
        })
      },
    )
    request.on('error', reject)
    request.write(STEP + fileHead('大表.csv'))
    let left = 800
    const more = () => {
      while (left > 0) {
        left -= 1
        most = Math.max(most, process.memoryUsage().rss)
        if (!request.write(chunk)) {
          request.once('drain', more)
          return
        }
      }
      request.end(END)
    }
    more()
  })
}

describe('200 MB', () => {
  test('is refused with the limit as soon as the body says its length', async () => {
    const length = String(Buffer.byteLength(STEP + fileHead('大表.csv') + END) + 800 * 256 * 1024)
    const { status, problem, grownMb } = await sendHuge({ 'content-length': length })
    expect([status, problem.code, problem.details]).toEqual([413, 'file-too-large', { limitMb: 20 }])
    expect(problem.text.zh).toBe('文件超过上限 20 MB。请拆分后分别导入。')
    expect(grownMb).toBeLessThan(60)
  })

  test('is refused at the limit when the body does not say its length', async () => {
    const { status, problem, grownMb } = await sendHuge({ 'transfer-encoding': 'chunked' })
    expect([status, problem.code]).toEqual([413, 'file-too-large'])
    expect(grownMb).toBeLessThan(120)
  })

  test('and the program goes on', async () => {
    expect((await send([STEP, fileHead('表.csv'), 'a\n1', END])).status).toBe(200)
  })
})
