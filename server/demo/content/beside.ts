/** What the year says beside the ratings: the vote on the heads, one contract that ends, and what went missing for a reason. */
export const VOTE = { zh: '2025 年度中层干部民主测评', en: 'Heads of units, democratic evaluation 2025' }
export const OPEN_VOTE = { zh: '2026 年度站长民主测评（试测）', en: 'Heads of stations 2026, trial vote' }
export const VOTE_GROUPS = {
  leaders: { zh: '领导班子', en: 'Leaders' },
  staff: { zh: '职工代表', en: 'Staff representatives' },
} as const

export const TERM = {
  reason: '聘用合同（2023—2025 年）期满，按第18条进行聘期考核',
  tasks: '三年内完成国省道预防性养护设计 120 公里，设计变更率不高于 5%，带教新人两名。',
  opinion: '三年完成设计 131 公里，变更率 2.8%，带教两名新人均已独立承担项目。',
} as const

export const MISSING = {
  talk: '电话谈话：本人休长假，说明暂无法书面述职，承诺返岗后补交。',
  reason: '全年休假超过半年，按规定不确定等次，暂不具备述职条件，同意免交；不代填、不计分。',
} as const

/** A report has a sentence of its own for each: the unit, what was done most, and how many times. */
export const REPORT_WORDS = {
  did: [
    '完成计划内的日常养护和巡查',
    '按期报送各项数据并配合核查',
    '参加汛期值守和抢通',
    '处理群众诉求并逐件回访',
    '配合完成路况检测和病害复核',
    '完成材料试验和质量抽检',
  ],
  short: ['资料归档有时滞后', '新设备使用还不熟练', '与相邻工区沟通不够主动', '学习时间安排偏少', '现场照片留存不够完整'],
  next: ['把归档时限提前到当周', '考取一项岗位技能证书', '每季度做一次病害回头看', '主动对接信息科统一口径', '带好一名新同事'],
} as const
