import type { Decimal } from '@milepost/exact/exact'

/** The factors of a pay scheme; all of them settings of the institution, published with the plan. */
export type PayFactors = {
  /** Grade (by its code, including the codes for people without a grade) to factor, best first. */
  grades: GradeFactor[]
  /** Unit score / 100 is held between these. */
  unitScore: Clip
  /** Person score / unit mean is held between these. */
  personScore: Clip
  /** For a unit or a person without a score. Left out, the run is refused and they are listed. */
  unitWithoutScore?: Decimal
  personWithoutScore?: Decimal
}
export type Clip = { from: Decimal; to: Decimal }
export type GradeFactor = {
  grade: string
  factor: Decimal
  /** The law asks for a cut (基本合格, 不合格, 未定等次): the factor must stay below 1. */
  mustCut?: boolean
}
