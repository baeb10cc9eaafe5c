import {
  add,
  compare,
  div,
  type Exact,
  type ExactInput,
  exact,
  HUNDRED,
  isZero,
  min,
  mul,
  ONE,
  sign,
  sub,
  sum,
  ZERO,
} from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'
import type { RollRule } from './card.ts'
import type { Because, NodeState } from './nodeStates.ts'

/** What a leaf brings: a score (perhaps a ruled zero), or the reason it brings none. */
export type Leaf =
  | { kind: 'scored'; score: ExactInput; pace?: ExactInput; ruledZero?: boolean; late?: boolean; missing?: boolean }
  | { kind: 'not-applicable' | 'suspended' | 'monitored'; because: Because }
  | { kind: 'excluded'; because: Because; late?: boolean; missing?: boolean }

export type RollUpNode = {
  id: string
  /** Non-negative; any scale: siblings are always normalised. */
  weight: ExactInput
  critical?: boolean
  /** A veto sets the node's score to zero before its parent takes it up. */
  zeroedByVeto?: boolean
} & (
  | { leaf: Leaf; children?: undefined }
  | { leaf?: undefined; children: readonly RollUpNode[]; rule?: RollRule; parentCap?: ExactInput | null }
)

export type RolledNode = {
  id: string
  state: NodeState
  because: Because | null
  critical: boolean
  rule: RollRule
  /** Share among siblings as designed; after taking out what has no score; products of both down from the root. */
  nominal: Exact
  redistributed: Exact
  nominalOnWhole: Exact
  effective: Exact
  score: Exact | null
  official: string | null
  pace: Exact | null
  scoreBeforeVeto: Exact | null
  /** The score as its parent takes it: at most the parent's cap. */
  carriedUp: Exact | null
  contribution: Exact | null
  coverage: { withData: Exact | null; decided: Exact | null; notApplicable: Exact | null }
  has: { ruledZero: boolean; missing: boolean; late: boolean; cappedChild: boolean }
  children: RolledNode[]
}

export type RollUpOptions = {
  /** Where the weight of what has no score goes: to the siblings, or over the whole card. */
  notApplicable?: 'siblings' | 'global'
}

/**
 * Rolls leaves up to one score: S = sum(w' x min(child, parent cap)) with w' = w / sum of w over the children that have a score.
 * A node whose children are all not applicable is itself not applicable; no weight at all is `unscored`, never 0/0.
 * The result does not depend on the order of children. Throws on a negative weight.
 */
export function rollUp(root: RollUpNode, options: RollUpOptions = {}): RolledNode {
  const massed = spread(root, ONE, ONE)
  const rolled = climb(massed, options.notApplicable ?? 'siblings')
  return descend({ ...rolled, redistributed: rolled.state === 'scored' ? ONE : ZERO }, ONE)
}

type Mass = Record<'data' | 'ruled' | 'notApplicable' | 'open', Exact>
type Massed = { node: RollUpNode; nominal: Exact; onWhole: Exact; mass: Mass; children: Massed[] }
const NO_MASS: Mass = { data: ZERO, ruled: ZERO, notApplicable: ZERO, open: ZERO }

/** Top down: every node's designed share of the whole, and what kind of weight lies under it. */
function spread(node: RollUpNode, nominal: Exact, onWhole: Exact): Massed {
  if (node.leaf) return { node, nominal, onWhole, mass: { ...NO_MASS, [massKind(node.leaf)]: onWhole }, children: [] }
  const weights = node.children.map(designedWeight)
  const all = sum(weights)
  const children = node.children.map((child, index) => {
    const share = isZero(all) ? ZERO : div(weights[index] ?? ZERO, all)
    return spread(child, share, mul(onWhole, share))
  })
  const total = (kind: keyof Mass): Exact => sum(children.map((child) => child.mass[kind]))
  return {
    node,
    nominal,
    onWhole,
    children,
    mass: { data: total('data'), ruled: total('ruled'), notApplicable: total('notApplicable'), open: total('open') },
  }
}

/** What is only monitored weighs nothing, whatever was typed. */
function designedWeight(node: RollUpNode): Exact {
  const weight = exact(node.weight)
  if (sign(weight) < 0) throw new RangeError(`negative weight at ${node.id}`)
  return node.leaf?.kind === 'monitored' ? ZERO : weight
}

function massKind(leaf: Leaf): keyof Mass {
  if (leaf.kind === 'scored') return leaf.ruledZero ? 'ruled' : 'data'
  return leaf.kind === 'excluded' ? 'open' : 'notApplicable'
}

