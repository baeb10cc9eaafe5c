import type { Instrument } from '@milepost/contract/diagnose/instrument'

export type NewAnswer = { itemCode: string; value: string | null; choice: string | null; notApplicable: boolean }
export type GivenAnswer = { readonly value: number | null; readonly choice: string | null; readonly notApplicable: boolean }

/**
 * A sheet's answers as they are kept: one list in the order of the frozen questionnaire's items. A number is an answer on a scale or a quantity, a text a coded
 * option (several by commas) or a day, `true` is "does not apply", `null` is not answered. A sheet is one row, so a hundred thousand of them are read in a second.
 */
export type StoredAnswers = readonly (number | string | true | null)[]

export function storeAnswers(instrument: Pick<Instrument, 'items'>, answers: readonly NewAnswer[]): StoredAnswers {
  const given = new Map(answers.map((one) => [one.itemCode, one]))
  return instrument.items.map(({ code }) => {
    const answer = given.get(code)
    if (!answer) return null
    if (answer.notApplicable) return true
    return answer.value === null ? answer.choice : Number(answer.value)
  })
}

type Stored = StoredAnswers[number]

/** The answers of many sheets, one column an item: a hundred thousand sheets are then forty-four lists and not a hundred thousand. */
export class AnswerColumns {
  readonly codes: readonly string[]
  readonly #places: ReadonlyMap<string, number>
  readonly #columns: Stored[][]
  #size = 0

  constructor({ items }: Pick<Instrument, 'items'>, sheets: number) {
    this.codes = items.map((item) => item.code)
    this.#places = new Map(items.map((item, place) => [item.code, place]))
    this.#columns = items.map(() => new Array<Stored>(sheets).fill(null))
  }

  /** Takes in the next sheets and gives back a view of each. */
  add(lists: readonly StoredAnswers[]): SheetAnswers[] {
    const start = this.#size
    this.#size += lists.length
    for (const [place, column] of this.#columns.entries())
      for (let at = 0; at < lists.length; at++) column[start + at] = lists[at]?.[place] ?? null
    return lists.map((_, at) => new SheetAnswers(this, start + at))
  }

  at(code: string, sheet: number): Stored {
    const place = this.#places.get(code)
    return place === undefined ? null : (this.#columns[place]?.[sheet] ?? null)
  }

  column(code: string): readonly Stored[] {
    return this.#columns[this.#places.get(code) ?? -1] ?? []
  }
}

/** One sheet's answers by item; `get` gives nothing where the item was not answered. */
export class SheetAnswers {
  readonly columns: AnswerColumns
  readonly sheet: number

  constructor(columns: AnswerColumns, sheet: number) {
    this.columns = columns
    this.sheet = sheet
  }

  get(code: string): GivenAnswer | undefined {
    const kept = this.columns.at(code, this.sheet)
    if (kept === null) return undefined
    if (kept === true) return DOES_NOT_APPLY
    return typeof kept === 'number'
      ? (COMMON[kept] ?? { value: kept, choice: null, notApplicable: false })
      : { value: null, choice: kept, notApplicable: false }
  }

  /** The number alone. */
  valueOf(code: string): number | null {
    const kept = this.columns.at(code, this.sheet)
    return typeof kept === 'number' ? kept : null
  }
}

type Answered = { readonly answers: SheetAnswers }
const turned = new WeakMap<readonly Answered[], ReadonlyMap<string, readonly (number | null)[]>>()

/** The numbers of every item over all sheets, which were read together, in their order; they are gone through once, however many items are asked for. */
export function valueColumns(sheets: readonly Answered[]): ReadonlyMap<string, readonly (number | null)[]> {
  const known = turned.get(sheets)
  if (known) return known
  const columns = sheets[0]?.answers.columns
  const places = sheets.map((one) => one.answers.sheet)
  const named = new Map(
    (columns?.codes ?? []).map((code) => {
      const whole = columns?.column(code) ?? []
      return [code, places.map((place) => numberOf(whole[place]))]
    }),
  )
  turned.set(sheets, named)
  return named
}

const numberOf = (kept: Stored | undefined): number | null => (typeof kept === 'number' ? kept : null)

const DOES_NOT_APPLY: GivenAnswer = { value: null, choice: null, notApplicable: true }
/** Points of usual scales, made once. */
const COMMON: readonly GivenAnswer[] = Array.from({ length: 11 }, (_, value) => ({ value, choice: null, notApplicable: false }))

/** What stands in the column; only `storeAnswers` writes it, so its shape is trusted where a hundred thousand rows are read. */
export const readStored = (text: string): StoredAnswers => JSON.parse(text) as StoredAnswers

/** The same of many sheets in one list. */
export const readManyStored = (text: string): StoredAnswers[] => JSON.parse(text) as StoredAnswers[]
