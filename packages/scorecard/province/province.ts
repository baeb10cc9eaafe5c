import { div, type Exact, exact, exactFromNumber, isZero, min, mul, sum, toNumber } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import type { CardInput, ValueInput } from '../card.ts'
import type { CardResult } from '../cardResult.ts'
import type { NodeState } from '../nodeStates.ts'
import { schemeOf } from '../scheme.ts'
import { scoreCard } from '../scoreCard.ts'
import { bandOf } from '../status.ts'
import { hundredthsOf, isPlainDecimal, ROUNDOFF } from './bounded.ts'
import { type Desk, deskFor, OUTCOMES, type Outcome, type Plan, STATE_CODE, scoreExact, scoreFast, type ValueState } from './plan.ts'

/** A unit in the tree: parents stand before their children. */
export type ProvinceUnit = {
  readonly id: string
  /** Place of the unit above in the list; null for the root, which is the first. */
  readonly parent: number | null
  /** Whole number: what it weighs among the units beside it. */
  readonly weight: number
  /** Whole numbers: how the unit's own card, the cards of its people and the units below it share in its score. What is not there falls away. */
  readonly parts?: { readonly own: number; readonly people: number; readonly units: number }
}
/** One card: its values by measure in card order, or `input` for a card that takes the exact way (see `planOf`). */
export type ProvinceCard = {
  readonly id: string
  readonly unit: number
  /** `own`: the unit's card; `person`: one of its people. */
  readonly of: 'own' | 'person'
  /** Whole number: what it weighs among the cards beside it. */
  readonly weight?: number
} & ({ readonly plan: number; readonly values: readonly ProvinceValue[] } | { readonly input: CardInput })
/** A decimal of at most fifteen digits, or the state in which there is none. */
export type ProvinceValue = string | Exclude<ValueState, 'reported'>

export type ProvinceScore = { readonly id: string; readonly outcome: Outcome; readonly official: string | null }
export type Rescored = { readonly id: string; readonly before: string | null; readonly after: string | null }

export type Province = {
  /** Scores every card and rolls up through the units. */
  scoreAll(): { readonly measures: number; readonly decidedExactly: number }
  card(at: number): ProvinceScore
  unit(at: number): ProvinceScore
  /** Code of the band the official score falls into by the scheme of the card's plan; null without a score. */
  bandOfCard(at: number): string | null
  /** Changes one value and scores again only the card and the units above it, which it returns from the card up. */
  change(card: number, measure: number, value: ProvinceValue): Rescored[]
  /** The whole result of one card with its reasons, by the exact engine. */
  explain(card: number): CardResult
}

/**
 * A whole province ready to be scored and scored again: fast doubles with an error bound for every score, and exact rationals for every
 * rounding the bound leaves open, so that each official figure is the one `scoreCard` and `rollUp` give. Children are taken up at most at
 * `parentCap` (default "100"). Throws RangeError on input that does not fit together (no such unit or plan, a wrong number of values, a
 * figure that is not a plain decimal).
 */
