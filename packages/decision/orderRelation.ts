import type { Evidence } from './evidence.ts'

/** One judge's G1: the criteria from the most to the least important, and how many times the one before matters as much as the next. */
export type OrderRelation = {
  /** Indices of the criteria, most important first; each once. */
  readonly order: readonly number[]
  /** `ratios[k]` = weight of order[k] over weight of order[k + 1]: 1 alike, 1.2 slightly, 1.4 clearly, 1.6 strongly, 1.8 extremely more. */
  readonly ratios: readonly number[]
}
export type OrderRelationWeights = {
  readonly kind: 'computed'
  /** By criterion (not by order), summing to 1. */
  readonly weights: readonly number[]
} & Evidence<'g1-order-relation'>
export type OrderRelationResult =
  | OrderRelationWeights
  | ({
      readonly kind: 'undefined'
      readonly because: 'no-criteria' | 'order-not-complete' | 'wrong-number-of-ratios' | 'ratio-below-one' | 'ratio-not-finite'
      /** Which ratio is at fault. */
      readonly at?: number
    } & Evidence<'g1-order-relation'>)

/**
 * Weights by order relation (序关系法, G1; Guo Yajun 2002): w_m = 1 / (1 + sum over k of r_k r_k+1 ... r_m), w_k-1 = r_k w_k. It needs m - 1
 * judgements instead of m (m - 1) / 2 and cannot contradict itself. Ratios above 1.8 leave the scale and are warned of. Undefined when the
 * order does not name every criterion once or a ratio says the earlier one matters less.
 */
export function orderRelation({ order, ratios }: OrderRelation): OrderRelationResult {
  const evidence = { n: order.length, excluded: [], method: 'g1-order-relation' } as const
  const refuse = (because: Extract<OrderRelationResult, { kind: 'undefined' }>['because'], at?: number) =>
    ({ kind: 'undefined', because, ...(at !== undefined && { at }), ...evidence, warnings: [] }) as const
  if (order.length === 0) return refuse('no-criteria')
  if (order.toSorted((a, b) => a - b).some((criterion, index) => criterion !== index)) return refuse('order-not-complete')
  if (ratios.length !== order.length - 1) return refuse('wrong-number-of-ratios')
  const unfit = ratios.findIndex((ratio) => !(ratio >= 1) || !Number.isFinite(ratio))
  if (unfit >= 0) return refuse(Number.isFinite(ratios[unfit]) ? 'ratio-below-one' : 'ratio-not-finite', unfit)
  const relative = [1]
  for (let k = ratios.length - 1; k >= 0; k--) relative.unshift(relative[0]! * ratios[k]!)
  const whole = relative.reduce((sum, value) => sum + value, 0)
  const weights = new Array<number>(order.length).fill(0)
  for (const [place, criterion] of order.entries()) weights[criterion] = relative[place]! / whole
  const beyond = ratios.flatMap((ratio, k) => (ratio > MOST + 1e-12 ? [k] : []))
  return { kind: 'computed', ...evidence, warnings: beyond.length > 0 ? [{ code: 'ratio-beyond-scale', at: beyond }] : [], weights }
}

/** Several judges who agree on the order: the geometric mean of each ratio. Undefined as above, or with no judges or different orders. */
export function orderRelationGroup(
  judges: readonly OrderRelation[],
): OrderRelationResult | { kind: 'undefined'; because: 'no-judges' | 'different-orders' } {
  const [first] = judges
  if (!first) return { kind: 'undefined', because: 'no-judges' }
  if (judges.some(({ order }) => order.length !== first.order.length || order.some((criterion, k) => criterion !== first.order[k])))
    return { kind: 'undefined', because: 'different-orders' }
  for (const judge of judges) {
    const alone = orderRelation(judge)
    if (alone.kind === 'undefined') return alone
  }
  const ratios = first.ratios.map((_, k) => Math.exp(judges.reduce((sum, { ratios: own }) => sum + Math.log(own[k]!), 0) / judges.length))
  return orderRelation({ order: first.order, ratios })
}

const MOST = 1.8
