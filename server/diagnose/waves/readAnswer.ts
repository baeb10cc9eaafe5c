import { boundsOf, isWithin } from '@milepost/contract/diagnose/asking'
import type { InstrumentItem, ItemScale } from '@milepost/contract/diagnose/instrument'
import type { Bilingual } from '@milepost/terms/bilingual'
import { cellText, readDay as dayOf, readDecimal } from '../../platform/spreadsheet/cellKinds.ts'
import type { Cell } from '../../platform/spreadsheet/table.ts'

type Answered = { value: string | null; choice: string | null; notApplicable: boolean }
type Reading = { kind: 'given'; answer: Answered } | { kind: 'missing' } | { kind: 'wrong'; message: Bilingual }
type Words = { words?: Record<string, number> | undefined; notApplicable?: readonly string[] | undefined }

/** 问卷星 writes these where a question was skipped or left empty. */
const SKIPPED = ['-2', '-3', '(跳过)', '（跳过）', '(空)', '（空）']
/** How people write "does not apply". R and Excel exports write NA. */
const DOES_NOT_APPLY = ['n/a', '不适用', '不了解', '不了解/不适用', '不了解／不适用']
/** Missing in exports of statistics programs. */
const MISSING = ['na', 'nan', '#n/a', 'null']

/** One cell as an answer: blank and skipped are missing; "do not know" is kept as such; a word of the scale becomes its number. */
export function readAnswer(cell: Cell, item: InstrumentItem, scale: ItemScale, mapping: Words): Reading {
  if (item.kind === 'date') return readDay(cell)
  const text =
    item.kind !== 'scale' && item.kind !== 'number' && cell !== null && !(cell instanceof Date)
      ? { ok: true as const, value: String(cell).trim() }
      : cellText(cell)
  if (!text.ok) return { kind: 'wrong', message: text.message }
  const said = text.value
  const lower = said.toLowerCase()
  if (said === '' || SKIPPED.includes(said) || MISSING.includes(lower)) return { kind: 'missing' }
  const doesNotApply = [...DOES_NOT_APPLY, scale.notApplicable?.zh ?? '', scale.notApplicable?.en ?? '', ...(mapping.notApplicable ?? [])]
  if (item.kind === 'text') return given({ choice: said.slice(0, MOST_TEXT) })
  if (doesNotApply.some((word) => word.toLowerCase() === lower)) return given({ notApplicable: true })
  if (item.kind === 'choice') return readChoice(said, item)
  if (item.kind === 'several' || item.kind === 'ranking') return readCodes(said, item)
  if (item.kind === 'number') {
    const decimal = readDecimal(said)
    if (!decimal.ok) return { kind: 'wrong', message: decimal.message }
    const bounds = boundsOf(item)
    if (!bounds || isWithin(item, decimal.value)) return given({ value: decimal.value })
    return {
      kind: 'wrong',
      message: {
        zh: `“${said}”超出范围：应为${bounds.zh}。请核对；未答请留空。`,
        en: `“${said}” is out of bounds: it must be ${bounds.en}. Check it; leave unanswered cells blank.`,
      },
    }
  }
  if (said === EXPORTED_AS && scale.notApplicable && scale.most < Number(EXPORTED_AS)) return given({ notApplicable: true })
  return readPoint(said, scale, mapping)
}

/** "Does not apply" in files exported from here, and as SPSS users write it. */
const EXPORTED_AS = '99'

/** The most words of one's own that are kept, in characters. */
const MOST_TEXT = 5000

const given = (answer: Partial<Answered>): Reading => ({
  kind: 'given',
  answer: { value: null, choice: null, notApplicable: false, ...answer },
})

function readChoice(said: string, item: InstrumentItem): Reading {
  if (!item.options || item.options.length === 0) return given({ choice: said.slice(0, 200) })
  const option = item.options.find((one) => [one.code, one.name.zh, one.name.en].some((name) => name.toLowerCase() === said.toLowerCase()))
  if (option) return given({ choice: option.code })
  return {
    kind: 'wrong',
    message: {
      zh: `“${said}”不在选项之内：${item.options.map((one) => one.name.zh).join('、')}。`,
      en: `“${said}” is not one of the options: ${item.options.map((one) => one.name.en).join(', ')}.`,
    },
  }
}

function readPoint(said: string, scale: ItemScale, mapping: Words): Reading {
  const word =
    mapping.words?.[said] ??
    scale.points.find((point) => [point.name.zh, point.name.en].some((name) => name.toLowerCase() === said.toLowerCase()))?.value
  const plain = said.normalize('NFKC').replace(/\.0+$/, '')
  const value = word ?? (/^-?\d{1,3}$/.test(plain) ? Number(plain) : null)
  if (value !== null && value >= scale.least && value <= scale.most) return given({ value: String(value) })
  return {
    kind: 'wrong',
    message: {
      zh: `“${said}”不是量表上的答案。请填 ${scale.least} 至 ${scale.most}，或选项文字；未答请留空。`,
      en: `“${said}” is not an answer of the scale. Enter ${scale.least} to ${scale.most}, or the words of an option; leave unanswered cells blank.`,
    },
  }
}

/** Several answers in one cell: joined by ┋ (问卷星), semicolons or commas. Their order counts for a ranking. */
function readCodes(said: string, item: InstrumentItem): Reading {
  const parts = said.split(/[┋;；,，|]/).map((part) => part.trim())
  const codes: string[] = []
  for (const part of parts.filter((one) => one !== '')) {
    const one = readChoice(part, item)
    if (one.kind !== 'given') return one
    if (one.answer.choice !== null && !codes.includes(one.answer.choice)) codes.push(one.answer.choice)
  }
  return codes.length === 0 ? { kind: 'missing' } : given({ choice: codes.join(',') })
}

function readDay(cell: Cell): Reading {
  const text = cellText(cell)
  if (text.ok && text.value === '') return { kind: 'missing' }
  const day = text.ok ? dayOf(text.value) : text
  return day.ok ? given({ choice: day.value }) : { kind: 'wrong', message: day.message }
}
