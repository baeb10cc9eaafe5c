import { RULE_REFUSALS } from '@milepost/scorecard/ruleRefusals'
import type { Direction, ScoringRule } from '@milepost/scorecard/rules'
import { compileRule } from '@milepost/scorecard/scoringFunctions'
import type { CellProblem } from '../../platform/spreadsheet/columns.ts'
import { CARD_COLUMNS, type CardRowValues } from './columns.ts'

type Figures = Pick<CardRowValues, 'floor' | 'target' | 'stretch' | 'low' | 'high' | 'tolerance'>
export type RuleReading = { readonly rule: ScoringRule } | { readonly problem: CellProblem }

const problem = (column: keyof Figures, zh: string, en: string): RuleReading => ({
  problem: { column: CARD_COLUMNS[column].heading.zh, message: { zh, en } },
})

/**
 * The scoring rule a row's figures mean: a band for a measure that is best inside a range; floor, target and stretch (no stretch:
 * nothing above the target) for the others; a target alone is the share of it. No figures at all: what the measure had before.
 */
export function ruleOfFigures(direction: Direction, figures: Figures, before: ScoringRule | null): RuleReading {
  const { floor, target, stretch, low, high, tolerance } = figures
  if ([floor, target, stretch, low, high, tolerance].every((figure) => figure === null)) {
    if (before !== null) return { rule: before }
    return problem(
      'target',
      '没有目标值，指标也没有示例目标。请填写底线值和目标值。',
      'There is no target and the measure has no example. Enter floor and target.',
    )
  }
  if (direction === 'band') {
    if (low === null) return problem('low', '区间指标须填写区间下限。', 'A band measure needs where the band starts.')
    if (high === null) return problem('high', '区间指标须填写区间上限。', 'A band measure needs where the band ends.')
    if (tolerance === null) return problem('tolerance', '区间指标须填写容差。', 'A band measure needs a tolerance.')
    return usable({ kind: 'range', low, high, tolerance }, 'low')
  }
  if (target === null) return problem('target', '请填写目标值。', 'Enter the target.')
  if (floor === null) return usable(direction === 'up' ? { kind: 'ratio_up', target } : { kind: 'ratio_down', target }, 'target')
  return usable({ kind: 'floor_target_stretch', direction, floor, target, stretch: stretch ?? target }, 'floor')
}

function usable(rule: ScoringRule, column: keyof Figures): RuleReading {
  const compiled = compileRule(rule)
  if (compiled.kind !== 'refused') return { rule }
  const { message, mend } = RULE_REFUSALS[compiled.because]
  return problem(column, `${message.zh}。${mend.zh}。`, `${message.en}. ${mend.en}.`)
}

/** "12.5" percent as 1250 basis points; null when it is no share of 100 % or finer than a basis point. */
export function basisPointsOf(percent: string): number | null {
  const parts = /^(\d{1,3})(?:\.(\d{1,2})0*)?$/.exec(percent.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''))
  if (!parts) return null
  const points = Number(`${parts[1]}${(parts[2] ?? '').padEnd(2, '0')}`)
  return points <= 10_000 ? points : null
}
