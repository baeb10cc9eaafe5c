import type { TestApp } from '../../testing/testApp.ts'

/** A browser that keeps its cookie and says where it comes from; for what `Client` does by itself. */
export type Browser = {
  cookie: string | null
  ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; code: string | null; body: unknown }>
}

export function openBrowser(app: TestApp, cookie: string | null = null): Browser {
  const browser: Browser = {
    cookie,
    ask: async (method, url, body, headers = {}) => {
      const response = await app.app.inject({
        method,
        url,
        headers: {
          'x-milepost': '1',
          ...(browser.cookie ? { cookie: browser.cookie } : {}),
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...(body ? { payload: JSON.stringify(body) } : {}),
      })
      const given = response.cookies.find(({ name }) => name === 'milepost')
      if (given) browser.cookie = given.value === '' ? null : `milepost=${given.value}`
      const answer: { code?: string } = response.json()
      return { status: response.statusCode, code: response.statusCode >= 400 ? (answer.code ?? null) : null, body: answer }
    },
  }
  return browser
}
