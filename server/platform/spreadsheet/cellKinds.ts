import { exact, exactFromNumber, isZero } from '@milepost/exact/exact'
import { toDecimalString } from '@milepost/exact/rounding'
import { hasDoubtfulComma, plainNumber } from '@milepost/exact/written'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { CellReading } from './cellReading.ts'
import type { Column } from './columns.ts'
import type { Cell } from './table.ts'

const right = <T>(value: T): CellReading<T> => ({ ok: true, value })
const wrong = (zh: string, en: string): CellReading<never> => ({ ok: false, message: { zh, en } })

const EMPTY = wrong('此项必填。', 'This cell must be filled in.')

/** What a spreadsheet shows where a formula came to nothing. */
const FORMULA_ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/

/** The text of a cell. A leading "=" would become a formula when the file is opened again, so it is refused. */
export function cellText(cell: Cell): CellReading<string> {
  if (cell === null) return right('')
  if (cell instanceof Date) return textOfDate(cell)
  const text = String(typeof cell === 'number' ? textOfNumber(cell) : cell).trim()
  if (/^[=@]/.test(text))
    return wrong(
      `单元格以“${text[0]}”开头，可能是公式。请改为文字或数值。`,
      `The cell starts with “${text[0]}” and may be a formula. Enter plain text or a number.`,
    )
  if (FORMULA_ERROR.test(text))
    return wrong(`公式结果为错误“${text}”。请改为文字或数值。`, `The formula gives the error “${text}”. Enter plain text or a number.`)
  return right(text)
}

/** What a spreadsheet means by the number it stored: 15 significant digits, no binary tail, no exponent. */
function textOfNumber(value: number): string {
  const meant = Number(value.toPrecision(15))
  return Number.isFinite(meant) ? toDecimalString(exactFromNumber(meant), 30) : String(value)
}

/** Spreadsheets keep days as midnight UTC. */
const dayOfDate = (date: Date) => date.toISOString().slice(0, 10)

function textOfDate(date: Date): CellReading<string> {
  if (Number.isNaN(date.getTime())) return wrong('不是有效的日期。', 'This is not a date.')
  return right(dayOfDate(date))
}

type Heading = { readonly heading: Bilingual; readonly example: string }

function column<T, Empty>(given: Heading, read: (text: string) => CellReading<T>, ifEmpty: CellReading<T | Empty>): Column<T | Empty> {
  return {
    heading: given.heading,
    example: given.example,
    required: !ifEmpty.ok,
    read: (cell) => {
      const text = cellText(cell)
      if (!text.ok) return text
      return text.value === '' ? ifEmpty : read(text.value)
    },
  }
}

const readText = (most: number) => (text: string) =>
  text.length <= most ? right(text) : wrong(`文字超过 ${most} 个字符。`, `The text is longer than ${most} characters.`)

export const textColumn = (given: Heading & { most?: number }): Column<string> => column(given, readText(given.most ?? 200), EMPTY)
export const optionalTextColumn = (given: Heading & { most?: number }): Column<string> =>
  column(given, readText(given.most ?? 2000), right(''))

/** 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日. Day-first and month-first forms are refused: nobody can tell 03/04 apart. */
export function readDay(text: string): CellReading<string> {
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text.normalize('NFKC'))
  const parsed = parts && `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`
  const date = parsed ? new Date(`${parsed}T00:00:00Z`) : null
  if (!date || Number.isNaN(date.getTime()) || dayOfDate(date) !== parsed)
    return wrong(
      `“${text}”不是可识别的日期，请按“年-月-日”书写，例如 2026-03-01。`,
      `“${text}” is not a date we can be sure of. Write it as year-month-day, for example 2026-03-01.`,
    )
  return right(parsed)
}
export const dayColumn = (given: Heading): Column<string> => column(given, readDay, EMPTY)
export const optionalDayColumn = (given: Heading): Column<string | null> => column<string, null>(given, readDay, right(null))

const MOST_PLACES = 9

/**
 * A decimal number as exact text in its shortest form. Full-width digits and thousands separators are understood; a unit written behind it
 * is not. What is finer than nine places is rounded, but never to nothing.
 */
export function readDecimal(text: string): CellReading<string> {
  if (hasDoubtfulComma(text)) return doubtfulComma(text)
  const plain = plainNumber(text)
  if (plain === null)
    return wrong(`“${text}”不是数值。请只填数字，不带单位。`, `“${text}” is not a number. Enter digits only, without a unit.`)
  const value = exact(plain)
  const rounded = toDecimalString(value, MOST_PLACES)
  if (rounded === '0' && !isZero(value))
    return wrong(
      `“${text}”过小，最多保留 ${MOST_PLACES} 位小数。`,
      `“${text}” is too small: at most ${MOST_PLACES} decimal places are kept.`,
    )
  return right(rounded)
}
export const decimalColumn = (given: Heading): Column<string> => column(given, readDecimal, EMPTY)
export const optionalDecimalColumn = (given: Heading): Column<string | null> => column<string, null>(given, readDecimal, right(null))

const doubtfulComma = (text: string) =>
  wrong(
    `“${text}”里的逗号分不清是千分位还是小数点。请写成 1234 或 12.34 这样。`,
    `The comma in “${text}” may be a thousands separator or a decimal point. Write it like 1234 or 12.34.`,
  )

function readWhole(text: string): CellReading<number> {
  if (hasDoubtfulComma(text)) return doubtfulComma(text)
  const plain = plainNumber(text) ?? ''
  return /^-?\d{1,9}$/.test(plain) ? right(Number(plain)) : wrong(`“${text}”不是整数。`, `“${text}” is not a whole number.`)
}
export const wholeColumn = (given: Heading): Column<number> => column(given, readWhole, EMPTY)
export const optionalWholeColumn = (given: Heading): Column<number | null> => column<number, null>(given, readWhole, right(null))

type Choices<C extends string> = Readonly<Record<C, Bilingual>>

function readChoice<C extends string>(choices: Choices<C>) {
  return (text: string): CellReading<C> => {
    const wanted = text.toLowerCase()
    const codes = Object.keys(choices) as C[]
    const code = codes.find((c) => [c, choices[c].zh, choices[c].en].some((name) => name.toLowerCase() === wanted))
    if (code) return right(code)
    const all = codes.map((c) => choices[c])
    return wrong(
      `“${text}”不在可选范围：${all.map((c) => c.zh).join('、')}。`,
      `“${text}” is not one of: ${all.map((c) => c.en).join(', ')}.`,
    )
  }
}
export const choiceColumn = <C extends string>(given: Heading & { choices: Choices<C> }): Column<C> =>
  column(given, readChoice(given.choices), EMPTY)
export const choiceColumnOr = <C extends string>(given: Heading & { choices: Choices<C>; otherwise: NoInfer<C> }): Column<C> =>
  column(given, readChoice(given.choices), right(given.otherwise))

export const YES_NO = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } } as const
