import { voteResult } from '@milepost/contract/appraise/democraticVotes'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'

/** What is kept of a group beside its stratum, and the rules the vote was opened under. */
const keptGroups = z.array(z.object({ code: z.string(), weightBp: z.number(), way: z.enum(['online', 'paper']) }))
const grades = z.object({ excellent: z.string(), qualified: z.string(), basic: z.string(), unqualified: z.string() })
const keptRules = z.object({ worth: grades, minimum: z.number() })
const keptResult = z.record(z.string(), voteResult)

export type KeptGroup = z.infer<typeof keptGroups>[number]
export type KeptResult = z.infer<typeof keptResult>
export type Subject = {
  readonly item: string
  readonly personId: string | null
  readonly unitId: string | null
  readonly name: { readonly zh: string; readonly en: string }
}

export const itemOf = (order: number): string => `S${order}`

export async function insertVote(
  tx: Tx,
  given: {
    institutionId: string
    voteId: string
    cycleId: string
    waveId: string
    groups: readonly KeptGroup[]
    rules: z.infer<typeof keptRules>
    openedBy: string
    subjects: readonly Omit<Subject, 'item'>[]
  },
): Promise<void> {
  const { institutionId, voteId } = given
  await tx
    .insertInto('democratic_vote')
    .values({
      institution_id: institutionId,
      vote_id: voteId,
      cycle_id: given.cycleId,
      wave_id: given.waveId,
      groups: JSON.stringify(given.groups),
      rules: JSON.stringify(given.rules),
      opened_by: given.openedBy,
    })
    .execute()
  await tx
    .insertInto('vote_subject')
    .values(
      given.subjects.map((one, at) => ({
        institution_id: institutionId,
        vote_id: voteId,
        order_no: at + 1,
        person_id: one.personId,
        unit_id: one.unitId,
        name_zh: one.name.zh,
        name_en: one.name.en,
      })),
    )
    .execute()
}

const voteRows = (tx: Tx, institutionId: string) =>
  tx
    .selectFrom('democratic_vote')
    .innerJoin('wave', (join) =>
      join.onRef('wave.institution_id', '=', 'democratic_vote.institution_id').onRef('wave.wave_id', '=', 'democratic_vote.wave_id'),
    )
    .selectAll('democratic_vote')
    .select(['wave.name_zh', 'wave.name_en', 'wave.opened_on', 'wave.closes_on', 'wave.closed_on'])
    .where('democratic_vote.institution_id', '=', institutionId)
    .orderBy('wave.opened_on', 'desc')
    .orderBy('democratic_vote.vote_id', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof voteRows>['execute']>>[number]

function voteOf(row: Row) {
  return {
    voteId: row.vote_id,
    cycleId: row.cycle_id,
    waveId: row.wave_id,
    name: { zh: row.name_zh, en: row.name_en },
    opensOn: row.opened_on,
    closesOn: row.closes_on,
    closedOn: row.closed_on,
    groups: keptGroups.parse(row.groups),
    rules: keptRules.parse(row.rules),
    openedBy: row.opened_by,
    closedBy: row.closed_by,
    result: row.result === null ? null : keptResult.parse(row.result),
  }
}

export type Vote = ReturnType<typeof voteOf>

export async function findVote(tx: Tx, institutionId: string, voteId: string): Promise<Vote | null> {
  const row = await voteRows(tx, institutionId).where('vote_id', '=', voteId).executeTakeFirst()
  return row ? voteOf(row) : null
}

/** Counting, voiding and closing go one after the other. */
export async function lockVote(tx: Tx, institutionId: string, voteId: string): Promise<void> {
  await tx
    .selectFrom('democratic_vote')
    .select('vote_id')
    .where('institution_id', '=', institutionId)
    .where('vote_id', '=', voteId)
    .forUpdate()
    .execute()
}

export const listVoteRows = async (tx: Tx, institutionId: string, cycleId: string): Promise<Vote[]> =>
  (await voteRows(tx, institutionId).where('democratic_vote.cycle_id', '=', cycleId).execute()).map(voteOf)

export async function listSubjects(tx: Tx, institutionId: string, voteIds: readonly string[]) {
  if (voteIds.length === 0) return []
  const rows = await tx
    .selectFrom('vote_subject')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('vote_id', 'in', [...voteIds])
    .orderBy('order_no')
    .execute()
  return rows.map((row) => ({
    voteId: row.vote_id,
    item: itemOf(row.order_no),
    personId: row.person_id,
    unitId: row.unit_id,
    name: { zh: row.name_zh, en: row.name_en },
  }))
}

type Counted = { institutionId: string; voteId: string; result: KeptResult; closedBy?: string }

export async function saveResult(tx: Tx, { institutionId, voteId, result, closedBy }: Counted): Promise<void> {
  await tx
    .updateTable('democratic_vote')
    .set({ result: JSON.stringify(result), ...(closedBy === undefined ? {} : { closed_by: closedBy }) })
    .where('institution_id', '=', institutionId)
    .where('vote_id', '=', voteId)
    .execute()
}

export function listBatches(tx: Tx, institutionId: string, voteId: string) {
  return tx.selectFrom('vote_batch').selectAll().where('institution_id', '=', institutionId).where('vote_id', '=', voteId).execute()
}

/** false: a batch of that number has been typed in already. */
export async function insertBatch(
  tx: Tx,
  given: { institutionId: string; voteId: string; batch: string; enteredBy: string; accountId: string | null },
): Promise<boolean> {
  const done = await tx
    .insertInto('vote_batch')
    .values({
      institution_id: given.institutionId,
      vote_id: given.voteId,
      batch: given.batch,
      entered_by: given.enteredBy,
      entered_by_account_id: given.accountId,
    })
    .onConflict((on) => on.doNothing())
    .returning('batch')
    .execute()
  return done.length > 0
}

export async function listVoided(tx: Tx, institutionId: string, voteId: string) {
  const rows = await tx
    .selectFrom('vote_ballot_void')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('vote_id', '=', voteId)
    .orderBy('voided_at')
    .execute()
  return rows.map((row) => ({
    ballotId: row.sheet_id,
    batch: row.batch,
    paperNo: row.paper_no,
    reason: row.reason,
    voidedBy: row.voided_by,
    voidedAt: row.voided_at,
    before: row.result_before === null ? null : keptResult.parse(row.result_before),
    after: row.result_after === null ? null : keptResult.parse(row.result_after),
  }))
}

type Voided = {
  institutionId: string
  voteId: string
  ballotId: string
  paper: { batch: string; no: number }
  reason: string
  by: string
  at: Date
}

export async function insertVoided(tx: Tx, given: Voided): Promise<void> {
  await tx
    .insertInto('vote_ballot_void')
    .values({
      institution_id: given.institutionId,
      vote_id: given.voteId,
      sheet_id: given.ballotId,
      batch: given.paper.batch,
      paper_no: given.paper.no,
      reason: given.reason,
      voided_by: given.by,
      voided_at: given.at,
    })
    .execute()
}

export async function saveVoidedCounts(
  tx: Tx,
  given: { institutionId: string; voteId: string; ballotId: string; before: KeptResult; after: KeptResult },
): Promise<void> {
  await tx
    .updateTable('vote_ballot_void')
    .set({ result_before: JSON.stringify(given.before), result_after: JSON.stringify(given.after) })
    .where('institution_id', '=', given.institutionId)
    .where('vote_id', '=', given.voteId)
    .where('sheet_id', '=', given.ballotId)
    .execute()
}
