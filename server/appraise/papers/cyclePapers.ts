import type { NormReport } from '@milepost/appraisal/normChecks'
import { GRADES, type GradeCode } from '@milepost/terms/grades'
import type { ChainHead } from '../../institution/published.ts'
import { type Block, dayInWords, form, type Language, line, list, nextSheet, picking, sealed, title } from '../../platform/papers/sheet.ts'
import type { NormFinding } from '../norms/findingData.ts'
import type { Minutes } from './minutes.ts'
import { wordsOf } from './words.ts'

export type CycleFile = {
  readonly institution: { readonly zh: string; readonly en: string }
  readonly year: number
  readonly today: string
  readonly notice: {
    readonly postedOn: string
    readonly lastDay: string
    readonly workingDays: number
    readonly isClosed: boolean
    readonly people: readonly { readonly name: string; readonly unit: { readonly zh: string; readonly en: string } }[]
  } | null
  readonly should: number
  readonly took: number
  readonly seats: { readonly rateBp: number; readonly seats: number; readonly approval: string; readonly article: string } | null
  readonly decidedOn: string | null
  readonly changed: number
  readonly grades: readonly (GradeCode | null)[]
  readonly norms: NormReport
  /** Per rule, where the audit trail shows it. */
  readonly records: ReadonlyMap<string, readonly { readonly zh: string; readonly en: string }[]>
  /** Where the audit trail stood when the paper was made. */
  readonly chainHead: ChainHead | null
  /** Per rule for people, what they found, the newest first. */
  readonly findings: ReadonlyMap<string, readonly NormFinding[]>
  /** null: the committee has not decided yet. */
  readonly minutes: Minutes | null
  /** Who takes part, by unit in the order of the house. */
  readonly evaluated: readonly { readonly unit: { readonly zh: string; readonly en: string }; readonly people: readonly string[] }[]
}

type Maker = (file: CycleFile, language: Language) => Block[]

/** 公示件: names and units only, and nothing once the notice is over. */
export const noticePaper: Maker = (file, language) => {
  const text = wordsOf(language)
  const pick = picking(language)
  const { notice } = file
  if (notice === null) return [title(text.noticeTitle(file.year)), line(text.noNotice)]
  return [
    title(text.noticeTitle(file.year)),
    line(text.noticeSays(file.year), { indent: true }),
    line(text.noticeDays(dayInWords(notice.postedOn, language), dayInWords(notice.lastDay, language), notice.workingDays), {
      indent: true,
    }),
    line(text.noticeObjections, { indent: true }),
    ...(notice.isClosed
      ? [line(text.noticeWithdrawn, { indent: true })]
      : [
          list(
            [10, 30, 60],
            [text.order, text.name, text.department],
            notice.people.map((one, at) => [String(at + 1), one.name, pick(one.unit)]),
          ),
        ]),
    ...sealed(pick(file.institution), notice.postedOn, language),
  ]
}

/** 民主测评票: one ballot a unit, four grades under each of the five heads; it carries no name of who fills it in. */
export const ballotPaper: Maker = (file, language) => {
  const text = wordsOf(language)
  const pick = picking(language)
  const heads = (['ethics', 'ability', 'diligence', 'results', 'integrity'] as const).map((head) => text.facets[head])
  return file.evaluated.flatMap(({ unit, people }, at) => [
    ...(at === 0 ? [] : [nextSheet()]),
    title(text.ballotTitle(file.year)),
    line(`${text.unit}${text.colon}${pick(file.institution)}`),
    line(`${text.department}${text.colon}${pick(unit)}`),
    line(text.ballotSays, { indent: true }),
    list(
      language === 'zh' ? [8, 20, 11, 11, 11, 11, 11, 17] : [7, 17, 11, 11, 14, 12, 14, 14],
      [text.order, text.name, ...heads, text.overall],
      people.map((name, no) => [String(no + 1), name, '', '', '', '', '', '']),
    ),
    line(text.ballotFoot, { indent: true }),
  ])
}

