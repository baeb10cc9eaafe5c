import { findPersonalData, withoutPersonalData } from '@milepost/anonymity/personalData'
import { boundsOf, isAsked, isNumberAnswer, isWithin, scaleOf } from '@milepost/contract/diagnose/asking'
import type { Instrument, InstrumentItem } from '@milepost/contract/diagnose/instrument'
import type { NewText } from '../waves/data.ts'
import type { NewAnswer } from '../waves/storedAnswers.ts'

export type FieldFault = { readonly pointer: string; readonly zh: string; readonly en: string }
export type ReadBallot = { readonly answers: NewAnswer[]; readonly texts: NewText[]; readonly faults: FieldFault[] }

/** The most characters of one answer in words. */
const MOST_TEXT = 5000
const DOES_NOT_APPLY = '-'

/** What was sent, held against the questionnaire: anything outside it is a fault; answers to items that were not asked are left out. */
export function readBallotAnswers(instrument: Instrument, given: Readonly<Record<string, string>>): ReadBallot {
  const faults: FieldFault[] = []
  // questions have no number on a phone: a fault names its question by its words, and by its code for whoever types in paper
  const say = (code: string, zh: string, en: string) => {
    const words = items.get(code)?.text
    faults.push({
      pointer: `/answers/${code}`,
      zh: `${words ? `“${opening(words.zh || words.en)}”（${code}）` : code}：${zh}`,
      en: `${words ? `“${opening(words.en || words.zh)}” (${code})` : code}: ${en}`,
    })
  }
  const items = new Map(instrument.items.map((item) => [item.code, item]))
  for (const code of Object.keys(given)) if (!items.has(code)) say(code, '问卷中没有这道题。', 'there is no such item.')
  const sent = new Map(Object.entries(given).filter(([, value]) => value.trim() !== ''))
  const answers: NewAnswer[] = []
  const texts: NewText[] = []
  for (const item of instrument.items) {
    const value = sent.get(item.code)?.trim()
    if (!isAsked(item, sent)) continue
    if (value === undefined) {
      if (item.required) say(item.code, '这道题必答。', 'this item must be answered.')
    } else if (item.kind === 'text') {
      if (value.length > MOST_TEXT) say(item.code, `文字超过 ${MOST_TEXT} 字。`, `the text is longer than ${MOST_TEXT} characters.`)
      else texts.push({ itemCode: item.code, said: withoutMarks(value) })
    } else {
      const answer = answerOf(instrument, item, value)
      const bounds = boundsOf(item)
      if (answer && item.kind === 'number' && bounds && !answer.notApplicable && !isWithin(item, value))
        say(item.code, `请填${bounds.zh}的数字，不是 ${value}。`, `the number must be ${bounds.en}, not ${value}.`)
      else if (answer) answers.push({ itemCode: item.code, value: null, choice: null, notApplicable: false, ...answer })
      else say(item.code, `“${value.slice(0, 40)}”不是可选的答案。`, `“${value.slice(0, 40)}” is not one of the answers.`)
    }
  }
  return { answers, texts, faults }
}

/** null: not an answer this item can have. */
function answerOf(instrument: Instrument, item: InstrumentItem, value: string): Partial<NewAnswer> | null {
  const scale = scaleOf(instrument, item)
  if (value === DOES_NOT_APPLY) return item.kind !== 'scale' || scale.notApplicable !== null ? { notApplicable: true } : null
  if (item.kind === 'scale')
    return /^-?\d{1,4}$/.test(value) && Number(value) >= scale.least && Number(value) <= scale.most ? { value } : null
  if (item.kind === 'number') return isNumberAnswer(value) ? { value } : null
  if (item.kind === 'date') return isDay(value) ? { choice: value } : null
  const codes = value.split(',')
  const known = (code: string) => item.options?.some((option) => option.code === code) ?? false
  if (item.kind === 'choice') {
    if (!item.options || item.options.length === 0) return value.length <= 200 ? { choice: withoutMarks(value) } : null
    return known(value) ? { choice: value } : null
  }
  return codes.every(known) && new Set(codes).size === codes.length ? { choice: value } : null
}

const OPENING = 30
const opening = (words: string): string => ([...words].length > OPENING ? `${[...words].slice(0, OPENING).join('')}…` : words)

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))

/** Telephone, identity and plate numbers, addresses: taken out before anything is stored. */
const withoutMarks = (text: string): string => withoutPersonalData(text, findPersonalData(text))
