/** What `payPool` takes and gives: plain, JSON-serialisable data. Money is whole fen, factors are decimal strings. */
import type { Decimal, ExactText } from '@milepost/exact/exact'
import type { PayFactors } from './factors.ts'
import type { LocalText } from './localText.ts'

export type PayRunInput = {
  /** The approved amount in fen. */
  poolFen: number
  /** Kept back for appeals won and late corrections, in basis points of the pool (rounded down to the fen). Default 200. */
  reserveBp?: number
  factors: PayFactors
  units: PayUnit[]
  people: PayPerson[]
}

export type PayUnit = {
  id: string
  name: LocalText
  /** Post-mix factor of the unit. */
  postMix: Decimal
  /** The unit's official score (100 is full marks), null when it has none. */
  score: Decimal | null
  /** Head count that weighs; left out, the sum of its people's attendance x time. */
  headcount?: Decimal
}

export type PayPerson = {
  /** Stable employee number: the last tie-break and the key of the line. */
  id: string
  name: string
  unit: string
  postCoefficient: Decimal
  /** A grade code of the factor table; people without a grade carry the code that says why. */
  grade: string
  /** Share of due days attended, 0..1. */
  attendance: Decimal
  /** Share of the year in service, 0..1 (months / 12). */
  time: Decimal
  score: Decimal | null
  lowerFen?: number
  upperFen?: number
}

export type PayRun =
  | {
      kind: 'apportioned'
      poolFen: number
      reserveFen: number
      distributedFen: number
      method: 'two-tier, largest-remainder'
      units: UnitLine[]
      /** Stable order: as the people came in. */
      lines: PayLine[]
      warnings: PayWarning[]
    }
  | { kind: 'refused'; because: PayRefusal; amountFen: number; at: string[]; text: LocalText }

export type PayRefusal =
  | 'pool-not-whole-fen'
  | 'reserve-out-of-range'
  | 'not-a-number'
  | 'negative-factor'
  | 'same-person-twice'
  | 'same-unit-twice'
  | 'unknown-unit'
  | 'grade-without-factor'
  | 'unit-without-score'
  | 'person-without-score'
  | 'no-claims'
  | 'bound-not-whole-fen'
  | 'bounds-crossed'
  | 'lower-bounds-exceed-pool'
  | 'upper-bounds-below-pool'

export type UnitLine = {
  id: string
  inputs: { headcount: ExactText; postMix: Decimal; score: Decimal | null; scoreFactor: ExactText }
  /** headcount x post mix x score factor. */
  weight: ExactText
  shareFen: number
  /** Fen for one point of person weight inside the unit, four places; null when nobody there has a claim. */
  fenPerWeight: string | null
  people: number
  text: LocalText
}

/** Texts are worked out when they are read; copying or storing a line reads them all. */
export type PayLine = {
  person: string
  unit: string
  inputs: {
    postCoefficient: Decimal
    grade: string
    gradeFactor: Decimal
    attendance: Decimal
    time: Decimal
    score: Decimal | null
    unitMean: ExactText | null
    readonly scoreFactor: ExactText
  }
  /** Product of the five factors. */
  readonly weight: ExactText
  unitWeight: ExactText
  unitShareFen: number
  /** The proportional share before rounding, in fen, four places. */
  readonly exactFen: string
  fen: number
  byRemainder: boolean
  held: 'at-lower' | 'at-upper' | null
  readonly text: LocalText
}

export type PayWarning = {
  code: 'unit-without-claims' | 'grade-has-no-effect' | 'unit-score-clipped' | 'person-score-clipped'
  at: string
  text: LocalText
}
