import { HEADS, type HeadCode } from '@milepost/terms/appraisal'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { Citation } from './citation.ts'
import type { CompositionFinding } from './committee.ts'

/** One rule of a pack: what it says, where it stands, how much hangs on it. */
export type NormRule = {
  readonly id: string
  readonly severity: 'blocking' | 'advisory'
  readonly stage: string
  readonly text: Bilingual
  readonly citation: Citation
}

/**
 * What is known of one appraisal cycle. null: nobody has recorded it, which is not the same as no. 'nobody': the article is about people (or
 * cases) of whom the cycle has none. 'not-yet': the cycle has not come as far.
 */
export type CycleFacts = {
  readonly headWeights: Readonly<Record<string, number>> | null
  readonly resultsNameSatisfaction: boolean | null
  readonly leadersInSeatBase: number | null
  readonly peopleInSeatBase: number | null
  readonly capBasisPoints: number | null
  readonly excellent: number | 'not-yet' | null
  readonly raised: { readonly ground: string | null; readonly approval: string | null } | null
  /** The year gives a ground to lower the cap, and the cap that was used. */
  readonly lowered: { readonly ground: string | null; readonly capBasisPoints: number; readonly limitBasisPoints: number } | null
  readonly committee: readonly CompositionFinding[] | null
  readonly planHeard: boolean | null
  readonly planPublished: boolean | null
  readonly selfReports: Counted | 'not-yet' | null
  readonly criteriaChecked: Counted | 'not-yet' | null
  readonly decidedCollectively: Counted | 'not-yet' | null
  readonly noticeWorkingDays: number | 'not-yet' | null
  readonly noticeMinimum: number
  readonly resultsInWriting: ResultsInWriting | 'not-yet' | null
  readonly interviews: Interviews | 'not-yet'
  readonly routineRecords: Counted | 'not-yet' | null
  readonly gradedThoughCommentOnly: Against
  readonly gradedThoughOnLongLeave: Against
  readonly gradedUnderInvestigation: Against
  readonly refusalsNotUnqualified: Against
  readonly formalRemediesAboveBasic: Against
  /** Objections raised while the names were posted: these are Art. 17, not reviews or appeals. */
  readonly objectionsToNotice: number
  readonly decidersNotRecused: Against
  /** About whom somebody stepped aside in the decision, and which members did, by name. */
  readonly steppedAside: readonly { readonly about: string; readonly members: readonly string[] }[]
  readonly gradesWithoutDeciders: Against
  /** Whether every grade that was given and must be cut has a factor below 1. */
  readonly payFactorsBelowOne: boolean | 'nobody' | 'not-yet' | null
  readonly filed: Counted | 'not-yet' | null
  readonly publicCellsBelowThreshold: Against
}

/** So many of so many; of those not done, how many were let off, and the named people who let them off. */
export type Counted = {
  readonly done: number
  readonly of: number
  readonly waived?: { readonly n: number; readonly by: readonly string[] }
}
/** Results that are final: those not told in writing, and those told to which nothing is signed, by name. A refusal two witnesses stand for counts as signed. */
export type ResultsInWriting = {
  readonly of: number
  readonly notServed: readonly string[]
  readonly notSigned: readonly string[]
  readonly refusedBeforeWitnesses: number
}

/** Feedback interviews whose days are over: `late` were held or confirmed after them; `missing` are named, with what is missing. */
export type Interviews = {
  readonly withinDays: number
  readonly of: number
  readonly late: number
  readonly notHeld: readonly string[]
  readonly notConfirmed: readonly string[]
}
/** How many are treated otherwise than the article says. */
export type Against = number | 'nobody' | 'not-yet' | null

export type NormStatus = 'met' | 'waived' | 'broken' | 'not-known' | 'not-applicable' | 'for-people'
export type NormResult = {
  readonly rule: NormRule
  readonly status: NormStatus
  /** What was looked at, in words with numbers. */
  readonly evidence: Bilingual
  /** A broken blocking rule stops the step; an advisory one is said. */
  readonly blocks: boolean
}

export type NormReport = {
  readonly results: readonly NormResult[]
  readonly met: number
  /** Broken but for named waivers. */
  readonly waived: number
  readonly broken: number
  readonly blocking: number
  readonly notKnown: number
  /** A program cannot tell: a person looks and writes down what was found. */
  readonly forPeople: number
  readonly notApplicable: number
  /** Rules in use whose text nobody has compared with the official one. */
  readonly unverified: readonly string[]
}

