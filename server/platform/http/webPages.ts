import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import { Refusal } from '@milepost/contract/refusals'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** Pages of their own with a small bundle: no staff code is loaded for the public. */
const SMALL_PAGES: Readonly<Record<string, string>> = { '/public': 'public.html', '/b': 'ballot.html' }

/** What makes the answering page installable and usable without a network. */
const MANIFEST = {
  name: 'Milepost 问卷 Survey',
  short_name: '问卷',
  start_url: '/b/',
  scope: '/b/',
  display: 'standalone',
  background_color: '#f4f6f8',
  theme_color: '#10598c',
  icons: [{ src: '/b/mark.svg', sizes: 'any', type: 'image/svg+xml' }],
}
const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="10" fill="#10598c"/><path d="M22 52V26a10 10 0 0 1 20 0v26z" fill="#fff"/></svg>'

/** Serves the built pages. Styles need the nonce (antd writes them at run time); scripts are only our own files. */
export async function mountWeb(app: FastifyInstance, webFolder: string | undefined): Promise<void> {
  if (webFolder === undefined) {
    app.setNotFoundHandler(() => {
      throw new Refusal('not-found')
    })
    return
  }
  await app.register(fastifyStatic, {
    root: path.join(webFolder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  })
  const pages = new Map<string, string>()
  for (const file of ['index.html', ...Object.values(SMALL_PAGES)]) pages.set(file, await readFile(path.join(webFolder, file), 'utf8'))

  const worker = await readFile(path.join(webFolder, 'ballot-worker.js'), 'utf8').catch(() => null)
  app.get('/b/worker.js', (_request, reply) => {
    if (worker === null) throw new Refusal('not-found')
    return reply.header('content-type', 'text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(worker)
  })
  app.get('/b/manifest.webmanifest', (_request, reply) =>
    reply.header('content-type', 'application/manifest+json').send(JSON.stringify(MANIFEST)),
  )
  app.get('/b/mark.svg', (_request, reply) => reply.header('content-type', 'image/svg+xml').send(MARK))

  app.setNotFoundHandler((request, reply) => {
    const address = request.url.split('?')[0] ?? '/'
    if ((request.method !== 'GET' && request.method !== 'HEAD') || address.startsWith('/api/') || address.startsWith('/assets/'))
      throw new Refusal('not-found')
    const small = Object.keys(SMALL_PAGES).find((prefix) => address === prefix || address.startsWith(`${prefix}/`))
    return sendPage(reply, pages.get(small ? (SMALL_PAGES[small] ?? '') : 'index.html') ?? '')
  })
}

function sendPage(reply: FastifyReply, page: string) {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
  return reply
    .status(200)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', policy)
    .send(page.replaceAll('{{nonce}}', nonce))
}
