import type { LintFinding } from '@milepost/contract/design/lint'
import type { DefinitionCard, MeasureDesign } from '@milepost/contract/design/measure'
import { lintMeasure } from '@milepost/scorecard/lintMeasure'
import type { MeasureDefinition } from '@milepost/scorecard/measureDefinition'
import type { ScoringRule } from '@milepost/scorecard/rules'

/** Where a measure stands when its design is judged. */
export type Standing = {
  readonly id: string
  readonly scope: MeasureDefinition['scope']
  readonly weightBp: number
  readonly rule: ScoringRule | null
  /** Ids of what it serves above. */
  readonly parents: readonly string[]
  readonly perspectiveCode: string | null
}

type Judged = Pick<MeasureDesign, 'name' | 'unit' | 'direction' | 'timeAggregation'> & { readonly definition: DefinitionCard }

/** A measure and where it stands, as the engine's lints read it. */
export function definitionOf(measure: Judged, standing: Standing): MeasureDefinition {
  const { definition } = measure
  return {
    id: standing.id,
    name: measure.name,
    scope: standing.scope,
    direction: measure.direction,
    weightBp: standing.weightBp,
    unit: measure.unit,
    formula: either(definition.formula),
    source: either(definition.dataSource),
    collector: either(definition.owner),
    frequency: definition.frequency,
    dueOn: null,
    baseline: startOf(standing.rule),
    target: targetOf(standing.rule),
    rule: standing.rule,
    parents: [...standing.parents],
    control: definition.control,
    role: definition.role,
    logic: definition.role === 'lead' ? 'process' : 'outcome',
    aspect: aspectOf(measure, standing.perspectiveCode),
    servesPublic: standing.perspectiveCode === 'PS' || definition.public,
  }
}

const either = (text: { zh: string; en: string }): string | null => text.zh.trim() || text.en.trim() || null

/** The figure a rule starts from: values of earlier years belong to a later room, so the floor stands for the baseline here. */
function startOf(rule: ScoringRule | null): string | null {
  if (rule === null) return null
  if (rule.kind === 'interpolate') return rule.baseline
  if (rule.kind === 'floor_target_stretch' || rule.kind === 'threshold3') return rule.floor
  if (rule.kind === 'range') return rule.low
  return 'target' in rule ? rule.target : rule.kind === 'efficacy' ? rule.unacceptable : '0'
}

/** The figure a rule holds a value against; null: it names none. */
export function targetOf(rule: ScoringRule | null): string | null {
  if (rule === null) return null
  if ('target' in rule) return rule.target
  if (rule.kind === 'efficacy') return rule.satisfactory
  return rule.kind === 'threshold3_imported' ? rule.goal : null
}

function aspectOf(measure: Judged, perspectiveCode: string | null): MeasureDefinition['aspect'] {
  if (measure.timeAggregation === 'survey') return 'satisfaction'
  if (perspectiveCode === 'FB') return 'cost'
  if (measure.unit.zh === '小时' || measure.unit.zh === '天') return 'timeliness'
  return measure.timeAggregation === 'sum' ? 'quantity' : 'quality'
}

/** The findings on one measure by itself: what does not depend on a card is kept. */
export function lintOfMeasure(measure: Judged & { readonly code: string }): LintFinding[] {
  const definition = definitionOf(measure, {
    id: measure.code,
    scope: 'institution',
    weightBp: 0,
    rule: measure.definition.exampleRule,
    parents: [],
    perspectiveCode: null,
  })
  return lintMeasure(definition).findings.map((finding) => ({ ...finding, name: measure.name }))
}
