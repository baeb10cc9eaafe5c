import type { Actor } from '@milepost/access/actor'
import { THE_PUBLIC } from '@milepost/access/actor'
import { may, mayByRole } from '@milepost/access/may'
import type { Permission, RecordPermission, SubjectOf } from '@milepost/access/permissions'
import type { OutputOf } from '@milepost/contract/endpoint'
import { readSession } from '@milepost/contract/institution/session'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { call } from './call.ts'
import { setTimeZone } from './instants.ts'

export type Session = OutputOf<typeof readSession>

export const SESSION_KEY = ['session'] as const

/** Who this tab was last read for. */
let readFor: string | null = null

async function readClockToo(): Promise<Session> {
  const session = await call(readSession, {})
  const account = session.actor?.accountId ?? null
  // somebody else has signed in in another tab: nothing of the one before may stay on this one
  if (readFor !== null && account !== null && account !== readFor) location.reload()
  readFor = account
  setTimeZone(session.timeZone)
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
    queries.removeQueries({ predicate: isOther, type: 'inactive' })
    await queries.refetchQueries({ queryKey: SESSION_KEY })
    queries.removeQueries({ predicate: isOther })
  }
}
