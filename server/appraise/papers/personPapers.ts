import type { personPaper } from '@milepost/contract/appraise/papers'
import type { reportFacet } from '@milepost/contract/appraise/selfReport'
import { GRADES, type GradeCode } from '@milepost/terms/grades'
import type { z } from 'zod'
import {
  type Block,
  dayInWords,
  form,
  type Language,
  line,
  list,
  picking,
  type Row,
  sealed,
  signature,
  title,
} from '../../platform/papers/sheet.ts'
import { wordsOf } from './words.ts'

/** Everything the papers of one person are made of; each paper takes what it needs. */
export type PersonFile = {
  readonly institution: { readonly zh: string; readonly en: string }
  readonly year: number
  readonly today: string
  readonly name: string
  readonly employeeNo: string
  readonly unit: { readonly zh: string; readonly en: string }
  readonly post: { readonly zh: string; readonly en: string }
  readonly postClass: 'management' | 'professional' | 'skilled-worker' | 'leader'
  readonly establishment: 'inside' | 'outside'
  readonly joinedOn: string
  readonly absences: readonly { readonly kind: 'sick' | 'personal' | 'study' | 'maternity' | 'other'; readonly days: number }[]
  readonly participation: readonly { readonly zh: string; readonly en: string }[]
  readonly isGraded: boolean
  readonly report: readonly { readonly facet: z.infer<typeof reportFacet>; readonly text: string }[]
  readonly score: string | null
  readonly headComment: string
  readonly headGrade: GradeCode | null
  readonly grade: GradeCode | null
  readonly decision: { readonly decidedOn: string; readonly present: readonly string[]; readonly reason: string } | null
  readonly service: {
    readonly servedOn: string
    readonly opinion: 'agree' | 'disagree' | 'refused' | null
    readonly opinionText: string
    readonly signedOn: string | null
    readonly witnesses: readonly string[]
  } | null
  readonly remedyOpen: { readonly kind: 'review' | 'appeal' | 're-appeal'; readonly until: string } | null
  readonly remedy: {
    readonly kind: 'review' | 'appeal' | 're-appeal'
    readonly filedOn: string
    readonly representative: string
    readonly grounds: string
    readonly decideBy: string
    readonly decidedOn: string | null
    readonly outcome: 'upheld' | 'changed' | null
    readonly newGrade: GradeCode | null
    readonly panel: readonly string[]
    readonly findings: string | null
  } | null
  readonly talks: readonly {
    readonly heldOn: string
    readonly isMidYear: boolean
    readonly progress: string
    readonly support: string
    readonly nextStep: string
    readonly confirmed: boolean
  }[]
  readonly interview: {
    readonly heldOn: string
    readonly headName: string
    readonly strengths: string
    readonly shortfalls: string
    readonly nextGoals: string
    readonly improvementPlan: string
    readonly improveBy: string | null
    readonly personSays: string
  } | null
}

type Maker = (file: PersonFile, language: Language) => Block[]

const gradeIn = (grade: GradeCode | null, language: Language): string => (grade === null ? '' : GRADES[grade][language])

/** What the person said to the result, or who stands for it. */
function opinionOf({ service }: PersonFile, language: Language): string[] {
  const text = wordsOf(language)
  if (service === null || service.opinion === null) return []
  const witnesses = service.witnesses.length > 0 ? text.witnesses(service.witnesses.join(text.listWord)) : ''
  return [text.opinions[service.opinion], service.opinionText, witnesses].filter((one) => one !== '')
}

/** A summary of more letters than these is set small, so that the form stays on one page. */
const LONG = { zh: 380, en: 760 }

