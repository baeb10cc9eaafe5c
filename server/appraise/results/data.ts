import { grade, gradeChange } from '@milepost/contract/appraise/appraisals'
import { remedyKind } from '@milepost/contract/appraise/results'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { isAmong, saveEach } from '../data.ts'
import { groupedBy } from '../groupedBy.ts'

const names = z.array(z.string())

export async function insertServices(
  tx: Tx,
  given: { institutionId: string; appraisals: readonly { appraisalId: string; version: number }[]; on: string; by: string },
): Promise<void> {
  await saveEach(given.appraisals, (batch) =>
    tx
      .insertInto('service')
      .values(
        batch.map(({ appraisalId, version }) => ({
          institution_id: given.institutionId,
          appraisal_id: appraisalId,
          version,
          served_on: given.on,
          served_by: given.by,
        })),
      )
      .onConflict((on) => on.doNothing())
      .execute(),
  )
}

/** What was served last to each; a changed grade is served again. */
export async function listServices(tx: Tx, institutionId: string, cycleId: string) {
  const rows = await tx
    .selectFrom('service')
    .innerJoin('appraisal', (join) =>
      join.onRef('appraisal.institution_id', '=', 'service.institution_id').onRef('appraisal.appraisal_id', '=', 'service.appraisal_id'),
    )
    .selectAll('service')
    .where('service.institution_id', '=', institutionId)
    .where('appraisal.cycle_id', '=', cycleId)
    .orderBy('service.version')
    .execute()
  return new Map(
    rows.map((row) => [
      row.appraisal_id,
      {
        version: row.version,
        servedOn: row.served_on,
        servedBy: row.served_by,
        opinion: z.enum(['agree', 'disagree', 'refused']).nullable().parse(row.opinion),
        opinionText: row.opinion_text,
        signedOn: row.signed_on,
        witnesses: names.parse(row.witnesses),
      },
    ]),
  )
}

/** The years in which somebody has been served a result and has not yet said anything to it, and those whose interview is held and not confirmed. */
export async function waitingForPerson(
  tx: Tx,
  institutionId: string,
  personId: string,
): Promise<{ unsigned: number[]; unconfirmed: number[] }> {
  const last = tx
    .selectFrom('service')
    .distinctOn('appraisal_id')
    .select((eb) => [eb.ref('service.appraisal_id').as('appraisal_id'), eb.ref('service.opinion').as('opinion')])
    .where('institution_id', '=', institutionId)
    .orderBy('appraisal_id')
    .orderBy('service.version', 'desc')
    .as('last')
  const rows = await tx
    .selectFrom('appraisal')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.institution_id', '=', 'appraisal.institution_id').onRef('cycle.cycle_id', '=', 'appraisal.cycle_id'),
    )
    .innerJoin(last, 'last.appraisal_id', 'appraisal.appraisal_id')
    .leftJoin('feedback_interview as talk', (join) =>
      join.onRef('talk.institution_id', '=', 'appraisal.institution_id').onRef('talk.appraisal_id', '=', 'appraisal.appraisal_id'),
    )
    .select(['cycle.year', 'last.opinion', 'talk.appraisal_id as talked', 'talk.confirmed_on'])
    .where('appraisal.institution_id', '=', institutionId)
    .where('appraisal.person_id', '=', personId)
    .orderBy('cycle.year', 'desc')
    .execute()
  return {
    unsigned: rows.filter((row) => row.opinion === null).map((row) => row.year),
    unconfirmed: rows.filter((row) => row.talked !== null && row.confirmed_on === null).map((row) => row.year),
  }
}

type Signed = { institutionId: string; appraisalId: string; opinion: string; text: string; on: string; witnesses: readonly string[] }

/** False: it has been signed already. */
export async function setOpinion(tx: Tx, given: Signed): Promise<boolean> {
  const row = await tx
    .updateTable('service')
    .set({ opinion: given.opinion, opinion_text: given.text, signed_on: given.on, witnesses: JSON.stringify(given.witnesses) })
    .where('institution_id', '=', given.institutionId)
    .where('appraisal_id', '=', given.appraisalId)
    .where('version', '=', (served) =>
      served
        .selectFrom('service as last')
        .select(({ fn }) => fn.max('last.version').as('version'))
        .where('last.institution_id', '=', given.institutionId)
        .where('last.appraisal_id', '=', given.appraisalId),
    )
    .where('opinion', 'is', null)
    .returning('appraisal_id')
    .executeTakeFirst()
  return row !== undefined
}

function remedyRows(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('remedy_case')
    .innerJoin('appraisal', (join) =>
      join
        .onRef('appraisal.institution_id', '=', 'remedy_case.institution_id')
        .onRef('appraisal.appraisal_id', '=', 'remedy_case.appraisal_id'),
    )
    .selectAll('remedy_case')
    .select(['appraisal.person_id', 'appraisal.cycle_id', 'appraisal.grade'])
    .where('remedy_case.institution_id', '=', institutionId)
    .orderBy('filed_on')
    .orderBy('remedy_id')
}

