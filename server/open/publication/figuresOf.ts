import type { PublicMeasure, PublicSnapshot } from '@milepost/contract/open/publications'
import { roundHalfAway } from '@milepost/exact/rounding'
import type { CardResult, NodeResult } from '@milepost/scorecard/cardResult'
import type { CardDesign, CardMeasure } from '../../design/published.ts'

/** The target a measure is held to, as a figure people can read; null for rules without one. */
export function targetOf(rule: CardMeasure['rule']): string | null {
  if (rule.kind === 'range') return `${rule.low}–${rule.high}`
  if (rule.kind === 'efficacy') return rule.satisfactory
  return 'target' in rule ? rule.target : null
}

/** Public measures by perspective, with what the score took as their actual. Measures that are not public are left out, their weight is not hidden. */
export function perspectivesOf(given: {
  card: CardDesign
  result: CardResult
  definitions: ReadonlyMap<string, Definition>
  trends: ReadonlyMap<string, PublicMeasure['trend']>
}): PublicSnapshot['perspectives'] {
  const { card, result } = given
  const nodes = new Map(nodesOf(result.tree).map((node) => [node.id, node]))
  const scored = new Map(result.measures.map((measure) => [measure.id, measure]))
  return card.perspectives.map((perspective) => {
    const node = result.tree.children.find((one) => one.name.zh === perspective.name.zh)
    return {
      code: perspective.code,
      name: perspective.name,
      score: node?.official ?? null,
      band: bandOf(node),
      measures: perspective.objectives
        .flatMap((objective) => objective.measures)
        .filter((measure) => measure.public)
        .map((measure) => {
          const own = scored.get(measure.cardMeasureId)
          const definition = given.definitions.get(measure.measureId)
          return {
            code: measure.code,
            name: measure.name,
            definition: definition?.definition ?? { zh: '', en: '' },
            source: definition?.dataSource ?? { zh: '', en: '' },
            unit: measure.unit,
            actual: own?.actual ? roundHalfAway(own.actual.value, measure.digits) : null,
            target: targetOf(measure.rule),
            better: measure.direction,
            score: own?.official ?? null,
            band: bandOf(nodes.get(measure.cardMeasureId)),
            n: own?.actual?.n ?? null,
            trend: given.trends.get(measure.code) ?? [],
          }
        }),
    }
  })
}

export type Definition = { readonly definition: { zh: string; en: string }; readonly dataSource: { zh: string; en: string } }

const nodesOf = (node: NodeResult): NodeResult[] => [node, ...node.children.flatMap(nodesOf)]

/** Letter of the band, or what the node is instead of scored. */
export function bandOf(node: Pick<NodeResult, 'status'> | undefined): string {
  if (!node) return 'missing'
  if (node.status.kind === 'band') return node.status.band ?? 'missing'
  if (node.status.kind === 'not-applicable') return 'not_applicable'
  return node.status.kind === 'late' ? 'outdated' : 'missing'
}
