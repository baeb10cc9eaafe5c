import type { MeasureDesign } from '@milepost/contract/design/measure'
import type { ValueDetail } from '@milepost/contract/run/detail'
import type { Gap } from '@milepost/contract/run/gap'
import { compare, div, isZero, mul, sign } from '@milepost/exact/exact'
import { roundHalfAway, toDecimalString } from '@milepost/exact/rounding'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { PeriodKind } from '../periods/periodCode.ts'

export type Figures = {
  readonly actual: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly n: number | null
  readonly detail: ValueDetail | null
}
type FigureField = 'actual' | 'numerator' | 'denominator' | 'n'
type FigureProblem = { readonly field: FigureField; readonly message: Bilingual }
export type JudgedFigures =
  | { readonly ok: true; readonly figures: Figures }
  | { readonly ok: false; readonly problems: readonly FigureProblem[] }

/** Places kept of a quotient for the eye; what is scored is the quotient itself. */
const PLACES = 9

type Measure = Pick<MeasureDesign, 'timeAggregation' | 'ratioScale' | 'unit'>

/** Whether the figures are what the measure needs, and a ratio's actual computed from its parts. */
export function judgeFigures(given: Figures, measure: Measure, period: PeriodKind): JudgedFigures {
  const missing = missingParts(given, measure, period)
  if (missing.length > 0) return { ok: false, problems: missing }
  if (measure.ratioScale === null || given.numerator === null || given.denominator === null) return { ok: true, figures: given }
  return judgeRatio({ ...given, numerator: given.numerator, denominator: given.denominator }, measure.ratioScale)
}

/** What a figure needs beside itself: both parts of the ratio instead of it, the number of answers, its weight, or nothing. */
export function neededParts({ timeAggregation }: Pick<Measure, 'timeAggregation'>, period: PeriodKind): Gap['needs'] {
  if (timeAggregation === 'ratio') return period === 'year' ? 'figure' : 'parts'
  return timeAggregation === 'survey' ? 'answers' : timeAggregation === 'weighted-mean' ? 'weight' : 'figure'
}

function missingParts(given: Figures, measure: Measure, period: PeriodKind): FigureProblem[] {
  const { actual, numerator, denominator, n } = given
  const problems: FigureProblem[] = []
  const ratio = measure.ratioScale !== null
  if (numerator !== null && denominator === null) problems.push({ field: 'denominator', message: ALONE.denominator })
  if (ratio && numerator === null && denominator !== null) problems.push({ field: 'numerator', message: ALONE.numerator })
  const needs = neededParts(measure, period)
  if (needs === 'parts' && numerator === null && denominator === null && actual !== null)
    problems.push({ field: 'numerator', message: NEEDS_PARTS })
  if (needs === 'answers' && n === null && actual !== null) problems.push({ field: 'n', message: NEEDS_N })
  if (needs === 'weight' && denominator === null && actual !== null) problems.push({ field: 'denominator', message: NEEDS_WEIGHT })
  if (denominator !== null && sign(denominator) < 0) problems.push({ field: 'denominator', message: NEGATIVE })
  return problems
}

function judgeRatio(given: Figures & { numerator: string; denominator: string }, scale: string): JudgedFigures {
  const { actual, numerator, denominator } = given
  if (isZero(denominator)) {
    // nought over nought is a case of its own, not a nought
    if (isZero(numerator) && actual === null) return { ok: true, figures: given }
    return { ok: false, problems: [{ field: 'denominator', message: NOUGHT_BELOW }] }
  }
  const quotient = mul(div(numerator, denominator), scale)
  const shown = toDecimalString(quotient, PLACES)
  if (actual !== null && compare(roundHalfAway(quotient, placesOf(actual)), actual) !== 0) {
    return { ok: false, problems: [{ field: 'actual', message: disagrees(actual, toDecimalString(quotient, 4)) }] }
  }
  return { ok: true, figures: { ...given, actual: shown } }
}

const placesOf = (decimal: string) => decimal.split('.')[1]?.length ?? 0

const ALONE = {
  denominator: { zh: '填了分子，还需填分母。', en: 'There is a numerator; enter the denominator too.' },
  numerator: { zh: '填了分母，还需填分子。', en: 'There is a denominator; enter the numerator too.' },
}
const NEEDS_PARTS = {
  zh: '该指标按分子合计除以分母合计汇总，请填分子和分母；百分数不能直接平均。',
  en: 'This measure is put together as a sum over a sum: enter numerator and denominator. Percentages are never averaged.',
}
const NEEDS_N = { zh: '调查类指标需填样本数。', en: 'A survey measure needs the number of answers.' }
const NEEDS_WEIGHT = {
  zh: '该指标按加权平均汇总，请在“分母”列填权重。',
  en: 'This measure is a weighted mean: enter the weight as denominator.',
}
const NEGATIVE = { zh: '分母（或权重）不能为负。', en: 'A denominator or weight cannot be negative.' }
const NOUGHT_BELOW = {
  zh: '分母为 0。分子也为 0 且不填实际值时记为“无法计算”，否则请核对。',
  en: 'The denominator is 0. With numerator 0 and no value it is kept as undefined; otherwise check the figures.',
}
const disagrees = (actual: string, computed: string) => ({
  zh: `实际值 ${actual} 与分子、分母算得的 ${computed} 不一致，请核对。`,
  en: `The value ${actual} does not agree with ${computed}, computed from numerator and denominator.`,
})
