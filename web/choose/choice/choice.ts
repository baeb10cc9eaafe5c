import type { readChoice } from '@milepost/contract/choose/choice'
import type { OutputOf } from '@milepost/contract/endpoint'
import type { MethodChoice } from '@milepost/decision/methodChoice'

export type Choice = OutputOf<typeof readChoice>

/** What the engine takes. */
export function comparisonOf(choice: Choice, draft: Pick<Choice, 'judgements' | 'ratings'>): MethodChoice {
  return { criteria: choice.criteria.map((one) => one.code), methods: choice.methods.map((one) => one.code), ...draft }
}

/** The steps of Saaty's scale from "the right matters 9 times as much" to "the left does". */
export const STEPS = ['1/9', '1/8', '1/7', '1/6', '1/5', '1/4', '1/3', '1/2', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** A judgement seen from the side of `row`, whichever way it is stored. */
export function judgementOf(judgements: Choice['judgements'], row: string, column: string): string {
  return judgements[`${row}/${column}`] ?? turned(judgements[`${column}/${row}`] ?? '1')
}

/** Stores a judgement in the upper triangle. */
export function withJudgement(choice: Choice, judgements: Choice['judgements'], at: { row: string; column: string; value: string }) {
  const order = choice.criteria.map((one) => one.code)
  const upper = order.indexOf(at.row) < order.indexOf(at.column)
  return { ...judgements, [upper ? `${at.row}/${at.column}` : `${at.column}/${at.row}`]: upper ? at.value : turned(at.value) }
}

const turned = (value: string) => (value === '1' ? '1' : value.startsWith('1/') ? value.slice(2) : `1/${value}`)

/** The step nearest to a number of the engine. */
export function stepOf(times: number): string {
  return times >= 1 ? String(Math.round(times)) : turned(String(Math.round(1 / times)))
}
