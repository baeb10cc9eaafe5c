import { compositionFindings } from '@milepost/appraisal/committee'
import type { Against, Counted, CycleFacts } from '@milepost/appraisal/normChecks'
import { participation } from '@milepost/contract/appraise/appraisals'
import { memberClass } from '@milepost/contract/appraise/decision'
import { z } from 'zod'
import { findPublication, listScorecards } from '../../design/published.ts'
import { type Cycle, findHearing, listComments, listPeopleDuring, listStatements } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/http/clock.ts'
import type { Library } from '../../platform/library.ts'
import { checkInsOf } from '../../run/published.ts'
import { type AppraisalRow, appraisalRows, isDecided } from '../data.ts'
import { findDecision, listDecisionLines, listMembers } from '../decision/data.ts'
import { listMissingRows, type RecordKind } from '../missing/data.ts'
import { listNotices, listObjections } from '../notice/data.ts'
import { listRatings } from '../rating/data.ts'
import { tiesInForce } from '../record/tiesData.ts'
import { listRemedyCases, listServices } from '../results/data.ts'
import { type InterviewDue, interviewsDue } from '../results/interviewsDue.ts'
import { rulesAt, rulesOf } from '../rulePack.ts'
import { latestSeatRun } from '../seats/data.ts'
import { whoReported } from '../selfReport/data.ts'

/** What only later rooms know of a cycle: whether pay was cut as the rules ask, and what was made public. `cut`: grades given that must be cut. */
export type LaterFacts = (
  tx: Tx,
  institutionId: string,
  asked: { readonly cycleId: string; readonly cut: readonly string[] },
) => Promise<Pick<CycleFacts, 'payFactorsBelowOne' | 'publicCellsBelowThreshold'>>

type Asked = {
  readonly institutionId: string
  readonly cycle: Cycle
  readonly library: Library
  readonly today: string
  readonly timeZone: string
  readonly later: LaterFacts
}

/** Grades whose performance pay is cut (Art. 29-31). */
const CUT = ['basic', 'unqualified', 'ungraded']

