import type { readBoard } from '@milepost/contract/diagnose/board'
import type { OutputOf } from '@milepost/contract/endpoint'

export type Board = OutputOf<typeof readBoard>
export type Bilingual = { readonly zh: string; readonly en: string }

/** Problems and causes by their code. */
export const subjectsOf = (board: Board): readonly { readonly code: string; readonly name: Bilingual }[] => [
  ...board.problems,
  ...board.causes,
]
