import type { PublicMeasure, PublicSnapshot } from '@milepost/contract/open/publications'
import { compare } from '@milepost/exact/exact'
import { roundHalfAway, toDecimalString } from '@milepost/exact/rounding'
import type { Anchor } from '@milepost/scorecard/anchors'
import type { CardInput } from '@milepost/scorecard/card'
import type { AggregatedActual, CardResult, NodeResult } from '@milepost/scorecard/cardResult'
import { ruleWords } from '@milepost/scorecard/ruleWords'
import type { CardDesign, CardMeasure } from '../../design/published.ts'
import { publicActual } from './publicActual.ts'
import { surveyInterval } from './surveyInterval.ts'
import { withinYear } from './withinYear.ts'

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
  input: CardInput
  trends: ReadonlyMap<string, PublicMeasure['trend']>
  misses: Readonly<Record<string, { zh: string; en: string }>>
}): PublicSnapshot['perspectives'] {
  const { card, result } = given
  const nodes = new Map(nodesOf(result.tree).map((node) => [node.id, node]))
  const scored = new Map(result.measures.map((measure) => [measure.id, measure]))
  const inputs = new Map(
    given.input.perspectives
      .flatMap((one) => one.objectives)
      .flatMap((one) => one.measures)
      .map((one) => [one.id, one]),
  )
  return card.perspectives.map((perspective) => {
    const node = result.tree.children.find((one) => one.id === perspective.perspectiveId)
    return {
      code: perspective.code,
      name: perspective.name,
      score: node?.official ?? null,
      weight: node?.weight.shown.effective ?? null,
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
            actual: publicActual(own?.actual, measure.digits),
            target: targetOf(measure.rule),
            better: measure.direction,
            score: own?.official ?? null,
            exact: exactOf(own?.actual, measure.digits),
            rule: { ...ruleWords(measure.rule) },
            weight: nodes.get(measure.cardMeasureId)?.weight.shown.effective ?? null,
            band: bandOf(nodes.get(measure.cardMeasureId)),
            n: own?.actual?.n ?? null,
            interval: intervalOf(own?.actual, measure.digits),
            reached: own?.attainment ? compare(own.attainment, 100) >= 0 : null,
            scale: scaleOf(own?.anchors, measure.digits),
            trend: given.trends.get(measure.code) ?? [],
            ...withinYear(inputs.get(measure.cardMeasureId), measure.digits),
            miss: given.misses[measure.code] ?? { zh: '', en: '' },
          }
        }),
    }
  })
}

/** The level as it was scored, in as many places as a calculator takes; null where the level is not shown either. */
const exactOf = (actual: AggregatedActual | null | undefined, digits: number): string | null =>
  actual && publicActual(actual, digits) !== null ? toDecimalString(actual.value, 9) : null

/** Around the figure before it is rounded for the eye. */
function intervalOf(actual: AggregatedActual | null | undefined, digits: number): PublicMeasure['interval'] {
  if (!actual || publicActual(actual, digits) === null) return null
  return surveyInterval(roundHalfAway(actual.value, digits + 6), actual.n ?? null, digits)
}

export type Definition = { readonly definition: { zh: string; en: string }; readonly dataSource: { zh: string; en: string } }

/** The ends of the curve of a measure, in order of its figures; null for rules that draw none. */
function scaleOf(anchors: readonly Anchor[] | null | undefined, digits: number): PublicMeasure['scale'] {
  const ends = (anchors ?? []).map(({ x }) => x).toSorted(compare)
  const [from, to] = [ends[0], ends.at(-1)]
  return from === undefined || to === undefined || compare(from, to) === 0
    ? null
    : { from: roundHalfAway(from, digits), to: roundHalfAway(to, digits) }
}

const nodesOf = (node: NodeResult): NodeResult[] => [node, ...node.children.flatMap(nodesOf)]

/** Letter of the band, or what the node is instead of scored. */
export function bandOf(node: Pick<NodeResult, 'status'> | undefined): string {
  if (!node) return 'missing'
  return node.status.band ?? bandOfCode(node.status.kind)
}

/** The same for a status as it is stored with a score: a band, or the kind of status that has none. */
export function bandOfCode(code: string): string {
  if (code === 'not-applicable' || code === 'suspended' || code === 'monitored' || code === 'unscored') return 'not_applicable'
  if (code === 'late') return 'outdated'
  return code === 'insufficient-coverage' || code === 'band' ? 'missing' : code
}
