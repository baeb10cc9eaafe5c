import type { OutputOf } from '@milepost/contract/endpoint'
import type { readSession } from '@milepost/contract/institution/session'
import { useSyncExternalStore } from 'react'

type Session = OutputOf<typeof readSession>

/** What the server says to whoever asks without a session, once the session of the person in front of this tab has ended under them. */
type SessionEnd = {
  readonly ended: Session | null
  /** How often somebody has come back: what failed meanwhile is read again. */
  readonly returns: number
}

let state: SessionEnd = { ended: null, returns: 0 }
const listeners = new Set<() => void>()

function tell(next: SessionEnd): void {
  state = next
  for (const listener of listeners) listener()
}

export const sayEnded = (ended: Session): void => tell({ ...state, ended })
export const sayGoesOn = (): void => {
  if (state.ended !== null) tell({ ended: null, returns: state.returns + 1 })
}

export function useSessionEnd(): SessionEnd {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
}
