import type { readChoice } from '@milepost/contract/choose/choice'
import type { readComparison } from '@milepost/contract/choose/comparison'
import type { OutputOf } from '@milepost/contract/endpoint'
import { type ComparisonByCode, comparisonByCode } from '@milepost/decision/comparisonByCode'
import { seededRandom } from '@milepost/decision/seededRandom'
import type { Bilingual } from '@milepost/terms/bilingual'

export type Choice = OutputOf<typeof readChoice>
export type Comparison = OutputOf<typeof readComparison>
export type Result = ComparisonByCode
/** The office's own judgements and ratings as they are being changed. */
export type OfficeDraft = Pick<Choice, 'judgements' | 'ratings' | 'reasons'>
type Coded = readonly { readonly code: string; readonly name: Bilingual }[]

/** Enough for whole per cents, quick enough to follow a change. */
const DRAWS = 2000

/** What the server will compute from the office's draft: the same engine. */
export function resultOfDraft(choice: Choice, draft: Pick<Choice, 'judgements' | 'ratings'>): Result {
  return comparisonByCode(
    {
      criteria: choice.criteria.map((one) => one.code),
      methods: choice.methods.map((one) => one.code),
      judges: [draft.judgements],
      ratings: draft.ratings,
    },
    { draws: DRAWS, random: seededRandom('choice of method') },
  )
}

/** The words of a code; the code itself where nobody has given it words. */
export const nameIn = (list: Coded, code: string): Bilingual => list.find((one) => one.code === code)?.name ?? { zh: code, en: code }

/** The steps of Saaty's scale from "the right matters 9 times as much" to "the left does". */
export const STEPS = ['1/9', '1/8', '1/7', '1/6', '1/5', '1/4', '1/3', '1/2', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

type Judgements = Readonly<Record<string, string>>

/** A judgement seen from the side of `row`, whichever way it is stored; null: not judged. */
export function judgementOf(judgements: Judgements, row: string, column: string): string | null {
  const straight = judgements[`${row}/${column}`]
  const mirrored = judgements[`${column}/${row}`]
  return straight ?? (mirrored === undefined ? null : turned(mirrored))
}

/** Stores a judgement in the upper triangle; null takes it out. */
export function withJudgement(
  criteria: readonly { readonly code: string }[],
  judgements: Judgements,
  at: { readonly row: string; readonly column: string; readonly value: string | null },
): Record<string, string> {
  const order = criteria.map((one) => one.code)
  const isUpper = order.indexOf(at.row) < order.indexOf(at.column)
  const key = isUpper ? `${at.row}/${at.column}` : `${at.column}/${at.row}`
  const { [key]: _before, ...rest } = judgements
  return at.value === null ? rest : { ...rest, [key]: isUpper ? at.value : turned(at.value) }
}

const turned = (value: string) => (value === '1' ? '1' : value.startsWith('1/') ? value.slice(2) : `1/${value}`)

/** The step nearest to a number of the engine. */
export function stepOf(times: number): string {
  return times >= 1 ? String(Math.round(times)) : turned(String(Math.round(1 / times)))
}
