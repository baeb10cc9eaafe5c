import { judgements } from '@milepost/contract/choose/choice'
import { reasonedRatings } from '@milepost/contract/choose/judging'
import type { Tx } from '../../platform/database/database.ts'

export type Judge = {
  readonly accountId: string
  readonly name: string
  readonly invitedAt: Date
  readonly judgements: Record<string, string>
  readonly ratings: Record<string, { value: number; reason: string }>
  readonly revision: number
  readonly changedAt: Date | null
  readonly submittedAt: Date | null
}

/** The judges of a comparison in the order of their invitation. */
export async function listJudges(tx: Tx, institutionId: string, choiceId: string): Promise<Judge[]> {
  const rows = await tx
    .selectFrom('choice_judge')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('choice_id', '=', choiceId)
    .orderBy('order_no')
    .orderBy('account_id')
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    name: row.name,
    invitedAt: row.invited_at,
    judgements: judgements.parse(row.judgements),
    ratings: reasonedRatings.parse(row.ratings),
    revision: row.revision,
    changedAt: row.changed_at,
    submittedAt: row.submitted_at,
  }))
}

/** Who is invited, without what they judged: for the record rule. */
export async function judgeAccountIds(tx: Tx, institutionId: string, choiceId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('choice_judge')
    .select('account_id')
    .where('institution_id', '=', institutionId)
    .where('choice_id', '=', choiceId)
    .orderBy('order_no')
    .execute()
  return rows.map((row) => row.account_id)
}

/** Open comparisons with judges who have not submitted yet. */
export function listWaitedFor(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('choice_judge')
    .innerJoin('choice', (join) =>
      join.onRef('choice.institution_id', '=', 'choice_judge.institution_id').onRef('choice.choice_id', '=', 'choice_judge.choice_id'),
    )
    .select(['choice_judge.choice_id', 'choice_judge.account_id'])
    .where('choice_judge.institution_id', '=', institutionId)
    .where('choice.state', '=', 'open')
    .where('choice_judge.submitted_at', 'is', null)
    .execute()
}

type NewJudge = { readonly accountId: string; readonly name: string }

export async function insertJudges(
  tx: Tx,
  institutionId: string,
  judges: readonly NewJudge[],
  given: { readonly choiceId: string; readonly at: Date; readonly by: string; readonly after: number },
) {
  await tx
    .insertInto('choice_judge')
    .values(
      judges.map(({ accountId, name }, at) => ({
        institution_id: institutionId,
        choice_id: given.choiceId,
        account_id: accountId,
        name,
        order_no: given.after + at + 1,
        invited_at: given.at,
        invited_by: given.by,
      })),
    )
    .execute()
}

export async function deleteJudge(tx: Tx, institutionId: string, at: { readonly choiceId: string; readonly accountId: string }) {
  await tx
    .deleteFrom('choice_judge')
    .where('institution_id', '=', institutionId)
    .where('choice_id', '=', at.choiceId)
    .where('account_id', '=', at.accountId)
    .execute()
}

type JudgeChange = {
  readonly judgements?: unknown
  readonly ratings?: unknown
  /** When it was submitted; null: taken back. */
  readonly submittedAt?: Date | null
}

/** Saves a judge's own row under its next revision, which is returned. */
export async function changeJudge(
  tx: Tx,
  institutionId: string,
  at: { readonly choiceId: string; readonly judge: Judge; readonly now: Date },
  change: JudgeChange,
): Promise<number> {
  const revision = at.judge.revision + 1
  await tx
    .updateTable('choice_judge')
    .set({
      revision,
      changed_at: at.now,
      ...(change.judgements === undefined ? {} : { judgements: JSON.stringify(change.judgements) }),
      ...(change.ratings === undefined ? {} : { ratings: JSON.stringify(change.ratings) }),
      ...(change.submittedAt === undefined ? {} : { submitted_at: change.submittedAt }),
    })
    .where('institution_id', '=', institutionId)
    .where('choice_id', '=', at.choiceId)
    .where('account_id', '=', at.judge.accountId)
    .execute()
  return revision
}
