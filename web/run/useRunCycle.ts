import { readCycles } from '@milepost/contract/institution/cycles'
import { useAddressValue } from '../platform/address.tsx'
import { useAsk } from '../platform/asking.ts'
import { useCycle } from '../platform/session.tsx'

/** The cycle a page is about: the one in the address, else the current one, else the newest. */
export function useRunCycle() {
  const current = useCycle()
  const { cycles } = useAsk(readCycles, {})
  const [year, setYear] = useAddressValue('year')
  const cycle =
    cycles.find((one) => String(one.year) === year) ?? cycles.find((one) => one.cycleId === current?.cycleId) ?? cycles[0] ?? null
  return { cycle, cycles, choose: (next: number) => setYear(String(next)) }
}
export type RunCycle = ReturnType<typeof useRunCycle>
