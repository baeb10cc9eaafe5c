import { hiddenParts } from '@milepost/anonymity/suppression'
import { reportCell, reportingRules } from '@milepost/anonymity/threshold'
import { scaleOf } from '@milepost/contract/diagnose/asking'
import type { Instrument, InstrumentItem } from '@milepost/contract/diagnose/instrument'
import type { itemResult } from '@milepost/contract/diagnose/results'
import { describeAnswers } from '@milepost/statistics/describeAnswers'
import { type Category, frequencies } from '@milepost/statistics/frequencies'
import { meanIntervalFrom } from '@milepost/statistics/meanInterval'
import { percentFavourable } from '@milepost/statistics/percentFavourable'
import type { z } from 'zod'
import type { GivenAnswer } from '../waves/storedAnswers.ts'
import type { Sheet } from './data.ts'

export type ItemResult = z.infer<typeof itemResult>
type Ground = {
  readonly instrument: Instrument
  readonly sheets: readonly Sheet[]
  readonly population: number | null
}

/** Every item as answered: counts with missing and "does not apply" apart, share favourable, mean with its interval; nothing below the least cell. */
export function itemResults(ground: Ground): ItemResult[] {
  const { leastForNumbers } = reportingRules({ leastForNumbers: ground.instrument.leastCell }).rules
  return ground.instrument.items.map((item) => {
    const result = resultOf(item, ground)
    return item.about ? withoutSmallGroups(result, ground.sheets.length, leastForNumbers) : result
  })
}

const UNSAID = ''

/**
 * Of what people said about themselves small groups are kept back, and with them whatever would give them away. As in a table of two divisions those who
 * did not say are a group like the others, so that the two cannot be subtracted; where one may say several things, those who did not say one of them are.
 */
function withoutSmallGroups(result: ItemResult, sheets: number, k: number): ItemResult {
  const [valid, missing, notApplicable] = [result.valid ?? 0, result.missing ?? 0, result.notApplicable ?? 0]
  const isSmall = (n: number) => n > 0 && n < k
  const counts = result.rows.map((row) => ({ id: row.category, n: row.count ?? 0 }))
  const isDivision = result.kind === 'choice' || result.kind === 'scale'
  const hidden = isDivision
    ? new Set(hiddenParts(sheets, [...counts, { id: UNSAID, n: missing + notApplicable }], k).keys())
    : new Set(counts.filter(({ n }) => isSmall(n) || isSmall(valid - n)).map(({ id }) => id))
  const hidesUnsaid = isDivision ? hidden.has(UNSAID) : isSmall(missing + notApplicable)
  const hidesWhy = hidesUnsaid || isSmall(missing) || isSmall(notApplicable)
  return {
    ...result,
    valid: hidesUnsaid ? null : valid,
    missing: hidesWhy ? null : missing,
    notApplicable: hidesWhy ? null : notApplicable,
    rows: result.rows.map(({ category, count, validPercent }) => ({
      category,
      count: hidden.has(category) ? null : count,
      // beside its count it tells how many answered at all
      validPercent: hidden.has(category) || hidesUnsaid ? null : validPercent,
    })),
  }
}

/** Texts stand apart from the sheets, so they are put in where the results are read. */
export function withTexts(
  results: readonly ItemResult[],
  { instrument, sheets, texts }: { instrument: Instrument; sheets: number; texts: readonly { item: string; said: string }[] },
): ItemResult[] {
  const { leastForText } = reportingRules({ leastForNumbers: instrument.leastCell }).rules
  return results.map((result) => {
    if (result.kind !== 'text') return result
    const said = texts.filter((text) => text.item === result.code).map((text) => text.said)
    const hidden = said.length < leastForText
    return { ...result, valid: said.length, missing: Math.max(0, sheets - said.length), hidden, texts: hidden ? [] : said.toSorted() }
  })
}