/** Checks a cycle against every rule of a pack, article by article. A rule without a machine check is listed for people to confirm, never passed silently. */
export function normReport(rules: readonly NormRule[], facts: CycleFacts): NormReport {
  const results = rules.map((rule): NormResult => {
    const { status, evidence } = CHECKS[rule.id]?.(facts) ?? forPeople
    return { rule, status, evidence, blocks: status === 'broken' && rule.severity === 'blocking' }
  })
  const count = (status: NormStatus) => results.filter((each) => each.status === status).length
  return {
    results,
    met: count('met'),
    waived: count('waived'),
    broken: count('broken'),
    blocking: results.filter(({ blocks }) => blocks).length,
    notKnown: count('not-known'),
    forPeople: count('for-people'),
    notApplicable: count('not-applicable'),
    unverified: rules.filter(({ citation }) => !citation.verified).map(({ id }) => id),
  }
}

/** The ids a machine can check; the others of a pack are for people. */
export const checkedRules = (): readonly string[] => Object.keys(CHECKS)

type Verdict = Pick<NormResult, 'status' | 'evidence'>

const say = (status: NormStatus, zh: string, en: string): Verdict => ({ status, evidence: { zh, en } })
const forPeople = say('for-people', '须由人工核对', 'For people to confirm')
const unknown = say('not-known', '尚无记录', 'Nothing recorded yet')
const nobody = say('not-applicable', '本周期没有此类人员或事项', 'The cycle has nobody and nothing of the kind')
const notYet = say('not-applicable', '本周期尚未到这一步', 'The cycle has not come to this yet')
const when = (isMet: boolean, zh: string, en: string): Verdict => say(isMet ? 'met' : 'broken', zh, en)

/** All of them, or say how many are missing. */
function all(counted: Counted | 'not-yet' | null, zh: string, en: string): Verdict {
  if (counted === null) return unknown
  if (counted === 'not-yet') return notYet
  if (counted.of === 0) return say('not-applicable', '没有应办事项', 'Nobody is due')
  const { waived } = counted
  if (waived && waived.n > 0 && counted.done < counted.of)
    return say(
      counted.done + waived.n >= counted.of ? 'waived' : 'broken',
      `${zh}：${counted.done}／${counted.of}，另 ${waived.n} 人经${waived.by.join('、')}批准免办`,
      `${en}: ${counted.done} of ${counted.of}, and ${waived.n} waived by ${waived.by.join(', ')}`,
    )
  return when(counted.done >= counted.of, `${zh}：${counted.done}／${counted.of}`, `${en}: ${counted.done} of ${counted.of}`)
}

