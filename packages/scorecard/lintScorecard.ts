import type { Finding } from './cardResult.ts'
import { CARD_LINTS, type CardLintCode } from './lintCodes.ts'
import { lintMeasure, type MeasureLint } from './lintMeasure.ts'
import type { LocalText } from './localText.ts'
import type { MeasureDefinition } from './measureDefinition.ts'
import { type ScoreRow, spreadShares } from './spreadShares.ts'

export type CardDesign = {
  id: string
  scope: 'institution' | 'unit' | 'person'
  objectives: { id: string; name: LocalText; measures: MeasureDefinition[] }[]
  /** Scores of earlier cards with the same measures, for the influence check; left out when there are none. */
  earlierScores?: ScoreRow[]
}

export type CardLint = {
  card: string
  /** Mean quality of the measures, weighted alike; null when there are none. */
  quality: number | null
  findings: Finding[]
  measures: MeasureLint[]
}

/** Judges the design of a whole card. `weightBp` of the measures is their share of the card. */
export function lintScorecard(card: CardDesign): CardLint {
  const measures = card.objectives.flatMap((objective) => objective.measures)
  const lints = measures.map(lintMeasure)
  const total = lints.reduce((sum, { quality }) => sum + quality, 0)
  return {
    card: card.id,
    quality: lints.length === 0 ? null : Math.round(total / lints.length),
    findings: [...cardFindings(card, measures), ...nodeFindings(card, measures)],
    measures: lints,
  }
}

const finding = (code: CardLintCode, node: string): Finding => {
  const { severity, message, mend } = CARD_LINTS[code]
  return { code, severity, node, message, mend }
}

function cardFindings({ id, scope }: CardDesign, measures: MeasureDefinition[]): Finding[] {
  const scored = measures.filter(({ weightBp }) => weightBp > 0)
  const person = scope === 'person'
  const has = (claim: (measure: MeasureDefinition) => boolean): boolean => scored.some(claim)
  const faults: [CardLintCode, boolean][] = [
    ['W0', scored.reduce((sum, { weightBp }) => sum + weightBp, 0) !== 10000],
    ['W2', person && (scored.length < 4 || scored.length > 9)],
    ['K3', scored.length > 25],
    ['K4', person && scored.length > 7],
    ['K5', scored.length > 0 && scored.every(({ role }) => role === 'lag')],
    ['C1', has(({ aspect }) => aspect === 'quantity') && !has(({ aspect }) => aspect === 'quality' || aspect === 'satisfaction')],
    ['P1', !person && !has(({ servesPublic, aspect }) => servesPublic || aspect === 'satisfaction')],
  ]
  return faults.filter(([, holds]) => holds).map(([code]) => finding(code, id))
}

function nodeFindings(card: CardDesign, measures: MeasureDefinition[]): Finding[] {
  const single = card.objectives.filter((objective) => objective.measures.length === 1).map(({ id }) => finding('K2', id))
  const external =
    card.scope === 'person' ? measures.filter(({ control }) => control === 'external').map(({ id }) => finding('K6', id)) : []
  return [...single, ...external, ...influenceFindings(card, measures)]
}

/** A measure on which all score alike decides nothing, whatever its weight says. */
function influenceFindings({ earlierScores = [] }: CardDesign, measures: MeasureDefinition[]): Finding[] {
  const shares = spreadShares(
    measures.map(({ id, weightBp }) => ({ id, weightBp })),
    earlierScores,
  )
  if (shares.kind === 'undefined') return []
  return shares.shares
    .filter(({ weight, share }) => weight > 0 && (share > 2 * weight || share < weight / 2))
    .map(({ id }) => finding('K7', id))
}
