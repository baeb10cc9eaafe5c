import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react'
import { useActor } from './session.tsx'

const PREFIX = 'milepost.draft.'

type Draft<T> = {
  readonly value: T
  readonly set: Dispatch<SetStateAction<T>>
  /** It was typed before this form was opened: the tab was loaded anew meanwhile. */
  readonly restored: boolean
  /** Saved, or given up. */
  readonly forget: () => void
}

/**
 * What is typed into a form, kept in this tab until it is saved or given up, for this person and this form alone: `name` tells it from other
 * forms and other records. A tab that is loaded anew, or a person who has to sign in again, goes on where they were.
 */
export function useDraft<T>(name: string, start: T): Draft<T> {
  const key = `${PREFIX}${useActor().accountId ?? ''}.${name}`
  const [kept] = useState(() => read<T>(key))
  const [value, set] = useState<T>(kept ?? start)
  const first = useRef(JSON.stringify(kept ?? start))
  const written = JSON.stringify(value)
  useEffect(() => {
    if (written === first.current) return
    first.current = ''
    write(key, written)
  }, [key, written])
  return { value, set, restored: kept !== null, forget: () => write(key, null) }
}

/** Nothing typed stays behind on a machine that others use. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
}

function read<T>(key: string): T | null {
  try {
    const text = sessionStorage.getItem(key)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

/** A browser that keeps nothing loses only the draft. */
function write(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
  } catch {
    return
  }
}
