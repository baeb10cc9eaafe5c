import type { Tx } from '../../platform/database/database.ts'

/** Objections to the notices of a cycle, and those answered; nothing of who or what. */
export async function countObjections(tx: Tx, institutionId: string, cycleId: string): Promise<{ raised: number; answered: number }> {
  const row = await tx
    .selectFrom('objection')
    .innerJoin('notice', (join) =>
      join.onRef('notice.institution_id', '=', 'objection.institution_id').onRef('notice.notice_id', '=', 'objection.notice_id'),
    )
    .select((on) => [on.fn.countAll<string>().as('raised'), on.fn.count<string>('objection.answered_at').as('answered')])
    .where('objection.institution_id', '=', institutionId)
    .where('notice.cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow()
  return { raised: Number(row.raised), answered: Number(row.answered) }
}

/** Appraisals of a cycle whose grade was changed after the decision. */
export async function countChanged(tx: Tx, institutionId: string, cycleId: string): Promise<number> {
  const row = await tx
    .selectFrom('appraisal')
    .select((on) => on.fn.countAll<string>().as('n'))
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .where('version', '>', 1)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Messages of the public said between two days, and those answered. */
export async function countMessages(tx: Tx, institutionId: string, days: { from: string; to: string }) {
  const row = await tx
    .selectFrom('public_feedback')
    .select((on) => [on.fn.countAll<string>().as('said'), on.fn.count<string>('answered_on').as('answered')])
    .where('institution_id', '=', institutionId)
    .where('said_on', '>=', days.from)
    .where('said_on', '<=', days.to)
    .executeTakeFirstOrThrow()
  return { said: Number(row.said), answered: Number(row.answered) }
}
