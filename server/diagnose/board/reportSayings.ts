/** What the tables of the report show, in words: filled in from the same figures. */
const zh = {
  table: (n: number, words: string) => `表 ${n}　${words}`,
  figure: (n: number, words: string) => `图 ${n}　${words}`,
  tables: {
    response: '各层级回收情况',
    reliability: '各构念的均值与信度',
    itemTotal: '各题的校正项总相关与删除该题后的 α',
    variance: '各成分解释的方差',
    problems: '五类问题的三种证据与认定',
    levels: '各层均值的比较',
    priorities: '各构念的重要性与得分',
    causes: '成因对问题的强度',
    evidence: '证据板上的证据',
    remedies: '选定的对策',
    thread: '从问题到见效标志',
    items: '各题结果',
  },
  and: '、',
  stop: '。',
  named: (name: string, value: string) => `${name}（${value}）`,
  rate: (eligible: string, rate: string) => `应答人数 ${eligible} 人，回收率 ${rate} %。`,
  rates: (high: string, low: string) => `回收率最高的是${high}，最低的是${low}。`,
  planned: (n: number, least: number) =>
    n === 0 ? '系统内没有本轮的访谈。' : `系统内安排了 ${n} 次访谈，已编码的受访者不足 ${least} 人，不予汇总。`,
  outside: (n: string, by: string) => `另有在系统外进行的访谈，受访 ${n} 人；提到各问题的人数由${by}填写，见第三节。`,
  ofBy: (raised: number, asked: number, by: string) => `${asked} 人中 ${raised} 人（系统外，${by}填写）`,
  reliability: (high: string, low: string, good: number, of: number) =>
    `均值最高的是${high}，最低的是${low}。${of} 个构念中，信度达到 0.70 的有 ${good} 个`,
  weak: (names: string) => `，低于 0.60 的有${names}，引用时须谨慎`,
  pairs: (names: string) => `${names}只有两题，信度为 Spearman-Brown 系数。`,
  alphaN: '信度只用答完该构念全部题目的答卷，因此 n 可小于均值的 n。',
  itemTotal: (weak: string) =>
    weak === '' ? '各题与其余题目的相关都不低于 0.30。' : `与其余题目的相关低于 0.30、与本构念不合群的题有：${weak}。`,
  complete: (complete: number, all: number, items: number) =>
    `KMO 与因子分析只用答完全部 ${items} 题的 ${complete} 份答卷（共 ${all} 份）：相关矩阵须出自同一批答卷，缺答的不作填补。`,
  fewer: (constructs: number, components: number) => `问卷设 ${constructs} 个构念，分析得到 ${components} 个成分，构念没有一一分开。`,
  noLoading: (items: string) => `${items} 在任何成分上的载荷都不到 0.4，没有归属。`,
  apart: (constructs: number) => `${constructs} 个构念与成分个数一致，各题都有达到 0.4 的载荷。`,
  problems: (high: string, low: string) => `问卷中最重的问题是${high}，最轻的是${low}。`,
  proposed: (confirmed: number, suspected: number, decided: number, of: number) =>
    `${of} 个问题中，规则建议证实的 ${confirmed} 个、疑似的 ${suspected} 个；已署名认定 ${decided} 个。`,
  levels: (found: string, of: number) =>
    found === '' ? `比较了 ${of} 个构念，校正后均无显著差异。` : `比较了 ${of} 个构念，校正后差异显著（p < 0.05）的有：${found}。`,
  widest: (name: string, high: string, low: string) => `差距最大的是${name}：${high}，${low}。`,
  priorities: (first: string) => (first === '' ? '没有构念落在“优先改进”一区。' : `最该先改的是：${first}。`),
  causes: (signed: number, estimated: number, belief: number) =>
    `共 ${signed + estimated + belief} 条联系：署名确定 ${signed} 条，由答卷估计 ${estimated} 条，初始假设 ${belief} 条。`,
  strongest: (links: string) => `作用强（3）的是：${links}。`,
  evidence: (n: number, survey: number, interviews: number, audit: number) =>
    `板上有 ${n} 条证据：问卷 ${survey} 条，访谈 ${interviews} 条，工作记录 ${audit} 条。`,
  bare: (codes: string) => `还没有放上证据的问题：${codes}。`,
  remedies: (n: number, seen: number, notSeen: number, later: number) =>
    `选定对策 ${n} 条：下一轮见效 ${seen} 条，未见效 ${notSeen} 条，待下一轮 ${later} 条。`,
  items: (n: number, low: string) => `列出 ${n} 题${low === '' ? '' : `；正向题中均值最低的是 ${low}`}。`,
  alphaCases: 'α 的 n',
  itemRest: '校正项总相关',
  ifDropped: '删除后 α',
  linked: (name: string, strength: string) => `${name}（${strength}）`,
  notJudged: '尚未判断',
}
const en: typeof zh = {
  table: (n, words) => `Table ${n}. ${words}`,
  figure: (n, words) => `Figure ${n}. ${words}`,
  tables: {
    response: 'Response by level',
    reliability: 'Means and reliability of the constructs',
    itemTotal: 'Corrected item-total correlations, and alpha if the item is deleted',
    variance: 'Variance explained by the components',
    problems: 'The five problems: three streams of evidence, and the decision',
    levels: 'Means by level compared',
    priorities: 'Importance and mean of each construct',
    causes: 'How strongly causes feed problems',
    evidence: 'Evidence on the board',
    remedies: 'Remedies chosen',
    thread: 'From the problem to the sign',
    items: 'Results item by item',
  },
  and: ', ',
  stop: '.',
  named: (name, value) => `${name} (${value})`,
  rate: (eligible, rate) => ` ${eligible} people could answer, a rate of ${rate} %.`,
  rates: (high, low) => ` The rate is highest for ${high} and lowest for ${low}.`,
  planned: (n, least) =>
    n === 0
      ? 'The program holds no interviews of this wave.'
      : `The program holds ${n} planned interviews of this wave; fewer than ${least} interviewees are coded, so they are not summed up.`,
  outside: (n, by) =>
    ` Besides, interviews were held outside the program with ${n} people; how many raised each problem was entered by ${by}, see section 3.`,
  ofBy: (raised, asked, by) => `${raised} of ${asked} (held outside, entered by ${by})`,
  reliability: (high, low, good, of) =>
    `The highest mean is ${high}, the lowest ${low}. Of ${of} constructs ${good} reach a reliability of 0.70`,
  weak: (names) => `; below 0.60, and to be quoted with care: ${names}`,
  pairs: (names) => ` Of two items, reliability by Spearman-Brown: ${names}.`,
  alphaN: ' Reliability rests on the sheets that answered every item of the construct; its n may be smaller than that of the mean.',
  itemTotal: (weak) =>
    weak === ''
      ? 'Every item correlates 0.30 or more with the rest of its construct.'
      : `Items that correlate below 0.30 with the rest: ${weak}.`,
  complete: (complete, all, items) =>
    `KMO and factors rest on the ${complete} sheets (of ${all}) that answered all ${items} items: the correlations must come from the same sheets, and missing answers are not filled in.`,
  fewer: (constructs, components) =>
    ` The questionnaire has ${constructs} constructs, the analysis finds ${components} components: the constructs do not separate one by one.`,
  noLoading: (items) => ` ${items}: no loading reaches 0.4, so they belong to no component.`,
  apart: (constructs) => ` There are as many components as constructs (${constructs}), and every item has a loading of 0.4 or more.`,
  problems: (high, low) => `In the survey the most severe problem is ${high}, the least severe ${low}.`,
  proposed: (confirmed, suspected, decided, of) =>
    ` Of ${of} problems the rule proposes ${confirmed} as confirmed and ${suspected} as suspected; ${decided} have been decided by name.`,
  levels: (found, of) =>
    found === ''
      ? `${of} constructs were compared; after correction none differs significantly.`
      : `${of} constructs were compared; significant after correction (p < 0.05): ${found}.`,
  widest: (name, high, low) => ` The gap is widest for ${name}: ${high}, ${low}.`,
  priorities: (first) => (first === '' ? 'No construct falls into “mend first”.' : `To be mended first: ${first}.`),
  causes: (signed, estimated, belief) =>
    `${signed + estimated + belief} links: ${signed} decided by name, ${estimated} estimated from the answers, ${belief} starting beliefs.`,
  strongest: (links) => ` Strong (3): ${links}.`,
  evidence: (n, survey, interviews, audit) =>
    `Pieces of evidence on the board: ${n}, from the survey ${survey}, interviews ${interviews}, work records ${audit}.`,
  bare: (codes) => ` Problems without evidence on the board yet: ${codes}.`,
  remedies: (n, seen, notSeen, later) =>
    `Remedies chosen: ${n}; their sign was seen in the next wave for ${seen}, not seen for ${notSeen}, and awaits the next wave for ${later}.`,
  items: (n, low) => `${n} items are listed${low === '' ? '' : `; of those not reversed the lowest mean is ${low}`}.`,
  alphaCases: 'n of alpha',
  itemRest: 'Item-total r',
  ifDropped: 'Alpha if deleted',
  linked: (name, strength) => `${name} (${strength})`,
  notJudged: 'not judged yet',
}

export type ReportSayings = typeof zh
export const reportSayings = (language: 'zh' | 'en'): ReportSayings => (language === 'zh' ? zh : en)
