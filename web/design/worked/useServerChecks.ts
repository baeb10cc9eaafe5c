import { checkTicket } from '@milepost/contract/open/ticketChecks'
import { cardResult } from '@milepost/contract/run/cardResult'
import type { CardInput } from '@milepost/scorecard/card'
import { scoreCard } from '@milepost/scorecard/scoreCard'
import type { WorkedCase } from '@milepost/scorecard/worked/workedCase'
import { useRef, useState } from 'react'
import { CallRefused, call } from '../../platform/call.ts'

export type ServerChecks = {
  /** By code: whether the server, scoring the same inputs as a ticket, comes to the same in every part. */
  readonly same: ReadonlyMap<string, boolean>
  readonly all: number
  readonly busy: boolean
  readonly refused: CallRefused | null
  readonly start: () => void
  readonly stop: () => void
}

/** Sends every case with the result of this browser, the way a ticket file is checked, one after the other. */
export function useServerChecks(cases: readonly WorkedCase[]): ServerChecks {
  const [same, setSame] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<CallRefused | null>(null)
  const stopped = useRef(false)
  const withCard = cases.flatMap(({ code, card }) => (card === null ? [] : [{ code, card }]))
  const ask = async () => {
    stopped.current = false
    setSame(new Map())
    setRefused(null)
    setBusy(true)
    try {
      for (const { code, card } of withCard) {
        if (stopped.current) break
        const answer = await call(checkTicket, { ticket: ticketOf(card) })
        setSame((known) => new Map(known).set(code, answer.same))
      }
    } catch (fault) {
      if (!(fault instanceof CallRefused)) throw fault
      setRefused(fault)
    } finally {
      setBusy(false)
    }
  }
  return {
    same,
    all: withCard.length,
    busy,
    refused,
    start: () => void ask(),
    stop: () => {
      stopped.current = true
    },
  }
}

/** Input and result as a ticket file holds them. */
export const ticketOf = (input: CardInput) => ({ input, result: cardResult.parse(scoreCard(input)) })
