import type { OutputOf } from '@milepost/contract/endpoint'
import type { readInspection } from '@milepost/contract/run/inspections'

type Assessment = OutputOf<typeof readInspection>['assessment']
export type AssessedIndex = Assessment['indices'][keyof Assessment['indices']]

/** The indices of a section, the two put together from the others first. */
export function indexList({ indices }: Assessment): readonly AssessedIndex[] {
  const { MQI, PQI, ...others } = indices
  return [MQI, PQI, ...Object.values(others)]
}

/** What an index was computed from, or why it has no value, as it is recorded. */
export function evidenceText(one: AssessedIndex): string {
  if (one.kind === 'not-applicable') return ''
  if (one.kind === 'undefined')
    return [one.because, ...('parts' in one ? one.parts : []), 'note' in one ? one.note : ''].filter(Boolean).join(' ')
  return Object.entries(one.evidence)
    .map(([name, value]) => `${name} ${value}`)
    .join(' · ')
}