/** The first of many names, and how many more there are. */
function named(names: readonly string[]): Bilingual {
  const [shown, more] = [names.slice(0, NAMED), Math.max(0, names.length - NAMED)]
  return {
    zh: `${shown.join('、')}${more > 0 ? `等 ${names.length} 人` : ''}`,
    en: `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  }
}
const NAMED = 12

/** Each kind of what is missing with its people. */
function lacking(parts: readonly (readonly [zh: string, en: string, names: readonly string[]])[]): Bilingual {
  const found = parts.filter(([, , names]) => names.length > 0)
  return {
    zh: found.map(([zh, , names]) => `；${zh} ${names.length} 人：${named(names).zh}`).join(''),
    en: found.map(([, en, names]) => `; ${en} ${names.length}: ${named(names).en}`).join(''),
  }
}

/** Art. 17 asks for both: the paper, and the person's word on it. */
function toldAndSigned({ resultsInWriting }: CycleFacts): Verdict {
  if (resultsInWriting === null) return unknown
  if (resultsInWriting === 'not-yet') return notYet
  const { of, notServed, notSigned, refusedBeforeWitnesses } = resultsInWriting
  if (of === 0) return say('not-applicable', '没有应办事项', 'Nobody is due')
  const served = of - notServed.length
  const signed = served - notSigned.length
  const refused = refusedBeforeWitnesses > 0
  const missing = lacking([
    ['未书面通知', 'not told in writing', notServed],
    ['未签署意见', 'no signed opinion', notSigned],
  ])
  return when(
    notServed.length === 0 && notSigned.length === 0,
    `已书面通知：${served}／${of}；已签署意见：${signed}／${of}${refused ? `（其中拒签、由两名见证人签名 ${refusedBeforeWitnesses} 人）` : ''}${missing.zh}`,
    `Told in writing: ${served} of ${of}; opinion signed: ${signed} of ${of}${refused ? ` (${refusedBeforeWitnesses} refused before two witnesses)` : ''}${missing.en}`,
  )
}

function talkedOver({ interviews }: CycleFacts): Verdict {
  if (interviews === 'not-yet') return notYet
  const { withinDays, of, late, notHeld, notConfirmed } = interviews
  if (of === 0) return say('not-applicable', '没有到期的面谈', 'No interview is due yet')
  const inTime = of - late - notHeld.length - notConfirmed.length
  const missing = lacking([
    ['未面谈', 'not held', notHeld],
    ['未经本人确认', 'not confirmed by the person', notConfirmed],
  ])
  return when(
    inTime === of,
    `送达后 ${withinDays} 日内面谈并经双方确认：${inTime}／${of}，逾期补办 ${late} 人${missing.zh}`,
    `Held and confirmed by both within ${withinDays} days of service: ${inTime} of ${of}, ${late} late${missing.en}`,
  )
}

/** None at all. */
function noneOf(count: Against, zh: string, en: string): Verdict {
  if (count === 'nobody') return nobody
  if (count === 'not-yet') return notYet
  return count === null ? unknown : when(count === 0, `${zh}：${count}`, `${en}: ${count}`)
}

function known(value: boolean | null, zh: readonly [string, string], en: readonly [string, string]): Verdict {
  return value === null ? unknown : when(value, zh[value ? 0 : 1], en[value ? 0 : 1])
}

function withinCap({ excellent, peopleInSeatBase, capBasisPoints }: CycleFacts): Verdict {
  if (excellent === 'not-yet') return notYet
  if (excellent === null || peopleInSeatBase === null || capBasisPoints === null) return unknown
  const seats = Math.floor((peopleInSeatBase * capBasisPoints) / 10_000)
  return when(
    excellent <= seats,
    `应参加 ${peopleInSeatBase} 人 × ${capBasisPoints / 100}%，取整 ${seats} 个，优秀 ${excellent} 人`,
    `${peopleInSeatBase} people × ${capBasisPoints / 100} %, rounded down ${seats}; ${excellent} excellent`,
  )
}

function raisedWithApproval({ raised }: CycleFacts): Verdict {
  if (raised === null) return say('not-applicable', '未提高比例', 'The cap was not raised')
  const isApproved = raised.ground !== null && (raised.approval ?? '').trim() !== ''
  return when(
    isApproved,
    `情形：${raised.ground ?? '未写明'}；批准文件：${raised.approval ?? '无'}`,
    `Ground: ${raised.ground ?? 'not given'}; approval: ${raised.approval ?? 'none'}`,
  )
}

function stressOnVirtueAndResults({ headWeights }: CycleFacts): Verdict {
  if (headWeights === null) return unknown
  const weights = Object.entries(headWeights)
  const heaviest = weights.toSorted(([, one], [, other]) => other - one).slice(0, 2)
  const stressed = weights.length === 5 && heaviest.every(([head]) => head === 'virtue' || head === 'results')
  return when(
    stressed,
    `权重最高的两项：${heaviest.map(([head, bp]) => `${nameOf(head).zh} ${bp / 100}%`).join('、')}`,
    `Heaviest two heads: ${heaviest.map(([head, bp]) => `${nameOf(head).en} ${bp / 100} %`).join(', ')}`,
  )
}

const nameOf = (head: string): Bilingual => (Object.hasOwn(HEADS, head) ? HEADS[head as HeadCode] : { zh: head, en: head })

/** Who should have stepped aside and did not; and who did, with about whom. */
function steppingAside({ decidersNotRecused, steppedAside }: CycleFacts): Verdict {
  const { status, evidence } = noneOf(decidersNotRecused, '应回避而未回避', 'Should have been recused')
  if (typeof decidersNotRecused !== 'number') return { status, evidence }
  if (steppedAside.length === 0) return say(status, `${evidence.zh}；没有需要回避的委员`, `${evidence.en}; no member had to step aside`)
  const zh = named(steppedAside.map(({ about, members }) => `${members.join('、')}（议${about}时）`)).zh
  const en = named(steppedAside.map(({ about, members }) => `${members.join(', ')} (about ${about})`)).en
  return say(status, `${evidence.zh}；已回避：${zh}`, `${evidence.en}; stepped aside: ${en}`)
}

/** Objections to the posted names are answered under Art. 17 and are no reviews: said, so that the two articles do not seem to differ. */
function reviewsOnlyBelow({ formalRemediesAboveBasic, objectionsToNotice: n }: CycleFacts): Verdict {
  if (formalRemediesAboveBasic === 'nobody')
    return say(
      'not-applicable',
      `本周期没有复核、申诉${n > 0 ? `；公示期间的异议 ${n} 件按第17条答复，不属复核、申诉` : ''}`,
      `No review or appeal was filed in this cycle${n > 0 ? `; objections to the posted names (${n}) are answered under Art. 17 and are no reviews` : ''}`,
    )
  return noneOf(formalRemediesAboveBasic, '合格以上进入正式复核的', 'Formal reviews of a grade of qualified or above')
}

const CHECKS: Readonly<Record<string, (facts: CycleFacts) => Verdict>> = {
  'leaders-apart': ({ leadersInSeatBase }) => noneOf(leadersInSeatBase, '计入职工名额基数的领导人员', 'Leaders counted in the seat base'),
  'five-heads': stressOnVirtueAndResults,
  'satisfaction-in-results': ({ resultsNameSatisfaction }) =>
    known(
      resultsNameSatisfaction,
      ['“绩”含服务对象满意度', '“绩”未含服务对象满意度'],
      ['Results include satisfaction', 'Results do not include satisfaction'],
    ),
  'criteria-before-grade': ({ criteriaChecked }) =>
    all(criteriaChecked, '已逐项核对等次标准（确定等次的人）', 'Checked against the criteria, of those who are graded'),
  'excellent-cap': withinCap,
  'cap-floor': withinCap,
  'cap-raised': raisedWithApproval,
  'cap-lowered': ({ lowered }) => {
    if (lowered === null || lowered.ground === null) return say('not-applicable', '没有应当降低的情形', 'No ground to lower the cap')
    return when(
      lowered.capBasisPoints <= lowered.limitBasisPoints,
      `情形：${lowered.ground}；比例 ${lowered.capBasisPoints / 100}%`,
      `Ground: ${lowered.ground}; cap ${lowered.capBasisPoints / 100} %`,
    )
  },
  committee: ({ committee }) => noneOf(committee?.length ?? null, '委员会组成问题', 'Faults in the composition'),
  'plan-heard': ({ planHeard, planPublished }) =>
    planHeard === null || planPublished === null
      ? unknown
      : when(
          planHeard && planPublished,
          `听取意见：${planHeard ? '是' : '否'}；公布：${planPublished ? '是' : '否'}`,
          `Heard: ${planHeard ? 'yes' : 'no'}; published: ${planPublished ? 'yes' : 'no'}`,
        ),
  'self-review': ({ selfReports }) => all(selfReports, '已交个人总结', 'Self-reports handed in'),
  'collective-decision': ({ decidedCollectively }) => all(decidedCollectively, '集体研究确定', 'Decided collectively'),
  'human-decision': ({ gradesWithoutDeciders }) => noneOf(gradesWithoutDeciders, '没有决定人的等次', 'Grades without a named decider'),
  recusal: steppingAside,
  'notice-five-days': ({ noticeWorkingDays, noticeMinimum }) =>
    noticeWorkingDays === 'not-yet'
      ? notYet
      : noticeWorkingDays === null
        ? unknown
        : when(
            noticeWorkingDays >= noticeMinimum,
            `公示 ${noticeWorkingDays} 个工作日，至少 ${noticeMinimum} 个`,
            `Posted ${noticeWorkingDays} working days of at least ${noticeMinimum}`,
          ),
  'result-in-writing': toldAndSigned,
  'interview-in-time': talkedOver,
  'routine-record': ({ routineRecords }) => all(routineRecords, '有平时考核记录', 'With a routine record'),
  'pay-cut-below': ({ payFactorsBelowOne }) =>
    payFactorsBelowOne === 'nobody'
      ? nobody
      : payFactorsBelowOne === 'not-yet'
        ? notYet
        : known(payFactorsBelowOne, ['相应等次系数小于 1', '有等次系数不小于 1'], ['The factors are below 1', 'A factor is not below 1']),
  'to-file': ({ filed }) =>
    filed === null
      ? say('for-people', '个人档案在本系统之外', 'Personnel files are kept outside this program')
      : all(filed, '已归档', 'Filed'),
  'review-only-below': reviewsOnlyBelow,
  'comment-only-new': ({ gradedThoughCommentOnly }) =>
    noneOf(gradedThoughCommentOnly, '只写评语而被定等次的', 'Graded though a comment only is due'),
  'no-grade-leave': ({ gradedThoughOnLongLeave }) => noneOf(gradedThoughOnLongLeave, '长假期间而被定等次的', 'Graded though on long leave'),
  'investigation-held': ({ gradedUnderInvestigation }) =>
    noneOf(gradedUnderInvestigation, '立案期间被定等次的', 'Graded while under investigation'),
  'refusal-unqualified': ({ refusalsNotUnqualified }) =>
    noneOf(refusalsNotUnqualified, '拒不参加而未定为不合格的', 'Refusals not graded unqualified'),
  'public-aggregates': ({ publicCellsBelowThreshold }) =>
    publicCellsBelowThreshold === null
      ? say(
          'for-people',
          '公开页自动隐去少于 5 人的分组，见发布前的预览',
          'Groups of fewer than five are held back by themselves; see the preview before publishing',
        )
      : noneOf(publicCellsBelowThreshold, '低于人数下限的公开数据', 'Public figures below the threshold'),
}
