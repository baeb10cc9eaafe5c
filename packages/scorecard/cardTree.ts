import { exact } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import type { CardInput, MeasureInput, ObjectiveInput, PerspectiveInput, Scheme } from './card.ts'
import type { Coverage, NodeResult } from './cardResult.ts'
import type { LocalText } from './localText.ts'
import type { MeasureInCard } from './measureInCard.ts'
import type { RolledNode, RollUpNode } from './rollUp.ts'
import { shownPercentages, showShare } from './shownPercentages.ts'
import type { Standing } from './status.ts'

/** Weights left out are the sum of what is below, so that weights given on the whole card also work. */
export const objectiveWeight = (objective: ObjectiveInput): number =>
  objective.weightBp ?? objective.measures.reduce((total, measure) => total + measure.weightBp, 0)
/** What a perspective weighs: its own weight where it has one, else the sum of its objectives. */
export const perspectiveWeight = (perspective: PerspectiveInput): number =>
  perspective.weightBp ?? perspective.objectives.reduce((total, objective) => total + objectiveWeight(objective), 0)

/** The card as the roll-up sees it: weights, rules and one leaf a measure. */
export function toRollUpTree(
  card: CardInput,
  scheme: Required<Scheme>,
  measures: ReadonlyMap<MeasureInput, MeasureInCard>,
  zeroed: ReadonlySet<string>,
): RollUpNode {
  const leafOf = (measure: MeasureInput): RollUpNode => ({
    id: measure.id,
    weight: measure.weightBp,
    critical: measure.critical ?? false,
    zeroedByVeto: zeroed.has(measure.id),
    leaf: measures.get(measure)?.leaf ?? { kind: 'excluded', because: 'no-values' },
  })
  const branch = (node: PerspectiveInput | ObjectiveInput, weight: number, children: RollUpNode[]): RollUpNode => ({
    id: node.id,
    weight,
    critical: node.critical ?? false,
    zeroedByVeto: zeroed.has(node.id),
    rule: node.rollRule ?? 'weighted',
    parentCap: node.parentCap ?? scheme.parentCap,
    children,
  })
  return {
    id: card.cardId,
    weight: 1,
    zeroedByVeto: zeroed.has(card.cardId),
    parentCap: scheme.parentCap,
    children: card.perspectives.map((perspective) =>
      branch(
        perspective,
        perspectiveWeight(perspective),
        perspective.objectives.map((objective) => branch(objective, objectiveWeight(objective), objective.measures.map(leafOf))),
      ),
    ),
  }
}

type Named = { name: LocalText; kind: NodeResult['kind']; children: Named[] }

const namesOf = (card: CardInput): Named => ({
  name: card.name,
  kind: 'card',
  children: card.perspectives.map((perspective) => ({
    name: perspective.name,
    kind: 'perspective',
    children: perspective.objectives.map((objective) => ({
      name: objective.name,
      kind: 'objective',
      children: objective.measures.map((measure) => ({ name: measure.name, kind: 'measure', children: [] })),
    })),
  })),
})

/** The rolled tree as plain data: exact texts, official figures, and percentages that add up for each column and level. */
export function toNodeResult(card: CardInput, rolled: RolledNode, standing: Standing): NodeResult {
  const effective = shownByLevel(rolled)
  const build = (node: RolledNode, stand: Standing, named: Named, shown: Shown): NodeResult => ({
    id: node.id,
    kind: named.kind,
    name: named.name,
    rule: named.kind === 'measure' ? null : node.rule,
    state: node.state,
    ...(node.because && { because: node.because }),
    weight: {
      nominal: toExactText(node.nominal),
      redistributed: toExactText(node.redistributed),
      nominalOnWhole: toExactText(node.nominalOnWhole),
      effective: toExactText(node.effective),
      shown: {
        nominal: shown.nominal.get(node.id) ?? '0.00',
        redistributed: shown.redistributed.get(node.id) ?? '0.00',
        effective: effective.get(node) ?? '0.00',
      },
    },
    score: node.score && toExactText(node.score),
    official: node.official,
    takenUp: node.carriedUp && roundHalfAway(node.carriedUp, 2),
    pace: card.mode === 'live' && node.pace ? roundHalfAway(node.pace, 2) : null,
    contribution: node.contribution && toExactText(node.contribution),
    coverage: coverageOf(node),
    status: stand.status,
    flags: stand.flags,
    children: buildChildren(node, stand, named),
  })
  const buildChildren = (node: RolledNode, stand: Standing, named: Named): NodeResult[] => {
    const shown = shownAmong(node.children)
    return node.children.map((child, index) => build(child, stand.children[index]!, named.children[index]!, shown))
  }
  return build(rolled, standing, namesOf(card), shownAmong([rolled]))
}

type Shown = Record<'nominal' | 'redistributed', Map<string, string>>
const shownAmong = (siblings: readonly RolledNode[]): Shown => ({
  nominal: shownPercentages(siblings.map(({ id, nominal }) => ({ key: id, share: nominal }))),
  redistributed: shownPercentages(siblings.map(({ id, redistributed }) => ({ key: id, share: redistributed }))),
})

/** Effective weights shown level by level, each level adding up to 100.00. */
function shownByLevel(root: RolledNode): Map<RolledNode, string> {
  const shown = new Map<RolledNode, string>()
  for (let level = [root]; level.length > 0; level = level.flatMap((node) => node.children)) {
    const texts = shownPercentages(level.map((node, index) => ({ key: `${node.id}\u0000${index}`, share: node.effective })))
    for (const [index, node] of level.entries()) shown.set(node, texts.get(`${node.id}\u0000${index}`) ?? '0.00')
  }
  return shown
}

function coverageOf({ coverage }: RolledNode): Coverage {
  const show = (share: RolledNode['score']): string | null => share && showShare(exact(share))
  return {
    withData: coverage.withData && toExactText(coverage.withData),
    decided: coverage.decided && toExactText(coverage.decided),
    notApplicable: coverage.notApplicable && toExactText(coverage.notApplicable),
    shown: { withData: show(coverage.withData), decided: show(coverage.decided), notApplicable: show(coverage.notApplicable) },
  }
}
