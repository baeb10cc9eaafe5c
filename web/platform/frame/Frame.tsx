import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { ErrorBoundary } from '../errors.tsx'
import { useHouse } from '../house.tsx'
import { useText } from '../language.tsx'
import { useSession, useStayingAwake } from '../session.tsx'
import { useSessionEnd } from '../sessionEnd.ts'
import { useNarrow } from '../useNarrow.ts'
import { PhoneBar } from './PhoneBar.tsx'
import { Rail } from './Rail.tsx'
import { Reading } from './Reading.tsx'
import { TopBar } from './TopBar.tsx'
import { en, zh } from './text.ts'
import './frame.css'

/**
 * Rail, top and page. Whoever is not signed in sees the sign-in page at the same address and goes on there afterwards; whose session ends
 * meanwhile signs in over the page, which keeps what was typed.
 */
export function Frame() {
  const { actor } = useSession()
  const { SignIn } = useHouse()
  return actor === null ? <SignIn /> : <SignedIn />
}

function SignedIn() {
  const text = useText({ zh, en })
  const narrow = useNarrow()
  const { pathname } = useLocation()
  const queries = useQueryClient()
  const { SignInAgain } = useHouse()
  const { ended, returns } = useSessionEnd()
  useStayingAwake()
  const main = useRef<HTMLElement>(null)
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current !== pathname) main.current?.focus({ preventScroll: true })
    before.current = pathname
  }, [pathname])
  return (
    <div className="mp-frame">
      <a className="mp-skip" href="#content">
        {text.skip}
      </a>
      {!narrow && <Rail />}
      <div className="mp-frame-page">
        <TopBar />
        <main id="content" ref={main} tabIndex={-1}>
          <ErrorBoundary resetBy={`${pathname} ${returns}`} onRetry={() => void queries.invalidateQueries()}>
            <Suspense fallback={<Reading />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      {narrow && <PhoneBar />}
      {ended !== null && (
        <Suspense fallback={null}>
          <SignInAgain ended={ended} />
        </Suspense>
      )}
    </div>
  )
}
