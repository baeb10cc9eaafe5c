import type { Instrument, InstrumentItem } from '@milepost/contract/diagnose/instrument'
import type { Bilingual } from '@milepost/terms/bilingual'
import { XMLParser } from 'fast-xml-parser'
import { Builder, boundsFor, type ForeignQuestionnaire, MOST_POINTS, optionsOf, plainWords } from './foreign.ts'

type Row = Readonly<Record<string, string>>

/** A LimeSurvey structure file, of the old form (texts beside the question) or the new one (texts in tables of their own). */
export function readLimeSurvey(
  content: string,
  base: Pick<Instrument, 'scale' | 'leastCell' | 'severityBands'>,
): ForeignQuestionnaire | null {
  const survey = new Survey(content)
  if (survey.questions.length === 0) return null
  const builder = new Builder()
  const codes = new Map<string, string>()
  for (const group of survey.groups) {
    builder.startBlock(survey.textOf(group, 'group_name').en || survey.textOf(group, 'group_name').zh)
    for (const question of survey.questions.filter((one) => one.gid === group.gid)) {
      const first = builder.items.length
      take(builder, survey, question)
      const added = builder.items[first]
      if (added) codes.set(question.title ?? '', added.code)
      conditionOf(builder, question, first, codes)
    }
  }
  return builder.items.length === 0 ? null : builder.finish(survey.title, survey.questions.length, base)
}

const YES_NO = optionsOf([
  ['Y', { zh: '是', en: 'Yes' }],
  ['N', { zh: '否', en: 'No' }],
])
const YES_UNSURE_NO = optionsOf([
  ['Y', { zh: '是', en: 'Yes' }],
  ['U', { zh: '不确定', en: 'Uncertain' }],
  ['N', { zh: '否', en: 'No' }],
])
const MORE_SAME_LESS = optionsOf([
  ['I', { zh: '增加', en: 'Increase' }],
  ['S', { zh: '不变', en: 'Same' }],
  ['D', { zh: '减少', en: 'Decrease' }],
])
const GENDER = optionsOf([
  ['F', { zh: '女', en: 'Female' }],
  ['M', { zh: '男', en: 'Male' }],
])
const upTo = (most: number): Bilingual[] => Array.from({ length: most }, (_, at) => ({ zh: String(at + 1), en: String(at + 1) }))

function take(builder: Builder, survey: Survey, question: Row): void {
  const code = question.title ?? ''
  const text = survey.textOf(question, 'question')
  const required = question.mandatory === 'Y' ? { required: true } : {}
  const answers = survey.answersOf(question.qid ?? '')
  const options = optionsOf(answers.map(({ code: own, name }) => [own, name]))
  const parts = survey.partsOf(question.qid ?? '', '0')
  const columns = survey.partsOf(question.qid ?? '', '1')
  const one = (kind: InstrumentItem['kind'], more: Partial<InstrumentItem> = {}) => builder.add(code, { kind, text, ...more, ...required })
  const each = (kind: InstrumentItem['kind'], more: Partial<InstrumentItem> = {}) => {
    for (const part of parts)
      builder.add(`${code}_${part.title}`, { kind, text: joined(text, survey.textOf(part, 'question')), ...more, ...required })
  }
  const onScale = (words: readonly Bilingual[]) =>
    words.length >= 2 && words.length <= MOST_POINTS ? { scale: builder.scaleOf(words) } : null
  const named = answers.map(({ name }) => name)
  switch (question.type) {
    case 'L':
    case '!':
    case 'O':
      if (question.type === 'O') builder.note(code, false, '附带的评论栏没有带入。', 'The comment box beside it is not taken over.')
      return void one('choice', { options })
    case 'G':
      return void one('choice', { options: GENDER })
    case 'Y':
      return void one('choice', { options: YES_NO })
    case '5':
      return void one('scale', { scale: builder.scaleOf(upTo(5)) })
    case 'A':
      each('scale', { scale: builder.scaleOf(upTo(5)) })
      return
    case 'B':
      each('scale', { scale: builder.scaleOf(upTo(10)) })
      return
    case 'C':
      each('choice', { options: YES_UNSURE_NO })
      return
    case 'E':
      each('choice', { options: MORE_SAME_LESS })
      return
    case 'F': {
      const scale = onScale(named)
      if (scale) each('scale', scale)
      else each('choice', { options })
      return
    }
    case 'H':
      each('choice', { options })
      return
    case '1':
      for (const side of ['0', '1']) {
        const own = survey.answersOf(question.qid ?? '', side)
        const scale = onScale(own.map(({ name }) => name))
        for (const part of parts) {
          const words = joined(text, survey.textOf(part, 'question'))
          const how = scale
            ? { kind: 'scale' as const, ...scale }
            : { kind: 'choice' as const, options: optionsOf(own.map((answer) => [answer.code, answer.name])) }
          builder.add(`${code}_${part.title}_${side}`, { text: words, ...how, ...required })
        }
      }
      return
    case 'M':
    case 'P':
      if (question.type === 'P')
        builder.note(code, false, '每个选项的评论栏没有带入。', 'The comment boxes beside the options are not taken over.')
      return void one('several', { options: optionsOf(parts.map((part) => [part.title ?? '', survey.textOf(part, 'question')])) })
    case 'R':
      return void one('ranking', {
        options: options.length > 0 ? options : optionsOf(parts.map((part) => [part.title ?? '', survey.textOf(part, 'question')])),
      })
    case 'N':
      return void one('number', numbersOf(builder, survey, question))
    case 'K':
      each('number', numbersOf(builder, survey, question))
      return
    case 'S':
    case 'T':
    case 'U':
      return void one('text')
    case 'Q':
      each('text')
      return
    case ';':
    case ':': {
      const bounds = question.type === ':' ? numbersOf(builder, survey, question) : {}
      for (const part of parts)
        for (const column of columns)
          builder.add(`${code}_${part.title}_${column.title}`, {
            kind: question.type === ';' ? 'text' : 'number',
            text: joined(joined(text, survey.textOf(part, 'question')), survey.textOf(column, 'question')),
            ...bounds,
            ...required,
          })
      return
    }
    case 'D':
      return void one('date')
  }
  const why = WHY_NOT[question.type ?? ''] ?? { zh: `题型“${question.type}”不认识`, en: `the kind “${question.type}” is not known` }
  builder.note(code, true, `${why.zh}，没有带入。`, `Not taken over: ${why.en}.`)
}