/** 年度考核登记表: the field set offices use; what is still empty is left to be written by hand. */
const registration: Maker = (file, language) => {
  const text = wordsOf(language)
  const pick = picking(language)
  const absences = file.absences.map((one) => `${text.absences[one.kind]} ${text.days(one.days)}`).join(text.listWord)
  const summary = file.report.map((one) => `${text.facets[one.facet]}${text.colon}${one.text}`).join('\n')
  const head = [file.headComment, file.headGrade === null ? '' : text.suggested(gradeIn(file.headGrade, language))]
  const decided = file.decision
    ? text.decidedBy(
        dayInWords(file.decision.decidedOn, language),
        file.decision.present.join(text.listWord),
        gradeIn(file.grade, language),
      )
    : ''
  const own = opinionOf(file, language)
  const isLong = summary.length > LONG[language]
  const said = (lines: readonly string[], foot: string) => ({ text: lines.filter((one) => one !== '').join('\n'), foot, span: 5 })
  const label = (words: string) => ({ text: words, label: true as const })
  return [
    title(text.registration(file.year)),
    line(`${text.unit}${text.colon}${pick(file.institution)}`),
    form(language === 'zh' ? [14, 18, 14, 20, 14, 20] : [19, 17, 14, 18, 14, 18], [
      {
        cells: [
          label(text.name),
          { text: file.name },
          label(text.number),
          { text: file.employeeNo },
          label(text.joined),
          { text: file.joinedOn },
        ],
      },
      {
        cells: [label(text.department), { text: pick(file.unit), span: 2 }, label(text.post), { text: pick(file.post), span: 2 }],
      },
      {
        cells: [
          label(text.postClass),
          { text: `${text.classes[file.postClass]}\n${text.enclosed(text.establishments[file.establishment]).trim()}` },
          label(text.attendance),
          { text: absences === '' ? text.noAbsence : absences },
          label(text.score),
          { text: file.score ?? '' },
        ],
      },
      {
        cells: [label(text.ownSummary), { ...said([summary === '' ? text.noSummary : summary], text.signHere), fine: isLong }],
        // the English labels take more lines; the form stays on one page
        least: language === 'zh' ? 6.8 : 5.6,
      },
      { cells: [label(text.headOpinion), said(head, text.signHere)], least: 2.4 },
      { cells: [label(text.committeeOpinion), said([decided], text.signHere)], least: 2.4 },
      { cells: [label(text.unitOpinion), said([], text.sealHere)], least: isLong ? 1.4 : 2 },
      { cells: [label(text.ownOpinion), said(own, text.signHere)], least: isLong ? 1.4 : 2 },
      {
        cells: [label(text.notes), { text: file.isGraded ? '' : file.participation.map(pick).join(text.semicolon), span: 5 }],
        least: 1.3,
      },
      { cells: [label(text.remarks), { text: file.decision?.reason ?? '', span: 5 }], least: 1 },
    ]),
  ]
}

/** 平时考核记录: the talks of the year as they were confirmed. */
const routine: Maker = (file, language) => {
  const text = wordsOf(language)
  const rows = file.talks.map((one) => [
    one.isMidYear ? `${one.heldOn}\n${text.midYear}` : one.heldOn,
    one.progress,
    one.support,
    one.nextStep,
    one.confirmed ? '✓' : text.notConfirmed,
  ])
  return [
    title(text.routine(file.year)),
    line(`${text.name}${text.colon}${file.name}`),
    line(`${text.department}${text.colon}${picking(language)(file.unit)}`),
    rows.length === 0
      ? line(text.noRoutine)
      : list([17, 29, 19, 20, 15], [text.date, text.progress, text.support, text.next, text.confirmed], rows),
    ...signature(text.headName, language),
  ]
}

/** 结果告知书, with the way open and until when, and space for the opinion. */
const letter: Maker = (file, language) => {
  const text = wordsOf(language)
  const pick = picking(language)
  return [
    title(text.letter),
    line(text.dear(file.name, file.employeeNo)),
    line(text.letterSays(file.year, gradeIn(file.grade, language)), { indent: true }),
    ...(file.score === null ? [] : [line(text.letterScore(file.score), { indent: true })]),
    line(
      file.remedyOpen === null ? text.letterNoRemedy : text.letterRemedy[file.remedyOpen.kind](dayInWords(file.remedyOpen.until, language)),
      { indent: true },
    ),
    line(text.letterSign, { indent: true }),
    ...sealed(pick(file.institution), file.service?.servedOn ?? file.today, language),
    line(''),
    form(
      [20, 80],
      [
        {
          cells: [
            { text: text.ownOpinion, label: true },
            {
              text: opinionOf(file, language).join('\n'),
              foot: text.signHere,
            },
          ],
          least: 3.5,
        },
      ],
    ),
    line(file.service ? text.served(dayInWords(file.service.servedOn, language)) : text.notServed),
  ]
}

