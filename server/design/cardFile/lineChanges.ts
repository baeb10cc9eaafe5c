import { percentOf } from '@milepost/contract/design/weights'
import type { ScoringRule } from '@milepost/scorecard/rules'
import { ruleWords } from '@milepost/scorecard/ruleWords'
import { canonicalJson } from '../../platform/audit/canonicalJson.ts'
import type { CellChange } from '../../platform/spreadsheet/importRows.ts'
import { CARD_COLUMNS, SCOPES } from './columns.ts'
import type { FileLine } from './readLine.ts'

/** What a row changes of the line that stands on the card today, column by column; empty: nothing. A new line changes nothing. */
export function lineChanges({ before, weightBp, rule, valueScope, objectiveId, objectiveCode }: FileLine): CellChange[] {
  if (before === null) return []
  return [
    ...(before.objectiveId === objectiveId ? [] : [change('objective', before.objectiveCode, objectiveCode)]),
    ...(before.weightBp === weightBp ? [] : [change('weight', percentOf(before.weightBp), percentOf(weightBp))]),
    ...(canonicalJson(before.rule) === canonicalJson(rule) ? [] : ruleChanges(before.rule, rule)),
    ...(before.valueScope === valueScope ? [] : [change('scope', SCOPES[before.valueScope], SCOPES[valueScope])]),
  ]
}

/** A line the file no longer names. */
export const lineLeaves = (code: string): CellChange =>
  change('measure', code, { zh: '移出该卡（文件中没有这一行）', en: 'leaves the card (no row in the file)' })

/** Figure by figure where both rules are of one kind with a column for each figure; otherwise the rules in words. */
function ruleChanges(before: ScoringRule, now: ScoringRule): CellChange[] {
  if (before.kind === 'floor_target_stretch' && now.kind === before.kind && now.direction === before.direction)
    return (['floor', 'target', 'stretch'] as const).flatMap((name) =>
      before[name] === now[name] ? [] : [change(name, before[name], now[name])],
    )
  if (before.kind === 'range' && now.kind === 'range' && before.toleranceAbove === undefined)
    return (['low', 'high', 'tolerance'] as const).flatMap((name) =>
      before[name] === now[name] ? [] : [change(name, before[name], now[name])],
    )
  return [change('target', ruleWords(before), ruleWords(now))]
}

type Said = string | { readonly zh: string; readonly en: string }
const both = (said: Said) => (typeof said === 'string' ? { zh: said, en: said } : said)
const change = (column: keyof typeof CARD_COLUMNS, before: Said, now: Said): CellChange => ({
  column: CARD_COLUMNS[column].heading.zh,
  before: both(before),
  now: both(now),
})
