import { GRADES } from '@milepost/terms/grades'
import { type Block, dayInWords, form, type Language, line, picking, title } from '../../platform/papers/sheet.ts'
import type { viewsOf } from '../others/readOthers.ts'
import { wordsOf } from './words.ts'

export type OtherFile = {
  readonly institution: { readonly zh: string; readonly en: string }
  readonly employeeNo: string
  readonly post: { readonly zh: string; readonly en: string }
  readonly appraisal: Awaited<ReturnType<typeof viewsOf>>[number]
}

/** 聘期考核登记表, 专项考核登记表: like the annual form; what is still empty is left to be written by hand. */
export function otherPaper({ institution, employeeNo, post, appraisal }: OtherFile, language: Language): Block[] {
  const text = wordsOf(language)
  const pick = picking(language)
  const label = (words: string) => ({ text: words, label: true as const })
  const { rating, decision, years } = appraisal
  const wide = (words: string, lines: readonly string[], least: number, foot?: string) => ({
    cells: [label(words), { text: lines.filter((one) => one !== '').join('\n'), span: 5, ...(foot === undefined ? {} : { foot }) }],
    least,
  })
  const done = rating === null ? '' : text.tasksDone[rating.tasksDone ? 'yes' : rating.goodReason ? 'no-reason' : 'no']
  return [
    title(text.otherTitle[appraisal.kind]),
    line(`${text.unit}${text.colon}${pick(institution)}`),
    form(language === 'zh' ? [14, 18, 14, 20, 14, 20] : [19, 17, 14, 18, 14, 18], [
      {
        cells: [label(text.name), { text: appraisal.name, span: 2 }, label(text.number), { text: employeeNo, span: 2 }],
      },
      {
        cells: [label(text.department), { text: pick(appraisal.unit), span: 2 }, label(text.post), { text: pick(post), span: 2 }],
      },
      wide(
        text.otherPeriod[appraisal.kind],
        [`${dayInWords(appraisal.startsOn, language)} – ${dayInWords(appraisal.endsOn, language)}`],
        0.8,
      ),
      wide(text.otherReason, [appraisal.reason], 1.2),
      wide(text.otherTasks, [appraisal.tasks], language === 'zh' ? 3 : 2),
      // the English labels take more lines; the form stays on one page
      wide(text.ownSummary, [], language === 'zh' ? 3.8 : 3, text.signHere),
      ...(appraisal.kind === 'term'
        ? [
            wide(
              text.yearsWithin,
              [years.map((one) => `${one.year}${text.colon}${GRADES[one.grade][language]}`).join(text.listWord) || '–'],
              1,
            ),
          ]
        : []),
      wide(
        text.headOpinion,
        [done, rating?.opinion ?? '', rating ? `${rating.ratedBy} ${dayInWords(rating.ratedOn, language)}` : ''],
        2.6,
        text.signHere,
      ),
      wide(
        text.committeeOpinion,
        [
          decision
            ? text.decidedBy(
                dayInWords(decision.decidedOn, language),
                decision.present.join(text.listWord),
                GRADES[decision.result][language],
              )
            : '',
        ],
        2.6,
        text.signHere,
      ),
      wide(text.unitOpinion, [], 2, text.sealHere),
      wide(text.ownOpinion, [], 1.8, text.signHere),
      wide(text.remarks, [decision?.reason ?? ''], 1),
    ]),
  ]
}
