/** Keeps the page, its parts and the questionnaire, so that somebody without a network can answer and send later. Answers are never kept here. */

import { CUPBOARD } from './cupboard.ts'

type Fetching = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type Lasting = Event & { waitUntil(work: Promise<unknown>): void }

self.addEventListener('install', () => {
  void (self as unknown as { skipWaiting(): Promise<void> }).skipWaiting()
})
self.addEventListener('activate', (event) => {
  ;(event as Lasting).waitUntil((self as unknown as { clients: { claim(): Promise<void> } }).clients.claim())
})
self.addEventListener('fetch', (event) => {
  const { request } = event as Fetching
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname.startsWith('/assets/')) (event as Fetching).respondWith(keptFirst(request))
  else if (request.mode === 'navigate' || pathname.startsWith('/api/ballots/')) (event as Fetching).respondWith(networkFirst(request))
})

async function keptFirst(request: Request): Promise<Response> {
  const kept = await caches.match(request)
  return kept ?? keep(request, await fetch(request))
}

async function networkFirst(request: Request): Promise<Response> {
  try {
    return await keep(request, await fetch(request))
  } catch (fault) {
    const kept = await caches.match(request)
    if (kept) return kept
    throw fault
  }
}

async function keep(request: Request, answer: Response): Promise<Response> {
  if (answer.ok) {
    const copy = answer.clone()
    const cache = await caches.open(CUPBOARD)
    await cache.put(request, copy)
  }
  return answer
}
