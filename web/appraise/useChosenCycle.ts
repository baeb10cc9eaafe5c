import { readCycles } from '@milepost/contract/institution/cycles'
import { useAddressValue } from '../platform/address.tsx'
import { useAsk } from '../platform/asking.ts'
import { useCycle } from '../platform/session.tsx'

/** The cycle a page is about: the one in the address, else the current one. */
export function useChosenCycle() {
  const current = useCycle()
  const { cycles } = useAsk(readCycles, {})
  const [year, setYear] = useAddressValue('year')
  const chosen =
    cycles.find((cycle) => String(cycle.year) === year) ?? cycles.find((cycle) => cycle.cycleId === current?.cycleId) ?? cycles[0] ?? null
  return { cycle: chosen, cycles, isNamed: year !== null, choose: (next: number) => setYear(String(next)) }
}
