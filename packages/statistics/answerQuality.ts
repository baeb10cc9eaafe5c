import { type ItemColumn, presentValues } from './answers.ts'
import { duplicateSheets } from './duplicateSheets.ts'
import { standardDeviation } from './moments.ts'
import { median } from './quantiles.ts'

export type QualityFlag = 'straight-line' | 'long-run' | 'low-variability' | 'fast' | 'too-fast' | 'duplicate' | 'mostly-missing'
export type SheetQuality = {
  /** Place of the sheet in the answers, from 0. */
  readonly index: number
  readonly answered: number
  /** 0 to 1. */
  readonly missingShare: number
  /** Standard deviation over the answers as given, before turning ("intra-individual response variability"); `null` below two answers. */
  readonly variability: number | null
  /** Longest run of one and the same answer in the order of the items; a gap ends a run. */
  readonly longestRun: number
  /** Seconds over the median of the sheet's stratum (of all sheets without strata); `null` without times. */
  readonly speed: number | null
  /** The other sheets of the stratum with the same answers to every item. */
  readonly sameAs: readonly number[]
  readonly flags: readonly QualityFlag[]
}
export type QualityRule = {
  /** Straight line: one and the same answer to at least this many items, reversed ones among them. */
  readonly straightLineItems: number
  /** Low variability: below this. 0 leaves the flag off, as the fitting value depends on the scale. */
  readonly variabilityBelow: number
  /** Long run: one and the same answer to at least this share of the items in a row, where the items run in both directions. */
  readonly longRunShare: number
  /** Fast, and too fast: less than this share of the median time of the stratum. */
  readonly fastShare: number
  readonly speedShare: number
  /** Duplicates count only with at least this many answers: short sheets agree by chance. */
  readonly duplicateItems: number
  /** Mostly missing: more than this share unanswered. */
  readonly missingShare: number
}
/** Conventions to be argued with, not laws: flags ask a person to look, they never remove a sheet. */
export const QUALITY_RULE: QualityRule = {
  straightLineItems: 20,
  variabilityBelow: 0,
  longRunShare: 1 / 2,
  fastShare: 1 / 2,
  speedShare: 1 / 3,
  duplicateItems: 10,
  missingShare: 0.3,
}

export type AnswerQuality = {
  readonly sheets: readonly SheetQuality[]
  readonly counts: Readonly<Record<QualityFlag, number>>
  readonly medianSeconds: number | null
  /** Sheets looked at. */
  readonly n: number
  readonly excluded: Readonly<Record<string, never>>
  readonly method: 'answer-quality-flags'
  readonly rule: QualityRule
  readonly warnings: readonly { readonly code: 'no-reversed-items' | 'no-times' }[]
}

/**
 * Flags sheets that look careless, each flag with the number behind it. `items` are in the order shown; `seconds` is the time each sheet took,
 * compared within its stratum where `strata` are given, as equal sheets are.
 * Without reversed items nobody can be caught answering a straight line (agreement with everything may be meant): warned of, not flagged.
 */
export function answerQuality(
  items: readonly ItemColumn[],
  options: { seconds?: readonly (number | null)[]; strata?: readonly (string | null)[]; rule?: Partial<QualityRule> } = {},
): AnswerQuality {
  const rule = { ...QUALITY_RULE, ...options.rule }
  const sheets = Array.from({ length: items[0]?.answers.length ?? 0 }, (_, index) => items.map((item) => item.answers[index] ?? null))
  const times = presentValues(options.seconds ?? [])
  const medianSeconds = times.length > 0 ? median(times) : null
  const usual = usualTimes(options.seconds ?? [], options.strata)
  const twins = duplicateSheets(sheets, rule.duplicateItems, options.strata)
  const judged = sheets.map((answers, index): SheetQuality => {
    const given = presentValues(answers)
    const seconds = options.seconds?.[index] ?? null
    const measured = {
      index,
      answered: given.length,
      missingShare: answers.length === 0 ? 0 : (answers.length - given.length) / answers.length,
      variability: given.length > 1 ? standardDeviation(given) : null,
      longestRun: longestRun(answers),
      speed: seconds === null || !usual(index) ? null : seconds / usual(index),
      sameAs: twins[index] ?? [],
    }
    const turnedToo = items.some((item, place) => item.reverse && answers[place] !== null)
    return { ...measured, flags: FLAGS.filter((flag) => RAISED[flag](measured, rule, turnedToo, items.length)) }
  })
  return {
    sheets: judged,
    counts: countsOf(judged),
    medianSeconds,
    n: sheets.length,
    excluded: {},
    method: 'answer-quality-flags',
    rule,
    warnings: [
      ...(items.some((item) => item.reverse) ? [] : [{ code: 'no-reversed-items' as const }]),
      ...(medianSeconds === null ? [{ code: 'no-times' as const }] : []),
    ],
  }
}

/** The median time of a sheet's stratum, by the sheet's place; 0 where none of the stratum has a time. */
function usualTimes(seconds: readonly (number | null)[], strata: readonly (string | null)[] | undefined): (index: number) => number {
  const stratumOf = (index: number): string => strata?.[index] ?? ''
  const times = new Map<string, number[]>()
  seconds.forEach((time, index) => {
    if (time === null) return
    const own = times.get(stratumOf(index))
    if (own) own.push(time)
    else times.set(stratumOf(index), [time])
  })
  const medians = new Map([...times].map(([stratum, all]) => [stratum, median(all)]))
  return (index) => medians.get(stratumOf(index)) ?? 0
}

type Measured = Omit<SheetQuality, 'flags'>
const RAISED: Readonly<Record<QualityFlag, (sheet: Measured, rule: QualityRule, turnedToo: boolean, items: number) => boolean>> = {
  'straight-line': (sheet, rule, turnedToo) => turnedToo && sheet.answered >= rule.straightLineItems && sheet.variability === 0,
  'long-run': (sheet, rule, turnedToo, items) => turnedToo && sheet.longestRun >= Math.max(2, rule.longRunShare * items),
  'low-variability': (sheet, rule) => sheet.variability !== null && sheet.variability < rule.variabilityBelow,
  fast: (sheet, rule) => sheet.speed !== null && sheet.speed < rule.fastShare,
  'too-fast': (sheet, rule) => sheet.speed !== null && sheet.speed < rule.speedShare,
  duplicate: (sheet) => sheet.sameAs.length > 0,
  'mostly-missing': (sheet, rule) => sheet.missingShare > rule.missingShare,
}
const FLAGS: readonly QualityFlag[] = ['straight-line', 'long-run', 'low-variability', 'fast', 'too-fast', 'duplicate', 'mostly-missing']

function countsOf(sheets: readonly SheetQuality[]): Record<QualityFlag, number> {
  const counts = { 'straight-line': 0, 'long-run': 0, 'low-variability': 0, fast: 0, 'too-fast': 0, duplicate: 0, 'mostly-missing': 0 }
  for (const flag of sheets.flatMap((sheet) => sheet.flags)) counts[flag]++
  return counts
}

function longestRun(answers: readonly (number | null)[]): number {
  let [longest, run] = [0, 0]
  answers.forEach((answer, index) => {
    run = answer === null ? 0 : answer === answers[index - 1] ? run + 1 : 1
    longest = Math.max(longest, run)
  })
  return longest
}
