import { useEffect, useRef, useState } from 'react'
import type { CallRefused } from '../../platform/call.ts'

const WAIT_MS = 600

export type Saving = 'saved' | 'waiting' | 'saving' | 'refused'

type Given<Draft> = {
  readonly start: Draft
  readonly revision: number
  /** Saves under the revision last known and gives the next one. */
  readonly save: (draft: Draft, revision: number) => Promise<{ readonly revision: number }>
}

/** Something being changed: the screen follows at once, the server a moment later, one save after the other. */
export function useDraft<Draft>({ start, revision, save }: Given<Draft>) {
  const [draft, setDraft] = useState(start)
  const [saving, setSaving] = useState<Saving>('saved')
  const [refused, setRefused] = useState<CallRefused | null>(null)
  const [changed, setChanged] = useState(false)
  const known = useRef(revision)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef<Draft | null>(null)
  const running = useRef<Promise<void>>(Promise.resolve())

  /** Sends what waits; resolves when nothing is under way. */
  const settle = (): Promise<void> => {
    clearTimeout(timer.current)
    running.current = running.current.then(async () => {
      const next = waiting.current
      if (next === null) return
      waiting.current = null
      setSaving('saving')
      try {
        known.current = (await save(next, known.current)).revision
        setRefused(null)
        if (waiting.current === null) setSaving('saved')
      } catch (fault) {
        setRefused(fault as CallRefused)
        setSaving('refused')
      }
    })
    return running.current
  }

  const leaving = useRef(settle)
  leaving.current = settle
  useEffect(() => () => void leaving.current(), [])

  const change = (next: Draft) => {
    setDraft(next)
    setChanged(true)
    setSaving('waiting')
    waiting.current = next
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void settle(), WAIT_MS)
  }

  /** The revision after an act that was not a save of this draft. */
  const follow = (next: number) => {
    known.current = next
  }

  return { draft, change, changed, saving, refused, settle, revision: () => known.current, follow }
}