const remedyOf = (row: Awaited<ReturnType<ReturnType<typeof remedyRows>['execute']>>[number]) => ({
  remedyId: row.remedy_id,
  appraisalId: row.appraisal_id,
  personId: row.person_id,
  cycleId: row.cycle_id,
  grade: row.grade,
  kind: remedyKind.parse(row.kind),
  filedOn: row.filed_on,
  representative: row.representative,
  representativeTie: row.representative_tie,
  representativePaper: row.representative_paper,
  bothServedOn: row.both_served_on,
  grounds: row.grounds,
  acceptedOn: row.accepted_on,
  decideBy: row.extended_to ?? row.decide_by,
  decidedOn: row.decided_on,
  decidedBy: row.decided_by,
  panel: names.parse(row.panel),
  outcome: z.enum(['upheld', 'changed']).nullable().parse(row.outcome),
  newGrade: grade.nullable().parse(row.new_grade),
  findings: row.findings,
})
export type RemedyCase = ReturnType<typeof remedyOf>

export async function listRemedyCases(tx: Tx, institutionId: string, cycleId?: string): Promise<RemedyCase[]> {
  const all = remedyRows(tx, institutionId)
  return (await (cycleId === undefined ? all : all.where('appraisal.cycle_id', '=', cycleId)).execute()).map(remedyOf)
}

type NewRemedy = {
  institutionId: string
  remedyId: string
  appraisalId: string
  kind: string
  filedOn: string
  by: string
  representative: string
  tie?: string
  paper?: string
  grounds: string
  decideBy: string
}

/** False: this remedy has been filed already, by whichever of two clicks came first. */
export async function insertRemedy(tx: Tx, given: NewRemedy): Promise<boolean> {
  const row = await tx
    .insertInto('remedy_case')
    .values({
      institution_id: given.institutionId,
      remedy_id: given.remedyId,
      appraisal_id: given.appraisalId,
      kind: given.kind,
      filed_on: given.filedOn,
      filed_by: given.by,
      representative: given.representative,
      representative_tie: given.tie ?? null,
      representative_paper: given.paper ?? null,
      grounds: given.grounds,
      decide_by: given.decideBy,
    })
    .onConflict((on) => on.doNothing())
    .returning('remedy_id')
    .executeTakeFirst()
  return row !== undefined
}

type DecidedRemedy = {
  institutionId: string
  remedyId: string
  on: string
  by: string
  panel: readonly string[]
  outcome: string
  newGrade: string | null
  findings: string
}

/** False: somebody else has decided it meanwhile. */
export async function setRemedyDecided(tx: Tx, given: DecidedRemedy): Promise<boolean> {
  const row = await tx
    .updateTable('remedy_case')
    .set({
      decided_on: given.on,
      decided_by: given.by,
      panel: JSON.stringify(given.panel),
      outcome: given.outcome,
      new_grade: given.newGrade,
      findings: given.findings,
    })
    .where('institution_id', '=', given.institutionId)
    .where('remedy_id', '=', given.remedyId)
    .where('decided_on', 'is', null)
    .returning('remedy_id')
    .executeTakeFirst()
  return row !== undefined
}

type Change = {
  institutionId: string
  appraisalId: string
  from: string
  to: string
  because: string
  reason: string
  decidedBy: readonly string[]
  at: Date
}

/** The grade changes and the version goes up; what it was before stays on record. */
export async function insertGradeChange(tx: Tx, given: Change): Promise<number> {
  const { version } = await tx
    .updateTable('appraisal')
    .set((set) => ({ grade: given.to, version: set('version', '+', 1) }))
    .where('institution_id', '=', given.institutionId)
    .where('appraisal_id', '=', given.appraisalId)
    .returning('version')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('grade_change')
    .values({
      institution_id: given.institutionId,
      appraisal_id: given.appraisalId,
      version,
      from_grade: given.from,
      to_grade: given.to,
      because: given.because,
      reason: given.reason,
      decided_by: JSON.stringify(given.decidedBy),
      changed_at: given.at,
    })
    .execute()
  return version
}

/** Every change of these grades, oldest first, by appraisal. */
export async function gradeChangesOf(tx: Tx, institutionId: string, appraisalIds: readonly string[]) {
  const rows = await tx
    .selectFrom('grade_change')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where(isAmong('appraisal_id', appraisalIds))
    .orderBy('version')
    .execute()
  const changeOf = (row: (typeof rows)[number]) => ({
    version: row.version,
    from: grade.parse(row.from_grade),
    to: grade.parse(row.to_grade),
    because: gradeChange.shape.because.parse(row.because),
    reason: row.reason,
    decidedBy: names.parse(row.decided_by),
    changedAt: row.changed_at.toISOString(),
  })
  return new Map([...groupedBy(rows, (row) => row.appraisal_id)].map(([appraisalId, theirs]) => [appraisalId, theirs.map(changeOf)]))
}

