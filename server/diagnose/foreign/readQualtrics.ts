import type { Instrument, InstrumentItem } from '@milepost/contract/diagnose/instrument'
import { z } from 'zod'
import { Builder, boundsFor, type ForeignQuestionnaire, MOST_POINTS, onItsSide, optionsOf, plainWords } from './foreign.ts'

const choice = z.object({ Display: z.union([z.string(), z.number()]) }).loose()
const figure = z.union([z.string(), z.number()]).transform(String).optional()
/** Choices are an object by number, or a list when they were never edited. */
const choices = z.union([z.record(z.string(), choice), z.array(choice)]).optional()
const question = z
  .object({
    QuestionID: z.string(),
    DataExportTag: z.string(),
    QuestionType: z.string(),
    Selector: z.string().optional(),
    SubSelector: z.string().optional(),
    QuestionText: z.string(),
    Choices: choices,
    ChoiceOrder: z.array(z.union([z.string(), z.number()])).optional(),
    Answers: choices,
    AnswerOrder: z.array(z.union([z.string(), z.number()])).optional(),
    Validation: z
      .object({
        Settings: z
          .object({
            ForceResponse: z.string().optional(),
            Type: z.string().optional(),
            ContentType: z.string().optional(),
            ValidNumber: z.object({ Min: figure, Max: figure, NumDecimals: figure }).loose().optional(),
          })
          .loose()
          .optional(),
      })
      .loose()
      .optional(),
    Configuration: z.object({ CSSliderMin: figure, CSSliderMax: figure }).loose().optional(),
    DisplayLogic: z.unknown().optional(),
  })
  .loose()
const block = z
  .object({
    Type: z.string().optional(),
    Description: z.string().optional(),
    BlockElements: z.array(z.object({ Type: z.string(), QuestionID: z.string().optional() }).loose()).optional(),
  })
  .loose()
const file = z.object({
  SurveyEntry: z.object({ SurveyName: z.string() }).loose(),
  SurveyElements: z.array(z.object({ Element: z.string(), Payload: z.unknown() }).loose()),
})
type Question = z.infer<typeof question>

/** A Qualtrics survey file: questions in the order of its blocks; what is in the bin of the survey is left out without a word. */
export function readQualtrics(
  content: string,
  base: Pick<Instrument, 'scale' | 'leastCell' | 'severityBands'>,
): ForeignQuestionnaire | null {
  const parsed = file.safeParse(jsonOf(content))
  if (!parsed.success) return null
  const { SurveyEntry, SurveyElements } = parsed.data
  const questions = new Map(
    SurveyElements.filter((one) => one.Element === 'SQ').flatMap((one) => {
      const read = question.safeParse(one.Payload)
      return read.success ? [[read.data.QuestionID, read.data] as const] : []
    }),
  )
  const blocks = SurveyElements.filter((one) => one.Element === 'BL').flatMap((one) => Object.values((one.Payload ?? {}) as object))
  const builder = new Builder()
  const codes = new Map<string, string>()
  let seen = 0
  for (const raw of blocks) {
    const read = block.safeParse(raw)
    if (!read.success || read.data.Type === 'Trash') continue
    builder.startBlock(read.data.Description ?? '')
    for (const element of read.data.BlockElements ?? []) {
      const one = questions.get(element.QuestionID ?? '')
      if (!one) continue
      seen += 1
      const first = builder.items.length
      take(builder, one)
      const added = builder.items.slice(first)
      if (added[0]) codes.set(one.QuestionID, added[0].code)
      conditionOf(builder, one, first, codes)
    }
  }
  return builder.items.length === 0 ? null : builder.finish(SurveyEntry.SurveyName, seen, base)
}

