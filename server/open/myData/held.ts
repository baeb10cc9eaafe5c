import type { Bilingual } from '@milepost/terms/bilingual'
import type { DB } from '../../platform/database/schema.ts'
import type { Kind } from './register.ts'

type Table = keyof DB & string

/** A table in which a person stands, with what is said of each of its rows. */
export type Held = {
  readonly table: Table
  /** The column the person stands in, or the one that leads to the person's card or appraisal. */
  readonly column: string
  readonly kind: Kind['code']
  readonly name: Bilingual
  /** Column -> what it is called; in the order shown. */
  readonly says: Readonly<Record<string, Bilingual>>
}

const w = (zh: string, en: string): Bilingual => ({ zh, en })

function held<T extends Table>(
  table: T,
  column: keyof DB[T] & string,
  kind: Kind['code'],
  name: Bilingual,
  says: { readonly [C in keyof DB[T] & string]?: Bilingual },
): Held {
  return { table, column, kind, name, says: says as Held['says'] }
}

const YEAR = w('年度', 'Year')
const KIND = w('类别', 'Kind')
const FROM = w('自', 'From')
const TO = w('至', 'To')
const REASON = w('理由', 'Reason')
const STATE = w('状态', 'State')
const DOCUMENT = w('文号', 'Document')
const WHEN = w('时间', 'When')
const BY = w('办理人', 'By')
const MEASURE = w('指标', 'Measure')
const PERIOD = w('期间', 'Period')
const DUE = w('期限', 'Due')
const ANSWER = w('答复', 'Answer')
const WHAT = w('内容', 'What')