const WHY_NOT: Readonly<Record<string, Bilingual>> = {
  X: { zh: '说明文字不是题目', en: 'a text without a question' },
  '*': { zh: '算式不是题目', en: 'an equation is not a question' },
  '|': { zh: '不收附件', en: 'files are not collected' },
  I: { zh: '语言随时可切换，不需要题目', en: 'the language can be switched at any time without a question' },
}

/** What numbers a question takes, by the attribute its kind keeps them in; limits of the sum of several have no counterpart. */
function numbersOf(builder: Builder, survey: Survey, question: Row) {
  const set = (name: string) => survey.attributeOf(question.qid ?? '', name)
  const either = (...names: string[]) => names.map(set).find((one) => one !== '')
  if (question.type === 'K' && ['min_num_value', 'max_num_value', 'equals_num_value'].some((name) => set(name) !== ''))
    builder.note(question.title ?? '', false, '各项合计的限制没有带入。', 'The limits of the sum are not taken over.')
  const array = question.type === ':'
  const slider = question.type === 'K' && set('slider_layout') === '1'
  return boundsFor(builder, question.title ?? '', {
    least: array ? set('multiflexible_min') : slider ? either('slider_min', 'min_num_value_n') : set('min_num_value_n'),
    most: array ? set('multiflexible_max') : slider ? either('slider_max', 'max_num_value_n') : set('max_num_value_n'),
    wholeOnly: set('num_value_int_only') === '1',
  })
}

const joined = (a: Bilingual, b: Bilingual): Bilingual => ({
  zh: [a.zh, b.zh].filter(Boolean).join(' – '),
  en: [a.en, b.en].filter(Boolean).join(' – '),
})