function take(builder: Builder, one: Question): void {
  const tag = one.DataExportTag
  const text = onItsSide(plainWords(one.QuestionText))
  const required = one.Validation?.Settings?.ForceResponse === 'ON' ? { required: true } : {}
  const own = listOf(one.Choices, one.ChoiceOrder)
  const under = (name: string) => onItsSide([plainWords(one.QuestionText), name].filter(Boolean).join(' – '))
  switch (`${one.QuestionType}/${one.Selector ?? ''}`.replace(/^(MC|TE)\/.*/, '$1')) {
    case 'MC': {
      const several = /^MA/.test(one.Selector ?? '')
      builder.add(tag, {
        kind: several ? 'several' : 'choice',
        text,
        options: optionsOf(own.map(([code, name]) => [code, onItsSide(name)])),
        ...required,
      })
      return
    }
    case 'TE':
      if (one.Selector !== 'FORM' || own.length === 0) builder.add(tag, { ...typed(builder, one), text, ...required })
      else for (const [code, name] of own) builder.add(`${tag}_${code}`, { kind: 'text', text: under(name), ...required })
      return
    case 'RO/DND':
    case 'RO/SB':
    case 'RO/TB':
      builder.add(tag, { kind: 'ranking', text, options: optionsOf(own.map(([code, name]) => [code, onItsSide(name)])), ...required })
      return
    case 'Matrix/Likert':
    case 'Matrix/Bipolar': {
      const answers = listOf(one.Answers, one.AnswerOrder).map(([, name]) => onItsSide(name))
      if (answers.length < 2 || answers.length > MOST_POINTS || one.SubSelector === 'MultipleAnswer') break
      const scale = builder.scaleOf(answers)
      for (const [code, name] of own)
        builder.add(`${tag}_${code}`, { kind: 'scale', scale, text: under(name.replace(/:/, ' ↔ ')), ...required })
      return
    }
    case 'Slider/STAR': {
      const scale = builder.scaleOf([1, 2, 3, 4, 5].map((value) => ({ zh: String(value), en: String(value) })))
      for (const [code, name] of own) builder.add(`${tag}_${code}`, { kind: 'scale', scale, text: under(name), ...required })
      return
    }
    case 'Slider/HSLIDER':
    case 'Slider/HBAR': {
      const { CSSliderMin: least, CSSliderMax: most } = one.Configuration ?? {}
      const bounds = boundsFor(builder, tag, { least, most })
      for (const [code, name] of own) builder.add(`${tag}_${code}`, { kind: 'number', ...bounds, text: under(name), ...required })
      return
    }
    case 'DB/TB':
    case 'DB/GRB':
      builder.note(tag, true, '说明文字不是题目，没有带入。', 'A text without a question is not taken over.')
      return
  }
  builder.note(
    tag,
    true,
    `题型“${one.QuestionType} ${one.Selector ?? ''}”没有对应的题型，没有带入。`,
    `The kind “${one.QuestionType} ${one.Selector ?? ''}” has no counterpart and is not taken over.`,
  )
}

/** A box that takes only numbers is a number question with its bounds; any other takes words. */
function typed(builder: Builder, one: Question): Pick<InstrumentItem, 'kind' | 'least' | 'most'> {
  const set = one.Validation?.Settings
  if (set?.Type !== 'ContentType' || set.ContentType !== 'ValidNumber') return { kind: 'text' }
  const { Min: least, Max: most, NumDecimals } = set.ValidNumber ?? {}
  return { kind: 'number', ...boundsFor(builder, one.DataExportTag, { least, most, wholeOnly: NumDecimals === '0' }) }
}

function listOf(given: Question['Choices'], order: Question['ChoiceOrder']): [string, string][] {
  const all = Array.isArray(given) ? given.map((one, at) => [String(at + 1), one] as const) : Object.entries(given ?? {})
  const places = (order ?? []).map(String)
  const sorted = places.length > 0 ? places.flatMap((code) => all.filter(([own]) => own === code)) : all
  return sorted.map(([code, one]) => [code, plainWords(one.Display)])
}

const simple = z
  .object({ '0': z.object({ '0': z.object({ QuestionID: z.string(), Operator: z.string(), LeftOperand: z.string() }).loose() }).loose() })
  .loose()

/** "Shown if this choice of that question is selected" is kept; anything more is said. */
function conditionOf(builder: Builder, one: Question, first: number, codes: ReadonlyMap<string, string>): void {
  if (one.DisplayLogic === undefined) return
  const read = simple.safeParse(one.DisplayLogic)
  const single =
    read.success &&
    Object.keys(read.data).filter((key) => /^\d+$/.test(key)).length === 1 &&
    Object.keys(read.data['0']).filter((key) => /^\d+$/.test(key)).length === 1
  const condition = read.success ? read.data['0']['0'] : null
  const on = condition ? codes.get(condition.QuestionID) : undefined
  const option = condition ? /SelectableChoice\/(\w+)$/.exec(condition.LeftOperand)?.[1] : undefined
  if (single && on && option && condition?.Operator === 'Selected') {
    for (let at = first; at < builder.items.length; at++) {
      const item = builder.items[at]
      if (item) builder.items[at] = { ...item, showIf: { item: on, among: [option] } }
    }
  } else if (builder.items.length > first)
    builder.note(
      one.DataExportTag,
      false,
      '显示条件较复杂，没有带入，请在“仅当此题”中重设。',
      'Its condition is not a simple one and is not taken over; set it anew.',
    )
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}