export function openProvince(question: {
  readonly plans: readonly Plan[]
  readonly units: readonly ProvinceUnit[]
  readonly cards: readonly ProvinceCard[]
  readonly parentCap?: string
}): Province {
  const { plans, units, cards } = question
  const cap = exact(question.parentCap ?? '100')
  const store = storeOf(plans, cards)
  const tree = treeOf(units, cards)
  const desk = deskFor(plans)
  const size = tree.parent.length
  const nodes: Nodes = {
    scores: new Float64Array(size),
    errors: new Float64Array(size),
    outcomes: new Uint8Array(size),
    hundredths: new Int32Array(size),
  }
  const ways: Ways = {
    plans,
    cards,
    store,
    tree,
    nodes,
    desk,
    cap,
    capNumber: toNumber(cap),
    exactCards: new Map(),
    exactScores: new Map(),
  }
  const card = (at: number): ProvinceScore => scoreAt(nodes, tree.firstCard + at, cards[at]?.id ?? '')
  const unit = (at: number): ProvinceScore => scoreAt(nodes, at, units[at]?.id ?? '')
  return {
    scoreAll() {
      let exactly = 0
      for (let at = 0; at < cards.length; at++) exactly += scoreCardAt(ways, at)
      for (let at = units.length - 1; at >= 0; at--) {
        for (let part = 0; part < 3; part++) rollAt(ways, units.length + at * 3 + part)
        exactly += rollAt(ways, at)
      }
      return { measures: store.actuals.length, decidedExactly: exactly }
    },
    card,
    unit,
    bandOfCard(at) {
      const one = cards[at]
      const { official } = card(at)
      if (!one || official === null) return null
      const template = 'input' in one ? one.input : plans[one.plan]!.template
      return bandOf(official, schemeOf(template.scheme).bands).code
    },
    change(at, measure, value) {
      const one = cards[at]
      if (!one || 'input' in one || !plans[one.plan]?.measures[measure]) throw new RangeError(`no measure ${measure} on card ${at}`)
      put(store, store.offsets[at]! + measure, value)
      for (let node = tree.firstCard + at; node >= 0; node = tree.parent[node]!) ways.exactScores.delete(node)
      const path: Rescored[] = []
      const note = (node: number, id: string, again: () => number): void => {
        const before = scoreAt(nodes, node, id).official
        again()
        path.push({ id, before, after: scoreAt(nodes, node, id).official })
      }
      note(tree.firstCard + at, one.id, () => scoreCardAt(ways, at))
      for (let node = tree.parent[tree.firstCard + at]!; node >= 0; node = tree.parent[node]!) {
        if (node < units.length) note(node, units[node]!.id, () => rollAt(ways, node))
        else rollAt(ways, node)
      }
      return path
    },
    explain: (at) => scoreCard(cardInputOf(ways, at)),
  }
}

type Store = { actuals: Float64Array; states: Uint8Array; offsets: Int32Array }
type Nodes = { scores: Float64Array; errors: Float64Array; outcomes: Uint8Array; hundredths: Int32Array }
type Tree = {
  /** Units first, then their groups, then the cards. */
  parent: Int32Array
  weights: Float64Array
  firstCard: number
  /** Children of a branch: `children[start[node]] ... children[start[node + 1] - 1]`. */
  start: Int32Array
  children: Int32Array
}
type Ways = {
  plans: readonly Plan[]
  cards: readonly ProvinceCard[]
  store: Store
  tree: Tree
  nodes: Nodes
  desk: Desk
  cap: Exact
  capNumber: number
  exactCards: Map<number, Exact | null>
  /** Exact scores of the nodes that had to be asked for one, so that a change asks again only on its own path. */
  exactScores: Map<number, Exact | null>
}

function storeOf(plans: readonly Plan[], cards: readonly ProvinceCard[]): Store {
  const offsets = new Int32Array(cards.length + 1)
  for (const [at, one] of cards.entries()) {
    const measures = 'input' in one ? 0 : plans[one.plan]?.measures.length
    if (measures === undefined) throw new RangeError(`card ${one.id} names a plan that is not there`)
    if (!('input' in one) && one.values.length !== measures) throw new RangeError(`card ${one.id} needs ${measures} values`)
    offsets[at + 1] = offsets[at]! + measures
  }
  const store: Store = { actuals: new Float64Array(offsets[cards.length]!), states: new Uint8Array(offsets[cards.length]!), offsets }
  for (const [at, one] of cards.entries()) {
    if ('input' in one) continue
    const first = offsets[at]!
    for (let measure = 0; measure < one.values.length; measure++) put(store, first + measure, one.values[measure]!)
  }
  return store
}

function put({ actuals, states }: Store, at: number, value: ProvinceValue): void {
  if (value === 'missing' || value === 'not_applicable' || value === 'suspended') {
    states[at] = STATE_CODE[value]
    actuals[at] = 0
    return
  }
  if (!/^[+-]?\d+(\.\d+)?$/.test(value) || !isPlainDecimal(value)) throw new RangeError(`not a plain decimal: "${value}"`)
  states[at] = STATE_CODE.reported
  actuals[at] = Number(value)
}

