import type { RuleKind, ScoringRule } from '@milepost/scorecard/rules'
import type { Bilingual } from '@milepost/terms/bilingual'

/** Rules that are a few figures and can be typed here; the others come in with the library or by file. */
export const TYPED_KINDS = [
  'floor_target_stretch',
  'ratio_up',
  'ratio_down',
  'interpolate',
  'maintain',
  'range',
  'efficacy',
  'threshold3',
  'unscored',
] as const
export type TypedKind = (typeof TYPED_KINDS)[number]
export type FigureName = 'floor' | 'target' | 'stretch' | 'baseline' | 'tolerance' | 'low' | 'high' | 'unacceptable' | 'satisfactory'

export const FIGURE_NAMES: Record<FigureName, Bilingual> = {
  floor: { zh: '底线值', en: 'Floor' },
  target: { zh: '目标值', en: 'Target' },
  stretch: { zh: '挑战值', en: 'Stretch' },
  baseline: { zh: '基线值', en: 'Baseline' },
  tolerance: { zh: '容差', en: 'Tolerance' },
  low: { zh: '区间下限', en: 'From' },
  high: { zh: '区间上限', en: 'To' },
  unacceptable: { zh: '不允许值', en: 'Unacceptable' },
  satisfactory: { zh: '满意值', en: 'Satisfactory' },
}

const FIGURES: Record<TypedKind, readonly FigureName[]> = {
  floor_target_stretch: ['floor', 'target', 'stretch'],
  ratio_up: ['target'],
  ratio_down: ['target'],
  interpolate: ['baseline', 'target'],
  maintain: ['target', 'tolerance'],
  range: ['low', 'high', 'tolerance'],
  efficacy: ['unacceptable', 'satisfactory'],
  threshold3: ['floor', 'target', 'stretch'],
  unscored: [],
}

export const isTyped = (kind: RuleKind): kind is TypedKind => TYPED_KINDS.some((one) => one === kind)

export type Figure = { readonly name: FigureName; readonly value: string }

/** The figures of a rule in the order in which they are typed. */
export function figuresOf(rule: ScoringRule): Figure[] {
  const values: Readonly<Record<string, unknown>> = rule
  return isTyped(rule.kind) ? FIGURES[rule.kind].map((name) => ({ name, value: String(values[name] ?? '') })) : []
}

export const withFigure = (rule: ScoringRule, name: FigureName, value: string): ScoringRule => ({ ...rule, [name]: value })

/** Another kind of rule for the same measure; figures of the same meaning are kept, the others start at something that scores. */
export function withKind(rule: ScoringRule, kind: TypedKind, direction: 'up' | 'down' | 'band'): ScoringRule {
  const before = new Map(figuresOf(rule).map(({ name, value }) => [name, value]))
  const target = before.get('target') ?? before.get('high') ?? before.get('satisfactory') ?? '100'
  const start = before.get('floor') ?? before.get('baseline') ?? before.get('low') ?? before.get('unacceptable') ?? '0'
  const stretch = before.get('stretch') ?? target
  const tolerance = before.get('tolerance') ?? '1'
  const way = direction === 'down' ? 'down' : 'up'
  const rules: { readonly [K in TypedKind]: ScoringRule<K> } = {
    floor_target_stretch: { kind: 'floor_target_stretch', direction: way, floor: start, target, stretch },
    ratio_up: { kind: 'ratio_up', target },
    ratio_down: { kind: 'ratio_down', target },
    interpolate: { kind: 'interpolate', baseline: start, target },
    maintain: { kind: 'maintain', direction: way, target, tolerance },
    range: { kind: 'range', low: start, high: target, tolerance },
    efficacy: { kind: 'efficacy', unacceptable: start, satisfactory: target },
    threshold3: { kind: 'threshold3', floor: start, target, stretch },
    unscored: { kind: 'unscored' },
  }
  return rules[kind]
}

/** The one figure that stands for the rule in a list. */
export function targetText(rule: ScoringRule): string | null {
  if (rule.kind === 'range') return `${rule.low}–${rule.high}`
  if (rule.kind === 'efficacy') return rule.satisfactory
  return 'target' in rule ? rule.target : null
}
