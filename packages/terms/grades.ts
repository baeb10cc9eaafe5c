import type { Bilingual, Term } from './bilingual.ts'

/** Grades of the annual appraisal. `ungraded` is a result of its own: the rules name cases in which no grade is decided. */
export const GRADES = {
  excellent: { zh: '优秀', en: 'Excellent', source: 'appraisal-rules-2023' },
  qualified: { zh: '合格', en: 'Qualified', source: 'appraisal-rules-2023' },
  basic: { zh: '基本合格', en: 'Basically qualified', source: 'appraisal-rules-2023' },
  unqualified: { zh: '不合格', en: 'Unqualified', source: 'appraisal-rules-2023' },
  ungraded: { zh: '不确定档次', en: 'Not graded', source: 'appraisal-rules-2023' },
} as const satisfies Record<string, Term>

/** What changes a grade after the committee has decided it. */
export const GRADE_CHANGES = {
  review: { zh: '复核', en: 'review' },
  appeal: { zh: '申诉', en: 'appeal' },
  're-appeal': { zh: '再申诉', en: 'second appeal' },
  'late-determination': { zh: '补定', en: 'late determination' },
  correction: { zh: '更正', en: 'correction' },
} as const satisfies Record<string, Bilingual>

export type GradeCode = keyof typeof GRADES

/** The four grades that can be decided, best first. */
export const DECIDED_GRADES = ['excellent', 'qualified', 'basic', 'unqualified'] as const satisfies readonly GradeCode[]
