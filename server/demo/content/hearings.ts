/** What staff said of the plan when they were heard, and what the office answered. */
export type HeardOn = {
  readonly subject: string
  readonly comments: readonly {
    readonly by: 'engineer' | 'worker'
    readonly named: boolean
    readonly text: string
    readonly answer: string
  }[]
}

export const HEARINGS = {
  first: {
    subject: '2025 年度考核方案（征求意见稿）：计分卡、权重、等次名额与绩效工资分配办法。',
    comments: [
      {
        by: 'worker',
        named: true,
        text: '山区站冬季除雪任务重，路面指标与平原站用同一目标值不公平。',
        answer: '采纳：山区两站路面优良率目标下调 2 个百分点，除雪及时率单列。',
      },
      {
        by: 'engineer',
        named: false,
        text: '个人发展目标是否计分？担心变成走形式。',
        answer: '说明：发展目标不计分，只看是否完成并附材料，用于下年度培训安排。',
      },
    ],
  },
  second: {
    subject: '2026 年度考核方案（征求意见稿）：沿用上年计分卡，提高群众诉求办结率权重。',
    comments: [
      {
        by: 'worker',
        named: true,
        text: '诉求办结率由养护科转办，转办时间应扣除。',
        answer: '采纳：自转办到站之时起算，转办时间另列。',
      },
    ],
  },
} as const satisfies Record<string, HeardOn>