/** Every unit is a branch over up to three groups: its own card, its people, the units below. */
function treeOf(units: readonly ProvinceUnit[], cards: readonly ProvinceCard[]): Tree {
  const groups = units.length * 3
  const firstCard = units.length + groups
  const size = firstCard + cards.length
  const parent = new Int32Array(size).fill(-1)
  const weights = new Float64Array(size)
  const place = (node: number, above: number, weight: number): void => {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`weight ${weight} is not a whole number of 0 or more`)
    parent[node] = above
    weights[node] = weight
  }
  for (const [at, { parent: above, weight, parts = ALIKE }] of units.entries()) {
    if (above === null ? at !== 0 : !(above < at)) throw new RangeError(`unit ${at} must stand after the unit above it`)
    place(at, above === null ? -1 : units.length + above * 3 + 2, weight)
    for (const [part, share] of [parts.own, parts.people, parts.units].entries()) place(units.length + at * 3 + part, at, share)
  }
  for (const [at, { unit, of, weight = 1, id }] of cards.entries()) {
    if (!units[unit]) throw new RangeError(`card ${id} names a unit that is not there`)
    place(firstCard + at, units.length + unit * 3 + (of === 'own' ? 0 : 1), weight)
  }
  const start = new Int32Array(firstCard + 1)
  for (const above of parent) if (above >= 0) start[above + 1]! += 1
  for (let node = 0; node < firstCard; node++) start[node + 1]! += start[node]!
  const next = start.slice()
  const children = new Int32Array(start[firstCard]!)
  for (const [node, above] of parent.entries()) if (above >= 0) children[next[above]!++] = node
  return { parent, weights, firstCard, start, children }
}

const ALIKE = { own: 1, people: 1, units: 1 }

/** Scores one card; 1 when its rounding had to be decided exactly. */
function scoreCardAt(ways: Ways, at: number): number {
  const { plans, cards, store, tree, nodes, desk, exactCards } = ways
  const [one, node] = [cards[at]!, tree.firstCard + at]
  if ('input' in one) {
    const { tree: top, final } = scoreCard(one.input)
    const score = final === null ? null : exact(final.score)
    exactCards.set(at, score)
    const outcome = score === null ? OUTCOMES.indexOf(outcomeOf(top.state)) : 0
    return settle(nodes, node, { score: score === null ? 0 : toNumber(score), error: 0, outcome }, () => score)
  }
  const plan = plans[one.plan]!
  const offset = store.offsets[at]!
  const place = scoreFast(plan, store.actuals, store.states, offset, desk)
  const found = { score: desk.scores[place]!, error: desk.errors[place]!, outcome: desk.outcomes[place]! }
  return settle(nodes, node, found, () => exactAt(ways, node))
}

/** Only-monitored counts as unscored here: neither has anything to roll up. */
const outcomeOf = (state: NodeState): Outcome => (state === 'monitored' ? 'unscored' : state)

/** Rolls one unit or group up from its children, which are up to date. Groups are never shown, so their rounding stays open. */
function rollAt(ways: Ways, node: number): number {
  const { tree, nodes, capNumber } = ways
  let [points, weight, error, size] = [0, 0, 0, 0]
  const [from, to] = [tree.start[node]!, tree.start[node + 1]!]
  for (let at = from; at < to; at++) {
    const child = tree.children[at]!
    const own = tree.weights[child]!
    if (own === 0 || nodes.outcomes[child] !== 0) continue
    const taken = nodes.scores[child]! > capNumber ? capNumber : nodes.scores[child]!
    points += own * taken
    size += own * Math.abs(taken)
    error += own * nodes.errors[child]!
    weight += own
  }
  const scored = weight > 0
  const found = {
    score: scored ? points / weight : 0,
    error: scored ? (error * 1.0001 + (to - from + 4) * ROUNDOFF * size) / weight : 0,
    outcome: scored ? 0 : emptyOutcome(ways, from, to),
  }
  if (!isUnit(tree, node)) {
    nodes.scores[node] = found.score
    nodes.errors[node] = found.error
    nodes.outcomes[node] = found.outcome
    return 0
  }
  return settle(nodes, node, found, () => exactAt(ways, node))
}

const isUnit = ({ firstCard }: Tree, node: number): boolean => node < firstCard / 4

