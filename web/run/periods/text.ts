import type { Step } from '@milepost/contract/steps'

const counted = (count: number) => count.toLocaleString('en')

export const zh = {
  snapshots: '关闭快照',
  snapshotsSay: '每次关闭都留存当时的数据及其摘要（哈希），此处现时重算比对。',
  snapshot: (revision: number, when: string, who: string, values: number) => `第 ${revision} 次关闭：${when}，${who}，${values} 个数据。`,
  unchanged: '✓ 未变',
  changedSince: '✗ 与当时不一致',
  title: '填报期间',
  sentence: '一个周期分成哪些填报期间、何时截止、还缺多少；数据报齐或说明理由后关闭，关闭后不能再改。',
  create: '建立填报期间',
  kinds: { year: '年', half: '半年', quarter: '季', month: '月' },
  kindsLabel: '填报频次',
  dueAfter: '期末后多少天内报齐',
  cancel: '取消',
  save: '保存',
  none: '还没有填报期间',
  noneSay: '按指标的填报频次建立月、季、半年或年度期间，之后才能录入数据。',
  code: '期间',
  kind: '频次',
  span: '起止',
  dueOn: '截止日期',
  state: '状态',
  states: { open: '○ 开放', closed: '● 已关闭' },
  values: '已报',
  due: '应报',
  gaps: '缺报',
  waived: '免报',
  open: '查看与关闭',
  close: '关闭期间',
  closeNow: (code: string) => `关闭 ${code}`,
  reopen: '重新打开',
  reopenSay:
    '写明理由后，这一期可以更正；再次关闭时另留一份快照，原快照保留。已有的正式得分不变，要按更正后的数据计分，请写明理由重新计分。',
  reasonsFor: (n: number) => `${n} 项缺报的理由（不适用申请须逐项写）`,
  missing: (n: number) => `还缺 ${n} 项`,
  complete: '数据已齐，可以关闭。',
  closingSay: '缺报的可以补报、申请不适用，或逐项写明理由；其余各项可用同一理由。',
  asked: (n: number) => `${n} 项不适用申请还没有答复`,
  askedSay: '请先同意或退回；确实不答复的，在下表逐项写明理由，不能用共同理由带过。关闭后这些项按缺报免报登记，申请不能再同意。',
  toAsked: '去答复',
  request: '不适用申请',
  waits: '待答复',
  unchecked: (n: number, returned: number) => `${n + returned} 个数据未经他人核验${returned > 0 ? `（其中 ${returned} 个已退回）` : ''}`,
  uncheckedSay:
    '关闭不要求先核验：这些数据按填报值固定并计分。关闭后仍可核验，但要更正须重新打开期间；全年数据核验完之前，周期不能进入等次研究。',
  toUnchecked: '去核验',
  restReason: '其余各项的共同理由',
  reason: '理由',
  reasonHint: '至少 4 字。',
  waivers: '关闭时仍缺的数据',
  closedBy: (who: string, when: string) => `${who} 于 ${when} 关闭`,
  reopenedBy: (who: string, when: string, why: string) => `${who} 于 ${when} 重新打开：${why}`,
  holder: '对象',
  measure: '指标',
  owner: '提供部门',
  setDue: '修改截止日期',
  toMissing: '逐项补报',
  revision: (n: number) => `第 ${n} 次`,
  stopped: '已停止：期间仍开放，什么都没有改动。',
  stepSays: ({ doing, done, of }: Step) =>
    doing === 'looking'
      ? `正在逐项核对应报数据：${counted(done)} / ${counted(of)} 项`
      : doing === 'waiving'
        ? `正在登记免报理由：${counted(done)} / ${counted(of)} 项`
        : doing === 'fixing'
          ? '正在固定快照并计算哈希'
          : '正在读取考核卡和数据',
}
export const en: typeof zh = {
  snapshots: 'Snapshots',
  snapshotsSay: 'Each closing keeps the values in force and a hash over all they say; it is computed again now.',
  snapshot: (revision, when, who, values) => `Closing ${revision}: ${when}, ${who}, ${values} values.`,
  unchanged: '✓ unchanged',
  changedSince: '✗ no longer the same',
  title: 'Periods',
  sentence:
    'Which periods a cycle has, by when they are due and what they lack; closed once complete or explained, they take no more changes.',
  create: 'Create periods',
  kinds: { year: 'year', half: 'half-year', quarter: 'quarter', month: 'month' },
  kindsLabel: 'How often values are reported',
  dueAfter: 'Days after the end within which values are due',
  cancel: 'Cancel',
  save: 'Save',
  none: 'No periods yet',
  noneSay: 'Create months, quarters, half-years or the year, as the measures are reported; then values can be entered.',
  code: 'Period',
  kind: 'Kind',
  span: 'From and to',
  dueOn: 'Due day',
  state: 'State',
  states: { open: '○ open', closed: '● closed' },
  values: 'Reported',
  due: 'Wanted',
  gaps: 'Missing',
  waived: 'Waived',
  open: 'Look and close',
  close: 'Close the period',
  closeNow: (code) => `Close ${code}`,
  reopen: 'Open again',
  reopenSay:
    'With a reason the period takes corrections; closing it again keeps another snapshot beside the old one. Official scores stay as they are until they are run again, with a reason.',
  reasonsFor: (n) => `reasons for ${n} missing ${n === 1 ? 'value' : 'values'} (a request for not-applicable needs its own)`,
  missing: (n) => `${n} missing`,
  complete: 'Complete: it can be closed.',
  closingSay: 'What is missing is reported, granted as not applicable, or given a reason; one reason may serve for the rest.',
  asked: (n) => `${n} request${n === 1 ? ' for not-applicable has' : 's for not-applicable have'} no answer yet`,
  askedSay:
    'Grant or decline them. One left unanswered needs its own reason in the table; the reason for the rest does not cover it. Once closed it counts as waived and can no longer be granted.',
  toAsked: 'Answer them',
  request: 'Not-applicable asked',
  waits: 'waits for an answer',
  unchecked: (n, returned) =>
    `${n + returned} value${n + returned === 1 ? '' : 's'} not verified by anybody else${returned > 0 ? ` (${returned} sent back)` : ''}`,
  uncheckedSay:
    'Closing does not wait for it: they are fixed and scored as reported. They can still be verified afterwards, but to correct one the period is opened again; grades are not discussed before every value of the year is verified.',
  toUnchecked: 'Verify them',
  restReason: 'One reason for the rest',
  reason: 'Reason',
  reasonHint: 'At least 4 characters.',
  waivers: 'Closed without these values',
  closedBy: (who, when) => `closed by ${who}, ${when}`,
  reopenedBy: (who, when, why) => `opened again by ${who}, ${when}: ${why}`,
  holder: 'Whose',
  measure: 'Measure',
  owner: 'Supplied by',
  setDue: 'Change the due day',
  toMissing: 'Report them',
  revision: (n) => `time ${n}`,
  stopped: 'Stopped: the period is still open and nothing was changed.',
  stepSays: ({ doing, done, of }) =>
    doing === 'looking'
      ? `Looking through what is wanted: ${counted(done)} of ${counted(of)}`
      : doing === 'waiving'
        ? `Writing down the reasons: ${counted(done)} of ${counted(of)}`
        : doing === 'fixing'
          ? 'Fixing the snapshot and its hash'
          : 'Reading the cards and their values',
}
