import type { recordKind } from '@milepost/contract/appraise/missing'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'

export type RecordKind = z.infer<typeof recordKind>
type Of = { readonly institutionId: string; readonly cycleId: string; readonly what: RecordKind; readonly personIds: readonly string[] }

export function listMissingRows(tx: Tx, institutionId: string, cycleId: string) {
  return tx.selectFrom('missing_record').selectAll().where('institution_id', '=', institutionId).where('cycle_id', '=', cycleId).execute()
}

const rowsOf = (tx: Tx, { institutionId, cycleId, what, personIds }: Of) =>
  tx
    .updateTable('missing_record')
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .where('what', '=', what)
    .where('person_id', 'in', [...personIds])

/** The first notice of a person, or on a later day the second; a third changes nothing. In two statements, however many people. */
export async function giveNotices(tx: Tx, of: Of, on: string): Promise<void> {
  await rowsOf(tx, of).set({ second_notice_on: on }).where('second_notice_on', 'is', null).where('first_notice_on', '<', on).execute()
  await sql`insert into missing_record (institution_id, cycle_id, person_id, what, first_notice_on)
    select ${of.institutionId}, ${of.cycleId}, person, ${of.what}, ${on}::date from unnest(${[...of.personIds]}::uuid[]) as person
    on conflict do nothing`.execute(tx)
}

export async function saveTalks(tx: Tx, of: Of, talk: { on: string; by: string; text: string }): Promise<void> {
  await rowsOf(tx, of).set({ talked_on: talk.on, talked_by: talk.by, talk: talk.text }).where('waived_on', 'is', null).execute()
}

export async function saveWaivers(tx: Tx, of: Of, waiver: { on: string; by: string; because: string }): Promise<void> {
  await rowsOf(tx, of)
    .set({ waived_on: waiver.on, waived_by: waiver.by, waived_because: waiver.because })
    .where('waived_on', 'is', null)
    .execute()
}
