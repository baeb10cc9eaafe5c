import type { MeasureDesign } from '@milepost/contract/design/measure'
import type { PeriodKind } from '../periods/periodCode.ts'

type Frequency = MeasureDesign['definition']['frequency']

const KIND_OF: Record<Frequency, PeriodKind> = { month: 'month', quarter: 'quarter', 'half-year': 'half', year: 'year' }
const FINEST_FIRST: readonly PeriodKind[] = ['month', 'quarter', 'half', 'year']

/**
 * In which kind of period a measure is counted in a cycle. Values that are there decide, since a year and its months must not
 * both be counted; then the measure's own frequency; then the next longer kind the cycle has, or the next shorter.
 * null: the cycle has no periods.
 */
export function grainOf(given: {
  frequency: Frequency
  inCycle: ReadonlySet<PeriodKind>
  withValues: ReadonlySet<PeriodKind>
}): PeriodKind | null {
  const recorded = FINEST_FIRST.findLast((kind) => given.withValues.has(kind))
  if (recorded) return recorded
  const wanted = FINEST_FIRST.indexOf(KIND_OF[given.frequency])
  const inOrder = [...FINEST_FIRST.slice(wanted), ...FINEST_FIRST.slice(0, wanted).reverse()]
  return inOrder.find((kind) => given.inCycle.has(kind)) ?? null
}
