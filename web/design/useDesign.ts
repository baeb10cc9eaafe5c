import { readScorecard } from '@milepost/contract/design/scorecard'
import type { OutputOf } from '@milepost/contract/endpoint'
import { useAddressValue } from '../platform/address.tsx'
import { useAskMaybe } from '../platform/asking.ts'
import type { CallRefused } from '../platform/call.ts'
import { useCycle } from '../platform/session.tsx'

export type ScorecardView = OutputOf<typeof readScorecard>

/** The cycle the pages of this room are about: the one in the address, else the current one. null: there is no cycle yet. */
export function useDesignCycle(): [cycleId: string | null, setCycle: (cycleId: string) => void] {
  const current = useCycle()
  const [named, setNamed] = useAddressValue('cycle')
  return [named ?? current?.cycleId ?? null, setNamed]
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
