import { readSession, signIn } from '@milepost/contract/institution/session'
import { afterEach, expect, test, vi } from 'vitest'
import { CallRefused, call } from './call.ts'

afterEach(() => vi.unstubAllGlobals())

const answering = (response: () => Promise<Response>) => {
  const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(response)
  vi.stubGlobal('fetch', asked)
  return asked
}

test('every call names itself, so that the server can tell our pages from others', async () => {
  const asked = answering(async () => Response.json({ done: true }))
  await call(signIn, { username: 'liu', password: 'x' })
  const [url, init] = asked.mock.calls[0] ?? []
  expect(url).toBe('/api/session')
  expect(new Headers(init?.headers).get('x-milepost')).toBe('1')
  expect(init?.body).toBe('{"username":"liu","password":"x"}')
})

test('a refusal keeps its code, its sentence in both languages and every invalid field', async () => {
  const problem = {
    code: 'input-invalid',
    text: { zh: '有误', en: 'Wrong' },
    fields: [{ pointer: '/username', text: { zh: '太短', en: 'Too short' } }],
  }
  answering(async () => Response.json(problem, { status: 422 }))
  const refused = await call(readSession, {}).catch((fault: unknown) => fault)
  expect(refused).toBeInstanceOf(CallRefused)
  expect(refused).toMatchObject({
    code: 'input-invalid',
    status: 422,
    text: { zh: '有误' },
    fields: [{ pointer: '/username', zh: '太短', en: 'Too short' }],
  })
})

test('a lost connection is a refusal of its own', async () => {
  answering(async () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(call(readSession, {})).rejects.toMatchObject({ code: 'no-connection' })
})

test('an answer that is no problem document is still answered in words', async () => {
  answering(async () => new Response('<html>bad gateway</html>', { status: 502 }))
  await expect(call(readSession, {})).rejects.toMatchObject({ status: 502, code: 'internal-fault' })
})
