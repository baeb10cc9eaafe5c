import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

type RoleKind = 'nominated' | 'declined' | 'recused' | 'stands-in' | 'waived'
export type RaterRole = {
  readonly raterRoleId: string
  readonly appraisalId: string
  readonly raterPersonId: string
  readonly kind: RoleKind
  readonly group: 'superior' | 'peers' | 'subordinates' | 'service-users'
  readonly standInPersonId: string | null
  readonly untilOn: string | null
  readonly state: 'asked' | 'granted' | 'refused'
  readonly reason: string
  readonly askedBy: string
}

export async function listRoles(tx: Tx, institutionId: string, cycleId: string, appraisalIds?: readonly string[]): Promise<RaterRole[]> {
  let query = tx
    .selectFrom('rater_role')
    .innerJoin('appraisal', (join) =>
      join
        .onRef('appraisal.institution_id', '=', 'rater_role.institution_id')
        .onRef('appraisal.appraisal_id', '=', 'rater_role.appraisal_id'),
    )
    .selectAll('rater_role')
    .$narrowType<{ kind: RoleKind; rater_group: RaterRole['group']; state: RaterRole['state'] }>()
    .where('rater_role.institution_id', '=', institutionId)
    .where('appraisal.cycle_id', '=', cycleId)
  if (appraisalIds) query = query.where(sql<boolean>`rater_role.appraisal_id = any(${[...appraisalIds]}::uuid[])`)
  const rows = await query.orderBy('asked_at').execute()
  return rows.map((row) => ({
    raterRoleId: row.rater_role_id,
    appraisalId: row.appraisal_id,
    raterPersonId: row.rater_person_id,
    kind: row.kind,
    group: row.rater_group,
    standInPersonId: row.stand_in_person_id,
    untilOn: row.until_on,
    state: row.state,
    reason: row.reason,
    askedBy: row.asked_by,
  }))
}

type NewRole = Omit<RaterRole, 'askedBy'> & { institutionId: string; by: string; accountId: string | null; at: Date }

/** Asked again, the newer words count. */
export async function saveRole(tx: Tx, role: NewRole): Promise<void> {
  const what = {
    rater_group: role.group,
    stand_in_person_id: role.standInPersonId,
    until_on: role.untilOn,
    state: role.state,
    reason: role.reason,
    asked_by: role.by,
    asked_by_account_id: role.accountId,
    asked_at: role.at,
    answered_by: role.state === 'asked' ? null : role.by,
    answered_at: role.state === 'asked' ? null : role.at,
  }
  await tx
    .insertInto('rater_role')
    .values({
      institution_id: role.institutionId,
      rater_role_id: role.raterRoleId,
      appraisal_id: role.appraisalId,
      rater_person_id: role.raterPersonId,
      kind: role.kind,
      ...what,
    })
    .onConflict((on) => on.columns(['institution_id', 'appraisal_id', 'rater_person_id', 'kind']).doUpdateSet(what))
    .execute()
}

type Answer = { institutionId: string; raterRoleId: string; granted: boolean; by: string; at: Date }

/** The appraisal whose raters change; undefined: nothing waits for an answer by that id. */
export async function answerRole(tx: Tx, answer: Answer): Promise<string | undefined> {
  const row = await tx
    .updateTable('rater_role')
    .set({ state: answer.granted ? 'granted' : 'refused', answered_by: answer.by, answered_at: answer.at })
    .where('institution_id', '=', answer.institutionId)
    .where('rater_role_id', '=', answer.raterRoleId)
    .where('state', '=', 'asked')
    .returning('appraisal_id')
    .executeTakeFirst()
  return row?.appraisal_id
}

export function findRole(tx: Tx, institutionId: string, raterRoleId: string) {
  return tx
    .selectFrom('rater_role')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('rater_role_id', '=', raterRoleId)
    .executeTakeFirst()
}

type Reminder = { raterPersonId: string; waiting: number }

/** Those who had been reminded today already are left alone; says how many were reminded. */
export async function saveReminders(
  tx: Tx,
  given: { institutionId: string; cycleId: string; on: string; by: string; reminders: readonly Reminder[] },
): Promise<number> {
  if (given.reminders.length === 0) return 0
  const rows = await tx
    .insertInto('rater_reminder')
    .values(
      given.reminders.map((one) => ({
        institution_id: given.institutionId,
        cycle_id: given.cycleId,
        rater_person_id: one.raterPersonId,
        reminded_on: given.on,
        waiting: one.waiting,
        reminded_by: given.by,
      })),
    )
    .onConflict((on) => on.doNothing())
    .returning('rater_person_id')
    .execute()
  return rows.length
}

/** On which days each rater of a cycle was reminded. */
export async function remindersOf(tx: Tx, institutionId: string, cycleId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx
    .selectFrom('rater_reminder')
    .select(['rater_person_id', 'reminded_on'])
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .orderBy('reminded_on')
    .execute()
  const days = new Map<string, string[]>()
  for (const row of rows) days.set(row.rater_person_id, [...(days.get(row.rater_person_id) ?? []), row.reminded_on])
  return days
}
