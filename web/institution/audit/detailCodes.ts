import { RATER_GROUPS } from '@milepost/terms/appraisal'
import type { Bilingual } from '@milepost/terms/bilingual'
import { STAGES } from '@milepost/terms/cycle'
import { GRADES } from '@milepost/terms/grades'
import { ROLE_NAMES } from '@milepost/terms/roles'

/** Codes that mean something else under another key, or are also ordinary words there. */
const OF_KEY: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  what: {
    'self-report': { zh: '个人总结（述职）', en: 'own report of the year' },
    'routine-record': { zh: '平时考核记录', en: 'routine record' },
  },
  verdict: {
    new: { zh: '首次出现', en: 'new' },
    confirmed: { zh: '确认', en: 'confirmed' },
    returned: { zh: '退回', en: 'sent back' },
    granted: { zh: '同意', en: 'granted' },
    refused: { zh: '不同意', en: 'refused' },
    met: { zh: '符合', en: 'met' },
    broken: { zh: '不符合', en: 'broken' },
  },
  proposed: { confirmed: { zh: '证实', en: 'confirmed' } },
  side: { person: { zh: '本人', en: 'the person' }, head: { zh: '负责人', en: 'the head' } },
  step: { save: { zh: '保存', en: 'save' }, check: { zh: '检查', en: 'check' } },
  memberClass: {
    chair: { zh: '主任', en: 'chair' },
    leader: { zh: '领导班子成员', en: 'leader' },
    hr: { zh: '组织人事部门', en: 'personnel' },
    discipline: { zh: '纪检监察', en: 'discipline inspection' },
    'staff-representative': { zh: '职工代表', en: 'staff representative' },
  },
  guard: {
    'plans-agreed-or-excepted': { zh: '计划已确认或例外', en: 'plans agreed or excepted' },
    'check-in-report-made': { zh: '过程辅导情况已汇总', en: 'report on check-ins made' },
    'periods-closed-or-passed-over': { zh: '填报期间已关闭或例外', en: 'periods closed or passed over' },
    'leave-and-sanctions-confirmed': { zh: '请假、处分与名册一致', en: 'leave and sanctions agree with the register' },
    'rater-report-made': { zh: '评分情况已汇总', en: 'report on raters made' },
    'second-level-confirmed': { zh: '上一级已确认', en: 'confirmed at the second level' },
    'all-served-or-witnessed': { zh: '结果都已送达或见证', en: 'all served or witnessed' },
    'register-accepted': { zh: '考核名册、结果已归档并报备', en: 'the register is filed and accepted' },
    'remedies-closed-or-handed-over': { zh: '复核、申诉已办结或移交', en: 'reviews and appeals closed or handed over' },
  },
  opinion: {
    agree: { zh: '同意', en: 'agrees' },
    disagree: { zh: '不同意', en: 'does not agree' },
    refused: { zh: '拒签', en: 'refused to sign' },
  },
}

const CODES: Readonly<Record<string, Bilingual>> = {
  ...GRADES,
  ...STAGES,
  ...ROLE_NAMES,
  ...RATER_GROUPS,
  closed: { zh: '已结束', en: 'closed' },
  worked: { zh: '见效', en: 'worked' },
  partly: { zh: '部分见效', en: 'worked in part' },
  'did-not': { zh: '未见效', en: 'did not work' },
  'check-in': { zh: '过程辅导', en: 'check-in' },
  'mid-year': { zh: '年中回顾', en: 'mid-year review' },
  coaching: { zh: '辅导', en: 'coaching' },
  approved: { zh: '批准', en: 'approved' },
  refused: { zh: '不同意', en: 'refused' },
  rejected: { zh: '不采纳', en: 'rejected' },
  confirmed: { zh: '确认', en: 'confirmed' },
  dismissed: { zh: '不成立', en: 'dismissed' },
  upheld: { zh: '维持', en: 'upheld' },
  answered: { zh: '已答复', en: 'answered' },
  'carried-out': { zh: '已实施', en: 'carried out' },
  abandoned: { zh: '已放弃', en: 'abandoned' },
  up: { zh: '越大越好', en: 'higher is better' },
  down: { zh: '越小越好', en: 'lower is better' },
  siblings: { zh: '由同组其他指标分担', en: 'spread over the others of the group' },
  'pay-step': { zh: '薪级', en: 'pay step' },
  title: { zh: '职称', en: 'professional title' },
  commendation: { zh: '嘉奖', en: 'commendation' },
  term: { zh: '任期考核', en: 'term appraisal' },
  special: { zh: '专项考核', en: 'special appraisal' },
  annual: { zh: '年度考核', en: 'annual appraisal' },
  spouse: { zh: '夫妻关系', en: 'spouse' },
  'in-law': { zh: '姻亲关系', en: 'in-law' },
  warning: { zh: '警告', en: 'warning' },
  'code-count': { zh: '编码次数', en: 'count of codes' },
  construct: { zh: '构念', en: 'construct' },
  item: { zh: '题项', en: 'item' },
  audit: { zh: '审计', en: 'audit' },
  sick: { zh: '病假', en: 'sick leave' },
  personal: { zh: '事假', en: 'personal leave' },
  achieved: { zh: '已达成', en: 'achieved' },
  'not-achieved': { zh: '未达成', en: 'not achieved' },
  'partly-achieved': { zh: '部分达成', en: 'achieved in part' },
  'in-force': { zh: '生效中', en: 'in force' },
  weak: { zh: '弱', en: 'weak' },
  medium: { zh: '中', en: 'medium' },
  strong: { zh: '强', en: 'strong' },
  template: { zh: '模板', en: 'template' },
  'public-institution': { zh: '事业单位', en: 'public institution' },
  suggestion: { zh: '建议', en: 'suggestion' },
  'good-practice': { zh: '好做法', en: 'good practice' },
  perspectives: { zh: '维度', en: 'perspectives' },
  changed: { zh: '已变更', en: 'changed' },
  kept: { zh: '维持', en: 'kept' },
}

/** What people wrote or named themselves is shown as it stands, whatever it says. */
const WRITTEN: ReadonlySet<string> = new Set(['note', 'reason', 'facts', 'answer', 'name', 'username', 'hash', 'inputHash', 'document'])

/** The words of a code kept under a key; null: it is none, or was written by somebody. */
export function codeWords(key: string, value: string): Bilingual | null {
  if (WRITTEN.has(key)) return null
  const ofKey = OF_KEY[key]
  if (ofKey !== undefined && Object.hasOwn(ofKey, value)) return ofKey[value] ?? null
  return Object.hasOwn(CODES, value) ? (CODES[value] ?? null) : null
}
