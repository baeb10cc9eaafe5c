import { deductionIndex } from './deductions.ts'
import type { IndexValue } from './indexResult.ts'
import type { ConditionParameters } from './parameters.ts'
import type { DeductionSurvey } from './record.ts'
import { lengthScale } from './scaling.ts'

/** Condition index of the facilities along a section of the given length in metres. */
export function tci(
  survey: DeductionSurvey,
  lengthMetres: string,
  parameters: Pick<ConditionParameters, 'tci' | 'scaling' | 'unitLengthMetres'>,
): IndexValue {
  const scale = lengthScale('TCI', lengthMetres, parameters)
  return scale.kind === 'undefined' ? scale : deductionIndex(survey, parameters.tci, scale)
}