/** `((name.NAOK == "value"))` is kept; any other expression is said. */
function conditionOf(builder: Builder, question: Row, first: number, codes: ReadonlyMap<string, string>): void {
  const relevance = (question.relevance ?? '').trim()
  if (relevance === '' || relevance === '1' || builder.items.length === first) return
  const simple = /^\(*\s*(?:\d+X\d+X)?(\w+?)(?:\.NAOK)?\s*==\s*["'](\w+)["']\s*\)*$/.exec(relevance)
  const on = simple?.[1] ? codes.get(simple[1]) : undefined
  if (simple?.[2] && on) {
    for (let at = first; at < builder.items.length; at++) {
      const item = builder.items[at]
      if (item) builder.items[at] = { ...item, showIf: { item: on, among: [simple[2]] } }
    }
  } else
    builder.note(
      question.title ?? '',
      false,
      `显示条件没有带入：${relevance.slice(0, 120)}`,
      `Its condition is not taken over: ${relevance.slice(0, 120)}`,
    )
}

/** The tables of the file, with the texts of a row found wherever this version keeps them. */
class Survey {
  readonly #tables: Readonly<Record<string, Row[]>>
  readonly title: string

  constructor(content: string) {
    const parser = new XMLParser({
      parseTagValue: false,
      cdataPropName: undefined,
      processEntities: false,
      isArray: (name) => name === 'row',
      trimValues: true,
    })
    const document = (parsedBy(parser, content) as { document?: Record<string, { rows?: { row?: Row[] } }> }).document ?? {}
    this.#tables = Object.fromEntries(
      Object.entries(document).map(([name, table]) => [name, typeof table === 'object' ? (table.rows?.row ?? []) : []]),
    )
    const settings = this.#rows('surveys_languagesettings')
    const main =
      settings.find((row) => /^zh/.test(row.surveyls_language ?? '')) ??
      settings.find((row) => /^en/.test(row.surveyls_language ?? '')) ??
      settings[0]
    this.title = plainWords(main?.surveyls_title) || 'LimeSurvey'
  }

  #rows(name: string): Row[] {
    return this.#tables[name] ?? []
  }
  get groups(): Row[] {
    return onceEach(this.#rows('groups'), 'gid').toSorted(byNumber('group_order'))
  }
  get questions(): Row[] {
    return onceEach(this.#rows('questions'), 'qid')
      .filter((row) => row.parent_qid === '0')
      .toSorted(byNumber('question_order'))
  }
  partsOf(qid: string, scale: string): Row[] {
    return onceEach(this.#rows('subquestions'), 'qid')
      .filter((row) => row.parent_qid === qid && (row.scale_id ?? '0') === scale)
      .toSorted(byNumber('question_order'))
  }
  answersOf(qid: string, scale = '0'): { code: string; name: Bilingual }[] {
    const own = this.#rows('answers').filter((row) => row.qid === qid && (row.scale_id ?? '0') === scale)
    const codes = [...new Set(own.toSorted(byNumber('sortorder')).map((row) => row.code ?? ''))]
    return codes.flatMap((code) => {
      const row = own.find((one) => one.code === code)
      return row ? [{ code, name: this.textOf(row, 'answer') }] : []
    })
  }

  /** What is set for a question in this regard; empty: nothing. */
  attributeOf(qid: string, name: string): string {
    const value = this.#rows('question_attributes').find((row) => row.qid === qid && row.attribute === name)?.value
    return typeof value === 'string' ? value.trim() : ''
  }

  /** Chinese and English where the file has them; otherwise the first language, on its own side. */
  textOf(row: Row, field: 'question' | 'group_name' | 'answer'): Bilingual {
    const key = { question: 'qid', group_name: 'gid', answer: 'aid' } as const
    const by = key[field]
    const apart = this.#rows({ question: 'question_l10ns', group_name: 'group_l10ns', answer: 'answer_l10ns' }[field])
    const here = { question: ['questions', 'subquestions'], group_name: ['groups'], answer: ['answers'] }[field].flatMap((name) =>
      this.#rows(name),
    )
    const same = (one: Row) =>
      one[by] !== undefined ? one[by] === row[by] : one.qid === row.qid && one.code === row.code && one.scale_id === row.scale_id
    const texts = (apart.length > 0 ? apart.filter((one) => one[by] === row[by]) : here.filter(same)).map((one) => ({
      language: one.language ?? '',
      words: plainWords(one[field]),
    }))
    const zh = texts.find((one) => /^zh/.test(one.language))?.words ?? ''
    const en = texts.find((one) => /^en/.test(one.language))?.words ?? ''
    return zh === '' && en === '' ? { zh: '', en: texts[0]?.words ?? '' } : { zh, en }
  }
}

const byNumber = (field: string) => (a: Row, b: Row) => Number(a[field] ?? 0) - Number(b[field] ?? 0)
const onceEach = (rows: readonly Row[], field: string): Row[] =>
  rows.filter((row, at) => rows.findIndex((one) => one[field] === row[field]) === at)

function parsedBy(parser: XMLParser, content: string): unknown {
  try {
    return parser.parse(content)
  } catch {
    return {}
  }
}
