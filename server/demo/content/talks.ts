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
