import { compare, exact, toNumber } from '@milepost/exact/exact'
import type { CardInput, MeasureInput, Scheme } from '../card.ts'
import type { CardResult, NodeResult } from '../cardResult.ts'
import { objectiveWeight, perspectiveWeight } from '../cardTree.ts'
import type { LocalText } from '../localText.ts'
import type { NodeState } from '../nodeStates.ts'
import { schemeOf } from '../scheme.ts'
import { scoreCard } from '../scoreCard.ts'
import { type QuickMeasure, type QuickScorer, quickScorer } from './quickMeasure.ts'

/** A card as a dry run sees it: its score as a double, its official figure and band exactly those of `scoreCard`. */
export type QuickCard = {
  readonly cardId: string
  readonly state: NodeState
  readonly score: number | null
  readonly official: string | null
  /** Code of its band; null where the status is none (too little data, not applicable ...). */
  readonly band: string | null
  readonly leaves: readonly QuickLeaf[]
}
export type QuickLeaf = {
  /** Measures of different cards are the same when they share it: `code`, or else `id`. */
  readonly key: string
  readonly name: LocalText
  readonly floor: number
  readonly cap: number
  readonly state: NodeState
  readonly score: number | null
  readonly missing: boolean
  /** Designed share of the whole card, and the share it has once what has no score is taken out. */
  readonly onWhole: number
  readonly effective: number
}

/** Scores card after card; what does not depend on the card is made ready once for all cards of one scheme and period. */
export function quickCards(): (card: CardInput) => QuickCard {
  const scorers = new Map<string, { scheme: Required<Scheme>; score: QuickScorer }>()
  return (card) => {
    const key = JSON.stringify([card.scheme, card.mode, card.period])
    let ways = scorers.get(key)
    if (!ways) {
      const scheme = schemeOf(card.scheme)
      const { mode, period } = card
      ways = { scheme, score: quickScorer({ mode, period, floor: exact(scheme.floor), cap: exact(scheme.cap), minN: scheme.minN }) }
      scorers.set(key, ways)
    }
    return (isPlain(card, ways.scheme) && inDoubles(card, ways.scheme, ways.score)) || fromResult(card, scoreCard(card), ways.scheme)
  }
}

/** Nothing that reaches beyond weights and scores: no bonus, no veto, no special roll-up. */
function isPlain(card: CardInput, scheme: Required<Scheme>): boolean {
  const branches = card.perspectives.flatMap((perspective) => [perspective, ...perspective.objectives])
  return (
    card.mode === 'official' &&
    scheme.notApplicable === 'siblings' &&
    Object.keys(scheme.admittedByCommittee).length === 0 &&
    !card.bonuses?.length &&
    !card.vetoes?.length &&
    branches.every(({ rollRule, critical }) => (rollRule ?? 'weighted') === 'weighted' && critical !== true) &&
    measuresOf(card).every(({ veto }) => veto === undefined)
  )
}

const measuresOf = (card: CardInput): MeasureInput[] =>
  card.perspectives.flatMap(({ objectives }) => objectives.flatMap(({ measures }) => measures))

type Leaf = QuickMeasure & { readonly input: MeasureInput; onWhole: number; effective: number }
type Node = { readonly state: NodeState; readonly score: number; readonly leaves: readonly Leaf[] }

