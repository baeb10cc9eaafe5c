import type { CardInput } from './card.ts'
import type { CardResult, MeasureResult, NodeResult } from './cardResult.ts'
import { ENGINE_VERSION } from './engineVersion.ts'
import { scoreCard } from './scoreCard.ts'

/** What a score ticket keeps of a result; words are left out, they may be said better by a later engine. */
export type StoredResult = Pick<CardResult, 'tree' | 'measures' | 'final' | 'status' | 'provisional' | 'bonus' | 'vetoes' | 'stretches'>

/**
 * Whether a stored score comes out the same again. `differsAt` names what does not: nodes and measures by id (those of the card first,
 * then those only the stored result has), then `final`, `status`, `bonus`, `stretches` or `vetoes`. Empty when `same`.
 */
export type Replay = { readonly same: boolean; readonly differsAt: readonly string[]; readonly engineVersion: string }

/** Scores a stored input again and compares every figure of the result with what was stored. */
export function replay(input: CardInput, stored: StoredResult): Replay {
  const now = scoreCard(input)
  const [after, before] = [figuresOf(now), figuresOf(stored)]
  const places = [...new Set([...after.keys(), ...before.keys()])]
  const differsAt = places.filter((place) => after.get(place) !== before.get(place))
  return { same: differsAt.length === 0, differsAt, engineVersion: ENGINE_VERSION }
}

/** Every figure of a result by the place it stands at. */
function figuresOf({ tree, measures, final, status, provisional, bonus, vetoes, stretches }: StoredResult): Map<string, string> {
  const scored = new Map(measures.map((measure) => [measure.id, measure]))
  const nodes = nodesOf(tree)
  const known = new Set(nodes.map((node) => node.id))
  const orphans = measures.filter((measure) => !known.has(measure.id))
  return new Map([
    ...nodes.map((node) => [node.id, JSON.stringify([nodeFigures(node), measureFigures(scored.get(node.id))])] as const),
    ...orphans.map((measure) => [measure.id, JSON.stringify([null, measureFigures(measure)])] as const),
    ['final', JSON.stringify([final?.score, final?.official])],
    ['status', JSON.stringify([status.kind, status.band, provisional])],
    ['bonus', JSON.stringify([bonus.points, bonus.applied, bonus.items])],
    ['stretches', JSON.stringify(stretches?.map(({ id, from, to, days, score, official }) => [id, from, to, days, score, official]))],
    ['vetoes', JSON.stringify(vetoes.map((veto) => [veto.id, veto.effect, veto.target, veto.scoreBefore]))],
  ])
}

const nodesOf = (node: NodeResult): NodeResult[] => [node, ...node.children.flatMap(nodesOf)]

const nodeFigures = ({ kind, state, status, score, official, takenUp, pace, contribution, weight, coverage, children }: NodeResult) => [
  ...[kind, state, status.kind, status.band, score, official, takenUp, pace, contribution],
  ...[weight.nominal, weight.redistributed, weight.nominalOnWhole, weight.effective],
  ...[weight.shown.nominal, weight.shown.redistributed, weight.shown.effective],
  ...[coverage.withData, coverage.decided, coverage.notApplicable],
  ...[coverage.shown.withData, coverage.shown.decided, coverage.shown.notApplicable],
  children.map((child) => child.id),
]

const measureFigures = (measure: MeasureResult | undefined) =>
  measure && [
    ...[
      measure.state,
      measure.score,
      measure.official,
      measure.attainment,
      measure.attainmentOfficial,
      measure.targetScale,
      measure.segment,
    ],
    ...[measure.actual?.value, measure.actual?.shown, measure.actual?.n, measure.actual?.numerator, measure.actual?.denominator],
    measure.actual?.used.map((value) => [value.period, value.unit, value.state]),
    measure.anchors?.map(({ x, y }) => [x, y]),
  ]