/** What is read from a table as it stands; account, posts, absences, plan, check-ins, score, grade, pay and training are told by their rooms. */
export const HELD: readonly Held[] = [
  held('message_address', 'person_id', 'account', w('消息地址', 'Address for messages'), {
    email: w('邮箱', 'E-mail'),
    language: w('语言', 'Language'),
  }),
  held('message', 'person_id', 'account', w('发给我的消息', 'Message sent to me'), {
    created_at: WHEN,
    subject_zh: w('标题', 'Subject'),
    due_on: DUE,
    read_at: w('已读', 'Read'),
  }),
  held('measure_value', 'person_id', 'plan', w('本人指标数据', 'Value of my measure'), {
    measure_id: MEASURE,
    period_id: PERIOD,
    revision: w('第几次', 'Revision'),
    state: STATE,
    actual: w('数值', 'Value'),
    numerator: w('分子', 'Numerator'),
    denominator: w('分母', 'Denominator'),
    note: w('说明', 'Note'),
    recorded_by: BY,
  }),
  held('period_waiver', 'person_id', 'plan', w('免报', 'Value waived'), {
    measure_id: MEASURE,
    period_id: PERIOD,
    reason: REASON,
    waived_by: BY,
  }),
  held('development_goal', 'card_id', 'plan', w('发展目标', 'Development goal'), {
    title_zh: WHAT,
    proof_zh: w('达成标志', 'Proof'),
    due_on: DUE,
    state: STATE,
    evidence: w('结果', 'Outcome'),
  }),
  held('plan_amendment', 'card_id', 'plan', w('计划调整', 'Amendment of my plan'), {
    reason: REASON,
    asked_by: w('提出人', 'Asked by'),
    asked_at: WHEN,
    state: STATE,
    answer: ANSWER,
    in_force_from: w('生效', 'In force from'),
  }),
  held('plan_exception', 'card_id', 'plan', w('未商定计划的例外', 'Exception for a plan not agreed'), {
    reason: REASON,
    decided_by: BY,
    decided_at: WHEN,
  }),
  held('bonus_entry', 'card_id', 'plan', w('加减分', 'Bonus points'), {
    points: w('分值', 'Points'),
    reason: REASON,
    evidence: w('依据', 'Evidence'),
    entered_by: BY,
    entered_at: WHEN,
  }),
  held('veto_decision', 'card_id', 'plan', w('一票否决', 'Veto'), {
    measure_id: MEASURE,
    effect: w('效力', 'Effect'),
    reason: REASON,
    decided_by: BY,
    decided_at: WHEN,
  }),
  held('red_line_note', 'card_id', 'plan', w('红灯说明', 'Note on a red measure'), {
    measure_id: MEASURE,
    fact: w('事实', 'Fact'),
    cause: w('原因', 'Cause'),
    action: w('措施', 'Action'),
    due_on: DUE,
    written_by: BY,
  }),
  held('critical_incident', 'person_id', 'talk', w('关键事件', 'Critical incident'), {
    happened_on: w('日期', 'Day'),
    sign: w('性质', 'Sign'),
    what: WHAT,
    effect: w('影响', 'Effect'),
    person_says: w('本人说明', 'What I say'),
    recorded_by: BY,
  }),
  held('check_in', 'head_person_id', 'talk', w('我作为负责人的谈话', 'Talk I held as a head'), {
    kind: w('种类', 'Kind'),
    held_on: w('日期', 'Day'),
    next_step: w('下一步', 'Next step'),
  }),
  held('critical_incident', 'recorded_by_person_id', 'talk', w('我记录的关键事件', 'Incident I recorded'), {
    happened_on: w('日期', 'Day'),
  }),
  held('self_report', 'appraisal_id', 'appraisal', w('个人总结', 'Self-report'), {
    saved_at: w('保存', 'Saved'),
    submitted_at: w('提交', 'Handed in'),
  }),
  held('other_appraisal', 'person_id', 'appraisal', w('聘期或专项考核', 'Term or special appraisal'), {
    kind: KIND,
    starts_on: FROM,
    ends_on: TO,
    reason: w('事由', 'Why'),
    tasks: w('任务', 'Tasks'),
    result: w('结果', 'Result'),
    decided_on: w('决定日期', 'Decided on'),
    decision_reason: REASON,
  }),
  held('missing_record', 'person_id', 'appraisal', w('缺个人总结或平时记录', 'Missing self-report or routine record'), {
    cycle_id: YEAR,
    what: WHAT,
    first_notice_on: w('第一次通知', 'First notice'),
    second_notice_on: w('第二次通知', 'Second notice'),
    talk: w('谈话', 'Talk'),
    waived_by: w('免除人', 'Waived by'),
    waived_because: REASON,
  }),
  held('refusal_to_take_part', 'person_id', 'appraisal', w('拒不参加考核的记录', 'Refusal to take part'), {
    cycle_id: YEAR,
    first_notice_on: w('第一次通知', 'First notice'),
    second_notice_on: w('第二次通知', 'Second notice'),
    talked_on: w('谈话日期', 'Talk on'),
    talk: w('谈话', 'Talk'),
  }),
  held('vote_subject', 'person_id', 'appraisal', w('列入民主测评', 'In a democratic vote'), {
    name_zh: w('票面姓名', 'Name on the ballot'),
  }),
  held('service', 'appraisal_id', 'appraisal', w('结果送达与签署意见', 'Result served, and my opinion'), {
    served_on: w('送达', 'Served on'),
    opinion: w('意见', 'Opinion'),
    opinion_text: WHAT,
    signed_on: w('签字', 'Signed on'),
  }),
  held('feedback_interview', 'appraisal_id', 'appraisal', w('反馈面谈', 'Feedback interview'), {
    held_on: w('日期', 'Day'),
    head_name: w('谈话人', 'Held by'),
    strengths: w('成绩', 'Strengths'),
    shortfalls: w('不足', 'Shortfalls'),
    next_goals: w('下一步目标', 'Next goals'),
    improvement_plan: w('改进计划', 'Improvement plan'),
    person_says: w('本人说明', 'What I say'),
  }),
  held('remedy_case', 'appraisal_id', 'appraisal', w('复核、申诉', 'Review or appeal'), {
    kind: KIND,
    filed_on: w('提出', 'Filed on'),
    filed_by: w('提出人', 'Filed by'),
    representative: w('代理人', 'Representative'),
    representative_tie: w('与本人关系', 'Tie'),
    grounds: w('理由', 'Grounds'),
    decide_by: DUE,
    decided_on: w('决定', 'Decided on'),
    outcome: w('结果', 'Outcome'),
    findings: w('认定', 'Findings'),
  }),
  held('reopening', 'appraisal_id', 'appraisal', w('重新考核', 'Reopening'), {
    reason: REASON,
    document: DOCUMENT,
    state: STATE,
    asked_by: w('提出人', 'Asked by'),
    asked_at: WHEN,
    answer: ANSWER,
    answered_by: BY,
  }),
  held('hearing', 'appraisal_id', 'appraisal', w('听取意见', 'Hearing'), {
    heard: w('听取对象', 'Heard'),
    heard_on: w('日期', 'Day'),
    recorded_by: BY,
  }),
  held('objection', 'for_person_id', 'appraisal', w('代我提出的公示异议', 'Objection raised for me'), {
    facts: w('事实', 'Facts'),
    representative: w('代理人', 'Representative'),
    raised_at: WHEN,
    answer: ANSWER,
  }),
  held('ticket_objection', 'person_id', 'appraisal', w('对得分的异议', 'Objection to a score'), {
    line_zh: w('项目', 'Line'),
    shown: w('当时显示', 'Shown then'),
    facts: w('事实', 'Facts'),
    outcome: w('结果', 'Outcome'),
    answer: ANSWER,
  }),
  held('consequence_act', 'person_id', 'appraisal', w('考核结果的使用', 'What followed from the grade'), {
    cycle_id: YEAR,
    proposal: w('建议', 'Proposal'),
    outcome: w('结果', 'Outcome'),
    document: DOCUMENT,
    reason: REASON,
  }),
  held('pay_settlement_line', 'person_id', 'pay', w('补发或扣回', 'Settlement'), {
    paid_fen: w('已发（分）', 'Paid (fen)'),
    due_fen: w('应发（分）', 'Due (fen)'),
    from_reserve_fen: w('自预留（分）', 'From the reserve (fen)'),
  }),
  held('recognition', 'person_id', 'training', w('表彰', 'Recognition'), {
    given_on: w('日期', 'Day'),
    title: WHAT,
    reason: REASON,
    document: DOCUMENT,
    withdrawn_because: w('撤销理由', 'Withdrawn because'),
  }),
  held('sanction', 'person_id', 'record', w('处分', 'Sanction'), {
    kind: KIND,
    decided_on: w('决定', 'Decided on'),
    in_force_until: TO,
    document: DOCUMENT,
    lifted_on: w('解除', 'Lifted on'),
  }),
  held('posting', 'person_id', 'record', w('借调、培训、援派', 'Secondment, training or mission'), {
    kind: KIND,
    host: w('单位', 'Host'),
    starts_on: FROM,
    ends_on: TO,
  }),
  held('interest_tie', 'person_id', 'record', w('申报的利害关系', 'Tie declared'), {
    kind: KIND,
    declared_on: w('申报', 'Declared on'),
    ended_on: TO,
  }),
  held('interest_tie', 'other_person_id', 'record', w('他人申报的与我的利害关系', 'Tie to me, declared by another'), {
    kind: KIND,
    declared_on: w('申报', 'Declared on'),
    ended_on: TO,
  }),
  held('conflict_cleared', 'person_id', 'record', w('回避提示已排除', 'Sign of a conflict cleared'), {
    cycle_id: YEAR,
    sign: KIND,
    reason: REASON,
    cleared_by: BY,
  }),
  held('conflict_cleared', 'other_person_id', 'record', w('回避提示已排除', 'Sign of a conflict cleared'), {
    cycle_id: YEAR,
    sign: KIND,
    reason: REASON,
    cleared_by: BY,
  }),
  held('committee_member', 'person_id', 'duty', w('考核委员会成员', 'Member of the committee'), { cycle_id: YEAR, member_class: KIND }),
  held(
    'rater_role',
    'rater_person_id',
    'duty',
    w('评价人指定、回避、谢绝、代评、免评', 'As rater: nominated, stepped aside, declined, stood in for, waived'),
    {
      kind: KIND,
      rater_group: w('评价组', 'Group'),
      state: STATE,
      reason: REASON,
      asked_by: w('提出人', 'Asked by'),
      asked_at: WHEN,
      answered_by: BY,
    },
  ),
  held('rater_role', 'stand_in_person_id', 'duty', w('由我代评', 'I stand in as rater'), {
    kind: KIND,
    until_on: TO,
    state: STATE,
    reason: REASON,
  }),
  held('rating', 'rater_person_id', 'duty', w('我作出的评价', 'Rating I gave'), {
    rater_group: w('评价组', 'Group'),
    criteria_grade: w('等次', 'Grade'),
    comment: w('评语', 'Comment'),
    submitted_at: WHEN,
  }),
  held('rating', 'on_behalf_of', 'duty', w('他人代我作出的评价', 'Rating given on my behalf'), {
    rater_group: w('评价组', 'Group'),
    submitted_at: WHEN,
  }),
  held('rating_draft', 'rater_person_id', 'duty', w('我未提交的评价', 'Rating I have not handed in'), {
    criteria_grade: w('等次', 'Grade'),
    comment: w('评语', 'Comment'),
    saved_at: WHEN,
  }),
  held('rater_reminder', 'rater_person_id', 'duty', w('催评', 'Reminder to rate'), {
    cycle_id: YEAR,
    reminded_on: w('日期', 'Day'),
    waiting: w('待评人数', 'Waiting'),
  }),
  held('rater_escalation', 'rater_person_id', 'duty', w('逾期上报', 'Late ratings passed on'), {
    cycle_id: YEAR,
    rung: w('上报给', 'To'),
    escalated_on: w('日期', 'Day'),
    waiting: w('待评人数', 'Waiting'),
  }),
  held('rater_escalation', 'told_person_id', 'duty', w('向我上报的逾期', 'Late ratings I was told of'), {
    cycle_id: YEAR,
    escalated_on: w('日期', 'Day'),
  }),
  held('other_appraisal', 'rater_person_id', 'duty', w('我评价的聘期或专项考核', 'Term or special appraisal I rate'), {
    kind: KIND,
    opinion: w('评价意见', 'Opinion'),
    rated_on: w('日期', 'Day'),
  }),
  held('grade_confirmation', 'confirmed_by_person_id', 'duty', w('我作为上一级作出的确认', 'Confirmation I gave as second level'), {
    grade: w('等次', 'Grade'),
    verdict: w('结论', 'Verdict'),
    reason: REASON,
    confirmed_at: WHEN,
  }),
  held('red_line_note', 'owner_person_id', 'duty', w('我负责的红灯措施', 'Action on a red measure I own'), {
    measure_id: MEASURE,
    action: w('措施', 'Action'),
    due_on: DUE,
    check_verdict: w('是否见效', 'Did it work'),
  }),
  held('review_item', 'owner_person_id', 'duty', w('分析会交办事项', 'Action from a review'), {
    subject_zh: w('议题', 'Subject'),
    action: w('措施', 'Action'),
    due_on: DUE,
  }),
  held('initiative', 'owner_person_id', 'duty', w('我负责的改进举措', 'Initiative I own'), {
    name: WHAT,
    starts_on: FROM,
    due_on: TO,
    state: STATE,
    verdict: w('是否见效', 'Did it work'),
  }),
  held('objective', 'owner_person_id', 'duty', w('我负责的目标', 'Objective I own'), { name_zh: WHAT }),
  held('map_link', 'owner_person_id', 'duty', w('我负责核实的因果关系', 'Causal link I own'), { rationale_zh: REASON, review_on: DUE }),
]

