import { CAST } from '../cast.ts'
import { headOfUnit } from '../staff.ts'

type DemoJudge = {
  readonly username: string
  /** Where the judge departs from the library's judgements. */
  readonly changes: Readonly<Record<string, string>>
  /** Criteria the judge did not compare with the rest: those pairs stay open. */
  readonly skips: readonly string[]
  readonly ratings: Readonly<Record<string, { value: number; reason: string }>>
}

/** A deputy, the heads of personnel and of maintenance, an engineer and a road worker: each sees it from where they stand. */
export const JUDGES: readonly DemoJudge[] = [
  {
    username: CAST.deputies[0] ?? CAST.secretary,
    changes: { 'C1/C4': '3', 'C1/C9': '4', 'C2/C6': '3', 'C2/C9': '4', 'C3/C9': '3' },
    skips: [],
    ratings: { 'C1/OKR': { value: 6, reason: '本单位层级多，对齐要靠会议，难以自下而上。' } },
  },
  {
    username: CAST.personnel,
    changes: { 'C1/C8': '1', 'C2/C8': '1', 'C3/C8': '1/2', 'C4/C8': '1/2', 'C8/C9': '3', 'C8/C10': '2', 'C7/C8': '1' },
    skips: [],
    ratings: { 'C8/BSC': { value: 6, reason: '等次仍按 2023 年规定评，与计分卡衔接即可。' } },
  },
  {
    username: headOfUnit('YHK').employeeNo,
    changes: { 'C1/C4': '1', 'C3/C4': '1/2', 'C4/C6': '2', 'C4/C10': '2', 'C4/C9': '3' },
    skips: [],
    ratings: { 'C4/KPI': { value: 9, reason: '路况、巡查、养护都有现成数据。' } },
  },
  {
    username: CAST.engineer,
    changes: { 'C1/C6': '1', 'C2/C6': '1', 'C4/C6': '1/2', 'C5/C6': '1', 'C6/C9': '3', 'C6/C10': '2', 'C7/C9': '3' },
    skips: ['C8'],
    ratings: {},
  },
  {
    username: CAST.worker,
    changes: { 'C1/C7': '1/2', 'C2/C7': '1/2', 'C6/C7': '1/2', 'C7/C8': '2', 'C7/C9': '2', 'C1/C9': '1', 'C2/C9': '1', 'C4/C9': '1' },
    skips: [],
    ratings: {},
  },
]

export const CHOICE_REASON =
  '平衡计分卡在战略承接、多维平衡和公共产品适配上最强，按五位评判人汇总的权重排序第一，随机权重下多数情况仍领先。弱点是建立成本高，' +
  '用指标库和一键分解来降低。'

export const HYBRID = [
  { method: 'BSC', use: '总框架：使命、维度、目标、指标、分解到人' },
  { method: 'KPI', use: '指标要有定义、公式、来源和责任人' },
  { method: 'MBO', use: '目标值由上下级面谈商定' },
  { method: 'OKR', use: '每季度沟通一次进展和困难' },
  { method: '360', use: '德、能、勤和服务态度由多方评价' },
  { method: 'TRAD', use: '等次仍按 2023 年考核规定评定' },
] as const
