import { openAppraisals, proposeGrades, scoreAppraisals } from '@milepost/contract/appraise/appraisals'
import { calibrate } from '@milepost/contract/appraise/calibration'
import { confirmGrades } from '@milepost/contract/appraise/confirmations'
import { decideGrades, setCommittee } from '@milepost/contract/appraise/decision'
import { noticeMissing, talkAboutMissing, waiveMissing } from '@milepost/contract/appraise/missing'
import {
  answerObjection,
  closeNotice,
  postNotice,
  raiseObjection,
  raiseObjectionFor,
  serveObjectionToBoth,
} from '@milepost/contract/appraise/notice'
import { giveRating, importRatings } from '@milepost/contract/appraise/ratings'
import {
  confirmInterview,
  decideRemedy,
  fileRemedy,
  fileRemedyFor,
  recordInterview,
  recordRefusedSignature,
  serveRemedyToBoth,
  serveResults,
  signOpinion,
} from '@milepost/contract/appraise/results'
import { submitSelfReport } from '@milepost/contract/appraise/selfReport'
import { publishScorecard } from '@milepost/contract/design/scorecard'
import { answerComment, commentOnPlan, openHearing, stateCondition } from '@milepost/contract/institution/cycleSteps'
import { confirmCheckIn, recordCheckIn } from '@milepost/contract/run/checkIns'
import type { Bilingual } from '@milepost/terms/bilingual'
import { listScorecards } from '../../design/published.ts'
import { type Cycle, listComments, type Named, namesIn, type RecordSum, sumRecords } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/http/clock.ts'
import { checkInsOf } from '../../run/published.ts'
import { appraisalRows } from '../data.ts'
import { findDecision } from '../decision/data.ts'
import { listNotices, listObjections } from '../notice/data.ts'
import { listRemedyCases } from '../results/data.ts'

/** The acts behind each rule that leave an event in the audit trail, in the order they happen. */
const ACTS_OF_RULE: Readonly<Record<string, readonly string[]>> = {
  'plan-heard': ['hearing-opened', 'hearing-commented', 'hearing-answered', 'scorecard-published'],
  'leaders-apart': ['appraisals-opened'],
  committee: ['committee-set'],
  'self-review': ['self-report-submitted', 'missing-noticed', 'missing-talked', 'missing-waived'],
  'routine-record': ['check-in-recorded', 'check-in-confirmed'],
  'criteria-before-grade': ['ratings-imported', 'rating-given'],
  'excellent-cap': ['appraisals-scored', 'grades-proposed', 'proposal-calibrated', 'grades-decided'],
  'cap-floor': ['grades-proposed'],
  'cap-raised': ['grades-proposed'],
  'cap-lowered': ['grades-proposed'],
  'collective-decision': ['proposal-calibrated', 'grades-decided', 'grades-confirmed'],
  'human-decision': ['grades-decided'],
  recusal: ['grades-decided'],
  'comment-only-new': ['appraisals-opened', 'grades-decided'],
  'no-grade-leave': ['appraisals-opened', 'grades-decided'],
  'notice-five-days': [
    'notice-posted',
    'objection-raised',
    'objection-raised-for',
    'objection-answered',
    'objection-served-both',
    'notice-closed',
  ],
  'result-in-writing': ['results-served', 'opinion-signed', 'signature-refused'],
  'interview-in-time': ['interview-recorded', 'interview-confirmed'],
  'review-only-below': ['remedy-filed', 'remedy-filed-for', 'remedy-decided', 'remedy-served-both'],
  'to-file': ['condition-stated'],
}

/** Every act some rule rests on. */
export const recordedActs = (): readonly string[] => [...new Set(Object.values(ACTS_OF_RULE).flat())]

/** The guard whose statement is the proof that the register was filed (Art. 33). */
const FILED = 'register-accepted'

