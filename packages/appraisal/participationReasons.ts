import type { Bilingual } from '@milepost/terms/bilingual'
import type { ParticipationRow } from './participationFacts.ts'

/** Why a row of the participation table holds, in words the person can check. `days` is the half-year setting. */
export const participationReasons: Readonly<Record<ParticipationRow, (days: number) => Bilingual>> = {
  'other-track': () => ({ zh: '按其他规定考核，不在本次考核范围', en: 'Appraised under other rules; outside this appraisal' }),
  refuses: () => ({
    zh: '无正当理由不参加考核，经教育后仍拒绝，直接确定为不合格',
    en: 'Refuses to take part without good reason, even after talks: unqualified directly',
  }),
  'under-investigation': () => ({
    zh: '正在接受立案审查调查，尚未结案：参加考核，不写评语、不定等次，结案后按规定补定',
    en: 'Under investigation, case still open: takes part without comment or grade; the grade is settled once the case is closed',
  }),
  sanctioned: () => ({
    zh: '受处分、组织处理或诫勉：参加考核，等次不得高于有关规定允许的上限；同时受多种处理的，取影响较重者',
    en: 'Sanctioned, handled by the organisation or admonished: takes part, graded no higher than those rules allow; the heavier one counts',
  }),
  'first-job-short': (days) => ({
    zh: `初次就业，在本单位工作不满半年（${days} 天）：只写评语，不定等次`,
    en: `First employment, less than half a year (${days} days) in this unit: comment only, no grade`,
  }),
  'short-service': (days) => ({
    zh: `本年在本单位和其他单位工作合计不满半年（${days} 天）：只写评语，不定等次`,
    en: `Less than half a year (${days} days) worked this year, here and elsewhere together: comment only, no grade`,
  }),
  'long-leave': (days) => ({
    zh: `病假、事假、非单位派出学习累计超过半年（${days} 天）：参加考核，不定等次`,
    en: `Sick leave, personal leave and study not sent by the unit add up to more than half a year (${days} days): takes part, no grade`,
  }),
  'maternity-leave': (days) => ({
    zh: `按规定休产假超过半年（${days} 天）：参加考核，确定等次`,
    en: `Statutory maternity leave of more than half a year (${days} days): takes part and is graded`,
  }),
  'joined-this-year': () => ({
    zh: '本年由其他单位调入：由现单位确定等次，原单位提供有关情况',
    en: 'Came from another unit this year: the present unit grades, the former unit supplies the facts',
  }),
  seconded: (days) => ({
    zh: `挂职、援派或驻外：由工作时间超过半年（${days} 天）的单位考核，听取另一方意见`,
    en: `Seconded, sent to aid or stationed elsewhere: graded by the unit where more than half a year (${days} days) was worked, after hearing the other`,
  }),
  sent: () => ({
    zh: '单位派出学习培训、执行任务或经批准创新创业：由人事关系所在单位根据实际表现考核',
    en: 'Sent on training or a mission, or on approved innovation leave: graded by the unit that holds the personnel relation, on facts from the host',
  }),
  'two-posts': () => ({
    zh: '同时在管理岗位和专业技术岗位任职：双岗位双考核',
    en: 'Holds a management and a professional post: appraised in both',
  }),
  ordinary: () => ({ zh: '参加考核，确定等次', en: 'Takes part and is graded' }),
}
