import type { Term } from './bilingual.ts'

/** Post classes of a public institution; leaders are appraised under other rules and stand outside the staff quota. */
export const POST_CLASSES = {
  management: { zh: '管理岗位', en: 'Management post', source: 'personnel-regulation-2014' },
  professional: { zh: '专业技术岗位', en: 'Professional post', source: 'personnel-regulation-2014' },
  'skilled-worker': { zh: '工勤技能岗位', en: 'Skilled-worker post', source: 'personnel-regulation-2014' },
  leader: { zh: '领导人员', en: 'Leading official', source: 'appraisal-rules-2023' },
} as const satisfies Record<string, Term>

export type PostClass = keyof typeof POST_CLASSES
