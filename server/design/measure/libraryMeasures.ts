import { type MeasureDraft, UNSAID } from '@milepost/contract/design/measure'
import type { ScoringRule } from '@milepost/scorecard/rules'
import type { Measure } from '../../../library/schemas/measures.ts'

/** Measures of the library that the pavement engine computes from inspection records. */
const FROM_PAVEMENT: readonly string[] = ['PS01', 'PS02', 'PS03', 'PS04']

/** A measure of the library as the institution takes it over. */
export function draftOfLibraryMeasure(measure: Measure): MeasureDraft {
  return {
    code: measure.code,
    name: measure.name,
    libraryCode: measure.code,
    unit: measure.unit,
    direction: measure.direction,
    timeAggregation: measure.timeAggregation,
    unitAggregation: measure.unitAggregation,
    ratioScale: measure.ratioScale,
    missingPolicy: measure.missingPolicy,
    undefinedPolicy: measure.undefinedPolicy,
    minN: measure.leastAnswers,
    computedFrom: measure.timeAggregation === 'survey' ? 'survey' : FROM_PAVEMENT.includes(measure.code) ? 'pavement' : null,
    definition: {
      definition: measure.definition,
      purpose: measure.purpose,
      formula: measure.formula,
      numerator: measure.numerator,
      denominator: measure.denominator,
      digits: measure.digits,
      frequency: measure.frequency,
      dataSource: measure.dataSource,
      owner: measure.owner,
      levels: measure.levels,
      role: measure.role,
      control: measure.control,
      accuracy: measure.accuracy,
      limitations: measure.limitations,
      veto: measure.veto,
      public: measure.public,
      exampleRule: exampleRuleOf(measure),
      verified: measure.verified,
      ...UNSAID,
      benchmarks: [],
    },
  }
}

/** The library's example target as a scoring rule: floor, target and stretch, or a band. */
export function exampleRuleOf({ exampleTarget, direction }: Pick<Measure, 'exampleTarget' | 'direction'>): ScoringRule {
  if (exampleTarget.kind === 'triple') {
    const { floor, target, stretch } = exampleTarget
    return { kind: 'floor_target_stretch', direction: direction === 'down' ? 'down' : 'up', floor, target, stretch }
  }
  const { low, high, tolerance, toleranceAbove } = exampleTarget
  return { kind: 'range', low, high, tolerance, ...(toleranceAbove === null ? {} : { toleranceAbove }) }
}
