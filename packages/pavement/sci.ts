import { deductionIndex } from './deductions.ts'
import type { IndexValue } from './indexResult.ts'
import type { ConditionParameters } from './parameters.ts'
import type { DeductionSurvey } from './record.ts'
import { lengthScale } from './scaling.ts'

/** Subgrade condition index of a section of the given length in metres. */
export function sci(
  survey: DeductionSurvey,
  lengthMetres: string,
  parameters: Pick<ConditionParameters, 'sci' | 'scaling' | 'unitLengthMetres'>,
): IndexValue {
  const scale = lengthScale('SCI', lengthMetres, parameters)
  return scale.kind === 'undefined' ? scale : deductionIndex(survey, parameters.sci, scale)
}
