import type { CardInput } from './card.ts'
import type { CardResult } from './cardResult.ts'

export type { CardInput } from './card.ts'
export type { CardResult, MeasureResult, NodeResult } from './cardResult.ts'
export declare function scoreCard(input: CardInput): CardResult