function resultOf(item: InstrumentItem, { instrument, sheets, population }: Ground): ItemResult {
  const answers = sheets.map((sheet) => sheet.answers.get(item.code))
  const notApplicable = answers.filter((answer) => answer?.notApplicable).length
  const { rules } = reportingRules({ leastForNumbers: instrument.leastCell })
  const valid = answers.filter((answer) => answer && !answer.notApplicable).length
  const hidden = valid < rules.leastForNumbers
  const base = {
    code: item.code,
    text: item.text,
    kind: item.kind,
    construct: item.construct,
    reverse: item.reverse,
    valid,
    missing: sheets.length - valid - notApplicable,
    notApplicable,
    mean: null,
    sd: null,
    interval: null,
    favourable: null,
    banded: null,
    rows: [],
    texts: [],
    hidden,
  }
  if (hidden || item.kind === 'text' || item.kind === 'date') return base
  if (item.kind === 'several' || item.kind === 'ranking') return { ...base, rows: optionRows(item, answers, valid) }
  const series = answers.map((answer): Category | null => (item.kind === 'choice' ? (answer?.choice ?? null) : (answer?.value ?? null)))
  const rows = item.kind === 'number' ? [] : frequencyRows(series, levelsOf(instrument, item))
  if (item.kind === 'choice') return { ...base, rows }
  return { ...base, rows, ...numbersOf(item, { instrument, population, values: answers.map((answer) => answer?.value ?? null), rules }) }
}

function levelsOf(instrument: Instrument, item: InstrumentItem): Category[] | undefined {
  if (item.kind === 'choice') return item.options?.map((one) => one.code)
  const { least, most } = scaleOf(instrument, item)
  return Array.from({ length: most - least + 1 }, (_, at) => least + at)
}

const frequencyRows = (series: readonly (Category | null)[], levels: Category[] | undefined) =>
  frequencies(series, levels).rows.map((row) => ({ category: String(row.category), count: row.count, validPercent: row.validPercent }))

/** Several answers: the share of those asked who chose each option. Ranking: how often each option came first. */
function optionRows(item: InstrumentItem, answers: readonly (GivenAnswer | undefined)[], valid: number) {
  const chosen = answers.flatMap((answer) => (answer?.choice ? [answer.choice.split(',')] : []))
  return (item.options ?? []).map((option) => {
    const count = chosen.filter((codes) => (item.kind === 'ranking' ? codes[0] === option.code : codes.includes(option.code))).length
    return { category: option.code, count, validPercent: valid === 0 ? null : (count * 100) / valid }
  })
}

type Numbers = {
  readonly instrument: Instrument
  readonly population: number | null
  readonly values: readonly (number | null)[]
  readonly rules: ReturnType<typeof reportingRules>['rules']
}

function numbersOf(item: InstrumentItem, { instrument, population, values, rules }: Numbers) {
  const described = describeAnswers(values)
  if (described.kind !== 'computed') return {}
  const spread = {
    mean: described.mean,
    sd: described.sd ?? null,
    interval: intervalOf({ n: described.n, missing: values.length - described.n, mean: described.mean, sd: described.sd }, population),
  }
  if (item.kind !== 'scale') return spread
  const scale = scaleOf(instrument, item)
  const favour = percentFavourable(values, { min: scale.least, max: scale.most })
  const counts = Array.from({ length: scale.most - scale.least + 1 }, () => 0)
  for (const value of values) {
    const at = value === null ? -1 : value - scale.least
    if (at in counts) counts[at] = (counts[at] ?? 0) + 1
  }
  const middle = (scale.least + scale.most) / 2
  const favourable = counts.reduce((sum, count, at) => sum + (scale.least + at > middle ? count : 0), 0)
  const report = reportCell({ counts, favourable }, rules)
  // when everybody in the cell said the same, the bare figure would tell what each single person said
  if (report.kind === 'banded') return { banded: { band: report.band, percent: report.percent, of: report.of }, rows: [] }
  return { ...spread, favourable: favour.kind === 'computed' ? favour.favourable : null }
}

function intervalOf(ground: Parameters<typeof meanIntervalFrom>[0], population: number | null) {
  const result = meanIntervalFrom(ground, population ?? Number.MAX_SAFE_INTEGER)
  return result.kind === 'computed' ? { low: result.interval.low, high: result.interval.high } : null
}
