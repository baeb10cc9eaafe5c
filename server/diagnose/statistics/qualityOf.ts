import type { Instrument } from '@milepost/contract/diagnose/instrument'
import { answerQuality } from '@milepost/statistics/answerQuality'
import { describeAnswers } from '@milepost/statistics/describeAnswers'
import type { Sheet } from '../results/data.ts'
import { columnsOf, scoredConstructs } from './scored.ts'

const FLAGS = ['straight-line', 'long-run', 'low-variability', 'fast', 'too-fast', 'duplicate', 'mostly-missing'] as const
/** So many answers, all the same, are worth a look; where no item is reversed they may well be meant. */
const ALIKE_FROM = 8

/** Which sheets look careless and what the means would be without them. Flags ask for a look; nothing is removed. */
export function qualityOf(instrument: Instrument, sheets: readonly Sheet[]) {
  const items = instrument.items.filter((item) => item.kind === 'scale' && item.expected === undefined)
  const checks = instrument.items.filter((item) => item.expected !== undefined)
  const quality = answerQuality(columnsOf(items, sheets), {
    strata: sheets.map((sheet) => sheet.stratum),
    ...(sheets.every((sheet) => sheet.seconds === null) ? {} : { seconds: sheets.map((sheet) => sheet.seconds) }),
  })
  const missed = sheets.map((sheet) => checks.some((item) => sheet.answers.valueOf(item.code) !== (item.expected ?? null)))
  const flagged = sheets.map((_, at) => (quality.sheets[at]?.flags.length ?? 0) > 0 || missed[at] === true)
  const told = (count: number) => (count > 0 && count < instrument.leastCell ? null : count)
  const all = scoredConstructs(instrument, sheets)
  const kept = scoredConstructs(
    instrument,
    sheets.filter((_, at) => !flagged[at]),
  )
  const meanOf = (scores: readonly (number | null)[] | undefined) => {
    const described = describeAnswers(scores ?? [])
    return described.kind === 'computed' && described.n >= instrument.leastCell ? described.mean : null
  }
  const count = flagged.filter(Boolean).length
  const enough = quality.sheets.filter((one) => one.answered >= ALIKE_FROM)
  // few flagged sheets could be worked out from the two means
  const mayCompare = count === 0 || count >= instrument.leastCell
  return {
    notes: [
      ...FLAGS.map((flag) => ({ flag, sheets: told(quality.counts[flag]) })),
      ...(checks.length > 0 ? [{ flag: 'attention' as const, sheets: told(missed.filter(Boolean).length) }] : []),
    ],
    flagged: told(count),
    alike: { sheets: told(enough.filter((one) => one.variability === 0).length), of: told(enough.length), answers: ALIKE_FROM },
    means: all.map((one) => ({
      construct: one.construct.code,
      name: one.construct.name,
      all: meanOf(one.scores),
      without: mayCompare ? meanOf(kept.find((other) => other.construct.code === one.construct.code)?.scores) : null,
    })),
  }
}