/** Why nothing under a node scores, passed up in the order of alarm: data lacking, not applicable, suspended, nothing there. */
function emptyOutcome({ tree, nodes }: Ways, from: number, to: number): number {
  const seen = new Set<number>()
  for (let at = from; at < to; at++) {
    const child = tree.children[at]!
    if (tree.weights[child]! > 0) seen.add(nodes.outcomes[child]!)
  }
  seen.delete(UNSCORED)
  if (seen.size === 0) return UNSCORED
  if (seen.has(EXCLUDED)) return EXCLUDED
  return seen.has(NOT_APPLICABLE) ? NOT_APPLICABLE : SUSPENDED
}
const [NOT_APPLICABLE, SUSPENDED, EXCLUDED, UNSCORED] = [1, 2, 3, 4] as const

type Found = { score: number; error: number; outcome: number }

/** Stores a score with its official hundredths, asking the exact engine only where the error leaves them open. */
function settle(nodes: Nodes, node: number, { score, error, outcome }: Found, exactly: () => Exact | null): number {
  nodes.scores[node] = score
  nodes.errors[node] = error
  nodes.outcomes[node] = outcome
  if (outcome !== 0) return 0
  const hundredths = hundredthsOf(score, error + ROUNDOFF * Math.abs(score))
  if (!Number.isNaN(hundredths)) {
    nodes.hundredths[node] = hundredths
    return 0
  }
  nodes.hundredths[node] = Number(roundHalfAway(mul(exactly() ?? 0, 100), 0))
  return 1
}

function exactAt(ways: Ways, node: number): Exact | null {
  const known = ways.exactScores.get(node)
  if (known !== undefined) return known
  const score = exactFresh(ways, node)
  ways.exactScores.set(node, score)
  return score
}

function exactFresh(ways: Ways, node: number): Exact | null {
  const { plans, cards, store, tree, cap, exactCards } = ways
  if (node >= tree.firstCard) {
    const at = node - tree.firstCard
    const one = cards[at]!
    return 'input' in one ? (exactCards.get(at) ?? null) : scoreExact(plans[one.plan]!, store.actuals, store.states, store.offsets[at]!)
  }
  const taken = [...tree.children.subarray(tree.start[node]!, tree.start[node + 1]!)].flatMap((child) => {
    const score = tree.weights[child] === 0 ? null : exactAt(ways, child)
    return score === null ? [] : [{ weight: exact(tree.weights[child]!), score: min(score, cap) }]
  })
  const weight = sum(taken.map((one) => one.weight))
  return isZero(weight) ? null : div(sum(taken.map((one) => mul(one.weight, one.score))), weight)
}

function scoreAt({ outcomes, hundredths }: Nodes, node: number, id: string): ProvinceScore {
  const outcome = OUTCOMES[outcomes[node] ?? UNSCORED] ?? 'unscored'
  return { id, outcome, official: outcome === 'scored' ? textOfHundredths(hundredths[node] ?? 0) : null }
}

/** 9005 is "90.05", -7 is "-0.07". */
function textOfHundredths(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0')
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The card as `scoreCard` takes it: the plan's template with this card's values put in. */
function cardInputOf({ plans, cards, store }: Ways, at: number): CardInput {
  const one = cards[at]
  if (!one) throw new RangeError(`no card ${at}`)
  if ('input' in one) return one.input
  const { template } = plans[one.plan]!
  let next = store.offsets[at]!
  const nextValue = (): ValueInput => {
    const [state, actual] = [store.states[next]!, store.actuals[next]!]
    next++
    const named = (Object.keys(STATE_CODE) as ValueState[]).find((name) => STATE_CODE[name] === state) ?? 'missing'
    return { period: template.period.to.slice(0, 4), state: named, ...(named === 'reported' && { actual: plain(actual) }) }
  }
  return {
    ...template,
    cardId: one.id,
    perspectives: template.perspectives.map((perspective) => ({
      ...perspective,
      objectives: perspective.objectives.map((objective) => ({
        ...objective,
        measures: objective.measures.map((measure) => ({ ...measure, values: [nextValue()] })),
      })),
    })),
  }
}

/** The decimal a double names, without an exponent. */
const plain = (value: number): string => toExactText(exactFromNumber(value))
