import type { Chance } from '../chance.ts'

/** What heads write down after a talk. */
export const TALKS = [
  {
    progress: '本季目标按计划推进，闭环率比上季提高约两个百分点。',
    support: '增派一名熟手带两周',
    nextStep: '下月把遗留病害清零，并总结一条做法',
  },
  { progress: '完成了计划内任务，但报送有一次退改。', support: '与信息科核对口径', nextStep: '按统一口径重报，退改降到零' },
  { progress: '雨季抢通任务重，巡查次数略低于计划。', support: '请站里调剂车辆', nextStep: '第三周补齐欠巡，记录上传当天完成' },
  { progress: '群众诉求办得快，重复投诉仍有一件。', support: '科里协调路权单位', nextStep: '回访并公开处理结果' },
  { progress: '发展目标进度过半，已通过一门考试。', support: '安排两天备考时间', nextStep: '年底前完成实操考核' },
  { progress: '质量抽检全部合格，进度滞后约一周。', support: '班组增加一个作业面', nextStep: '本月追平进度，周五例会说明' },
] as const

/** What is written down half-way through a plan: one of each, so that hardly two records of a unit read the same. */
const MID_YEARS = {
  progress: [
    '上半年各项过半，报送按时',
    '多数目标过半，一项略慢',
    '完成率与目标有差距，主要因为开工推迟',
    '质量和诉求办理都好',
    '进度正常，二季度比一季度稳',
    '任务量比去年同期多，仍按期完成',
    '一季度落下的已在五月补齐',
    '指标都在绿灯，数据有一次退改',
  ],
  goal: ['发展目标完成了一半', '发展目标已过半', '发展目标刚起步', '发展目标按月推进', '已报名下半年的培训', '考证材料已交'],
  support: ['安排一次外出培训', '请科里协调人手', '与信息科核对一次口径', '每月碰一次头', '调整一次分工', '暂不需要'],
  next: [
    '三季度补上落后的一项，每月看一次进度',
    '保持进度，十月底前完成发展目标',
    '下半年重点减少退改',
    '把做法写成一页说明',
    '年底前带出一名接手的人',
  ],
  changes: ['“计划完成率”的期限由九月改为十月，由本人在计划中提出调整', '一项目标因任务移交需要下调，由本人在计划中提出调整'],
} as const

/** What is looked at on the road besides. */
const ON_THE_ROAD = {
  progress: [
    '上半年巡查及时率高于目标，报送按时',
    '病害闭环过半，两处工点推迟开工',
    '汛期抢通任务重，巡查略少于计划',
    '坑槽修补及时，材料消耗在定额内',
  ],
  support: ['汛期增加一台巡查车', '请站里调剂一台压路机', '请科里协调交通组织方案'],
  next: ['下半年重点是病害清零和隐患整改', '三季度把推迟的工点补上', '入冬前备齐除雪物资'],
} as const

/** What is written down after a quarter. */
const QUARTER = {
  progress: [
    '本季目标按计划推进',
    '完成了计划内任务，报送有一次退改',
    '主要指标好于上季',
    '一项指标落后，原因是前置资料到得晚',
    '临时任务较多，计划内事项仍按期完成',
    '质量检查没有发现问题',
    '数据口径与信息科对过一次，已统一',
    '上季约定的改进已经做到',
  ],
  detail: [
    '发展目标按月推进',
    '培训学时已过半',
    '新同事已能独立办理',
    '台账补记到当日',
    '下季重点已商定',
    '协同部门反馈良好',
    '本月起每周报一次进度',
  ],
  support: ['与信息科核对口径', '请科里协调一次', '安排两天备考时间', '增派一名熟手带两周', '每周五碰头一次', '暂不需要'],
  next: ['下月把遗留事项清零', '按统一口径报送，退改降到零', '总结一条做法', '补上落后的一项', '完成一次交叉检查'],
} as const

const QUARTER_ON_THE_ROAD = {
  progress: [
    '巡查按计划完成，病害当天上报',
    '雨季抢通任务重，巡查次数略低于计划',
    '坑槽修补及时，返修一处',
    '边沟清理完成，水毁点已设标志',
    '群众诉求办得快，重复投诉有一件',
    '机械保养按期，油耗在定额内',
  ],
  support: ['请站里调剂车辆', '班组增加一个作业面', '补发两套反光衣', '请科里协调路权单位', '暂不需要'],
  next: ['第三周补齐欠巡', '记录上传当天完成', '把遗留病害清零', '回访并公开处理结果', '演练一次应急抢通'],
} as const

export function saidInTalk(chance: Chance, { onTheRoad }: { readonly onTheRoad: boolean }) {
  const words = onTheRoad ? { ...QUARTER, ...QUARTER_ON_THE_ROAD } : QUARTER
  return {
    progress: `${chance.pick<string>(words.progress)}；${chance.pick(QUARTER.detail)}。`,
    support: chance.pick<string>(words.support),
    nextStep: chance.pick<string>(words.next),
  }
}

/** Few plans change at the middle of the year. */
const CHANGES = 0.15

export function saidAtMidYear(chance: Chance, { onTheRoad }: { readonly onTheRoad: boolean }) {
  const words = onTheRoad ? { ...MID_YEARS, ...ON_THE_ROAD } : MID_YEARS
  return {
    progress: `${chance.pick<string>(words.progress)}；${chance.pick(MID_YEARS.goal)}。`,
    support: chance.pick<string>(words.support),
    nextStep: chance.pick<string>(words.next),
    changes: chance.often(CHANGES) ? chance.pick(MID_YEARS.changes) : '',
  }
}
