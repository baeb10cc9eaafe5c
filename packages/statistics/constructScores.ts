import type { Answer, ItemColumn, Scale, Series } from './answers.ts'
import type { DescribeResult } from './describe.ts'
import { describeAnswers } from './describeAnswers.ts'
import { leftOut, type Warning } from './evidence.ts'

export type ConstructScores = {
  readonly construct: string
  readonly items: readonly string[]
  readonly method: 'item-mean-person-mean-imputed'
  /** One score a case, in the order of the cases: the mean of the turned answers, on the scale; `null` when too little was answered. */
  readonly scores: Series
  /** Cases with a score. */
  readonly n: number
  readonly excluded: { readonly missing?: number; readonly 'too-little-answered'?: number }
  /** Cases scored although some item was missing: the others' mean stands in. */
  readonly imputed: number
  /** Of the scores. Undefined when nobody could be scored. */
  readonly description: DescribeResult
  readonly warnings: readonly Warning[]
}

/** The largest share of a construct's items that a case may leave out and still be scored: a quarter, as a whole-number fraction. */
export const MISSING_ALLOWED = { numerator: 1, denominator: 4 } as const

/**
 * A person's score on a construct: the mean of the items, reversed items turned first. With at most a quarter of the items
 * missing the person's own mean stands in for them (which is the mean of the rest); with more the score is missing.
 * Answers off the scale count as missing and are warned of.
 */
export function constructScores(construct: string, items: readonly ItemColumn[], scale: Scale): ConstructScores {
  const offScale = items.filter((item) => item.answers.some((answer) => answer !== null && !isOn(scale, answer)))
  const turned = scale.min + scale.max
  const columns = items.map(({ answers, reverse }) => ({ answers, reverse }))
  const cases = items[0]?.answers.length ?? 0
  const scores: Answer[] = new Array(cases)
  // one case after the other in the same place: no list is made for each
  const answers = new Float64Array(items.length)
  let [scored, empty, imputed] = [0, 0, 0]
  for (let index = 0; index < cases; index++) {
    let given = 0
    for (const column of columns) {
      const answer = column.answers[index] ?? null
      if (answer !== null && isOn(scale, answer)) answers[given++] = column.reverse ? turned - answer : answer
    }
    const enough = enoughOf(given, items.length)
    scores[index] = enough ? meanOfFew(answers, given) : null
    if (enough) scored++
    if (given === 0) empty++
    if (enough && given < items.length) imputed++
  }
  return {
    construct,
    items: items.map((item) => item.id),
    method: 'item-mean-person-mean-imputed',
    scores,
    n: scored,
    excluded: leftOut({ missing: empty, 'too-little-answered': cases - scored - empty }),
    imputed,
    description: describeAnswers(scores),
    warnings: offScale.length > 0 ? [{ code: 'off-scale-values-left-out', subjects: offScale.map((item) => item.id) }] : [],
  }
}

/** As `mean`, of the first `count` values: it is asked once a case. */
function meanOfFew(values: Float64Array, count: number): number {
  let total = 0
  for (let at = 0; at < count; at++) total += values[at]!
  const rough = total / count
  let left = 0
  for (let at = 0; at < count; at++) left += values[at]! - rough
  return rough + left / count
}

function enoughOf(given: number, items: number): boolean {
  return given > 0 && (items - given) * MISSING_ALLOWED.denominator <= items * MISSING_ALLOWED.numerator
}

const isOn = (scale: Scale, answer: number): boolean => answer >= scale.min && answer <= scale.max
