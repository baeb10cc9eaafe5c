import type { OutputOf } from '@milepost/contract/endpoint'
import type { readInspection } from '@milepost/contract/run/inspections'

type Assessment = OutputOf<typeof readInspection>['assessment']
export type AssessedIndex = Assessment['indices'][keyof Assessment['indices']]

/** The indices of a section, the two put together from the others first. */
export function indexList({ indices }: Assessment): readonly AssessedIndex[] {
  const { MQI, PQI, ...others } = indices
  return [MQI, PQI, ...Object.values(others)]
}
