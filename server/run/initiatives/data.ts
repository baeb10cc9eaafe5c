import type { Tx } from '../../platform/database/database.ts'

type Verdict = 'came' | 'partly' | 'did-not'
type State = 'running' | 'done' | 'dropped'

export function listInitiatives(tx: Tx, institutionId: string, filter: { cycleId?: string; initiativeId?: string }) {
  let query = tx
    .selectFrom('initiative')
    .selectAll()
    .$narrowType<{ verdict: Verdict | null; state: State }>()
    .where('institution_id', '=', institutionId)
  if (filter.cycleId !== undefined) query = query.where('cycle_id', '=', filter.cycleId)
  if (filter.initiativeId !== undefined) query = query.where('initiative_id', '=', filter.initiativeId)
  return query.orderBy('due_on').orderBy('initiative_id').execute()
}

type NewInitiative = {
  institutionId: string
  initiativeId: string
  cycleId: string
  cardId: string
  measureId: string
  name: string
  ownerPersonId: string
  startsOn: string
  dueOn: string
  before: string | null
  promised: string
  by: string
  accountId: string | null
  at: Date
}

export async function insertInitiative(tx: Tx, one: NewInitiative): Promise<void> {
  await tx
    .insertInto('initiative')
    .values({
      institution_id: one.institutionId,
      initiative_id: one.initiativeId,
      cycle_id: one.cycleId,
      card_id: one.cardId,
      measure_id: one.measureId,
      name: one.name,
      owner_person_id: one.ownerPersonId,
      starts_on: one.startsOn,
      due_on: one.dueOn,
      value_before: one.before,
      value_promised: one.promised,
      planned_by: one.by,
      planned_by_account_id: one.accountId,
      planned_at: one.at,
    })
    .execute()
}

type Finding = {
  institutionId: string
  initiativeId: string
  state: State
  verdict: Verdict | null
  after: string | null
  finding: string
  by: string
  at: Date
}

/** False: it has been settled meanwhile. */
export async function saveFinding(tx: Tx, one: Finding): Promise<boolean> {
  const done = await tx
    .updateTable('initiative')
    .set({ state: one.state, verdict: one.verdict, value_after: one.after, finding: one.finding, checked_by: one.by, checked_at: one.at })
    .where('institution_id', '=', one.institutionId)
    .where('initiative_id', '=', one.initiativeId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
