import type { PaySettings } from '@milepost/contract/reward/factors'
import { rulesAt } from '../../appraise/published.ts'
import type { Library } from '../../platform/library.ts'

/**
 * The settings a new pool starts from: the library's factors. What the library leaves open is the cautious choice: a unit without a
 * score stops the computation, a person without one counts as average, and only sick and personal leave lower the attendance.
 */
export function defaultSettings({ payRules }: Library): PaySettings {
  const { gradeFactors, unitFactor, scoreFactor } = payRules
  return {
    grades: gradeFactors.map(({ grade, factor }) => ({ grade, factor })),
    unitScore: { from: unitFactor.least, to: unitFactor.most },
    personScore: { from: scoreFactor.least, to: scoreFactor.most },
    unitWithoutScore: null,
    personWithoutScore: '1',
    personLeast: null,
    personMost: null,
    leadersMost: null,
    absencesCounted: ['sick', 'personal'],
  }
}

/** Grades whose performance pay the appraisal rules of a year cut. */
export const mustCutOf = (library: Library, yearEndsOn: string) =>
  rulesAt(library, yearEndsOn)
    .effects.filter((effect) => effect.performancePay === 'cut')
    .map(({ grade, article, verified }) => ({ grade, article, verified }))
