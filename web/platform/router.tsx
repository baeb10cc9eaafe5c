import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { lazy, type ReactNode } from 'react'
import { CallRefused } from './call.ts'
import { Frame } from './frame/Frame.tsx'
import { NotForYou, NothingHere } from './frame/NotHere.tsx'
import type { RoomPage } from './pages.ts'
import { SESSION_KEY, useMay } from './session.tsx'

/** The addresses of the house: pages of the rooms inside the frame, and the few that stand outside it. */
export function houseRouter(pages: readonly RoomPage[], outside: readonly { path: string; page: RoomPage['page'] }[]) {
  const root = createRootRoute({ component: Outlet })
  const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame })
  const inside = pages.map((page) => createRoute({ getParentRoute: () => frame, path: page.path, component: gated(page) }))
  const elsewhere = createRoute({ getParentRoute: () => frame, path: '$', component: NothingHere })
  const free = outside.map(({ path, page }) => createRoute({ getParentRoute: () => root, path, component: whenOpened(page) }))
  return createRouter({
    routeTree: root.addChildren([frame.addChildren([...inside, elsewhere]), ...free]),
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const query = new URLSearchParams(Object.entries(search).flatMap(([key, value]) => (value == null ? [] : [[key, String(value)]])))
      return query.size === 0 ? '' : `?${query}`
    },
    scrollRestoration: true,
  })
}

function whenOpened(page: RoomPage['page']): () => ReactNode {
  const Page = lazy(async () => ({ default: await page() }))
  return () => <Page />
}

function gated(page: RoomPage): () => ReactNode {
  const Open = whenOpened(page.page)
  return function Gate() {
    return useMay(page.permission) ? <Open /> : <NotForYou title={page.title} />
  }
}

/** Refusals are answers and not tried again; a lost connection is. A session that ended leads to the sign-in page. */
export function houseQueries(): QueryClient {
  const ended = (fault: Error) => {
    if (fault instanceof CallRefused && fault.code === 'not-signed-in') void queries.invalidateQueries({ queryKey: SESSION_KEY })
  }
  const queries: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (times, fault) => times < 2 && fault instanceof CallRefused && fault.code === 'no-connection',
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false },
    },
    queryCache: new QueryCache({ onError: ended }),
    mutationCache: new MutationCache({ onError: ended }),
  })
  return queries
}
