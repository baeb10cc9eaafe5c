import { add, div, type Exact, type ExactText, exact, isZero, mul, ZERO } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import type { CardResult, NodeResult } from './cardResult.ts'

export type LeadAndLag = { readonly lead: RoleIndex; readonly lag: RoleIndex }
export type RoleIndex =
  | { readonly kind: 'scored'; readonly score: ExactText; readonly official: string; readonly measures: readonly string[] }
  | { readonly kind: 'undefined'; readonly because: 'no-measure-scored' }

/**
 * The leading and the lagging measures of a scored card kept apart: each index is the mean of its measures' scores by their effective
 * weights. The card's own score is not touched. Measures without a role in `roles` enter neither.
 */
export function leadAndLag(result: CardResult, roles: ReadonlyMap<string, 'lead' | 'lag'>): LeadAndLag {
  const scored = leavesOf(result.tree).filter(({ state, weight }) => state === 'scored' && weight.effective !== '0')
  const index = (role: 'lead' | 'lag'): RoleIndex => {
    const own = scored.filter(({ id }) => roles.get(id) === role)
    let [points, weight]: [Exact, Exact] = [ZERO, ZERO]
    for (const { score, weight: one } of own) {
      points = add(points, mul(one.effective, score ?? '0'))
      weight = add(weight, one.effective)
    }
    if (isZero(weight)) return { kind: 'undefined', because: 'no-measure-scored' }
    const score = div(points, exact(weight))
    return { kind: 'scored', score: toExactText(score), official: roundHalfAway(score, 2), measures: own.map(({ id }) => id) }
  }
  return { lead: index('lead'), lag: index('lag') }
}

const leavesOf = (node: NodeResult): NodeResult[] => (node.kind === 'measure' ? [node] : node.children.flatMap(leavesOf))
