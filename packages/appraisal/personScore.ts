import { compare, div, type Exact, type ExactText, mul, sum } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import { HEADS, type HeadCode } from '@milepost/terms/appraisal'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { Grade } from './grade.ts'
import { personScoreLines } from './personScoreLines.ts'

/** Where a head's score comes from: a score run, a rating round, an attendance record. */
export type ScoreEvidence = { kind: string; reference: string; note: Bilingual }

/** The score of one head, 0-100. `missing` is not 0; `waived` is a decision somebody made and answers for. */
export type HeadScore =
  | { kind: 'scored'; score: ExactText; evidence: readonly ScoreEvidence[] }
  | { kind: 'missing'; because: string }
  | { kind: 'waived'; reason: string; by: string }

export type HeadScores = Readonly<Record<HeadCode, HeadScore>>
/** Weights of the five heads in basis points; they must add up to 10000. The results head carries the scorecard. */
export type HeadWeights = Readonly<Record<HeadCode, number>>

/** A failure of integrity: whatever the points say, the grade is held at `ceiling`. */
export type IntegrityVeto = { reason: Bilingual; reference: string; ceiling: Exclude<Grade, 'excellent'> }

export type PersonScoreInput = { heads: HeadScores; weights: HeadWeights; veto: IntegrityVeto | null }

export type HeadContribution = {
  head: HeadCode
  score: ExactText | null
  weightGiven: number
  /** The weight used after a waiver, as exact text in basis points. */
  weightUsed: ExactText
  /** Points this head adds to the total. */
  points: ExactText
  evidence: readonly ScoreEvidence[]
}

export type PersonScoreWarning =
  | { code: 'score-outside-0-100'; head: HeadCode }
  | { code: 'weight-redistributed'; head: HeadCode; reason: string; by: string }

type Scored = {
  total: ExactText
  /** The official score: two places, half away from zero, e.g. "89.50". */
  official: string
  contributions: readonly HeadContribution[]
  lines: readonly Bilingual[]
  warnings: readonly PersonScoreWarning[]
}

export type PersonScore =
  | ({ kind: 'scored' } & Scored)
  /** The points stand as computed, but integrity holds the grade down. */
  | ({ kind: 'vetoed'; veto: IntegrityVeto } & Scored)
  | { kind: 'undefined'; because: 'missing-head'; heads: readonly { head: HeadCode; because: string }[] }
  | { kind: 'undefined'; because: 'every-head-waived' }
  | { kind: 'undefined'; because: 'weights-must-total-100'; totalBasisPoints: number }

/** The five heads in their customary order: virtue, ability, diligence, results, integrity. */
export const headOrder = ['virtue', 'ability', 'diligence', 'results', 'integrity'] as const satisfies readonly HeadCode[]

/**
 * A person's annual score: the five heads by weight, exact until the official rounding. A missing head is a named case, never 0;
 * a waived head gives its weight to the others in proportion and says so.
 */
export function personScore({ heads, weights, veto }: PersonScoreInput): PersonScore {
  const totalBasisPoints = headOrder.reduce((total, head) => total + weights[head], 0)
  if (totalBasisPoints !== 10_000) return { kind: 'undefined', because: 'weights-must-total-100', totalBasisPoints }
  const missing = headOrder.flatMap((head) => {
    const score = heads[head]
    return score.kind === 'missing' && weights[head] > 0 ? [{ head, because: score.because }] : []
  })
  if (missing.length > 0) return { kind: 'undefined', because: 'missing-head', heads: missing }
  const usedTotal = headOrder.reduce((total, head) => total + (heads[head].kind === 'scored' ? weights[head] : 0), 0)
  if (usedTotal === 0) return { kind: 'undefined', because: 'every-head-waived' }
  const parts = headOrder.map((head) => partOf(head, heads[head], weights[head], usedTotal))
  const total = sum(parts.map(({ points }) => points))
  const contributions = parts.map(({ points, weightUsed, ...part }) => ({
    ...part,
    weightUsed: toExactText(weightUsed),
    points: toExactText(points),
  }))
  const official = roundHalfAway(total, 2)
  const lines = personScoreLines({ contributions, official, veto, names: HEADS })
  const scored = {
    total: toExactText(total),
    official,
    contributions,
    lines,
    warnings: headOrder.flatMap((head) => warningsOf(head, heads[head], weights[head])),
  }
  return veto ? { kind: 'vetoed', veto, ...scored } : { kind: 'scored', ...scored }
}

type Part = Omit<HeadContribution, 'weightUsed' | 'points'> & { weightUsed: Exact; points: Exact }

function partOf(head: HeadCode, score: HeadScore, weightGiven: number, usedTotal: number): Part {
  if (score.kind !== 'scored') return { head, score: null, weightGiven, weightUsed: sum([]), points: sum([]), evidence: [] }
  const weightUsed = div(mul(weightGiven, 10_000), usedTotal)
  return { head, score: score.score, weightGiven, weightUsed, points: div(mul(weightUsed, score.score), 10_000), evidence: score.evidence }
}

function warningsOf(head: HeadCode, score: HeadScore, weight: number): PersonScoreWarning[] {
  if (score.kind === 'scored')
    return compare(score.score, 0) < 0 || compare(score.score, 100) > 0 ? [{ code: 'score-outside-0-100', head }] : []
  if (score.kind === 'waived' && weight > 0) return [{ code: 'weight-redistributed', head, reason: score.reason, by: score.by }]
  return []
}
