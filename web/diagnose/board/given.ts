import type { readBoard } from '@milepost/contract/diagnose/board'
import type { OutputOf } from '@milepost/contract/endpoint'
import type { Bilingual } from '@milepost/terms/bilingual'

export type Board = OutputOf<typeof readBoard>

/** Problems and causes by their code. */
export const subjectsOf = (board: Board): readonly { readonly code: string; readonly name: Bilingual }[] => [
  ...board.problems,
  ...board.causes,
]
