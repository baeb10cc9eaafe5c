import { readScorecard } from '@milepost/contract/design/scorecard'
import type { OutputOf } from '@milepost/contract/endpoint'
import { readCycles } from '@milepost/contract/institution/cycles'
import { useEffect, useRef } from 'react'
import { useAddressValue } from '../platform/address.tsx'
import { useAsk, useAskMaybe } from '../platform/asking.ts'
import type { CallRefused } from '../platform/call.ts'
import { useCycle } from '../platform/session.tsx'

export type ScorecardView = OutputOf<typeof readScorecard>

/** The cycle this tab looked at last: a page of the menu goes on with it. */
let lookedAt: string | null = null

/** The cycle the pages of this room are about: the one in the address (by id or by year), else the one looked at last, else the current one. null: there is no cycle yet. */
export function useDesignCycle(): [cycleId: string | null, setCycle: (cycleId: string) => void] {
  const current = useCycle()
  const { cycles } = useAsk(readCycles, {})
  const [named, setNamed] = useAddressValue('cycle')
  const [year] = useAddressValue('year')
  const asked = named ?? cycles.find((one) => String(one.year) === year)?.cycleId ?? null
  const before = cycles.find((one) => one.cycleId === lookedAt)?.cycleId ?? null
  const cycleId = asked ?? before ?? current?.cycleId ?? null
  const isElse = named === null && cycleId !== null && cycleId !== current?.cycleId
  const put = useRef(setNamed)
  useEffect(() => {
    put.current = setNamed
  })
  useEffect(() => {
    lookedAt = cycleId
    // said in the address, so that the page can be sent to somebody
    if (isElse) put.current(cycleId)
  }, [cycleId, isElse])
  return [cycleId, setNamed]
}

export type Asked = {
  readonly cycleId: string | null
  readonly setCycle: (cycleId: string) => void
  /** null: still being read, or there is no cycle. */
  readonly view: ScorecardView | null
  readonly refused: CallRefused | null
}

export function useScorecard(): Asked {
  const [cycleId, setCycle] = useDesignCycle()
  const { answer, refused } = useAskMaybe(readScorecard, cycleId === null ? null : { cycleId })
  return { cycleId, setCycle, view: answer, refused }
}
