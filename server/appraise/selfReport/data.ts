import { reportBody, reportFacet } from '@milepost/contract/appraise/selfReport'
import type { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { isAmong } from '../data.ts'

export async function findReport(tx: Tx, institutionId: string, appraisalId: string) {
  const row = await tx
    .selectFrom('self_report')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('appraisal_id', '=', appraisalId)
    .executeTakeFirst()
  return row ? { body: reportBody.parse(row.body), savedAt: row.saved_at, submittedAt: row.submitted_at } : null
}

type Saved = { institutionId: string; appraisalId: string; body: Readonly<Record<string, string>>; at: Date; submitted: boolean }

export async function saveReport(tx: Tx, { institutionId, appraisalId, body, at, submitted }: Saved): Promise<void> {
  const what = { body: JSON.stringify(body), saved_at: at, submitted_at: submitted ? at : null }
  await tx
    .insertInto('self_report')
    .values({ institution_id: institutionId, appraisal_id: appraisalId, ...what })
    .onConflict((on) => on.columns(['institution_id', 'appraisal_id']).doUpdateSet(what))
    .execute()
}

type Report = { facet: z.infer<typeof reportFacet>; text: string }[]

/** What was handed in, facet by facet in the order of the form, by appraisal; a draft is nobody's to read but its author's. */
export async function submittedReports(
  tx: Tx,
  institutionId: string,
  appraisalIds: readonly string[],
): Promise<ReadonlyMap<string, Report>> {
  const rows = await tx
    .selectFrom('self_report')
    .select(['appraisal_id', 'body'])
    .where('institution_id', '=', institutionId)
    .where(isAmong('appraisal_id', appraisalIds))
    .where('submitted_at', 'is not', null)
    .execute()
  return new Map(
    rows.map((row) => {
      const body = reportBody.parse(row.body)
      return [row.appraisal_id, reportFacet.options.flatMap((facet) => (body[facet] ? [{ facet, text: body[facet] }] : []))]
    }),
  )
}

export const submittedReport = async (tx: Tx, institutionId: string, appraisalId: string): Promise<Report> =>
  (await submittedReports(tx, institutionId, [appraisalId])).get(appraisalId) ?? []

/** Who has handed in a report in a cycle. */
export async function whoReported(tx: Tx, institutionId: string, cycleId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('self_report')
    .innerJoin('appraisal', (join) =>
      join
        .onRef('appraisal.institution_id', '=', 'self_report.institution_id')
        .onRef('appraisal.appraisal_id', '=', 'self_report.appraisal_id'),
    )
    .select('appraisal.person_id')
    .where('self_report.institution_id', '=', institutionId)
    .where('appraisal.cycle_id', '=', cycleId)
    .where('submitted_at', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.person_id))
}
