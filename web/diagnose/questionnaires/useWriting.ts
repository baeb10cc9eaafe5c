import { readDraft, saveDraft } from '@milepost/contract/diagnose/drafts'
import type { Instrument } from '@milepost/contract/diagnose/instrument'
import { useEffect, useRef, useState } from 'react'
import { useAsk } from '../../platform/asking.ts'
import { CallRefused, call } from '../../platform/call.ts'

type Content = { readonly title: { readonly zh: string; readonly en: string }; readonly instrument: Instrument }
const PAUSE_MS = 700

/** A draft that saves itself a moment after the last change. Somebody else's change in between is refused and said; nothing is overwritten. */
export function useWriting(draftId: string) {
  const draft = useAsk(readDraft, { draftId })
  const [content, setContent] = useState<Content>({ title: draft.title, instrument: draft.instrument })
  const [saved, setSaved] = useState({ revision: draft.revision, at: draft.changedAt })
  const [refused, setRefused] = useState<CallRefused | null>(null)
  const [unsaved, setUnsaved] = useState(false)
  /** Saves that are under way: until their answer nothing is called saved, and no version is frozen from the revision before them. */
  const [saving, setSaving] = useState(0)
  const [past, setPast] = useState<readonly Content[]>([])
  const revision = useRef(draft.revision)
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  useEffect(() => {
    if (!unsaved) return
    const timer = setTimeout(() => {
      setUnsaved(false)
      setSaving((count) => count + 1)
      queue.current = queue.current
        .then(() => call(saveDraft, { draftId, revision: revision.current, ...content }))
        .then(
          (answer) => {
            revision.current = answer.revision
            setSaved({ revision: answer.revision, at: new Date().toISOString() })
            setRefused(null)
          },
          (fault) => {
            if (fault instanceof CallRefused) setRefused(fault)
            else throw fault
          },
        )
        .finally(() => setSaving((count) => count - 1))
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [unsaved, content, draftId])

  const change = (next: Partial<Content>) => {
    setPast([...past.slice(-49), content])
    setContent({ ...content, ...next })
    setUnsaved(true)
  }
  const undo = () => {
    const last = past.at(-1)
    if (!last) return
    setPast(past.slice(0, -1))
    setContent(last)
    setUnsaved(true)
  }
  return { draft, ...content, change, undo, mayUndo: past.length > 0, refused, unsaved: unsaved || saving > 0, savedAt: saved.at, revision }
}
