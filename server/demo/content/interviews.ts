/** What was said about each code, in the words of interviewees; everybody takes other words from here. */
export const SAID: Readonly<Record<string, readonly string[]>> = {
  P1: [
    '说实话，绩效管理不就是年底填张表、评个优秀吗。',
    '我一直以为绩效就是发奖金时用的那张打分表。',
    '平时没人讲绩效，到了年底才想起来。',
  ],
  'P2-plan': [
    '年初的目标是科里直接派下来的，没有跟我商量过。',
    '目标写在总表里，哪几条归我，我是后来才知道的。',
    '任务书一年一签，签完就锁在柜子里了。',
  ],
  'P2-coach': ['这半年没有人专门找我谈过目标的进展。', '路上遇到问题都是自己想办法，年底再汇报。', '谈话有，都是谈安全，不谈目标。'],
  'P2-feedback': [
    '结果就是一个“合格”，为什么合格，没有人告诉我。',
    '公示栏里看到等次，之前没有谈过。',
    '我问过一次为什么不是优秀，答复是轮到别人了。',
  ],
  'P2-use': ['考核完了就完了，培训还是按老名单派。', '去年提的问题，今年的安排里没有看到。'],
  P3: [
    '考核办法三年改了两次，手里的还是旧版本。',
    '每个科室的打分表都不一样，尺度全靠科长掌握。',
    '要是不服气，该找谁、几天之内找，我说不上来。',
    '表格总是临时换，填好的又要重填。',
  ],
  P4: ['机关的指标放在谁身上都差不多，看不出是我的工作。', '坑槽多少要看雨季，这个指标我控制不了，也算我的分。'],
  P5: [
    '班子一年专题研究绩效也就一次，还是在年底。',
    '科长忙着跑项目，绩效谈话排不上号。',
    '大家都知道是走过场，谁也不认真写。',
    '领导不过问，下面自然就放在最后。',
  ],
  K1: ['我们做的是公共服务，路好不好大家都有感觉，可分数很难打。', '应急抢险没法定量，只能凭印象。'],
  K2: ['群众打热线反映的事，办得好不好跟考核没有关系。', '上级满意就行，路上的人怎么看没人问。'],
  K3: ['怎么评出来的，我们职工看不到。', '方案定的时候没有征求过我们的意见。', '得分怎么构成的，没有公布过。'],
  K4: ['奖励性绩效基本是平均分的，差不了几十块。', '干得好的人也没有多一次培训的机会。', '拉不开差距，年轻人就不想多干。'],
  'good-practice': ['我们站自己记巡查台账，月底对一遍，这个办法管用。'],
  suggestion: ['最想先改的是谈话：一个季度坐下来谈一次就够。', '能不能让大家在手机上看到自己的得分是怎么来的。'],
}

type Interviewee = { readonly stratum: 'province-bureau' | 'bureau'; readonly role: string; readonly raised: readonly string[] }

/** Sixteen people; which problems they raised adds up to what the findings say: P1 4, P2 12, P3 9, P4 4, P5 10. */
export const INTERVIEWEES: readonly Interviewee[] = [
  { stratum: 'bureau', role: 'worker', raised: ['P2-plan', 'P2-feedback', 'K4'] },
  { stratum: 'bureau', role: 'worker', raised: ['P1', 'P2-coach', 'P5', 'K4'] },
  { stratum: 'bureau', role: 'worker', raised: ['P2-feedback', 'P3', 'K3'] },
  { stratum: 'bureau', role: 'worker', raised: ['P1', 'P4', 'K1', 'good-practice'] },
  { stratum: 'bureau', role: 'staff', raised: ['P2-plan', 'P3', 'P5', 'K3'] },
  { stratum: 'bureau', role: 'staff', raised: ['P2-coach', 'P2-use', 'P5', 'K4'] },
  { stratum: 'bureau', role: 'staff', raised: ['P3', 'P4', 'K3', 'suggestion'] },
  { stratum: 'bureau', role: 'unit-head', raised: ['P2-coach', 'P3', 'P5', 'K1'] },
  { stratum: 'bureau', role: 'unit-head', raised: ['P2-use', 'P5', 'K4', 'suggestion'] },
  { stratum: 'bureau', role: 'leader', raised: ['P3', 'K2', 'K3'] },
  { stratum: 'province-bureau', role: 'superior', raised: ['P2-coach', 'P3', 'P5', 'K2'] },
  { stratum: 'province-bureau', role: 'superior', raised: ['P1', 'P2-feedback', 'P5'] },
  { stratum: 'province-bureau', role: 'superior', raised: ['P3', 'P5', 'K3'] },
  { stratum: 'province-bureau', role: 'superior', raised: ['P2-use', 'P3', 'P4', 'P5'] },
  { stratum: 'province-bureau', role: 'superior', raised: ['P1', 'P2-plan', 'P4', 'K2'] },
  { stratum: 'province-bureau', role: 'superior', raised: ['P2-feedback', 'P3', 'P5', 'K1'] },
]
