import type { Instrument, InstrumentItem, ItemScale } from './instrument.ts'

/** The scale an item is answered on. */
export function scaleOf(of: Pick<Instrument, 'scale' | 'scales'>, item: Pick<InstrumentItem, 'scale'>): ItemScale {
  return of.scales?.find((one) => one.code === item.scale) ?? of.scale
}

/** Pages with their items in the order of the questionnaire; one page when none are named. */
export function blocksOf(
  of: Instrument,
): { code: string; title: { zh: string; en: string } | null; shuffle: boolean; items: InstrumentItem[] }[] {
  const named = of.blocks ?? []
  const known = new Set(named.map((one) => one.code))
  const loose = of.items.filter((item) => item.block === undefined || !known.has(item.block))
  const pages = named.map((one) => ({
    code: one.code,
    title: one.title,
    shuffle: one.shuffle ?? false,
    items: of.items.filter((item) => item.block === one.code),
  }))
  return loose.length === 0 ? pages : [{ code: '', title: null, shuffle: false, items: loose }, ...pages]
}

/** Whether a number item can have this answer: plain digits, at most twelve before the point and six after it. */
export const isNumberAnswer = (value: string): boolean => /^-?\d{1,12}(\.\d{1,6})?$/.test(value)

/** Whether a number lies within the bounds of its item; both bounds belong to it. */
export const isWithin = (item: Pick<InstrumentItem, 'least' | 'most'>, value: string): boolean =>
  Number(value) >= (item.least ?? Number.NEGATIVE_INFINITY) && Number(value) <= (item.most ?? Number.POSITIVE_INFINITY)

/** The bounds of a number item in words; null where it has none. */
export function boundsOf({ least, most }: Pick<InstrumentItem, 'least' | 'most'>): { zh: string; en: string } | null {
  if (least !== undefined && most !== undefined) return { zh: `介于 ${least} 和 ${most} 之间`, en: `from ${least} to ${most}` }
  if (least !== undefined) return { zh: `不小于 ${least}`, en: `${least} or more` }
  return most === undefined ? null : { zh: `不大于 ${most}`, en: `${most} or less` }
}

/** Whether somebody with these answers is asked this item. An answer is a number, a code, or several codes joined by commas. */
export function isAsked(item: Pick<InstrumentItem, 'showIf'>, answers: ReadonlyMap<string, string>): boolean {
  if (!item.showIf) return true
  const given = answers.get(item.showIf.item)
  return given?.split(',').some((one) => item.showIf?.among.includes(one)) ?? false
}