/** null: a rounding or a gate stands so close that only the exact engine may say. */
function inDoubles(card: CardInput, scheme: Required<Scheme>, score: QuickScorer): QuickCard | null {
  const cap = Number(scheme.parentCap)
  const capOf = (own: string | undefined): number => (own === undefined ? cap : Number(own))
  const root = rolled(
    card.perspectives.map((perspective) => ({
      weight: perspectiveWeight(perspective),
      node: rolled(
        perspective.objectives.map((objective) => ({
          weight: objectiveWeight(objective),
          node: rolled(
            objective.measures.map((input) => {
              const leaf: Leaf = { ...score(input), input, onWhole: 1, effective: 1 }
              return {
                weight: leaf.state === 'monitored' ? 0 : input.weightBp,
                node: { state: leaf.state, score: leaf.points, leaves: [leaf] },
              }
            }),
            capOf(objective.parentCap),
          ),
        })),
        capOf(perspective.parentCap),
      ),
    })),
    cap,
  )
  const leaves = root.leaves.map((leaf) => leafOf(leaf, scheme))
  const base = { cardId: card.cardId, state: root.state, leaves }
  if (root.state !== 'scored') return { ...base, score: null, official: null, band: null }
  const provisional = standsBelowAGate(root.leaves, scheme)
  const final = Math.max(0, root.score)
  const hundredths = final * 100 + 0.5
  const whole = Math.floor(hundredths)
  if (provisional === null || hundredths - whole < 1e-6 || whole + 1 - hundredths < 1e-6) return null
  const official = `${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
  return { ...base, score: final, official, band: provisional ? null : bandAt(whole, scheme) }
}

/** The weighted mean of the children that have a score, each at most at the cap; their shares are put on the leaves below. */
function rolled(children: readonly { readonly weight: number; readonly node: Node }[], cap: number): Node {
  let [all, scored, points] = [0, 0, 0]
  for (const { weight, node } of children) {
    all += weight
    if (node.state !== 'scored') continue
    scored += weight
    points += weight * Math.min(node.score, cap)
  }
  for (const { weight, node } of children)
    for (const leaf of node.leaves) {
      leaf.onWhole *= all === 0 ? 0 : weight / all
      leaf.effective *= node.state === 'scored' && scored > 0 ? weight / scored : 0
    }
  const leaves = children.length === 1 ? children[0]!.node.leaves : children.flatMap(({ node }) => node.leaves)
  return scored > 0 ? { state: 'scored', score: points / scored, leaves } : { state: emptyState(children), score: 0, leaves }
}

/** As `rollUp` names a node without a scored child. */
function emptyState(children: readonly { readonly weight: number; readonly node: Node }[]): NodeState {
  const weighty = children.filter(({ weight, node }) => weight > 0 && node.state !== 'unscored').map(({ node }) => node.state)
  if (weighty.length === 0) return 'unscored'
  if (weighty.every((state) => state === 'suspended')) return 'suspended'
  return weighty.every((state) => state === 'not-applicable' || state === 'suspended') ? 'not-applicable' : 'excluded'
}

const CLOSE = 1e-9

/** Whether too little has data, or too much is not applicable; null where the gate itself is too close. */
function standsBelowAGate(leaves: readonly Leaf[], { coverageGateBp, notApplicableGateBp }: Required<Scheme>): boolean | null {
  let [open, applicable, notApplicable] = [0, 0, 0]
  for (const { state, onWhole } of leaves) {
    if (state === 'excluded') open += onWhole
    if (state === 'excluded' || state === 'scored') applicable += onWhole
    else notApplicable += onWhole
  }
  const decided = 1 - open / applicable - coverageGateBp / 10_000
  const hollow = notApplicable / (applicable + notApplicable) - notApplicableGateBp / 10_000
  if (Math.abs(decided) < CLOSE || Math.abs(hollow) < CLOSE) return null
  return decided < 0 || hollow > 0
}

const bandAt = (hundredths: number, { bands }: Required<Scheme>): string | null => {
  const ordered = bands.toSorted((a, b) => compare(b.from, a.from))
  return (ordered.find(({ from }) => compare(exact(hundredths).div(100n, 1n), from) >= 0) ?? ordered.at(-1))?.code ?? null
}

const leafOf = ({ input, state, points, missing, onWhole, effective }: Leaf, scheme: Required<Scheme>): QuickLeaf => ({
  key: input.code ?? input.id,
  name: input.name,
  floor: Number(input.floor ?? scheme.floor),
  cap: Number(input.cap ?? scheme.cap),
  state,
  score: state === 'scored' ? points : null,
  missing,
  onWhole,
  effective,
})

const leavesUnder = (node: NodeResult): NodeResult[] => (node.kind === 'measure' ? [node] : node.children.flatMap(leavesUnder))

/** The same from a whole result of the exact engine. */
function fromResult(card: CardInput, result: CardResult, scheme: Required<Scheme>): QuickCard {
  const nodes = new Map(leavesUnder(result.tree).map((node) => [node.id, node]))
  const inputs = measuresOf(card)
  return {
    cardId: card.cardId,
    state: result.tree.state,
    score: result.final && toNumber(result.final.score),
    official: result.final?.official ?? null,
    band: result.status.band,
    leaves: result.measures.map((one, at) => {
      const input = inputs[at]!
      const { weight } = nodes.get(one.id)!
      return {
        key: input.code ?? input.id,
        name: input.name,
        floor: Number(input.floor ?? scheme.floor),
        cap: Number(input.cap ?? scheme.cap),
        state: one.state,
        score: one.score === null ? null : toNumber(one.score),
        missing:
          one.state !== 'monitored' && (one.flags.includes('missing-as-zero') || one.because === 'missing' || one.because === 'no-values'),
        onWhole: toNumber(weight.nominalOnWhole),
        effective: toNumber(weight.effective),
      }
    }),
  }
}
