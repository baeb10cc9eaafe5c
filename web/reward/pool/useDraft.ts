import { basisPointsOfPercent } from '@milepost/contract/reward/money'
import { savePool } from '@milepost/contract/reward/pools'
import { useEffect, useRef, useState } from 'react'
import { CallRefused, call } from '../../platform/call.ts'
import { type Draft, draftOf, isReadable, type PoolView } from './trial.ts'

const WAIT_MS = 700

export type Saving = 'saved' | 'waiting' | 'saving'

/** A pool as it is being changed: the picture follows at once, the server a moment later. What cannot be read yet is not sent. */
export function useDraft(view: PoolView) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(view))
  const [saving, setSaving] = useState<Saving>('saved')
  const [refused, setRefused] = useState<CallRefused | null>(null)
  const version = useRef(view.pool.version)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => () => clearTimeout(timer.current), [])

  /** One save at a time: what is typed meanwhile goes out after it, with the version it gave. */
  const running = useRef(false)
  const waiting = useRef<Draft | null>(null)

  const save = async (next: Draft) => {
    if (running.current) {
      waiting.current = next
      return
    }
    running.current = true
    setSaving('saving')
    try {
      const { name, amount, settings } = next
      const reserveBp = basisPointsOfPercent(next.reserve)
      const saved = await call(savePool, { poolId: view.pool.poolId, version: version.current, name, amount, reserveBp, settings })
      version.current = saved.version
      setRefused(null)
      setSaving(waiting.current === null ? 'saved' : 'saving')
    } catch (fault) {
      if (!(fault instanceof CallRefused)) throw fault
      setRefused(fault)
      setSaving('waiting')
    } finally {
      running.current = false
    }
    const later = waiting.current
    waiting.current = null
    if (later !== null) await save(later)
  }

  const change = (next: Draft) => {
    setDraft(next)
    setSaving('waiting')
    clearTimeout(timer.current)
    if (isReadable(next)) timer.current = setTimeout(() => void save(next), WAIT_MS)
  }

  return { draft, change, saving, refused, version: () => version.current }
}