/** An act is called what the trail calls it and filters it by: what its endpoint is called. */
const NAMES: ReadonlyMap<string, Bilingual> = new Map(
  [
    ...[openHearing, commentOnPlan, answerComment, stateCondition, publishScorecard],
    ...[openAppraisals, setCommittee, submitSelfReport, noticeMissing, talkAboutMissing, waiveMissing],
    ...[recordCheckIn, confirmCheckIn, importRatings, giveRating, scoreAppraisals, proposeGrades, calibrate, decideGrades, confirmGrades],
    ...[postNotice, raiseObjection, raiseObjectionFor, answerObjection, serveObjectionToBoth, closeNotice],
    ...[serveResults, signOpinion, recordRefusedSignature, recordInterview, confirmInterview],
    ...[fileRemedy, fileRemedyFor, decideRemedy, serveRemedyToBoth],
  ].map(({ audit, summary }) => [audit ?? '', summary]),
)

export const actName = (act: string): Bilingual => NAMES.get(act) ?? { zh: act, en: act }

type Asked = { readonly institutionId: string; readonly cycle: Cycle; readonly timeZone: string }

/** Per rule, where the audit trail shows it: the act, how often, under which numbers, on which days, by whom. A rule without acts of its own has none. */
export async function ruleRecords(tx: Tx, { institutionId, cycle, timeZone }: Asked): Promise<ReadonlyMap<string, readonly Bilingual[]>> {
  const subjectIds = await subjectsOf(tx, institutionId, cycle.cycleId)
  const sums = new Map((await sumRecords(tx, institutionId, { actions: recordedActs(), subjectIds })).map((sum) => [sum.action, sum]))
  // of the conditions that were stated only this one says the register was filed
  const filed = await sumRecords(tx, institutionId, { actions: ACTS_OF_RULE['to-file'] ?? [], subjectIds, guard: FILED })
  const named = await namesIn(tx, institutionId, 'en')
  return new Map(
    Object.entries(ACTS_OF_RULE).map(([rule, acts]) => [
      rule,
      (rule === 'to-file' ? filed : acts.flatMap((act) => sums.get(act) ?? [])).map((sum) => recordInWords(sum, { timeZone, named })),
    ]),
  )
}

/** Everything of the cycle an act can have been done to. */
async function subjectsOf(tx: Tx, institutionId: string, cycleId: string): Promise<string[]> {
  const notices = (await listNotices(tx, institutionId)).filter((one) => one.cycle_id === cycleId).map((one) => one.notice_id)
  const objections = (await listObjections(tx, institutionId)).filter((one) => notices.includes(one.notice_id))
  const decision = await findDecision(tx, institutionId, cycleId)
  return [
    cycleId,
    ...notices,
    ...objections.map((one) => one.objection_id),
    ...(decision ? [decision.decision_id] : []),
    ...(await appraisalRows(tx, institutionId, cycleId).execute()).map((row) => row.appraisal_id),
    ...(await listRemedyCases(tx, institutionId, cycleId)).map((one) => one.remedyId),
    ...(await listComments(tx, institutionId, cycleId)).map((one) => one.commentId),
    ...(await listScorecards(tx, institutionId)).filter((one) => one.cycleId === cycleId).map((one) => one.scorecardId),
    ...(await checkInsOf(tx, institutionId, null, cycleId)).map((one) => one.checkInId),
  ]
}

/** Whoever commented may have asked not to be named: the report counts them and names none. */
const UNNAMED = commentOnPlan.audit

export function recordInWords(
  { action, count, firstNo, lastNo, first, last, actors, actorCount }: RecordSum,
  { timeZone, named }: { readonly timeZone: string; readonly named: Named },
): Bilingual {
  const name = actName(action)
  const [from, to] = [dayIn(timeZone, first), dayIn(timeZone, last)]
  const days = from === to ? from : `${from} – ${to}`
  const numbers = firstNo === lastNo ? `${firstNo}` : `${firstNo}–${lastNo}`
  const who = actors.join('、')
  const where = {
    zh: `${name.zh}：审计第 ${numbers} 号${count > 1 ? `，共 ${count} 条` : ''}，${days}`,
    en: `${name.en}: audit no. ${numbers}${count > 1 ? `, ${count} events` : ''}, ${days}`,
  }
  if (action === UNNAMED) return where
  return {
    zh: `${where.zh}，${who}${actorCount > actors.length ? `等 ${actorCount} 人` : ''}`,
    en: `${where.en}, ${actors.map(named).join(', ')}${actorCount > actors.length ? ` and ${actorCount - actors.length} others` : ''}`,
  }
}
