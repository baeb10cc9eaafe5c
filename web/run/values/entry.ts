import type { OutputOf } from '@milepost/contract/endpoint'
import type { Gap } from '@milepost/contract/run/gap'
import { holderKey } from '@milepost/contract/run/holder'
import type { readEntryChoices, ValueView } from '@milepost/contract/run/values'

export type EntryChoices = OutputOf<typeof readEntryChoices>
type Kind = 'reported' | 'estimated' | 'not-applicable-asked' | 'suspended'
export const ENTRY_KINDS = ['reported', 'estimated', 'not-applicable-asked', 'suspended'] as const satisfies readonly Kind[]

/** What stands in the form while it is filled; empty text is "not said". */
export type Entry = {
  readonly measureId: string
  readonly periodId: string
  readonly holder: string
  readonly state: Kind
  readonly actual: string
  readonly numerator: string
  readonly denominator: string
  readonly n: string
  readonly note: string
}

export const BLANK: Entry = {
  measureId: '',
  periodId: '',
  holder: 'institution',
  state: 'reported',
  actual: '',
  numerator: '',
  denominator: '',
  n: '',
  note: '',
}

export const entryOfGap = (gap: Gap): Entry => ({
  ...BLANK,
  measureId: gap.measureId,
  periodId: gap.period.periodId,
  holder: holderKey(gap.holder),
})

export function entryOfValue(value: ValueView): Entry {
  return {
    measureId: value.measureId,
    periodId: value.period.periodId,
    holder: holderKey(value.holder),
    state: ENTRY_KINDS.find((kind) => kind === value.state) ?? 'reported',
    actual: value.actual ?? '',
    numerator: value.numerator ?? '',
    denominator: value.denominator ?? '',
    n: value.n === null ? '' : String(value.n),
    note: '',
  }
}

const said = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** The form as it is sent. null: measure, period or holder is not chosen yet. */
export function sentOf(entry: Entry, choices: EntryChoices) {
  const holder = choices.holders.find((one) => holderKey(one.holder) === entry.holder)?.holder
  if (holder === undefined || entry.measureId === '' || entry.periodId === '') return null
  const { measureId, periodId, state, note } = entry
  const n = said(entry.n)
  const measure = choices.measures.find((one) => one.measureId === measureId)
  // a quotient is computed from its parts, so that a shown one cannot contradict them
  const actual = measure?.ratio === true && said(entry.numerator) !== null ? null : said(entry.actual)
  return {
    ...{ measureId, periodId, holder, state, note, actual },
    ...{ numerator: said(entry.numerator), denominator: said(entry.denominator), n: n === null ? null : Number(n) },
  }
}
