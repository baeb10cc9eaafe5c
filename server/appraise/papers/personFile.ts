import type { Actor } from '@milepost/access/actor'
import { daysBetween } from '@milepost/appraisal/days'
import { grade } from '@milepost/contract/appraise/appraisals'
import { Refusal } from '@milepost/contract/refusals'
import { type Cycle, findCycle, findInstitutionRow, findPerson, listAbsences, type Named, namesIn } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import type { Language } from '../../platform/papers/sheet.ts'
import { checkInsOf } from '../../run/published.ts'
import { groupedBy } from '../groupedBy.ts'
import { listRatings } from '../rating/data.ts'
import { listInterviews, listRemedyCases, listServices } from '../results/data.ts'
import { remedyOpenTo } from '../results/remedies.ts'
import { appraisalDetails } from '../scoring/readAppraisal.ts'
import { shownTo } from '../scoring/shownTo.ts'
import { submittedReports } from '../selfReport/data.ts'
import type { PersonFile } from './personPapers.ts'

type Asked = {
  readonly institutionId: string
  readonly cycleId: string
  readonly library: Library
  readonly actor: Actor
  readonly today: string
  /** Of the paper: people are named in it. */
  readonly language: Language
}

/** Everything on record about one person's year, as far as the reader may know it. */
export async function personFile(tx: Tx, { personId, ...asked }: Asked & { readonly personId: string }): Promise<PersonFile> {
  const file = (await personFiles(tx, { ...asked, personIds: [personId] })).get(personId)
  if (!file) throw new Refusal('not-found')
  return file
}

/** The same of several, by person: what is kept for the whole cycle is read once. */
export async function personFiles(
  tx: Tx,
  asked: Asked & { readonly personIds: readonly string[] },
): Promise<ReadonlyMap<string, PersonFile>> {
  const { institutionId, cycleId } = asked
  const cycle = await findCycle(tx, institutionId, cycleId)
  if (!cycle) throw new Refusal('not-found')
  const details = await appraisalDetails(tx, asked)
  const appraisalIds = details.map(({ appraisal }) => appraisal.appraisalId)
  const known = {
    cycle,
    institution: await findInstitutionRow(tx, institutionId),
    named: await namesIn(tx, institutionId, asked.language),
    ratings: groupedBy(await listRatings(tx, institutionId, cycleId, appraisalIds), (one) => one.appraisal_id),
    services: await listServices(tx, institutionId, cycleId),
    remedies: await listRemedyCases(tx, institutionId, cycleId),
    absences: await listAbsences(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn }),
    reports: await submittedReports(tx, institutionId, appraisalIds),
    interviews: await listInterviews(tx, institutionId, cycleId),
  }
  const files = new Map<string, PersonFile>()
  for (const detail of details) files.set(detail.appraisal.personId, await fileOf(tx, asked, detail, known))
  return files
}

type Detail = Awaited<ReturnType<typeof appraisalDetails>>[number]
type Known = {
  readonly cycle: Cycle
  readonly institution: Awaited<ReturnType<typeof findInstitutionRow>>
  readonly named: Named
  readonly ratings: ReadonlyMap<string, Readonly<Awaited<ReturnType<typeof listRatings>>>>
  readonly services: Awaited<ReturnType<typeof listServices>>
  readonly remedies: Awaited<ReturnType<typeof listRemedyCases>>
  readonly absences: Awaited<ReturnType<typeof listAbsences>>
  readonly reports: Awaited<ReturnType<typeof submittedReports>>
  readonly interviews: Awaited<ReturnType<typeof listInterviews>>
}

async function fileOf(tx: Tx, { institutionId, cycleId, library, actor, today }: Asked, detail: Detail, known: Known): Promise<PersonFile> {
  const { cycle, institution, named } = known
  const shown = shownTo(actor, detail.appraisal)
  const { appraisalId, personId } = shown
  const person = await findPerson(tx, institutionId, personId, cycle.endsOn)
  if (!person) throw new Refusal('not-found')
  const interview = known.interviews.get(appraisalId)
  const superior = known.ratings.get(appraisalId)?.find((one) => one.rater_group === 'superior')
  const service = known.services.get(appraisalId) ?? null
  const remedies = known.remedies.filter((one) => one.appraisalId === appraisalId)
  const remedy = remedies.at(-1) ?? null
  const open = await remedyOpenTo(tx, { institutionId, library, endsOn: cycle.endsOn, service, remedies, grade: shown.grade })
  return {
    institution: { zh: institution.name_zh, en: institution.name_en },
    year: cycle.year,
    today,
    name: named(shown.name),
    employeeNo: shown.employeeNo,
    unit: shown.unit,
    post: shown.post,
    postClass: person.post.postClass,
    establishment: person.establishment,
    joinedOn: person.joinedOn,
    absences: known.absences
      .filter((one) => one.personId === personId)
      .map((one) => {
        const from = one.startsOn > cycle.startsOn ? one.startsOn : cycle.startsOn
        const to = one.endsOn < cycle.endsOn ? one.endsOn : cycle.endsOn
        return { kind: one.kind, days: daysBetween(from, to) + 1 }
      }),
    participation: shown.participation.reasons,
    isGraded: shown.participation.grade === 'graded' || shown.participation.grade === 'within-ceiling',
    report: known.reports.get(appraisalId) ?? [],
    score: shown.officialScore,
    // what a superior suggests is work until the decision
    headComment: shown.grade === null ? '' : (superior?.comment ?? ''),
    headGrade: shown.grade === null ? null : grade.nullable().parse(superior?.criteria_grade ?? null),
    grade: shown.grade,
    decision: detail.decision && { ...detail.decision, present: detail.decision.present.map(named) },
    service: service && { ...service, witnesses: service.witnesses.map(named) },
    remedyOpen: open,
    remedy: remedy && { ...remedy, representative: named(remedy.representative), panel: remedy.panel.map(named) },
    talks: (await checkInsOf(tx, institutionId, personId, cycleId)).toReversed().map((one) => ({
      heldOn: one.heldOn,
      isMidYear: one.kind === 'mid-year',
      progress: one.progress,
      support: one.support,
      nextStep: one.nextStep,
      confirmed: one.confirmedByPersonAt !== null,
    })),
    interview: interview ? { ...interview, headName: named(interview.headName) } : null,
  }
}
