import type { YearOfChange } from '@milepost/contract/open/change'
import { turnOf } from '@milepost/contract/open/changeTurn'
import { type Block, bars, dayInWords, heading, type Language, line, list, picking, title } from '../../platform/papers/sheet.ts'
import { en, zh } from './changeWords.ts'

const FULL = 100
const COLOURS = { cured: '2E7D32', remains: 'B26A00', new: 'B3261E', quiet: '10598C', unknown: '8A949E' } as const

const points = (value: number | null): string => (value === null ? '–' : value.toFixed(1))

const outcomeWords = (kind: 'construct' | 'item', { before, after }: { before: number; after: number }): string =>
  kind === 'construct' ? `${before.toFixed(1)} → ${after.toFixed(1)}` : `${before.toFixed(2)} → ${after.toFixed(2)}`

/** Two pages for staff and leaders: which problems are cured, which remedies show, how the cycle itself was run. */
export function changePaper(change: YearOfChange, today: string, language: Language): Block[] {
  const text = language === 'zh' ? zh : en
  const pick = picking(language)
  const count = (standing: YearOfChange['problems'][number]['standing']) =>
    change.problems.filter((one) => one.standing === standing).length
  const effect = (move: YearOfChange['others'][number] | null) =>
    move === null ? '–' : text.effect(move.difference, move.g, text.verdicts[move.verdict])
  const confirmed = change.problems.filter((one) => one.verdictBefore === 'confirmed')
  const named = (problems: YearOfChange['problems']) => problems.map((one) => pick(one.name)).join(language === 'zh' ? '、' : ', ')
  return [
    title(text.title(pick(change.institution), change.years.before, change.years.after)),
    line(text.waves(pick(change.before.name), pick(change.after.name)), { indent: true }),
    line(text.sum(count('cured'), count('remains'), count('new')), { indent: true }),
    heading(text.problems),
    bars(
      change.problems.map((one) => ({
        name: pick(one.name),
        value: `${points(one.severityBefore)} → ${points(one.severityAfter)} ${text.standings[one.standing]}`,
        share: (one.severityAfter ?? 0) / FULL,
        colour: COLOURS[one.standing],
      })),
      0.36,
    ),
    line(text.severitySays),
    line(text.confirmed(change.years.before, named(confirmed), named(confirmed.filter((one) => one.standing === 'cured')))),
    heading(text.moves),
    list(
      [42, 13, 11, 34],
      text.movesHead,
      [...change.problems.flatMap(({ move }) => move ?? []), ...change.others].map((move) => [
        pick(move.name),
        move.before.toFixed(2),
        move.after.toFixed(2),
        effect(move),
      ]),
    ),
    heading(text.remedies(change.remedies.filter(({ verdict }) => verdict === 'reached').length, change.remedies.length)),
    change.remedies.length === 0
      ? line(text.noRemedy, { indent: true })
      : list(
          [31, 37, 16, 16],
          text.remediesHead,
          change.remedies.map((one) => [
            text.remedyOf(pick(one.name), pick(one.answersName)),
            text.signOf[one.sign.kind](pick(one.sign.name), one.sign.least),
            one.outcome === null ? '–' : outcomeWords(one.sign.kind, one.outcome),
            one.move === null ? text.remedyVerdicts[one.verdict] : text.told(text.remedyVerdicts[one.verdict], one.move.g),
          ]),
        ),
    line(text.remediesSay, { indent: true }),
    heading(change.years.underway ? text.indicesAsOfToday(change.years.after) : text.indices),
    list(
      [60, 13, 13, 14],
      text.indicesHead(change.years.before, change.years.after),
      change.indices.map((one) => [
        text.indexOf(pick(one.name), pick(one.unit)),
        points(one.before),
        points(one.after),
        text.turns[turnOf(one)],
      ]),
    ),
    line(`${pick(change.institution)} · ${dayInWords(today, language)}`, { right: true }),
  ]
}
