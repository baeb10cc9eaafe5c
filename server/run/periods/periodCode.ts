import { cellText } from '../../platform/spreadsheet/cellKinds.ts'
import type { CellReading } from '../../platform/spreadsheet/cellReading.ts'
import type { Column } from '../../platform/spreadsheet/columns.ts'

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month'
export const PERIOD_KINDS = ['year', 'half', 'quarter', 'month'] as const satisfies readonly PeriodKind[]

/** A period of a calendar year: what it is called and the days it covers. */
export type PeriodSpan = { readonly code: string; readonly kind: PeriodKind; readonly startsOn: string; readonly endsOn: string }

const MONTHS: Record<PeriodKind, number> = { year: 12, half: 6, quarter: 3, month: 1 }
const MARK: Record<PeriodKind, (nth: number) => string> = {
  year: () => '',
  half: (nth) => `H${nth}`,
  quarter: (nth) => `Q${nth}`,
  month: (nth) => `-${String(nth).padStart(2, '0')}`,
}

/** The periods of one kind that make up a year: 2026; 2026H1, 2026H2; 2026Q1 ...; 2026-01 ... */
export function periodsOfYear(year: number, kind: PeriodKind): PeriodSpan[] {
  const months = MONTHS[kind]
  return Array.from({ length: 12 / months }, (_, at) => ({
    code: `${year}${MARK[kind](at + 1)}`,
    kind,
    startsOn: day(year, at * months + 1, 1),
    endsOn: day(year, (at + 1) * months + 1, 0),
  }))
}

const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)

/** The day so many days after another. */
export const daysAfter = (from: string, days: number) => {
  const date = new Date(`${from}T00:00:00Z`)
  return new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

const NUMERALS = ['一', '二', '三', '四']
const HALVES: Record<string, string> = { 上: 'H1', 下: 'H2' }

type Form = readonly [RegExp, (parts: RegExpExecArray) => string]
const month = (parts: RegExpExecArray) => `${parts[1]}-${String(Number(parts[2])).padStart(2, '0')}`

/** How an office writes a period. A day-first or month-first date is none of them: nobody can tell 03/04 apart. */
const FORMS: readonly Form[] = [
  [/^(\d{4})年?度?$/, (parts) => String(parts[1])],
  [/^(\d{4})-?H([12])$/i, (parts) => `${parts[1]}H${parts[2]}`],
  [/^(\d{4})年?([上下])半年$/, (parts) => `${parts[1]}${HALVES[parts[2] ?? '']}`],
  [/^(\d{4})-?Q([1-4])$/i, (parts) => `${parts[1]}Q${parts[2]}`],
  [/^(\d{4})年?第?([1-4])季度$/, (parts) => `${parts[1]}Q${parts[2]}`],
  [/^(\d{4})年?第?([一二三四])季度$/, (parts) => `${parts[1]}Q${NUMERALS.indexOf(parts[2] ?? '') + 1}`],
  [/^(\d{4})-(0?[1-9]|1[0-2])$/, month],
  [/^(\d{4})年(0?[1-9]|1[0-2])月份?$/, month],
  // a spreadsheet turns 2026-07 into the first day of that month
  [/^(\d{4})-(0[1-9]|1[0-2])-01$/, month],
]

/** A period as the program calls it, or how it must be written. */
export function readPeriodCode(text: string): CellReading<string> {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  for (const [form, code] of FORMS) {
    const parts = form.exec(plain)
    if (parts) return { ok: true, value: code(parts) }
  }
  return {
    ok: false,
    message: {
      zh: `“${text}”不是可识别的期间，请写成 2026、2026H1、2026Q1 或 2026-07。`,
      en: `“${text}” is not a period we can be sure of. Write it as 2026, 2026H1, 2026Q1 or 2026-07.`,
    },
  }
}

export const periodColumn: Column<string> = {
  heading: { zh: '期间', en: 'Period' },
  example: '2026Q1',
  required: true,
  read: (cell) => {
    const text = cellText(cell)
    if (!text.ok) return text
    if (text.value === '') return { ok: false, message: { zh: '请填写期间，如 2026Q1。', en: 'Enter a period, such as 2026Q1.' } }
    return readPeriodCode(text.value)
  },
}