/** 复核申请书, 申诉书, 再申诉书: filled in from what was filed, or as an empty form for the next step. */
const remedy: Maker = (file, language) => {
  const text = wordsOf(language)
  const label = (words: string) => ({ text: words, label: true as const })
  const filed = file.remedy
  const rows: Row[] = [
    {
      cells: [
        label(text.applicant),
        { text: `${file.name}${text.enclosed(file.employeeNo)}` },
        label(text.department),
        { text: picking(language)(file.unit) },
      ],
    },
    {
      cells: [
        label(text.representative),
        { text: filed?.representative ?? '' },
        label(text.filedOn),
        { text: dayInWords(filed?.filedOn ?? null, language) },
      ],
    },
    { cells: [label(text.against), { text: text.againstSays(file.year, gradeIn(file.grade, language)), span: 3 }], least: 1.5 },
    { cells: [label(text.grounds), { text: filed?.grounds ?? '', foot: text.signHere, span: 3 }], least: 9 },
    {
      cells: [
        label(text.outcome),
        {
          text: [
            filed ? `${text.decideBy}${text.colon}${dayInWords(filed.decideBy, language)}` : '',
            filed?.outcome ? `${text.outcomes[filed.outcome]}${gradeIn(filed.newGrade, language)}` : '',
            filed?.findings ?? '',
            filed?.decidedOn ? `${text.decidedOn}${text.colon}${dayInWords(filed.decidedOn, language)}` : '',
            filed && filed.panel.length > 0 ? `${text.panel}${text.colon}${filed.panel.join(text.listWord)}` : '',
          ]
            .filter((one) => one !== '')
            .join('\n'),
          foot: text.sealHere,
          span: 3,
        },
      ],
      least: 5,
    },
  ]
  return [title(text.remedyTitle[filed?.kind ?? 'review']), form([23, 30, 18, 29], rows)]
}

/** 面谈记录, to be signed by both. */
const interview: Maker = (file, language) => {
  const text = wordsOf(language)
  const held = file.interview
  const label = (words: string) => ({ text: words, label: true as const })
  const wide = (words: string, said: string, least: number): Row => ({ cells: [label(words), { text: said, span: 3 }], least })
  return [
    title(text.interviewTitle),
    form(
      [20, 32, 18, 30],
      [
        { cells: [label(text.name), { text: file.name }, label(text.department), { text: picking(language)(file.unit) }] },
        {
          cells: [
            label(text.heldOn),
            { text: dayInWords(held?.heldOn ?? null, language) },
            label(text.headName),
            { text: held?.headName ?? '' },
          ],
        },
        { cells: [label(text.grade), { text: gradeIn(file.grade, language) }, label(text.score), { text: file.score ?? '' }] },
        wide(text.strengths, held?.strengths ?? '', 3.5),
        wide(text.shortfalls, held?.shortfalls ?? '', 3.5),
        wide(text.nextGoals, held?.nextGoals ?? '', 3),
        wide(
          text.plan,
          [held?.improvementPlan ?? '', held?.improveBy ? `${text.planBy}${text.colon}${dayInWords(held.improveBy, language)}` : '']
            .filter((one) => one !== '')
            .join('\n'),
          3,
        ),
        wide(text.personSays, held?.personSays ?? '', 2.5),
      ],
    ),
    ...signature(text.headName, language),
    ...signature(file.name, language),
  ]
}

export const PERSON_PAPERS: Readonly<Record<Exclude<z.infer<typeof personPaper>, 'archive'>, Maker>> = {
  registration,
  routine,
  'result-letter': letter,
  remedy,
  interview,
}
