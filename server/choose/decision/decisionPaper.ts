import type { Bilingual } from '@milepost/terms/bilingual'
import { type Block, dayInWords, form, type Language, line, list, picking, sealed, title } from '../../platform/papers/sheet.ts'
import type { FrozenDecision } from './frozen.ts'
import { wordsOf } from './words.ts'

export type DecisionFile = {
  readonly institution: Bilingual
  readonly title: Bilingual
  readonly method: string
  readonly reason: string
  readonly hybrid: readonly { readonly method: string; readonly use: string }[]
  readonly by: string
  /** yyyy-mm-dd in the institution's time zone. */
  readonly on: string
  readonly hash: string
  readonly frozen: FrozenDecision
  /** The day an instant falls on. */
  readonly dayOf: (instant: string) => string
}

/** 决定书: who decided what when and why, and everything it rests on, so that it can be checked years later. */
export function decisionPaper(file: DecisionFile, language: Language): Block[] {
  const text = wordsOf(language)
  const pick = picking(language)
  const { inputs } = file.frozen
  const label = (words: string) => ({ text: words, label: true as const })
  const nameOf = (code: string) => pick(inputs.methods.find((one) => one.code === code)?.name ?? { zh: code, en: code })
  const heading = (words: string) => line(words, { bold: true })
  const chosen = inputs.methods.find((one) => one.code === file.method)
  return [
    title(text.title),
    form(
      [22, 78],
      [
        { cells: [label(text.comparison), { text: pick(file.title) }] },
        { cells: [label(text.chosen), { text: nameOf(file.method) }] },
        { cells: [label(text.by), { text: file.by }] },
        { cells: [label(text.on), { text: dayInWords(file.on, language) }] },
        { cells: [label(text.reason), { text: file.reason }], least: 2.5 },
        { cells: [label(text.hash), { text: file.hash }] },
      ],
    ),
    heading(text.hybrid),
    ...(file.hybrid.length === 0
      ? [line(text.noHybrid, { indent: true })]
      : [
          line(text.hybridSays(nameOf(file.method)), { indent: true }),
          list(
            [30, 70],
            [text.method, text.use],
            file.hybrid.map((part) => [nameOf(part.method), part.use]),
          ),
        ]),
    ...rankingPart(file, language, nameOf),
    ...weightsPart(file, language, nameOf),
    ...(chosen
      ? [
          heading(text.prosAndCons(pick(chosen.name))),
          form(
            [14, 86],
            [
              { cells: [label(text.pros), { text: chosen.pros.map(pick).join('\n') }] },
              { cells: [label(text.cons), { text: chosen.cons.map(pick).join('\n') }] },
            ],
          ),
        ]
      : []),
    ...judgesPart(file, language),
    ...ratingsPart(file, language),
    ...sealed(pick(file.institution), file.on, language),
  ]
}

type Names = (code: string) => string

function rankingPart({ frozen }: DecisionFile, language: Language, nameOf: Names): Block[] {
  const text = wordsOf(language)
  const ranking = frozen.result.ranking ?? []
  return [
    line(text.ranking, { bold: true }),
    line(text.rankingSays, { indent: true }),
    list(
      [10, 42, 16, 16, 16],
      [text.rank, text.method, text.closeness, text.sum, text.sumRank],
      ranking.map((one) => [String(one.rank), nameOf(one.method), one.closeness.toFixed(4), one.sum.toFixed(4), String(one.sumRank)]),
    ),
  ]
}

function weightsPart({ frozen }: DecisionFile, language: Language, nameOf: Names): Block[] {
  const text = wordsOf(language)
  const pick = picking(language)
  const { result, inputs } = frozen
  const { weights, agreement, robust, ranking } = result
  if (weights === null) return []
  const best = ranking?.[0]?.method ?? ''
  const flips = new Map((robust?.flips ?? []).map((one) => [one.criterion, one]))
  return [
    line(text.weights, { bold: true }),
    line(
      inputs.basis.weights === 'judges' ? text.weightsJudges(inputs.judges.length, weights.pairsJudged, weights.pairs) : text.weightsOffice,
      { indent: true },
    ),
    ...(weights.consistencyRatio === null
      ? []
      : [line(text.consistency(weights.consistencyRatio.toFixed(4), weights.consistent === true), { indent: true })]),
    ...(agreement === null ? [] : [line(text.agreementIs(text.agreement[agreement.band], agreement.w.toFixed(2)), { indent: true })]),
    ...(robust === null
      ? []
      : [line(text.robust(nameOf(best), `${Math.round((robust.shares[best] ?? 0) * 100)}%`, robust.draws), { indent: true })]),
    list(
      [40, 15, 15, 30],
      [text.criterion, text.weight, text.flipsAt, text.becomes],
      inputs.criteria.map((one) => {
        const flip = flips.get(one.code)
        return [
          `${one.code} ${pick(one.name)}`,
          (weights.byCriterion[one.code] ?? 0).toFixed(4),
          flip?.flipsAt == null ? text.never : flip.flipsAt.toFixed(3),
          (flip?.to ?? []).map(nameOf).join(' / '),
        ]
      }),
    ),
  ]
}

/** Who judged: names, days and how many pairs; what each judged stays in the system, for those who may see it. */
function judgesPart({ frozen, dayOf }: DecisionFile, language: Language): Block[] {
  const text = wordsOf(language)
  const { judges, waitedFor } = frozen.inputs
  if (judges.length === 0) return []
  return [
    line(text.judges, { bold: true }),
    list(
      [40, 35, 25],
      [text.name, text.submitted, text.pairs],
      judges.map((one) => [one.name, dayInWords(dayOf(one.submittedAt), language), String(Object.keys(one.judgements).length)]),
    ),
    ...(waitedFor.length === 0 ? [] : [line(text.waited(waitedFor.join(language === 'zh' ? '、' : ', ')), { indent: true })]),
  ]
}

function ratingsPart({ frozen }: DecisionFile, language: Language): Block[] {
  const text = wordsOf(language)
  const pick = picking(language)
  const { criteria, methods, basis, office, judges } = frozen.inputs
  const reasonsAt = (place: string): string => {
    const given =
      basis.ratings === 'raters' ? judges.flatMap(({ name, ratings }) => (ratings[place] ? [`${name}：${ratings[place].reason}`] : [])) : []
    return given.length > 0 ? given.join('\n') : pick(office.reasons[place] ?? { zh: '', en: '' })
  }
  return [
    line(text.ratings, { bold: true }),
    line(basis.ratings === 'raters' ? text.ratingsRaters : text.ratingsOffice, { indent: true }),
    list(
      [26, 24, 10, 40],
      [text.criterion, text.method, text.rating, text.why],
      criteria.flatMap((criterion) =>
        methods.map((method) => {
          const place = `${criterion.code}/${method.code}`
          const value = frozen.ratings[place]
          return [
            `${criterion.code} ${pick(criterion.name)}`,
            pick(method.name),
            value === undefined ? '?' : Number.isInteger(value) ? String(value) : value.toFixed(1),
            reasonsAt(place),
          ]
        }),
      ),
    ),
  ]
}
