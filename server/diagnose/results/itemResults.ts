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
  return ground.instrument.items.map((item) => resultOf(item, ground))
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
