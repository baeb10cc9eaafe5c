import { spearman } from '@milepost/statistics/correlation'
import { describeAnswers } from '@milepost/statistics/describeAnswers'
import { importancePerformance } from '@milepost/statistics/importancePerformance'
import type { Scored } from './scored.ts'

/** Importance derived from how closely a construct goes with the overall one (Spearman), performance as its mean; divided at the means of both. */
export function prioritiesOf(scored: readonly Scored[], leastCell: number) {
  const outcome = scored.find(({ construct }) => construct.kind === 'outcome')
  const nothing = { lines: null, points: [], outcome: outcome?.construct.name ?? null }
  if (!outcome) return nothing
  const points = scored
    .filter((one) => one !== outcome)
    .flatMap((one) => {
      const tie = spearman(one.scores, outcome.scores)
      const level = describeAnswers(one.scores)
      if (tie.kind !== 'computed' || level.kind !== 'computed' || tie.n < leastCell) return []
      return [{ id: one.construct.code, importance: tie.r, performance: level.mean }]
    })
  const placed = importancePerformance(points)
  if (placed.kind === 'undefined') return nothing
  return {
    lines: placed.lines,
    outcome: outcome.construct.name,
    points: placed.points.map((point) => ({
      construct: point.id,
      name: scored.find((one) => one.construct.code === point.id)?.construct.name ?? { zh: point.id, en: point.id },
      importance: point.importance,
      performance: point.performance,
      quadrant: point.quadrant,
    })),
  }
}