/** What the tables say about one cycle; null where nobody has recorded it yet. Whether papers were filed is what the register was stated to be. */
export async function cycleFacts(tx: Tx, { institutionId, cycle, library, today, timeZone, later }: Asked): Promise<CycleFacts> {
  const { cycleId } = cycle
  const rules = rulesOf(library, cycle.endsOn)
  const rows = await appraisalRows(tx, institutionId, cycleId).execute()
  const judged = rows.map((row) => ({ row, rule: participation.parse(row.participation_rule) }))
  const run = await latestSeatRun(tx, institutionId, cycleId)
  const decision = await findDecision(tx, institutionId, cycleId)
  const decided = rows.filter((row) => isDecided(row.state))
  const services = await listServices(tx, institutionId, cycleId)
  const interviews = await interviewsDue(tx, { institutionId, cycle, library, today })
  const reported = await whoReported(tx, institutionId, cycleId)
  const criteria = new Set(
    (await listRatings(tx, institutionId, cycleId)).flatMap((one) => (one.criteria_grade === null ? [] : [one.appraisal_id])),
  )
  const graded = judged.filter(({ rule }) => rule.grade === 'graded' || rule.grade === 'within-ceiling')
  const notice = (await listNotices(tx, institutionId)).find((one) => one.cycle_id === cycleId && one.withdrawn_at === null)
  const leaders = new Set(
    (await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn })).flatMap((one) =>
      one.track === 'leader' ? [one.personId] : [],
    ),
  )
  const talked = new Set((await checkInsOf(tx, institutionId, null, cycleId)).map((one) => one.personId))
  const members = await listMembers(tx, institutionId, cycleId)
  const scorecard = (await listScorecards(tx, institutionId)).find((one) => one.cycleId === cycleId) ?? null
  const isDecidedYet = decided.length > 0
  const waivers = (await listMissingRows(tx, institutionId, cycleId)).filter((one) => one.waived_by !== null)
  const supplied = (what: RecordKind, isThere: (row: (typeof rows)[number]) => boolean) => {
    const lacking = new Set(rows.filter((row) => !isThere(row)).map((row) => row.person_id))
    const waived = waivers.filter((one) => one.what === what && lacking.has(one.person_id))
    const count = counted(rows.length, rows.length - lacking.size)
    return count === 'not-yet'
      ? count
      : { ...count, waived: { n: waived.length, by: [...new Set(waived.map((one) => one.waived_by ?? ''))] } }
  }
  const against = (kinds: readonly string[], isAgainst = (grade: string | null) => grade !== null && grade !== 'ungraded'): Against => {
    const concerned = judged.filter(({ rule }) => kinds.includes(rule.row))
    if (!isDecidedYet) return 'not-yet'
    return concerned.length === 0 ? 'nobody' : concerned.filter(({ row }) => isAgainst(row.grade)).length
  }
  const reviews = (await listRemedyCases(tx, institutionId, cycleId)).filter((one) => one.kind === 'review')
  const isFiled = (await listStatements(tx, institutionId, cycleId)).some(({ guard }) => guard === 'register-accepted')
  const raised = run !== undefined && run.rate_bp > rules.seatRate.normalBasisPoints
  const lowered = run !== undefined && run.rate_bp < rules.seatRate.normalBasisPoints
  return {
    headWeights: rules.heads.weights,
    resultsNameSatisfaction: rulesAt(library, cycle.endsOn).heads.some((head) => head.items.some((item) => item.text.zh.includes('满意'))),
    leadersInSeatBase: judged.filter(({ row, rule }) => rule.inSeatBase && leaders.has(row.person_id)).length,
    peopleInSeatBase: rows.length === 0 ? null : judged.filter(({ rule }) => rule.inSeatBase).length,
    capBasisPoints: run?.rate_bp ?? null,
    excellent: !isDecidedYet ? 'not-yet' : decided.filter((row) => row.grade === 'excellent').length,
    raised: raised ? { ground: run.ground, approval: run.approval } : null,
    lowered: lowered ? { ground: run.ground, capBasisPoints: run.rate_bp, limitBasisPoints: rules.seatRate.loweredBasisPoints } : null,
    committee:
      members.length === 0
        ? null
        : compositionFindings(
            members.map((one) => ({ person: one.person_id, memberClass: memberClass.parse(one.member_class) })),
            rules.committee,
          ),
    planHeard: await wasHeard(tx, institutionId, { cycleId, timeZone }),
    planPublished: scorecard === null ? null : scorecard.state === 'published',
    selfReports: supplied('self-report', (row) => reported.has(row.person_id)),
    criteriaChecked: counted(graded.length, graded.filter(({ row }) => criteria.has(row.appraisal_id)).length),
    decidedCollectively: counted(rows.length, decision ? decided.length : 0),
    noticeWorkingDays: notice?.working_days ?? (isDecidedYet ? null : 'not-yet'),
    noticeMinimum: rules.cases.noticeWorkingDays,
    resultsInWriting: toldInWriting(rows, services),
    interviews: services.size === 0 ? 'not-yet' : talkedOver(interviews, rules.cases.interviewDays),
    routineRecords: supplied('routine-record', (row) => talked.has(row.person_id)),
    gradedThoughCommentOnly: against(['first-job-short', 'short-service']),
    gradedThoughOnLongLeave: against(['long-leave']),
    gradedUnderInvestigation: against(['under-investigation']),
    refusalsNotUnqualified: against(['refuses'], (grade) => grade !== 'unqualified'),
    formalRemediesAboveBasic:
      reviews.length === 0
        ? 'nobody'
        : reviews.filter((one) => (one.grade === 'excellent' || one.grade === 'qualified') && one.outcome !== 'changed').length,
    objectionsToNotice:
      notice === undefined ? 0 : (await listObjections(tx, institutionId)).filter((one) => one.notice_id === notice.notice_id).length,
    ...(await decidersOf(tx, { institutionId, decision, members })),
    filed: isFiled ? counted(decided.length, decided.length) : cycle.stage === 'closed' ? null : 'not-yet',
    ...(await later(tx, institutionId, { cycleId, cut: CUT.filter((grade) => decided.some((row) => row.grade === grade)) })),
  }
}

