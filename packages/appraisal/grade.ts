import { DECIDED_GRADES, type GradeCode } from '@milepost/terms/grades'

/** A grade that can be decided: excellent, qualified, basic or unqualified (Art. 10 of the 2023 staff-appraisal rule). */
export type Grade = (typeof DECIDED_GRADES)[number]

/** What a person ends a cycle with: a grade, or `ungraded` where the rule gives none (Art. 37, 41-43). */
export type Outcome = GradeCode

/** 0 for the best grade, 3 for the lowest. */
export function gradeRank(grade: Grade): number {
  return DECIDED_GRADES.indexOf(grade)
}

/** The lower of two grades: a ceiling is applied as `lowerGrade(grade, ceiling)`. */
export function lowerGrade(one: Grade, other: Grade): Grade {
  return gradeRank(one) >= gradeRank(other) ? one : other
}
