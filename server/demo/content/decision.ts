export const MINUTES =
  '2026 年 1 月 16 日下午，考核委员会在三楼会议室召开会议，集体研究 2025 年度考核等次。人事科汇报参加考核人员范围、评分和得分情况，' +
  '绩效办汇报优秀名额测算（按应参加人数 20% 向下取整）。会议逐一审议建议等次；对名额线上得分完全相同的人员，听取所在部门意见后研究确定；' +
  '对个别建议作了调整并写明理由；本人事项本人回避。与会人员一致同意。'

export const CHANGES = {
  tieTaken: '得分与实绩分相同，汛期连续值守抢通，经集体研究予以优先。',
  tieLeft: '得分与实绩分相同，名额已满，经集体研究列合格，记入下一年度优先考虑。',
  yielded: '十二月有一件群众诉求办理超期经查属实，经集体研究不列优秀。',
  taken: '长期在一线工区，全年巡查和抢险记录突出，向一线倾斜予以优秀。',
  noProposal: '依据参加考核情况和对照标准，经集体研究确定。',
} as const

export const OBJECTION = '公示名单中有一名同志九月份参加过学习，想了解其全年实绩是否按实际在岗时间计算，依据在哪里可以看到。'
export const ANSWER =
  '经核查，公示人员的实绩分来自本人计分卡，按填报期间逐项计算，在岗时间满足规定，评分和计算过程已在得分说明单中列明，本人授权后可当面查阅。公示结果不变。'

export const WARNING = { kind: 'warning', decidedOn: '2025-09-15', inForceUntil: '2026-03-14', document: '路纪〔2025〕4 号' }

export const HEARD = {
  heard: '原工作单位人事部门',
  heardOn: '2026-01-09',
  opinion: '在原单位期间遵守纪律、完成任务，未受处分，同意由现单位确定等次。',
  suggestedGrade: null,
}

export const REPORTS = {
  engineer: {
    ethics: '坚持公道处事，质量问题不讲情面。',
    ability: '取得注册道路工程师继续教育学时，带教两名新人。',
    results: '主持国道预防性养护设计 46 公里，变更率低于 3%，路况评定数据按期上报。',
    shortfalls: '现场到得不够勤，雨季前排水复核偏晚。',
    'next-year': '雨季前完成全部排水隐患复核，并把方法写成作业指导书。',
  },
  worker: {
    results: '全年完成坑槽修补、边沟清理等日常养护任务，汛期参加抢通 6 次，巡查记录完整。',
    diligence: '全年出勤，节假日值守 11 天。',
    'next-year': '学会使用新配的灌缝设备，少返工。',
  },
} as const

export const INTERVIEW = {
  strengths: '技术扎实，急难任务冲在前面，带动了班组。',
  shortfalls: '台账和影像资料整理偏慢，月底集中补录。',
  nextGoals: '资料当周归档；下半年牵头一次路况复核。',
  improvementPlan: '',
  improveBy: null,
}
/** After basic or unqualified the talk ends with a plan and a day. */
export const IMPROVEMENT = { improvementPlan: '每周与组长核对一次台账，三个月内补齐缺失资料。', improveBy: '2026-06-30' }
export const INTERVIEW_ANSWER = '同意，资料归档从下周起按周核对。'
