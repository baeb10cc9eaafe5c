import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { termResult } from '@milepost/appraisal/consequences'
import { grade } from '@milepost/contract/appraise/appraisals'
import { listOtherAppraisals, otherAppraisalView, readOtherAppraisals } from '@milepost/contract/appraise/otherAppraisals'
import { z } from 'zod'
import { listPeopleDuring, listUnits, personSubject } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { annualGrades, type OtherRow, otherRows } from './data.ts'

const names = z.array(z.string())
const { byRule: ruled, years: storedYears, decision, kind } = otherAppraisalView.shape
const results = decision.unwrap().shape.result

/** The annual results that ended within the period. */
export async function yearsWithin(tx: Tx, institutionId: string, rows: readonly OtherRow[]) {
  const grades = await annualGrades(tx, institutionId, [...new Set(rows.map((row) => row.person_id))])
  return (row: OtherRow) =>
    grades
      .filter((one) => one.person_id === row.person_id && one.ends_on >= row.starts_on && one.ends_on <= row.ends_on)
      .map((one) => ({ year: one.year, grade: grade.parse(one.grade) }))
}

/** What Art. 20-21 make of it; null while it is not rated, and for a special appraisal, of which the rules say no more than that it is decided. */
export function ruleOn(row: OtherRow, years: readonly { year: number; grade: z.infer<typeof grade> }[]): z.infer<typeof ruled> {
  if (row.kind !== 'term' || row.tasks_done === null) return null
  const found = termResult({
    tasksDone: row.tasks_done,
    goodReasonIfNot: row.good_reason ?? false,
    years: years.map((one) => ({ year: one.year, outcome: one.grade })),
  })
  return found.kind === 'known' ? found.result : found.because
}

type Asking = { readonly institutionId: string; readonly actor: Actor; readonly today: string }

export async function viewsOf(tx: Tx, { institutionId, actor, today }: Asking, rows: readonly OtherRow[]) {
  const years = await yearsWithin(tx, institutionId, rows)
  const from = rows.map((row) => row.starts_on).sort()[0] ?? today
  const people = new Map((await listPeopleDuring(tx, institutionId, { from, to: today })).map((one) => [one.personId, one.unitId]))
  const units = new Map((await listUnits(tx, institutionId)).map((one) => [one.unitId, one.name]))
  return rows.map((row) => {
    const isDecided = row.decided_on !== null
    const within = isDecided ? storedYears.parse(row.years) : years(row)
    const isOwn = actor.personId === row.person_id
    return {
      otherAppraisalId: row.other_appraisal_id,
      kind: kind.parse(row.kind),
      personId: row.person_id,
      name: row.name,
      unit: units.get(people.get(row.person_id) ?? '') ?? { zh: '', en: '' },
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      reason: row.reason,
      tasks: row.tasks,
      rater: row.rater_name,
      openedBy: row.opened_by,
      openedOn: row.opened_on,
      isRated: row.rated_on !== null,
      // what the rater proposes is work until the decision
      rating:
        row.rated_on === null || row.tasks_done === null || (isOwn && !isDecided)
          ? null
          : {
              tasksDone: row.tasks_done,
              goodReason: row.good_reason ?? false,
              opinion: row.opinion ?? '',
              ratedBy: row.rated_by ?? '',
              ratedOn: row.rated_on,
            },
      years: within,
      byRule: isDecided ? ruled.parse(row.by_rule) : isOwn ? null : ruleOn(row, within),
      decision:
        row.decided_on === null
          ? null
          : {
              result: results.parse(row.result),
              decidedOn: row.decided_on,
              present: names.parse(row.present),
              reason: row.decision_reason,
              recordedBy: row.recorded_by ?? '',
            },
      mayRate: !isDecided && actor.personId === row.rater_person_id,
      mayDecide: !isDecided && row.rated_on !== null && !isOwn && mayByRole(actor, 'grade.decide'),
    }
  })
}

/** Oversight sees all; anybody else those one rates, and one's own. */
export const listOtherAppraisalsRoute = serve(listOtherAppraisals, {
  run: async ({ tx, institutionId, actor, today }) => {
    const rows = await otherRows(tx, institutionId).execute()
    const seen = mayByRole(actor, 'appraisal.list')
      ? rows
      : rows.filter((row) => row.rater_person_id === actor.personId || row.person_id === actor.personId)
    return { appraisals: await viewsOf(tx, { institutionId, actor, today }, seen) }
  },
})

export const readOtherAppraisalsRoute = serve(readOtherAppraisals, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, actor, today }) => {
    const rows = await otherRows(tx, institutionId).where('other_appraisal.person_id', '=', input.personId).execute()
    return { appraisals: await viewsOf(tx, { institutionId, actor, today }, rows) }
  },
})
