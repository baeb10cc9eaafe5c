import type { CardDesign } from '@milepost/contract/design/card'
import { compare, floorToInteger, mul } from '@milepost/exact/exact'
import type { CardInput } from '@milepost/scorecard/card'
import type { CardResult } from '@milepost/scorecard/cardResult'
import { scoreCard } from '@milepost/scorecard/scoreCard'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import { cardInput } from './cardInput.ts'
import type { Facts } from './facts.ts'
import type { ValueSheet } from './valueSheet.ts'

export type ScoredCard = {
  readonly card: CardDesign
  readonly input: CardInput
  readonly result: CardResult
  /** Names everything the score rests on. */
  readonly inputHash: string
  readonly sheets: ReadonlyMap<string, ValueSheet>
}

export function scoreOneCard(card: CardDesign, facts: Facts, mode: 'live' | 'official'): ScoredCard {
  const { input, sheets } = cardInput(card, facts, mode)
  return { card, input, result: scoreCard(input), inputHash: contentHash(input), sheets }
}

/** Share of applicable weight with data, in basis points, never rounded up; 0 where nothing is applicable. */
export function coverageBp({ tree }: CardResult): number {
  const { withData } = tree.coverage
  return withData === null || compare(withData, 0) <= 0 ? 0 : Number(floorToInteger(mul(withData, 10_000)))
}

/** The band a card stands in, or the kind of status that has no band. */
export const statusCode = ({ status }: CardResult): string => (status.kind === 'band' ? (status.band ?? status.kind) : status.kind)
