import type { CardDesign } from '@milepost/contract/design/card'
import { readCard } from '@milepost/contract/design/cards'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { CallRefused, call } from '../../platform/call.ts'
import { type DraftLine, draftOf, withKeysOf } from './draft.ts'
import { differences, type LineConflict, merged } from './threeWay.ts'

const WAIT_MS = 800

/** For cards that hold nothing but lines. */
export const nothingElse = (): null => null

type Saving = 'saved' | 'waiting' | 'saving'

export type CardDraft<Extra> = {
  readonly lines: readonly DraftLine[]
  readonly extra: Extra
  readonly change: (lines: readonly DraftLine[], extra?: Extra) => void
  readonly saving: Saving
  readonly savedAt: Date | null
  readonly refused: CallRefused | null
  /** Somebody else saved the card meanwhile; null: nobody did. */
  readonly conflict: CardConflict | null
  /** Saves at once what is still waiting; resolves when the server has it. */
  readonly settle: () => Promise<void>
}

export type CardConflict = {
  /** Who saved it; empty: not known. */
  readonly by: string
  readonly lines: readonly LineConflict[]
  /** Their copy with this screen's changes on top, saved at once. */
  readonly putMineOnTop: () => void
  readonly takeTheirs: () => void
}

type Given<Extra> = {
  readonly card: Pick<CardDesign, 'cardId' | 'revision' | 'perspectives'>
  readonly extra: Extra
  /** What is kept of the screen when the server's copy comes in: places of what has no id yet. */
  readonly merge: (shown: Extra, read: Extra) => Extra
  readonly save: (revision: number, lines: readonly DraftLine[], extra: Extra) => Promise<{ readonly revision: number }>
}

/**
 * A card as it is being changed: the screen follows at once, the server a moment after the last keystroke. What was saved is read
 * again once nothing is waiting, so that new lines get their ids and the checks are fresh.
 */
export function useCardDraft<Extra>({ card, extra, merge, save }: Given<Extra>): CardDraft<Extra> {
  const queries = useQueryClient()
  const [shown, setShown] = useState({ lines: draftOf(card) as readonly DraftLine[], extra })
  const [saving, setSaving] = useState<Saving>('saved')
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [refused, setRefused] = useState<CallRefused | null>(null)
  const [theirs, setTheirs] = useState<{ readonly revision: number; readonly lines: readonly DraftLine[]; readonly by: string } | null>(
    null,
  )
  /** The lines as the server last had them from this screen. */
  const base = useRef<readonly DraftLine[]>(shown.lines)
  const revision = useRef(card.revision)
  const latest = useRef(shown)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<void>>(Promise.resolve())
  /** What is on the screen is newer than what the server has. */
  const ahead = useRef(false)

  useEffect(() => {
    if (card.revision < revision.current || ahead.current) return
    revision.current = card.revision
    latest.current = { lines: withKeysOf(latest.current.lines, draftOf(card)), extra: merge(latest.current.extra, extra) }
    base.current = latest.current.lines
    setShown(latest.current)
  }, [card, extra, merge])
  useEffect(() => () => clearTimeout(timer.current), [])

  const send = useCallback(async () => {
    timer.current = undefined
    const sent = latest.current
    setSaving('saving')
    try {
      const saved = await save(revision.current, sent.lines, sent.extra)
      revision.current = saved.revision
      base.current = sent.lines
      setRefused(null)
      setSavedAt(new Date())
      if (timer.current === undefined) {
        ahead.current = false
        setSaving('saved')
        await queries.invalidateQueries()
      }
    } catch (fault) {
      if (!(fault instanceof CallRefused)) throw fault
      const other = fault.code === 'changed-meanwhile' ? await call(readCard, { cardId: card.cardId }).catch(() => null) : null
      if (other !== null && other.revision !== revision.current) {
        setTheirs({ revision: other.revision, lines: draftOf(other), by: String(fault.details.by ?? '') })
        setRefused(null)
      } else setRefused(fault)
      setSaving('saved')
    }
  }, [save, queries, card.cardId])

  const queue = () => {
    running.current = running.current.then(send)
    return running.current
  }

  const conflict: CardConflict | null =
    theirs === null
      ? null
      : {
          by: theirs.by,
          lines: differences(base.current, shown.lines, theirs.lines),
          putMineOnTop: () => {
            latest.current = { ...latest.current, lines: merged(base.current, latest.current.lines, theirs.lines) }
            base.current = theirs.lines
            revision.current = theirs.revision
            setTheirs(null)
            setShown(latest.current)
            void queue()
          },
          takeTheirs: () => {
            ahead.current = false
            setTheirs(null)
            setSaving('saved')
            void queries.invalidateQueries()
          },
        }

  return {
    ...shown,
    saving,
    savedAt,
    refused,
    conflict,
    change: (lines, next) => {
      ahead.current = true
      latest.current = { lines, extra: next ?? latest.current.extra }
      setShown(latest.current)
      // what differs is settled first; until then changes wait on the screen
      if (theirs !== null) return
      setSaving('waiting')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void queue(), WAIT_MS)
    },
    settle: async () => {
      if (timer.current !== undefined) {
        clearTimeout(timer.current)
        await queue()
      }
      await running.current
    },
  }
}
