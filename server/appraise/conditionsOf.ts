import { addDays } from '@milepost/appraisal/days'
import { memberClass } from '@milepost/contract/appraise/decision'
import { type Condition, type Conditions, type Cycle, met, open, unstated } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Library } from '../platform/library.ts'
import { appraisalRows } from './data.ts'
import { compositionInWords } from './decision/committee.ts'
import { findDecision, listMembers } from './decision/data.ts'
import { listNotices, listObjections } from './notice/data.ts'
import { listServices } from './results/data.ts'
import { rulesOf } from './rulePack.ts'
import { secondLooks, unconfirmed } from './secondLevel/secondLevel.ts'

/** Days in which a person may ask for a review after the result is served (2014 No. 45, to be verified). */
const REMEDY_DAYS = 30

/** What the appraisal knows of the guards of the cycle: the committee, the grades, the notice and the remedies. */
export async function conditionsOf(tx: Tx, institutionId: string, cycle: Cycle, today: string, library: Library): Promise<Conditions> {
  return {
    ...(await ofCommittee(tx, institutionId, cycle, library)),
    ...(await ofGrades(tx, institutionId, cycle)),
    ...(await ofNotice(tx, institutionId, cycle, today)),
    'rater-report-made': unstated(
      '已查看评分人宽严与一致性情况。',
      'The report on raters’ leniency and agreement has been looked at.',
      `/appraise/calibration?year=${cycle.year}`,
    ),
    'second-level-confirmed': await ofSecondLevel(tx, { institutionId, cycle, today, library }),
    'all-served-or-witnessed': await ofService(tx, institutionId, cycle),
  }
}

type Asked = { readonly institutionId: string; readonly cycle: Cycle; readonly today: string; readonly library: Library }

async function ofSecondLevel(tx: Tx, asked: Asked): Promise<Condition> {
  const looks = await secondLooks(tx, asked)
  const href = `/appraise/confirmations?year=${asked.cycle.year}`
  const waiting = unconfirmed(looks).length
  return waiting > 0
    ? open(`还有 ${waiting} 人的等次未经上一级确认。`, `${waiting} grades wait for the second level.`, href)
    : met(`须上一级确认的 ${looks.length} 人均已办理。`, `The second level has looked at all ${looks.length} grades it has to.`, href)
}

async function ofService(tx: Tx, institutionId: string, cycle: Cycle): Promise<Condition> {
  const rows = await appraisalRows(tx, institutionId, cycle.cycleId).execute()
  const served = await listServices(tx, institutionId, cycle.cycleId)
  const missing = rows.filter((row) => (served.get(row.appraisal_id)?.version ?? 0) < row.version).length
  const href = `/appraise/results?year=${cycle.year}`
  return missing > 0
    ? open(`还有 ${missing} 人的结果（或变更后的结果）未书面送达。`, `${missing} results, or changed results, have not been served.`, href)
    : met(`${rows.length} 人的结果均已书面送达。`, `The results of ${rows.length} people have been served in writing.`, href)
}

async function ofCommittee(tx: Tx, institutionId: string, cycle: Cycle, library: Library): Promise<Conditions> {
  const members = await listMembers(tx, institutionId, cycle.cycleId)
  const findings = compositionInWords(
    members.map((one) => ({ person: one.person_id, memberClass: memberClass.parse(one.member_class) })),
    rulesOf(library, cycle.endsOn).committee,
  )
  const href = `/appraise/decision?year=${cycle.year}`
  const set =
    members.length > 0
      ? met(`考核委员会 ${members.length} 人。`, `The committee has ${members.length} members.`, href)
      : open('尚未组成考核委员会。', 'The committee has not been set.', href)
  return {
    'committee-set': set,
    'committee-composition-holds':
      findings.length === 0
        ? met('委员会组成符合第 16 条。', 'The committee is composed as Art. 16 asks.', href)
        : open(`委员会${findings.map((one) => one.zh).join('、')}。`, `The committee: ${findings.map((one) => one.en).join(', ')}.`, href),
  }
}

async function ofGrades(tx: Tx, institutionId: string, cycle: Cycle): Promise<Conditions> {
  const rows = (await appraisalRows(tx, institutionId, cycle.cycleId).execute()).filter((row) => row.state !== 'void')
  const unscored = rows.filter((row) => row.state === 'enrolled').length
  const year = `?year=${cycle.year}`
  const rated =
    rows.length === 0
      ? open('尚未建立考核名册。', 'No appraisals have been opened.', `/appraise${year}`)
      : unscored > 0
        ? open(`还有 ${unscored} 人没有得分。`, `${unscored} people have no score yet.`, `/appraise${year}`)
        : met(`${rows.length} 人评分已结束。`, `The ratings of ${rows.length} people are in.`, `/appraise${year}`)
  const decision = await findDecision(tx, institutionId, cycle.cycleId)
  // the decision itself refuses a missing quorum, a missing reason, a recused member's vote and a seat above the cap
  const decided: Condition = decision
    ? met(
        `${decision.decided_on} 集体研究决定，${decision.present.length} 人到会。`,
        `Decided on ${decision.decided_on}, ${decision.present.length} present.`,
      )
    : open('尚未集体研究决定。', 'The committee has not decided yet.', `/appraise/decision${year}`)
  return {
    'ratings-in-or-resolved': rated,
    'every-change-has-reason': decided,
    'pools-within-cap': decided,
    'quorum-and-minutes': decided,
    'recusals-kept': decided,
    'cap-holds': decided,
  }
}

async function ofNotice(tx: Tx, institutionId: string, cycle: Cycle, today: string): Promise<Conditions> {
  const notice = (await listNotices(tx, institutionId)).find((one) => one.cycle_id === cycle.cycleId && one.withdrawn_at === null)
  const href = `/appraise/notice?year=${cycle.year}`
  if (!notice) {
    const none = open('尚未公示。', 'The notice has not been posted.', href)
    return { 'notice-period-elapsed': none, 'objections-answered': none, 'remedies-closed-or-handed-over': none }
  }
  const objections = (await listObjections(tx, institutionId)).filter((one) => one.notice_id === notice.notice_id)
  const unanswered = objections.filter((one) => one.answer === null).length
  const remedyUntil = addDays(notice.last_day, REMEDY_DAYS)
  return {
    'notice-period-elapsed':
      notice.closed_at === null
        ? open(
            `公示到 ${notice.last_day} 为止，期满后结束公示。`,
            `The notice runs until ${notice.last_day}; close it after that day.`,
            href,
          )
        : met(`公示已于 ${notice.last_day} 期满。`, `The notice ended on ${notice.last_day}.`, href),
    'objections-answered':
      unanswered > 0
        ? open(`还有 ${unanswered} 条异议没有答复。`, `${unanswered} objections are not answered.`, href)
        : met('异议都已答复。', 'Every objection is answered.', href),
    'remedies-closed-or-handed-over':
      today <= remedyUntil
        ? open(`复核申请期到 ${remedyUntil} 为止。`, `A review may be asked for until ${remedyUntil}.`, href)
        : unstated('纪检确认复核、申诉已办结或已移交。', 'Discipline confirms that reviews and appeals are closed or handed over.', href),
  }
}
