import { parseExact } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import type { RuleRefusal, ScoringRule } from './rules.ts'
import { compileRule } from './scoringFunctions.ts'

/** The figures of a rule that may differ from one like unit to the next, in the measure's own unit. */
export type TargetFigures = { readonly floor?: string; readonly target: string; readonly stretch?: string }
export type Retargeted =
  | { readonly kind: 'rule'; readonly rule: ScoringRule }
  | { readonly kind: 'refused'; readonly because: RuleRefusal | 'unreadable' | 'too-many-figures' | 'kind-has-no-target' }

/** Floor, target and stretch of a rule as far as its kind has them. null: a kind without one target (steps, ranges, deductions, judgements). */
export function figuresOfTarget(rule: ScoringRule): TargetFigures | null {
  switch (rule.kind) {
    case 'floor_target_stretch':
    case 'threshold3':
      return { floor: rule.floor, target: rule.target, stretch: rule.stretch }
    case 'ratio_up':
    case 'ratio_down':
    case 'maintain':
      return { target: rule.target }
    case 'interpolate':
      return { floor: rule.baseline, target: rule.target }
    case 'efficacy':
      return { floor: rule.unacceptable, target: rule.satisfactory }
    default:
      return null
  }
}

/** "60 / 90 / 95": floor, target, stretch as they are typed in one cell. "": the rule has no such figures. */
export function targetCell(rule: ScoringRule): string {
  const figures = figuresOfTarget(rule)
  if (!figures) return ''
  return [figures.floor, figures.target, figures.stretch].filter((figure) => figure !== undefined).join(' / ')
}

/**
 * The rule with the figures of one cell: one is the target, two are floor and target, three floor, target and stretch; what is not typed stays.
 * Slashes, semicolons and blanks separate. Refused where the figures cannot be read or make no rule that scores.
 */
export function retarget(rule: ScoringRule, cell: string): Retargeted {
  if (figuresOfTarget(rule) === null) return { kind: 'refused', because: 'kind-has-no-target' }
  const read = cell
    .replaceAll('％', '%')
    .replaceAll(/[%,，]/g, '')
    .split(/[\s/／;；|]+/)
    .filter((part) => part !== '')
  const typed = read.flatMap((part) => (parseExact(part).kind === 'exact' && /^[+-]?[\d.]+$/.test(part) ? [toExactText(part)] : []))
  if (typed.length === 0 || typed.length !== read.length) return { kind: 'refused', because: 'unreadable' }
  const [first = '', second, third] = typed
  const given =
    second === undefined ? { target: first } : { floor: first, target: second, ...(third === undefined ? {} : { stretch: third }) }
  const next = typed.length > 3 ? null : withFigures(rule, given)
  if (next === null) return { kind: 'refused', because: 'too-many-figures' }
  const compiled = compileRule(next)
  return compiled.kind === 'refused' ? { kind: 'refused', because: compiled.because } : { kind: 'rule', rule: next }
}

/** null: a figure is given that this kind of rule has no place for. */
function withFigures(rule: ScoringRule, { floor, target, stretch }: TargetFigures): ScoringRule | null {
  switch (rule.kind) {
    case 'floor_target_stretch':
    case 'threshold3':
      return { ...rule, target, floor: floor ?? rule.floor, stretch: stretch ?? (rule.stretch === rule.target ? target : rule.stretch) }
    case 'ratio_up':
    case 'ratio_down':
    case 'maintain':
      return floor === undefined && stretch === undefined ? { ...rule, target } : null
    case 'interpolate':
      return stretch === undefined ? { ...rule, target, baseline: floor ?? rule.baseline } : null
    case 'efficacy':
      return stretch === undefined ? { ...rule, satisfactory: target, unacceptable: floor ?? rule.unacceptable } : null
    default:
      return null
  }
}
