import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSmallHouse, type SmallHouse } from './testing/smallHouse.ts'
import { thingRoutes } from './testing/things.ts'

let house: SmallHouse
let folder: string
const page = (title: string) =>
  `<!doctype html><title>${title}</title><meta name="csp-nonce" content="{{nonce}}"><script type="module" src="/assets/a-1.js"></script>`
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pages-'))
  await mkdir(path.join(folder, 'assets'))
  await writeFile(path.join(folder, 'index.html'), page('staff'))
  await writeFile(path.join(folder, 'public.html'), page('public'))
  await writeFile(path.join(folder, 'ballot.html'), page('ballot'))
  await writeFile(path.join(folder, 'ballot-worker.js'), 'export {}')
  await writeFile(path.join(folder, 'assets/a-1.js'), 'export {}')
  house = await openSmallHouse(thingRoutes, { webFolder: folder })
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

const get = (url: string, method: 'GET' | 'HEAD' | 'POST' = 'GET') => house.app.inject({ method, url })
const policyOf = (response: Awaited<ReturnType<typeof get>>) =>
  new Map(
    String(response.headers['content-security-policy'])
      .split('; ')
      .map((rule) => {
        const [name = '', ...sources] = rule.split(' ')
        return [name, sources] as const
      }),
  )

describe('the policy of a page', () => {
  test('lets only our own files run: no inline script, no eval, no other site', async () => {
    const policy = policyOf(await get('/'))
    expect(policy.get('default-src')).toEqual(["'self'"])
    expect(policy.get('script-src')).toEqual(["'self'"])
    expect(policy.get('object-src')).toEqual(["'none'"])
    expect(policy.get('base-uri')).toEqual(["'none'"])
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect([...policy.values()].flat().filter((source) => /unsafe-eval|\*|https?:/.test(source))).toEqual([])
  })

  test('lets style elements in by a nonce that the page carries and that never comes twice', async () => {
    const responses = await Promise.all(['/', '/design/scorecard', '/'].map((url) => get(url)))
    const nonces = responses.map((response) => /content="([^"]+)"/.exec(response.payload)?.[1] ?? '')
    for (const [at, response] of responses.entries()) {
      expect(policyOf(response).get('style-src')).toEqual(["'self'", `'nonce-${nonces[at]}'`])
      expect(response.payload).not.toContain('{{nonce}}')
    }
    expect(new Set(nonces).size).toBe(3)
    expect(Buffer.from(nonces[0] ?? '', 'base64')).toHaveLength(16)
  })
})

describe('addresses', () => {
  test.each([
    ['/', 'staff'],
    ['/appraise/people/1?year=2026', 'staff'],
    ['/public', 'public'],
    ['/public/2026', 'public'],
    ['/publicity', 'staff'],
    ['/b/1', 'ballot'],
  ])('%s opens the %s page', async (url, title) => {
    const response = await get(url)
    expect(response.statusCode).toBe(200)
    expect(response.payload).toContain(`<title>${title}</title>`)
    expect(response.headers['cache-control']).toBe('no-store')
  })

  test('the same is answered to HEAD, and nothing to other methods', async () => {
    expect((await get('/appraise', 'HEAD')).statusCode).toBe(200)
    expect((await get('/appraise', 'POST')).statusCode).toBe(404)
  })

  test('built files are kept by the browser for good; a missing one is not answered with a page', async () => {
    const file = await get('/assets/a-1.js')
    expect([file.statusCode, file.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(file.headers['x-content-type-options']).toBe('nosniff')
    expect((await get('/assets/a-2.js')).statusCode).toBe(404)
    expect((await get('/api/nothing')).json().code).toBe('not-found')
  })

  test.each(['/assets/../index.html', '/assets/..%2findex.html', '/assets/%2e%2e/%2e%2e/etc/passwd', '/assets/....//index.html'])(
    'no file outside the folder is given: %s',
    async (url) => {
      const response = await get(url)
      expect(response.payload).not.toMatch(/root:/)
      if (response.statusCode === 200) expect(response.payload).toContain('<title>staff</title>')
      else expect([400, 403, 404]).toContain(response.statusCode)
    },
  )
})
