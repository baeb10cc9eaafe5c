import type { Actor } from '@milepost/access/actor'
import { THE_PUBLIC } from '@milepost/access/actor'
import { may, mayByRole } from '@milepost/access/may'
import type { Permission, RecordPermission, SubjectOf } from '@milepost/access/permissions'
import type { OutputOf } from '@milepost/contract/endpoint'
import { readSession } from '@milepost/contract/institution/session'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from './call.ts'
import { setTimeZone } from './instants.ts'
import { sayEnded, sayGoesOn } from './sessionEnd.ts'

export type Session = OutputOf<typeof readSession>

export const SESSION_KEY = ['session'] as const

/** Who this tab was last read for: null before anybody signed in here, and after signing out. */
let readFor: Session | null = null

async function readClockToo(): Promise<Session> {
  const session = await call(readSession, {})
  setTimeZone(session.timeZone)
  if (readFor !== null && session.actor === null) {
    // the session ended by itself: the page with what was typed stays, covered, until the same person has signed in again
    sayEnded(session)
    return readFor
  }
  // somebody else has signed in in another tab: nothing of the one before may stay on this one
  if (readFor !== null && session.actor?.accountId !== readFor.actor?.accountId) location.reload()
  readFor = session.actor === null ? null : session
  sayGoesOn()
  return session
}

/** The session as the server sees it. Read once, again after signing in or out, and whenever the tab is looked at again. */
export function useSession(): Session {
  return useSuspenseQuery({ queryKey: SESSION_KEY, queryFn: readClockToo, staleTime: 5 * 60_000, refetchOnWindowFocus: 'always' }).data
}

/** Who sits in front of the screen; the public while nobody has signed in. */
export function useActor(): Actor {
  return useSession().actor ?? THE_PUBLIC
}

/** The current cycle, null before the first one is opened. */
export function useCycle(): Session['cycle'] {
  return useSession().cycle
}

type Asked<P extends RecordPermission> = readonly [permission: Permission] | readonly [permission: P, subject: SubjectOf<P>]

/** May the person do this? With a subject the record rule is asked too; the server asks the same functions again. */
export function useMay<P extends RecordPermission>(...asked: Asked<P>): boolean {
  const actor = useActor()
  return asked.length === 1 ? mayByRole(actor, asked[0]) : may(actor, asked[0], asked[1])
}

/** After signing in or out nothing that was read before may be shown: not to the next person, and not while the frame changes. */
export function useForgetEverything(): () => Promise<void> {
  const queries = useQueryClient()
  const isOther = (query: { readonly queryKey: readonly unknown[] }) => query.queryKey[0] !== SESSION_KEY[0]
  return async () => {
    readFor = null
    queries.removeQueries({ predicate: isOther, type: 'inactive' })
    await queries.refetchQueries({ queryKey: SESSION_KEY })
    queries.removeQueries({ predicate: isOther })
  }
}

/** After signing in again over a page: the same person goes on where they were, anybody else starts anew. */
export function useComeBack(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await queries.refetchQueries({ queryKey: SESSION_KEY })
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] })
  }
}

/** While somebody types or clicks the session is kept alive, though nothing is sent: a long form outlasts the idle time. */
export function useStayingAwake(): void {
  const queries = useQueryClient()
  const { idleMinutes } = useSession()
  useEffect(() => {
    let said = performance.now()
    const stir = () => {
      if (performance.now() - said < (idleMinutes * 60_000) / 6) return
      said = performance.now()
      void queries.refetchQueries({ queryKey: SESSION_KEY })
    }
    const stirs = ['keydown', 'pointerdown'] as const
    for (const one of stirs) addEventListener(one, stir, { passive: true })
    return () => {
      for (const one of stirs) removeEventListener(one, stir)
    }
  }, [queries, idleMinutes])
}