export const listGradeChanges = async (tx: Tx, institutionId: string, appraisalId: string) =>
  (await gradeChangesOf(tx, institutionId, [appraisalId])).get(appraisalId) ?? []

/** Whose case was open when the grades were decided, and who has none yet. */
export async function ungradedInCase(tx: Tx, institutionId: string) {
  const rows = await tx
    .selectFrom('appraisal')
    .select(['cycle_id', 'person_id'])
    .where('institution_id', '=', institutionId)
    .where('participation', '=', 'none-yet')
    .where('grade', '=', 'ungraded')
    .where('state', 'in', ['decided', 'final'])
    .execute()
  return rows.map((row) => ({ cycleId: row.cycle_id, personId: row.person_id }))
}

/** Grades that were changed and have not been served since. personId null: of everybody. */
export async function changedUnserved(tx: Tx, institutionId: string, personId: string | null) {
  const all = tx
    .selectFrom('grade_change as change')
    .innerJoin('appraisal', (join) =>
      join
        .onRef('appraisal.institution_id', '=', 'change.institution_id')
        .onRef('appraisal.appraisal_id', '=', 'change.appraisal_id')
        .onRef('appraisal.version', '=', 'change.version'),
    )
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.institution_id', '=', 'appraisal.institution_id').onRef('cycle.cycle_id', '=', 'appraisal.cycle_id'),
    )
    .leftJoin('service', (join) =>
      join
        .onRef('service.institution_id', '=', 'change.institution_id')
        .onRef('service.appraisal_id', '=', 'change.appraisal_id')
        .onRef('service.version', '=', 'change.version'),
    )
    .select(['cycle.year', 'change.from_grade', 'change.to_grade'])
    .where('change.institution_id', '=', institutionId)
    .where('appraisal.state', '=', 'final')
    .where('service.version', 'is', null)
  const rows = await (personId === null ? all : all.where('appraisal.person_id', '=', personId)).orderBy('cycle.year', 'desc').execute()
  return rows.map((row) => ({ year: row.year, from: grade.parse(row.from_grade), to: grade.parse(row.to_grade) }))
}

type NewInterview = {
  institutionId: string
  appraisalId: string
  heldOn: string
  headName: string
  strengths: string
  shortfalls: string
  nextGoals: string
  improvementPlan: string
  improveBy: string | null
  at: Date
}

/** False: the person has confirmed the record, and it stays as it is. */
export async function saveInterview(tx: Tx, given: NewInterview): Promise<boolean> {
  const what = {
    held_on: given.heldOn,
    head_name: given.headName,
    strengths: given.strengths,
    shortfalls: given.shortfalls,
    next_goals: given.nextGoals,
    improvement_plan: given.improvementPlan,
    improve_by: given.improveBy,
    recorded_at: given.at,
  }
  const row = await tx
    .insertInto('feedback_interview')
    .values({ institution_id: given.institutionId, appraisal_id: given.appraisalId, ...what })
    .onConflict((on) =>
      on.columns(['institution_id', 'appraisal_id']).doUpdateSet(what).where('feedback_interview.confirmed_on', 'is', null),
    )
    .returning('appraisal_id')
    .executeTakeFirst()
  return row !== undefined
}

/** False: there is none, or it has been confirmed. */
export async function setInterviewConfirmed(
  tx: Tx,
  given: { institutionId: string; appraisalId: string; says: string; on: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('feedback_interview')
    .set({ confirmed_on: given.on, person_says: given.says })
    .where('institution_id', '=', given.institutionId)
    .where('appraisal_id', '=', given.appraisalId)
    .where('confirmed_on', 'is', null)
    .returning('appraisal_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function listInterviews(tx: Tx, institutionId: string, cycleId: string) {
  const rows = await tx
    .selectFrom('feedback_interview')
    .innerJoin('appraisal', (join) =>
      join
        .onRef('appraisal.institution_id', '=', 'feedback_interview.institution_id')
        .onRef('appraisal.appraisal_id', '=', 'feedback_interview.appraisal_id'),
    )
    .selectAll('feedback_interview')
    .where('feedback_interview.institution_id', '=', institutionId)
    .where('appraisal.cycle_id', '=', cycleId)
    .execute()
  return new Map(
    rows.map((row) => [
      row.appraisal_id,
      {
        heldOn: row.held_on,
        headName: row.head_name,
        strengths: row.strengths,
        shortfalls: row.shortfalls,
        nextGoals: row.next_goals,
        improvementPlan: row.improvement_plan,
        improveBy: row.improve_by,
        confirmedOn: row.confirmed_on,
        personSays: row.person_says,
      },
    ]),
  )
}

/** The decision on a case filed for somebody is handed to both; the day it first was stays. */
export async function setRemedyServed(tx: Tx, given: { institutionId: string; remedyId: string; on: string }): Promise<void> {
  await tx
    .updateTable('remedy_case')
    .set({ both_served_on: given.on })
    .where('institution_id', '=', given.institutionId)
    .where('remedy_id', '=', given.remedyId)
    .where('both_served_on', 'is', null)
    .execute()
}
