import type { CheckInView } from '@milepost/contract/run/checkIns'
import type { HolderNames } from '../scoring/readDue.ts'
import type { CheckIn } from './data.ts'

export const checkInView = (one: CheckIn, names: HolderNames, years: ReadonlyMap<string, number>): CheckInView => ({
  checkInId: one.checkInId,
  cycleId: one.cycleId,
  year: years.get(one.cycleId) ?? Number(one.heldOn.slice(0, 4)),
  kind: one.kind,
  person: { personId: one.personId, name: { ...names({ kind: 'person', personId: one.personId }).name } },
  head: { personId: one.headPersonId, name: { ...names({ kind: 'person', personId: one.headPersonId }).name } },
  heldOn: one.heldOn,
  progress: one.progress,
  support: one.support,
  nextStep: one.nextStep,
  changes: one.changes,
  matters: one.matters,
  recordedAt: one.recordedAt.toISOString(),
  confirmedAt: one.confirmedByPersonAt?.toISOString() ?? null,
})
