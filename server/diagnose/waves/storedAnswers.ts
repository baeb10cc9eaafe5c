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

export const placesOf = (instrument: Pick<Instrument, 'items'>): ReadonlyMap<string, number> =>
  new Map(instrument.items.map((item, at) => [item.code, at]))

/** One sheet's answers by item; `get` gives nothing where the item was not answered. */
export class SheetAnswers {
  readonly places: ReadonlyMap<string, number>
  readonly list: StoredAnswers

  constructor(places: ReadonlyMap<string, number>, list: StoredAnswers) {
    this.places = places
    this.list = list
  }

  get(code: string): GivenAnswer | undefined {
    const place = this.places.get(code)
    const kept = place === undefined ? null : (this.list[place] ?? null)
    if (kept === null) return undefined
    if (kept === true) return DOES_NOT_APPLY
    return typeof kept === 'number'
      ? (COMMON[kept] ?? { value: kept, choice: null, notApplicable: false })
      : { value: null, choice: kept, notApplicable: false }
  }

  /** The number alone. */
  valueOf(code: string): number | null {
    const kept = this.list[this.places.get(code) ?? -1]
    return typeof kept === 'number' ? kept : null
  }
}

type Answered = { readonly answers: SheetAnswers }
const turned = new WeakMap<readonly Answered[], ReadonlyMap<string, readonly (number | null)[]>>()

/** The numbers of every item over all sheets, in their order; the sheets are gone through once, however many items are asked for. */
export function valueColumns(sheets: readonly Answered[]): ReadonlyMap<string, readonly (number | null)[]> {
  const known = turned.get(sheets)
  if (known) return known
  const codes = [...(sheets[0]?.answers.places.keys() ?? [])]
  const columns = codes.map((): (number | null)[] => [])
  for (const { answers } of sheets)
    for (let place = 0; place < columns.length; place++) {
      const kept = answers.list[place]
      columns[place]?.push(typeof kept === 'number' ? kept : null)
    }
  const named = new Map(codes.map((code, place) => [code, columns[place] ?? []]))
  turned.set(sheets, named)
  return named
}

const DOES_NOT_APPLY: GivenAnswer = { value: null, choice: null, notApplicable: true }
/** Points of usual scales, made once. */
const COMMON: readonly GivenAnswer[] = Array.from({ length: 11 }, (_, value) => ({ value, choice: null, notApplicable: false }))

/** What stands in the column; only `storeAnswers` writes it, so its shape is trusted where a hundred thousand rows are read. */
export const readStored = (text: string): StoredAnswers => JSON.parse(text) as StoredAnswers
