import { lazy, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { appraisePages } from './appraise/pages.ts'
import { choosePages } from './choose/pages.ts'
import { designPages } from './design/pages.ts'
import { designSearchers } from './design/searchers.ts'
import { diagnosePages } from './diagnose/pages.ts'
import { institutionPages } from './institution/pages.ts'
import { institutionSearchers } from './institution/searchers.ts'
import { useWaiting } from './institution/today/useWaiting.ts'
import { openPages } from './open/pages.ts'
import './parts/parts.css'
import { App } from './platform/App.tsx'
import type { House } from './platform/house.tsx'
import { houseQueries, houseRouter } from './platform/router.tsx'
import { rewardPages } from './reward/pages.ts'
import { runPages } from './run/pages.ts'

const pages = [
  ...institutionPages,
  ...diagnosePages,
  ...choosePages,
  ...designPages,
  ...runPages,
  ...appraisePages,
  ...rewardPages,
  ...openPages,
]

const house: House = {
  pages,
  searchers: [...institutionSearchers, ...designSearchers],
  SignIn: lazy(async () => ({ default: (await import('./institution/signin/SignInPage.tsx')).SignInPage })),
  SignInAgain: lazy(async () => ({ default: (await import('./institution/signin/SignInAgain.tsx')).SignInAgain })),
  PasswordDialog: lazy(async () => ({ default: (await import('./institution/signin/PasswordDialog.tsx')).PasswordDialog })),
  useWaiting,
}

const router = houseRouter(pages, [
  { path: '/link/$token', page: () => import('./institution/signin/LinkPage.tsx').then((m) => m.LinkPage) },
])

/** Between two versions a page that was not opened yet has another name: the address is loaded anew, once. */
const RELOADED = 'milepost.reloaded'
addEventListener('vite:preloadError', (event) => {
  if (Date.now() - Number(sessionStorage.getItem(RELOADED) ?? 0) < 60_000) return
  event.preventDefault()
  sessionStorage.setItem(RELOADED, String(Date.now()))
  location.reload()
})

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App house={house} router={router} queries={houseQueries()} />
  </StrictMode>,
)