/** Tables with a person, a card or an appraisal in them that are told otherwise, or not told; each with the reason. */
export const OTHERWISE: Readonly<Record<string, string>> = {
  'account.person_id': 'told under the account',
  'person.person_id': 'told under the posts',
  'assignment.person_id': 'told under the posts',
  'absence.person_id': 'told under the absences',
  'card.person_id': 'told under the plan',
  'card.card_id': 'told under the plan',
  'card_measure.card_id': 'told under the plan',
  'card_score.card_id': 'told by the score, with its ticket',
  'initiative.card_id': 'an initiative for a card is told to whoever owns it',
  'ticket_objection.card_id': 'told by the person who objects',
  'check_in.person_id': 'told under the check-ins',
  'appraisal.person_id': 'told under the appraisal, as far as it may be known',
  'appraisal.appraisal_id': 'told under the appraisal, as far as it may be known',
  'training_credit.person_id': 'told under the training',
  'pay_line.person_id': 'told under the pay, once approved',
  'roster.invitation.person_id':
    'the list of who was invited stands behind a wall that no page can read over, so that nobody joins it to ballots; the message with the invitation is told',
  'ballot.answer_sheet.person_id':
    'holds a person only in a wave that says so by name; a secret ballot has none and cannot be found by person',
  'investigation.person_id': 'who is told of an investigation, and when, is decided by the office that leads it',
  'calibration_change.appraisal_id': 'what a committee weighs is not told before the grade may be known; the grade is told then',
  'decision_line.appraisal_id': 'as above: the grade is told when it may be known',
  'grade_change.appraisal_id': 'as above: the grade is told when it may be known',
  'grade_confirmation.appraisal_id': 'as above: the grade is told when it may be known',
  'rating.appraisal_id': 'ratings are given in confidence: told only as the mean of a group large enough',
  'rating_draft.appraisal_id': 'as above',
  'rating_void.appraisal_id': 'as above',
  'rater_role.appraisal_id': 'who rates is told by the appraisal only where it is not in confidence',
}
