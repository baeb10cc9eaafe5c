import { compare, type ExactText } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'
import type { ConditionGrade, ConditionIndex } from '@milepost/terms/road'
import type { IndexWarning } from './indexResult.ts'
import type { ConditionParameters, GradeBands, Pavement, RoadClass } from './parameters.ts'

type Road = { roadClass: RoadClass; pavement: Pavement }
type BandParameters = Pick<ConditionParameters, 'grades' | 'gradeExceptions'>

/** The bands for an index on a road: the first exception that fits, else the general ones. */
export function bandsFor(index: ConditionIndex, road: Road, { grades, gradeExceptions }: BandParameters): GradeBands {
  const fits = gradeExceptions.find(
    (each) =>
      each.index === index &&
      (each.roadClass === null || each.roadClass === road.roadClass) &&
      (each.pavement === null || each.pavement === road.pavement),
  )
  return fits ?? grades
}

const gradesBestFirst = ['road-excellent', 'road-good', 'road-fair', 'road-poor'] as const satisfies readonly ConditionGrade[]

export type Graded = { grade: ConditionGrade; warnings: readonly IndexWarning[] }

/**
 * The grade of a value, decided on the unrounded value: 89.995 is shown as 90.00 and is still good, not excellent.
 * Where the rounded figure would suggest the better grade, a warning names the edge.
 */
export function gradeOf(value: ExactText, { leastOfGrade }: Pick<GradeBands, 'leastOfGrade'>): Graded {
  const place = leastOfGrade.findIndex((least) => compare(value, least) >= 0)
  const grade = gradesBestFirst[place] ?? 'road-bad'
  const edge = leastOfGrade.find((least) => compare(value, least) < 0 && compare(roundHalfAway(value, 2), least) >= 0)
  return { grade, warnings: edge === undefined ? [] : [{ code: 'at-the-edge-of-a-grade', edge }] }
}
