import type { InsideSnapshot } from '@milepost/contract/open/inside'
import type { PublicMeasure, PublicSnapshot } from '@milepost/contract/open/publications'
import { GRADES } from '@milepost/terms/grades'
import { type Bar, type Block, bars, heading, type Language, line, list, picking, title } from '../../platform/papers/sheet.ts'
import { bandColour, briefingEn, briefingZh } from './words.ts'

export type BriefingFile = { readonly snapshot: PublicSnapshot; readonly inside: InsideSnapshot; readonly hash: string }

const FULL = 100
const MOST_LISTED = 12

/** The leaders' book: are we getting better, what is red and why, what was decided; each chart has its figures beside it. */
export function briefingBook({ snapshot, inside, hash }: BriefingFile, language: Language): Block[] {
  const text = language === 'zh' ? briefingZh : briefingEn
  const pick = picking(language)
  const measures = snapshot.perspectives.flatMap((one) => one.measures)
  const missed = measures.filter((one) => one.reached === false)
  const nameOf = (grade: string) => GRADES[grade as keyof typeof GRADES]?.[language] ?? grade
  return [
    title(text.title(pick(snapshot.institution), snapshot.year)),
    line(text.whole(snapshot.score.official ?? '–', snapshot.score.band, snapshot.score.onTarget, snapshot.score.measures), {
      indent: true,
    }),
    heading(text.perspectives),
    bars(snapshot.perspectives.map((one) => bar(pick(one.name), one.score, one.band))),
    heading(text.better),
    ...changed(measures, text, pick),
    heading(text.missed(missed.length)),
    ...(missed.length === 0
      ? [line(text.noneMissed, { indent: true })]
      : [
          list(
            [30, 14, 14, 42],
            text.missedHead,
            missed
              .slice(0, MOST_LISTED)
              .map((one) => [pick(one.name), `${one.actual ?? '–'} ${pick(one.unit)}`, one.target ?? '–', pick(one.miss) || text.notSaid]),
          ),
        ]),
    heading(text.redLines(inside.redLines.length)),
    ...(inside.redLines.length === 0
      ? [line(text.noRed, { indent: true })]
      : [
          list(
            [22, 16, 24, 24, 14],
            text.redHead,
            inside.redLines
              .slice(0, MOST_LISTED)
              .map((one) => [
                pick(one.measure),
                pick(one.holder),
                one.cause,
                `${one.action} (${one.dueOn})`,
                one.check ? text.checks[one.check] : text.unchecked,
              ]),
          ),
        ]),
    heading(text.units),
    bars(
      inside.units.toSorted((a, b) => Number(b.score ?? -1) - Number(a.score ?? -1)).map((one) => bar(pick(one.name), one.score, one.band)),
    ),
    heading(text.grades),
    list(
      [60, 40],
      text.gradesHead,
      inside.grades.map((one) => [nameOf(one.grade), String(one.n)]),
    ),
    heading(text.story),
    line(pick(snapshot.story) || snapshot.story.zh, { indent: true }),
    line(text.source(hash.slice(0, 16), snapshot.preparedOn)),
  ]
}

const bar = (name: string, score: string | null, band: string): Bar => ({
  name,
  value: score === null ? '–' : `${score} ${band}`,
  share: score === null ? 0 : Number(score) / FULL,
  colour: bandColour(band),
})

type Words = typeof briefingZh

/** Against the year before: the measures that have one, those that moved most first. */
function changed(measures: readonly PublicMeasure[], text: Words, pick: (words: { zh: string; en: string }) => string): Block[] {
  const rows = measures.flatMap((measure) => {
    const [now, before] = [measure.trend.at(-1), measure.trend.at(-2)]
    if (!now?.actual || !before?.actual || measure.better === 'band') return []
    const change = Number(now.actual) - Number(before.actual)
    const isBetter = measure.better === 'up' ? change > 0 : change < 0
    return [{ measure, before: before.actual, now: now.actual, change, isBetter }]
  })
  if (rows.length === 0) return [line(text.firstYear, { indent: true })]
  const better = rows.filter((row) => row.change !== 0 && row.isBetter).length
  const worse = rows.filter((row) => row.change !== 0 && !row.isBetter).length
  return [
    line(text.betterSays(better, worse, rows.length), { indent: true }),
    list(
      [44, 18, 18, 20],
      text.betterHead,
      rows
        .toSorted((a, b) => Math.abs(b.change / (Number(b.before) || 1)) - Math.abs(a.change / (Number(a.before) || 1)))
        .slice(0, MOST_LISTED)
        .map((row) => [
          `${pick(row.measure.name)} (${pick(row.measure.unit)})`,
          row.before,
          row.now,
          row.change === 0 ? text.same : row.isBetter ? text.up : text.down,
        ]),
    ),
  ]
}
