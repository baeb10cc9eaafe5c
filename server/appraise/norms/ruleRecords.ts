import type { Bilingual } from '@milepost/terms/bilingual'
import { listScorecards } from '../../design/published.ts'
import { type Cycle, listComments, type RecordSum, sumRecords } from '../../institution/published.ts'
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
  'excellent-cap': ['grades-proposed', 'proposal-calibrated', 'grades-decided'],
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

const NAMES: Readonly<Record<string, Bilingual>> = {
  'hearing-opened': { zh: '公布方案征求意见', en: 'hearing opened' },
  'hearing-commented': { zh: '提出意见', en: 'comment made' },
  'hearing-answered': { zh: '答复意见', en: 'comment answered' },
  'scorecard-published': { zh: '发布计分卡', en: 'scorecard published' },
  'appraisals-opened': { zh: '建立考核名册', en: 'appraisals opened' },
  'committee-set': { zh: '组成考核委员会', en: 'committee set' },
  'self-report-submitted': { zh: '提交述职', en: 'own report handed in' },
  'missing-noticed': { zh: '催办缺少的述职和记录', en: 'notice of a missing record' },
  'missing-talked': { zh: '谈话', en: 'talk about it' },
  'missing-waived': { zh: '批准免办', en: 'waived' },
  'check-in-recorded': { zh: '记录过程辅导', en: 'check-in recorded' },
  'check-in-confirmed': { zh: '职工确认过程辅导', en: 'check-in confirmed' },
  'ratings-imported': { zh: '导入评分', en: 'ratings imported' },
  'rating-given': { zh: '评分', en: 'rating given' },
  'grades-proposed': { zh: '测算名额并提出建议', en: 'seats computed and grades proposed' },
  'proposal-calibrated': { zh: '校准调整建议', en: 'proposal changed in calibration' },
  'grades-decided': { zh: '集体决定', en: 'collective decision' },
  'grades-confirmed': { zh: '上一级确认', en: 'confirmed by the second level' },
  'notice-posted': { zh: '发布公示', en: 'notice posted' },
  'objection-raised': { zh: '提出异议', en: 'objection raised' },
  'objection-raised-for': { zh: '代理人提出异议', en: 'objection raised by a representative' },
  'objection-answered': { zh: '答复异议', en: 'objection answered' },
  'objection-served-both': { zh: '异议答复送达本人和代理人', en: 'answer served to the person and the representative' },
  'notice-closed': { zh: '结束公示', en: 'notice closed' },
  'results-served': { zh: '书面送达结果', en: 'results served in writing' },
  'opinion-signed': { zh: '本人签署意见', en: 'opinion signed' },
  'signature-refused': { zh: '拒签由两人见证', en: 'refusal witnessed by two' },
  'interview-recorded': { zh: '登记面谈', en: 'interview recorded' },
  'interview-confirmed': { zh: '本人确认面谈', en: 'interview confirmed' },
  'remedy-filed': { zh: '申请复核、申诉', en: 'review or appeal filed' },
  'remedy-filed-for': { zh: '代为申请复核、申诉', en: 'review or appeal filed by a representative' },
  'remedy-decided': { zh: '复核、申诉决定', en: 'review or appeal decided' },
  'remedy-served-both': { zh: '决定送达本人和代理人', en: 'decision served to the person and the representative' },
  'condition-stated': { zh: '转段条件确认', en: 'condition of a stage stated' },
}

type Asked = { readonly institutionId: string; readonly cycle: Cycle; readonly timeZone: string }

/** Per rule, where the audit trail shows it: the act, how often, under which numbers, on which days, by whom. A rule without acts of its own has none. */
export async function ruleRecords(tx: Tx, { institutionId, cycle, timeZone }: Asked): Promise<ReadonlyMap<string, readonly Bilingual[]>> {
  const subjectIds = await subjectsOf(tx, institutionId, cycle.cycleId)
  const sums = new Map((await sumRecords(tx, institutionId, { actions: recordedActs(), subjectIds })).map((sum) => [sum.action, sum]))
  return new Map(
    Object.entries(ACTS_OF_RULE).map(([rule, acts]) => [
      rule,
      acts.flatMap((act) => sums.get(act) ?? []).map((sum) => inWords(sum, timeZone)),
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

function inWords({ action, count, firstNo, lastNo, first, last, actors, actorCount }: RecordSum, timeZone: string): Bilingual {
  const name = NAMES[action] ?? { zh: action, en: action }
  const [from, to] = [dayIn(timeZone, first), dayIn(timeZone, last)]
  const days = from === to ? from : `${from} – ${to}`
  const numbers = firstNo === lastNo ? `${firstNo}` : `${firstNo}–${lastNo}`
  const who = actors.join('、')
  return {
    zh: `${name.zh}：审计第 ${numbers} 号${count > 1 ? `，共 ${count} 条` : ''}，${days}，${who}${actorCount > actors.length ? `等 ${actorCount} 人` : ''}`,
    en: `${name.en}: audit no. ${numbers}${count > 1 ? `, ${count} events` : ''}, ${days}, ${actors.join(', ')}${actorCount > actors.length ? ` and ${actorCount - actors.length} others` : ''}`,
  }
}