/** Bottom up: states, redistributed weights and scores. */
function climb(massed: Massed, spreading: 'siblings' | 'global'): RolledNode {
  const { node } = massed
  const base = { ...blank(massed), critical: node.critical ?? false }
  if (node.leaf) return withVeto(fromLeaf(base, node.leaf), node)
  const cap = node.parentCap === null ? null : exact(node.parentCap ?? HUNDRED)
  const rule = node.rule ?? 'weighted'
  const children = massed.children.map((child) => climb(child, spreading))
  const weighOf = (index: number): Exact => {
    const child = massed.children[index]!
    if (children[index]!.state !== 'scored') return ZERO
    return spreading === 'global' ? add(child.mass.data, child.mass.ruled) : child.nominal
  }
  const weights = children.map((_, index) => weighOf(index))
  const all = sum(weights)
  const has = {
    ruledZero: children.some((child) => child.has.ruledZero),
    missing: children.some((child) => child.has.missing),
    late: children.some((child) => child.has.late),
    cappedChild: cap !== null && children.some((child) => child.score !== null && compare(child.score, cap) > 0),
  }
  if (isZero(all)) return { ...base, rule, has, ...emptyState(massed, children), children }
  const capped = children.map((child) => ({ ...child, carriedUp: child.score && (cap ? min(child.score, cap) : child.score) }))
  const shares = rule === 'min' ? onlyTheWeakest(capped, weights) : weights.map((weight) => div(weight, all))
  const mean = (value: (child: RolledNode) => Exact | null): Exact =>
    sum(capped.map((child, index) => mul(shares[index] ?? ZERO, value(child) ?? ZERO)))
  const paces = (child: RolledNode): Exact | null => (child.pace && cap ? min(child.pace, cap) : child.pace)
  const score = mean((child) => child.carriedUp)
  const rolled: RolledNode = {
    ...base,
    rule,
    has,
    state: 'scored',
    score,
    official: roundHalfAway(score, 2),
    pace: mean(paces),
    children: capped.map((child, index) => ({ ...child, redistributed: shares[index] ?? ZERO })),
  }
  return withVeto(rolled, node)
}

function fromLeaf(base: RolledNode, leaf: Leaf): RolledNode {
  if (leaf.kind !== 'scored') {
    const open = leaf.kind === 'excluded'
    const has = { ...base.has, late: open && (leaf.late ?? false), missing: open && (leaf.missing ?? false) }
    return { ...base, state: leaf.kind, because: leaf.because, has }
  }
  const score = exact(leaf.score)
  const has = { ...base.has, ruledZero: leaf.ruledZero ?? false, late: leaf.late ?? false, missing: leaf.missing ?? false }
  return { ...base, state: 'scored', score, official: roundHalfAway(score, 2), pace: exact(leaf.pace ?? score), has }
}

function withVeto(rolled: RolledNode, node: RollUpNode): RolledNode {
  if (!node.zeroedByVeto || rolled.score === null) return rolled
  return { ...rolled, score: ZERO, official: '0.00', pace: ZERO, scoreBeforeVeto: rolled.score }
}

/** Why a node without a scored child has no score. */
function emptyState(massed: Massed, children: RolledNode[]): Pick<RolledNode, 'state' | 'because'> {
  if (children.length === 0) return { state: 'unscored', because: 'no-measures' }
  const weighty = children.filter((child, index) => !isZero(massed.children[index]!.nominal) && child.state !== 'unscored')
  if (weighty.length === 0) return { state: 'unscored', because: 'weight-sum-zero' }
  if (weighty.every((child) => child.state === 'suspended')) return { state: 'suspended', because: 'suspended' }
  if (weighty.every((child) => child.state === 'not-applicable' || child.state === 'suspended')) {
    return { state: 'not-applicable', because: 'all-not-applicable' }
  }
  return { state: 'excluded', because: 'no-data-below' }
}

/** Under `min` the weakest child is the score; among equals the smaller id, so that order never matters. */
function onlyTheWeakest(children: RolledNode[], weights: Exact[]): Exact[] {
  const scored = children.filter((child, index) => child.carriedUp !== null && !isZero(weights[index] ?? ZERO))
  const weakest = scored.reduce((least, child) => {
    const order = compare(child.carriedUp ?? ZERO, least.carriedUp ?? ZERO)
    return order < 0 || (order === 0 && child.id < least.id) ? child : least
  })
  return children.map((child) => (child === weakest ? ONE : ZERO))
}

/** Top down again: effective weights and what each node brings to the whole. */
function descend(rolled: RolledNode, effective: Exact): RolledNode {
  return {
    ...rolled,
    effective,
    contribution: rolled.score === null ? null : mul(effective, rolled.carriedUp ?? rolled.score),
    children: rolled.children.map((child) => descend(child, mul(effective, child.redistributed))),
  }
}

function blank({ node, nominal, onWhole, mass }: Massed): RolledNode {
  const applicable = sum([mass.data, mass.ruled, mass.open])
  const designed = add(applicable, mass.notApplicable)
  return {
    id: node.id,
    state: 'unscored',
    because: null,
    critical: false,
    rule: 'weighted',
    nominal,
    redistributed: ZERO,
    nominalOnWhole: onWhole,
    effective: ZERO,
    score: null,
    official: null,
    pace: null,
    scoreBeforeVeto: null,
    carriedUp: null,
    contribution: null,
    coverage: {
      withData: isZero(applicable) ? null : div(mass.data, applicable),
      decided: isZero(applicable) ? null : sub(ONE, div(mass.open, applicable)),
      notApplicable: isZero(designed) ? null : div(mass.notApplicable, designed),
    },
    has: { ruledZero: false, missing: false, late: false, cappedChild: false },
    children: [],
  }
}