/** 汇总备案表: totals by grade with the cap beside them, for the authority. */
export const summaryPaper: Maker = (file, language) => {
  const text = wordsOf(language)
  const pick = picking(language)
  const label = (words: string) => ({ text: words, label: true as const })
  const percent = (n: number, of: number) => (of === 0 ? '–' : `${((n / of) * 100).toFixed(2)}%`)
  const { seats, notice } = file
  const count = (grade: GradeCode) => file.grades.filter((one) => one === grade).length
  return [
    title(text.summaryTitle(file.year)),
    line(`${text.unit}${text.colon}${pick(file.institution)}`),
    form(
      [24, 26, 24, 26],
      [
        { cells: [label(text.should), { text: String(file.should) }, label(text.took), { text: String(file.took) }] },
        {
          cells: [
            label(text.cap),
            { text: seats ? `${seats.rateBp / 100}%${text.enclosed(text.articleOf(seats.article))}` : '' },
            label(text.seats),
            { text: seats ? String(seats.seats) : '' },
          ],
        },
        {
          cells: [
            label(text.approval),
            { text: seats?.approval || '–' },
            label(text.meeting),
            { text: dayInWords(file.decidedOn, language) },
          ],
        },
        {
          cells: [
            label(text.noticePeriod),
            { text: notice ? `${dayInWords(notice.postedOn, language)} – ${dayInWords(notice.lastDay, language)}` : '–' },
            label(text.version),
            { text: String(file.changed) },
          ],
        },
      ],
    ),
    line(''),
    list(
      [40, 30, 30],
      [text.grade, text.people, text.share],
      (Object.keys(GRADES) as GradeCode[]).map((grade) => [
        GRADES[grade][language],
        String(count(grade)),
        percent(count(grade), file.should),
      ]),
    ),
    line(''),
    line(`${text.filledIn}${text.colon}                ${text.checked}${text.colon}                ${text.head}${text.colon}`),
    ...sealed(pick(file.institution), file.today, language),
  ]
}

/** A hash is compared by eye, and a line breaks inside it. */
const inGroups = (hash: string) => (hash.match(/.{1,8}/g) ?? []).join(' ')

/** The rule pack article by article, with the numbers behind every answer. */
export const normsPaper: Maker = (file, language) => {
  const text = wordsOf(language)
  const pick = picking(language)
  const { norms } = file
  // the newest finding counts; a rule nobody has looked at has room for it
  const foundOf = ([newest]: readonly NormFinding[] = []) => [
    newest ? text.found({ ...newest, on: dayInWords(newest.on, language) }) : text.finding,
  ]
  const found = norms.results.filter(({ rule, status }) => status === 'for-people' && file.findings.has(rule.id)).length
  return [
    title(text.normsTitle(file.year)),
    line(`${text.unit}${text.colon}${pick(file.institution)}`),
    line(text.normsSay({ ...norms, found, all: norms.results.length })),
    list(
      language === 'zh' ? [13, 29, 11, 47] : [12, 27, 15, 46],
      [text.article, text.requirement, text.result, text.evidence],
      norms.results.map(({ rule, status, evidence }) => [
        `${text.articleOf(rule.citation.article)}${rule.citation.verified ? '' : text.toVerify}`,
        pick(rule.text),
        text.statuses[status],
        [
          pick(evidence),
          ...(file.records.get(rule.id) ?? []).map(pick),
          ...(status === 'for-people' ? foundOf(file.findings.get(rule.id)) : []),
        ].join('\n'),
      ]),
    ),
    // the seal never stands alone on a page: how to check goes with it
    line(''),
    line(text.normsTrace, { indent: true, stays: file.chainHead === null }),
    ...(file.chainHead
      ? [line(text.normsHead({ ...file.chainHead, hash: inGroups(file.chainHead.hash) }), { indent: true, stays: true })]
      : []),
    line(`${text.filledIn}${text.colon}                ${text.checked}${text.colon}                ${text.head}${text.colon}`, {
      stays: true,
    }),
    ...sealed(pick(file.institution), file.today, language),
  ]
}
