import { add, div, type Exact, type ExactText, exact, isZero, mul, ZERO } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import type { ConditionGrade } from '@milepost/terms/road'
import type { GradedIndex } from './indexResult.ts'
import { readQuantity } from './reading.ts'

/** One section with one of its indices, usually MQI. */
export type NetworkSection = { section: string; lengthMetres: string; index: GradedIndex }

/** A share of the assessed length in per cent: exact, and rounded to two places. */
export type LengthRate = { lengthMetres: ExactText; percent: ExactText; official: string }

export type NetworkRates =
  | {
      kind: 'rated'
      assessedMetres: ExactText
      /** Length without a value: shown beside every rate, and in none of them. */
      unassessedMetres: ExactText
      unassessed: readonly string[]
      /** Length-weighted mean. */
      mean: { value: ExactText; official: string }
      byGrade: Readonly<Record<ConditionGrade, LengthRate>>
      /** 优等路率, 优良路率, 优良中等路率, 次差路率. */
      excellentRate: LengthRate
      goodOrBetterRate: LengthRate
      fairOrBetterRate: LengthRate
      poorOrWorseRate: LengthRate
    }
  | { kind: 'undefined'; because: 'no-assessed-length'; unassessed: readonly string[] }
  | { kind: 'undefined'; because: 'length-not-a-quantity'; section: string }

/** Network rates of an index, weighted by length, over the sections that have a value. */
export function networkRates(sections: readonly NetworkSection[]): NetworkRates {
  const lengths = new Map<ConditionGrade, Exact>()
  let assessed = ZERO
  let unassessedMetres = ZERO
  let weighted = ZERO
  const unassessed: string[] = []
  for (const { section, lengthMetres, index } of sections) {
    const length = readQuantity(lengthMetres, 'lengthMetres')
    if (length.kind === 'undefined') return { kind: 'undefined', because: 'length-not-a-quantity', section }
    if (index.kind === 'computed' || index.kind === 'given') {
      assessed = add(assessed, length.value)
      weighted = add(weighted, mul(length.value, index.value))
      lengths.set(index.grade, add(lengths.get(index.grade) ?? ZERO, length.value))
    } else {
      unassessed.push(section)
      unassessedMetres = add(unassessedMetres, length.value)
    }
  }
  if (isZero(assessed)) return { kind: 'undefined', because: 'no-assessed-length', unassessed }
  const rate = (...grades: ConditionGrade[]) =>
    lengthRate(
      grades.map((grade) => lengths.get(grade) ?? ZERO),
      assessed,
    )
  const mean = div(weighted, assessed)
  return {
    kind: 'rated',
    assessedMetres: toExactText(assessed),
    unassessedMetres: toExactText(unassessedMetres),
    unassessed,
    mean: { value: toExactText(mean), official: roundHalfAway(mean, 2) },
    byGrade: {
      'road-excellent': rate('road-excellent'),
      'road-good': rate('road-good'),
      'road-fair': rate('road-fair'),
      'road-poor': rate('road-poor'),
      'road-bad': rate('road-bad'),
    },
    excellentRate: rate('road-excellent'),
    goodOrBetterRate: rate('road-excellent', 'road-good'),
    fairOrBetterRate: rate('road-excellent', 'road-good', 'road-fair'),
    poorOrWorseRate: rate('road-poor', 'road-bad'),
  }
}

function lengthRate(lengths: readonly Exact[], assessed: Exact): LengthRate {
  const length = lengths.reduce((total, each) => add(total, each), exact(0))
  const percent = div(mul(length, 100), assessed)
  return { lengthMetres: toExactText(length), percent: toExactText(percent), official: roundHalfAway(percent, 2) }
}
