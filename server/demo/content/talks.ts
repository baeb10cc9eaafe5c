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

/** What is written down half-way through a plan. */
export const MID_YEARS = [
  {
    progress: '上半年各项过半，巡查及时率高于目标，报送按时。',
    support: '汛期增加一台巡查车',
    nextStep: '下半年重点是病害清零和安全隐患整改',
    changes: '',
  },
  {
    progress: '完成率与目标有差距，主要因为两处工点推迟开工。',
    support: '请科里协调交通组织方案',
    nextStep: '三季度把推迟的工点补上，每月看一次进度',
    changes: '“计划完成率”的期限由九月改为十月，由本人在计划中提出调整',
  },
  {
    progress: '质量和诉求办理都好，发展目标只完成了一半。',
    support: '安排一次外出培训',
    nextStep: '十月底前完成实操考核',
    changes: '',
  },
] as const
