import type { MidYearMatters } from '@milepost/contract/run/checkIns'
import { midYearMatters } from '@milepost/contract/run/checkIns'
import type { Tx } from '../../platform/database/database.ts'

/** A talk between head and person on the way through the year, written down by the head. */
export type CheckIn = {
  readonly checkInId: string
  readonly cycleId: string
  readonly personId: string
  readonly headPersonId: string
  readonly kind: 'check-in' | 'mid-year'
  readonly heldOn: string
  readonly progress: string
  readonly support: string
  readonly nextStep: string
  readonly changes: string
  /** Of a mid-year review: the plan as it stood; null for any other talk. */
  readonly matters: MidYearMatters | null
  readonly recordedAt: Date
  /** null: the person has not confirmed it yet. */
  readonly confirmedByPersonAt: Date | null
}

export type CheckInFilter = {
  readonly cycleId?: string
  readonly personId?: string
  readonly headPersonId?: string
  readonly checkInId?: string
}

/** Newest first. */
export async function listCheckIns(tx: Tx, institutionId: string, filter: CheckInFilter): Promise<CheckIn[]> {
  let query = tx.selectFrom('check_in').selectAll().$narrowType<{ kind: CheckIn['kind'] }>().where('institution_id', '=', institutionId)
  if (filter.cycleId !== undefined) query = query.where('cycle_id', '=', filter.cycleId)
  if (filter.personId !== undefined) query = query.where('person_id', '=', filter.personId)
  if (filter.headPersonId !== undefined) query = query.where('head_person_id', '=', filter.headPersonId)
  if (filter.checkInId !== undefined) query = query.where('check_in_id', '=', filter.checkInId)
  const rows = await query.orderBy('held_on', 'desc').orderBy('check_in_id', 'desc').execute()
  return rows.map((row) => ({
    checkInId: row.check_in_id,
    cycleId: row.cycle_id,
    personId: row.person_id,
    headPersonId: row.head_person_id,
    kind: row.kind,
    heldOn: row.held_on,
    progress: row.progress,
    support: row.support,
    nextStep: row.next_step,
    changes: row.changes,
    matters: row.matters === null ? null : midYearMatters.parse(row.matters),
    recordedAt: row.recorded_at,
    confirmedByPersonAt: row.confirmed_by_person_at,
  }))
}

export async function insertCheckIn(tx: Tx, institutionId: string, checkIn: Omit<CheckIn, 'confirmedByPersonAt'>): Promise<void> {
  await tx
    .insertInto('check_in')
    .values({
      institution_id: institutionId,
      check_in_id: checkIn.checkInId,
      cycle_id: checkIn.cycleId,
      person_id: checkIn.personId,
      head_person_id: checkIn.headPersonId,
      kind: checkIn.kind,
      held_on: checkIn.heldOn,
      progress: checkIn.progress,
      support: checkIn.support,
      next_step: checkIn.nextStep,
      changes: checkIn.changes,
      matters: checkIn.matters === null ? null : JSON.stringify(checkIn.matters),
      recorded_at: checkIn.recordedAt,
    })
    .execute()
}

/** Once confirmed it stays confirmed. */
export async function confirm(tx: Tx, institutionId: string, given: { checkInId: string; at: Date }): Promise<boolean> {
  const changed = await tx
    .updateTable('check_in')
    .set({ confirmed_by_person_at: given.at })
    .where('institution_id', '=', institutionId)
    .where('check_in_id', '=', given.checkInId)
    .where('confirmed_by_person_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** The talks with these people, or with whom these talks were. */
export async function checkInsOfPeople(
  tx: Tx,
  institutionId: string,
  of: { readonly personIds: readonly string[] } | { readonly recordIds: readonly string[] },
): Promise<{ recordId: string; personId: string }[]> {
  const [column, ids] = 'personIds' in of ? (['person_id', of.personIds] as const) : (['check_in_id', of.recordIds] as const)
  const rows = await tx
    .selectFrom('check_in')
    .select(['check_in_id', 'person_id'])
    .where('institution_id', '=', institutionId)
    .where(column, 'in', [...ids])
    .execute()
  return rows.map((row) => ({ recordId: row.check_in_id, personId: row.person_id }))
}