type Row = Pick<AppraisalRow, 'appraisal_id' | 'state' | 'version' | 'name'>
type Services = Awaited<ReturnType<typeof listServices>>

/** Art. 17 begins when a result is final: it is told in its last version, and the person's word stands on it. */
function toldInWriting(rows: readonly Row[], services: Services): CycleFacts['resultsInWriting'] {
  const final = rows.filter((row) => row.state === 'final')
  if (final.length === 0) return 'not-yet'
  const told = final.flatMap((row) => {
    const service = services.get(row.appraisal_id)
    return service && service.version >= row.version ? [{ name: row.name, opinion: service.opinion }] : []
  })
  return {
    of: final.length,
    notServed: final.filter((row) => (services.get(row.appraisal_id)?.version ?? 0) < row.version).map((row) => row.name),
    notSigned: told.filter((one) => one.opinion === null).map((one) => one.name),
    refusedBeforeWitnesses: told.filter((one) => one.opinion === 'refused').length,
  }
}

function talkedOver(all: readonly InterviewDue[], withinDays: number): CycleFacts['interviews'] {
  const due = all.filter((one) => one.state !== 'open')
  const names = (state: InterviewDue['state']) => due.filter((one) => one.state === state).map((one) => one.row.name)
  return { withinDays, of: due.length, late: names('late').length, notHeld: names('not-held'), notConfirmed: names('not-confirmed') }
}

/** Staff were heard on the plan before it was published and every comment was answered; null: no hearing was held. */
async function wasHeard(
  tx: Tx,
  institutionId: string,
  { cycleId, timeZone }: { readonly cycleId: string; readonly timeZone: string },
): Promise<boolean | null> {
  const hearing = await findHearing(tx, institutionId, cycleId)
  const published = hearing && (await findPublication(tx, institutionId, cycleId))
  if (hearing && published && hearing.lastDay > dayIn(timeZone, published.on)) return false
  return hearing && (await listComments(tx, institutionId, cycleId)).every(({ answer }) => answer !== null)
}

const recusals = z.array(z.string())
type Member = Awaited<ReturnType<typeof listMembers>>[number]
type Decision = NonNullable<Awaited<ReturnType<typeof findDecision>>>

/** Whether anybody decided who should have stepped aside, and whether every grade has names behind it. */
async function decidersOf(
  tx: Tx,
  { institutionId, decision, members }: { institutionId: string; decision: Decision | null; members: readonly Member[] },
) {
  if (!decision) return { decidersNotRecused: 'not-yet', gradesWithoutDeciders: 'not-yet', steppedAside: [] } as const
  const present = decision.present.map((one) => one.personId)
  const ties = await tiesInForce(tx, institutionId)
  const rows = new Map((await appraisalRows(tx, institutionId, decision.cycle_id).execute()).map((row) => [row.appraisal_id, row]))
  const nameOf = new Map(members.map((one) => [one.person_id, one.name]))
  const lines = (await listDecisionLines(tx, institutionId, decision.decision_id)).map((line) => {
    const recused = recusals.parse(line.recused)
    const row = rows.get(line.appraisal_id)
    return {
      personId: row?.person_id ?? '',
      about: row?.name ?? '',
      members: recused.map((one) => nameOf.get(one) ?? one),
      deciders: present.filter((one) => !recused.includes(one)),
    }
  })
  const isBarred = (personId: string, decider: string) =>
    personId === decider ||
    ties.some((tie) => (tie.person === personId && tie.with === decider) || (tie.with === personId && tie.person === decider))
  return {
    decidersNotRecused: lines.filter(({ personId, deciders }) => deciders.some((one) => isBarred(personId, one))).length,
    steppedAside: lines.flatMap(({ about, members }) => (members.length === 0 ? [] : [{ about, members }])),
    gradesWithoutDeciders: lines.filter(({ deciders }) => deciders.length === 0).length,
  }
}

/** Nobody is appraised before the appraisals are opened. */
const counted = (of: number, done: number): Counted | 'not-yet' => (of === 0 ? 'not-yet' : { done, of })
