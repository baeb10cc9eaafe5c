import type { Actor } from '@milepost/access/actor'
import { daysBetween } from '@milepost/appraisal/days'
import { grade } from '@milepost/contract/appraise/appraisals'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle, findInstitutionRow, findPerson, listAbsences } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { checkInsOf } from '../../run/published.ts'
import { listRatings } from '../rating/data.ts'
import { listInterviews, listRemedyCases, listServices } from '../results/data.ts'
import { remedyOpenTo } from '../results/remedies.ts'
import { appraisalDetail } from '../scoring/readAppraisal.ts'
import { shownTo } from '../scoring/shownTo.ts'
import { submittedReport } from '../selfReport/data.ts'
import type { PersonFile } from './personPapers.ts'

type Asked = {
  readonly institutionId: string
  readonly cycleId: string
  readonly personId: string
  readonly library: Library
  readonly actor: Actor
  readonly today: string
}

/** Everything on record about one person's year, as far as the reader may know it. */
export async function personFile(tx: Tx, asked: Asked): Promise<PersonFile> {
  const { institutionId, cycleId, personId, library, actor, today } = asked
  const cycle = await findCycle(tx, institutionId, cycleId)
  const detail = await appraisalDetail(tx, asked)
  const person = await findPerson(tx, institutionId, personId, cycle?.endsOn ?? today)
  if (!cycle || !detail || !person) throw new Refusal('not-found')
  const shown = shownTo(actor, detail.appraisal)
  const { appraisalId } = shown
  const institution = await findInstitutionRow(tx, institutionId)
  const ratings = await listRatings(tx, institutionId, cycleId, appraisalId)
  const superior = ratings.find((one) => one.rater_group === 'superior')
  const service = (await listServices(tx, institutionId, cycleId)).get(appraisalId) ?? null
  const remedies = (await listRemedyCases(tx, institutionId, cycleId)).filter((one) => one.appraisalId === appraisalId)
  const open = await remedyOpenTo(tx, { institutionId, library, endsOn: cycle.endsOn, service, remedies, grade: shown.grade })
  return {
    institution: { zh: institution.name_zh, en: institution.name_en },
    year: cycle.year,
    today,
    name: shown.name,
    employeeNo: shown.employeeNo,
    unit: shown.unit,
    post: shown.post,
    postClass: person.post.postClass,
    establishment: person.establishment,
    joinedOn: person.joinedOn,
    absences: (await listAbsences(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn }))
      .filter((one) => one.personId === personId)
      .map((one) => {
        const from = one.startsOn > cycle.startsOn ? one.startsOn : cycle.startsOn
        const to = one.endsOn < cycle.endsOn ? one.endsOn : cycle.endsOn
        return { kind: one.kind, days: daysBetween(from, to) + 1 }
      }),
    participation: shown.participation.reasons,
    isGraded: shown.participation.grade === 'graded' || shown.participation.grade === 'within-ceiling',
    report: await submittedReport(tx, institutionId, appraisalId),
    score: shown.officialScore,
    // what a superior suggests is work until the decision
    headComment: shown.grade === null ? '' : (superior?.comment ?? ''),
    headGrade: shown.grade === null ? null : grade.nullable().parse(superior?.criteria_grade ?? null),
    grade: shown.grade,
    decision: detail.decision,
    service,
    remedyOpen: open,
    remedy: remedies.at(-1) ?? null,
    talks: (await checkInsOf(tx, institutionId, personId, cycleId)).toReversed().map((one) => ({
      heldOn: one.heldOn,
      isMidYear: one.kind === 'mid-year',
      progress: one.progress,
      support: one.support,
      nextStep: one.nextStep,
      confirmed: one.confirmedByPersonAt !== null,
    })),
    interview: (await listInterviews(tx, institutionId, cycleId)).get(appraisalId) ?? null,
  }
}
