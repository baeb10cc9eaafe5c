import { judgeChoice } from '@milepost/contract/choose/choice'
import { useEffect, useRef, useState } from 'react'
import { type CallRefused, call } from '../../platform/call.ts'
import type { Choice } from './choice.ts'

const WAIT_MS = 700

export type Draft = Pick<Choice, 'judgements' | 'ratings'>
type Saving = 'saved' | 'waiting' | 'saving'

/** Judgements as they are being changed: the screen follows at once, the server a moment later. */
export function useDraft(choice: Choice, mayEdit: boolean) {
  const [draft, setDraft] = useState<Draft>({ judgements: choice.judgements, ratings: choice.ratings })
  const [saving, setSaving] = useState<Saving>('saved')
  const [refused, setRefused] = useState<CallRefused | null>(null)
  const revision = useRef(choice.revision)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => () => clearTimeout(timer.current), [])

  const change = (next: Draft) => {
    setDraft(next)
    if (!mayEdit) return
    setSaving('waiting')
    clearTimeout(timer.current)
    timer.current = setTimeout(async () => {
      setSaving('saving')
      try {
        const saved = await call(judgeChoice, { choiceId: choice.choiceId, revision: revision.current, ...next })
        revision.current = saved.revision
        setRefused(null)
      } catch (fault) {
        setRefused(fault as CallRefused)
      }
      setSaving('saved')
    }, WAIT_MS)
  }

  return { draft, change, saving, refused, revision: () => revision.current }
}
