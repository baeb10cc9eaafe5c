import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { isAmong, saveEach } from '../data.ts'
import type { StoredVote } from './votes.ts'

export function listMembers(tx: Tx, institutionId: string, cycleId: string) {
  return tx
    .selectFrom('committee_member')
    .innerJoin('person', (join) =>
      join
        .onRef('person.institution_id', '=', 'committee_member.institution_id')
        .onRef('person.person_id', '=', 'committee_member.person_id'),
    )
    .select(['committee_member.person_id', 'committee_member.member_class', 'person.name'])
    .where('committee_member.institution_id', '=', institutionId)
    .where('committee_member.cycle_id', '=', cycleId)
    .orderBy('committee_member.member_class')
    .orderBy('person.name_key')
    .execute()
}

export async function replaceMembers(
  tx: Tx,
  given: { institutionId: string; cycleId: string; members: readonly { personId: string; memberClass: string }[] },
) {
  await tx.deleteFrom('committee_member').where('institution_id', '=', given.institutionId).where('cycle_id', '=', given.cycleId).execute()
  await tx
    .insertInto('committee_member')
    .values(
      given.members.map((one) => ({
        institution_id: given.institutionId,
        cycle_id: given.cycleId,
        person_id: one.personId,
        member_class: one.memberClass,
      })),
    )
    .execute()
}

const presentPeople = z.array(z.object({ personId: z.string(), name: z.string() }))

export async function findDecision(tx: Tx, institutionId: string, cycleId: string) {
  const row = await tx
    .selectFrom('decision')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, present: presentPeople.parse(row.present) } : null
}

export function listDecisionLines(tx: Tx, institutionId: string, decisionId: string) {
  return tx
    .selectFrom('decision_line')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('decision_id', '=', decisionId)
    .execute()
}

type NewDecision = {
  institutionId: string
  decisionId: string
  cycleId: string
  decidedOn: string
  minutes: string
  vote: StoredVote | null
  present: readonly { personId: string; name: string }[]
  by: string
  at: Date
  lines: readonly {
    appraisalId: string
    grade: string
    secondGrade: string | null
    reasonCode: string
    reason: string
    recused: readonly string[]
    vote: StoredVote | null
  }[]
}

export async function insertDecision(tx: Tx, given: NewDecision): Promise<void> {
  const { institutionId, decisionId } = given
  await tx
    .insertInto('decision')
    .values({
      institution_id: institutionId,
      decision_id: decisionId,
      cycle_id: given.cycleId,
      decided_on: given.decidedOn,
      minutes: given.minutes,
      vote: given.vote === null ? null : JSON.stringify(given.vote),
      present: JSON.stringify(given.present),
      recorded_by: given.by,
      recorded_at: given.at,
    })
    .execute()
  await saveEach(given.lines, (batch) =>
    tx
      .insertInto('decision_line')
      .values(
        batch.map((line) => ({
          institution_id: institutionId,
          decision_id: decisionId,
          appraisal_id: line.appraisalId,
          grade: line.grade,
          second_grade: line.secondGrade,
          reason_code: line.reasonCode,
          reason: line.reason,
          recused: JSON.stringify(line.recused),
          vote: line.vote === null ? null : JSON.stringify(line.vote),
        })),
      )
      .execute(),
  )
  await sql`
    update appraisal set grade = decision_line.grade, state = 'decided'
    from decision_line
    where appraisal.institution_id = ${institutionId} and decision_line.institution_id = ${institutionId}
      and decision_line.decision_id = ${decisionId} and decision_line.appraisal_id = appraisal.appraisal_id`.execute(tx)
}

/** The line that decided each of these appraisals last, with its meeting; none for one that nobody has decided on. */
export async function lastLinesOf(tx: Tx, institutionId: string, appraisalIds: readonly string[]) {
  const rows = await tx
    .selectFrom('decision_line')
    .innerJoin('decision', (join) =>
      join
        .onRef('decision.institution_id', '=', 'decision_line.institution_id')
        .onRef('decision.decision_id', '=', 'decision_line.decision_id'),
    )
    .innerJoin('appraisal', (join) =>
      join
        .onRef('appraisal.institution_id', '=', 'decision_line.institution_id')
        .onRef('appraisal.appraisal_id', '=', 'decision_line.appraisal_id'),
    )
    .select(['decided_on', 'present', 'recorded_by', 'recorded_at', 'reason', 'recused', 'decision_line.grade', 'appraisal.proposed_grade'])
    .distinctOn('decision_line.appraisal_id')
    .select('decision_line.appraisal_id')
    .where('decision_line.institution_id', '=', institutionId)
    .where(isAmong('decision_line.appraisal_id', appraisalIds))
    .orderBy('decision_line.appraisal_id')
    .orderBy('recorded_at', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.appraisal_id, { ...row, present: presentPeople.parse(row.present) }]))
}

export const lastLineOf = async (tx: Tx, institutionId: string, appraisalId: string) =>
  (await lastLinesOf(tx, institutionId, [appraisalId])).get(appraisalId) ?? null
