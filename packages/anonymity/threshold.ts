/** What may be shown of a group of answers. Every rule can be made stricter, none looser than its floor. */
export type ReportingRules = {
  /** The least number of answers behind a number. */
  leastForNumbers: number
  /** The least number of answers behind open text. */
  leastForText: number
  /** Below so many answers percentages are whole numbers. */
  wholePercentBelow: number
}

/** Nobody's answer can be told apart in a smaller group, so no setting goes below. */
export const reportingFloor: ReportingRules = { leastForNumbers: 5, leastForText: 10, wholePercentBelow: 50 }

export type RaisedRule = { rule: keyof ReportingRules; asked: number; used: number }

/** The rules in force: what the institution asks for, raised to the floor where it asks for less, with a note of each rule that was raised. */
export function reportingRules(asked: Partial<ReportingRules>): { rules: ReportingRules; raised: readonly RaisedRule[] } {
  const names = ['leastForNumbers', 'leastForText', 'wholePercentBelow'] as const
  const raised: RaisedRule[] = []
  const rules = { ...reportingFloor }
  for (const rule of names) {
    const wish = asked[rule]
    if (wish === undefined) continue
    if (!Number.isInteger(wish)) throw new RangeError(`a threshold is a whole number: ${rule} = ${wish}`)
    rules[rule] = Math.max(reportingFloor[rule], wish)
    if (rules[rule] !== wish) raised.push({ rule, asked: wish, used: rules[rule] })
  }
  return { rules, raised }
}

/** Answers to one item in one group: how many chose each option, and how many of these options count as favourable (null: not that kind of item). */
export type AnswerCell = { counts: readonly number[]; favourable: number | null }

export type CellReport =
  | { kind: 'shown'; n: number; percentPlaces: 0 | 1 }
  /**
   * All, or all but one, answered alike: only a band is shown, no distribution and no mean. The band covers both cases,
   * so that showing it does not say which of the two holds. Per cent of favourable answers, or of the commonest option.
   */
  | { kind: 'banded'; n: number; band: 'at-least' | 'at-most'; percent: number; of: 'favourable' | 'one-option' }
  | { kind: 'hidden'; because: 'too-few'; least: number }
  /** Nobody answered: a fact about nobody, which may be said. */
  | { kind: 'empty' }

/** What may be shown of one group's answers to one item. The threshold counts answers to the item, not returned sheets. */
export function reportCell({ counts, favourable }: AnswerCell, rules: ReportingRules): CellReport {
  const n = counts.reduce((sum, count) => sum + count, 0)
  if (n === 0) return { kind: 'empty' }
  if (n < rules.leastForNumbers) return { kind: 'hidden', because: 'too-few', least: rules.leastForNumbers }
  const edge = Math.min(90, Math.floor((10 * (n - 1)) / n) * 10)
  if (favourable !== null && favourable >= n - 1) return { kind: 'banded', n, band: 'at-least', percent: edge, of: 'favourable' }
  if (favourable !== null && favourable <= 1) return { kind: 'banded', n, band: 'at-most', percent: 100 - edge, of: 'favourable' }
  if (Math.max(...counts) >= n - 1) return { kind: 'banded', n, band: 'at-least', percent: edge, of: 'one-option' }
  return { kind: 'shown', n, percentPlaces: n < rules.wholePercentBelow ? 0 : 1 }
}

/** Whether the open answers of a group may be shown. */
export function mayShowText(answers: number, rules: ReportingRules): boolean {
  return answers >= rules.leastForText
}
