import { blocksOf, isAsked, isNumberAnswer, isWithin } from '@milepost/contract/diagnose/asking'
import type { Instrument, InstrumentItem } from '@milepost/contract/diagnose/instrument'
import type { Answers, Bilingual } from './asked.ts'

export type Page = { readonly title: Bilingual | null; readonly items: readonly InstrumentItem[] }

/** A page holds at most so many questions, so that a phone shows progress. */
const MOST = 8

/** The pages of a questionnaire: its blocks, long ones cut, shuffled ones in an order that stays the same for one respondent. */
export function pagesOf(instrument: Instrument, seed: number): Page[] {
  return blocksOf(instrument).flatMap((block) => {
    const items = block.shuffle ? shuffledBy(seed, block.items) : block.items
    const cut = Math.ceil(items.length / Math.ceil(items.length / MOST))
    return Array.from({ length: Math.ceil(items.length / cut) }, (_, at) => ({
      title: block.title,
      items: items.slice(at * cut, (at + 1) * cut),
    }))
  })
}

export const askedOf = (page: Page, answers: Answers): readonly InstrumentItem[] => page.items.filter((item) => isAsked(item, answers))

/** Required items of a page that were asked and have no answer. */
export const missingOf = (page: Page, answers: Answers): readonly string[] =>
  askedOf(page, answers)
    .filter((item) => item.required && !answers.get(item.code)?.trim())
    .map((item) => item.code)

/** Number items of a page with something that is no number, or one out of bounds: found here, it is mended before a ballot is signed. */
export const unreadableOf = (page: Page, answers: Answers): readonly string[] =>
  askedOf(page, answers)
    .filter((item) => {
      const value = answers.get(item.code)?.trim() ?? ''
      return item.kind === 'number' && value !== '' && !(isNumberAnswer(value) && isWithin(item, value))
    })
    .map((item) => item.code)

/** Share of the questions asked so far that have an answer, in whole per cent. */
export function progressOf(pages: readonly Page[], answers: Answers): number {
  const asked = pages.flatMap((page) => askedOf(page, answers))
  const given = asked.filter((item) => answers.get(item.code)?.trim())
  return asked.length === 0 ? 100 : Math.round((given.length * 100) / asked.length)
}

/** Park and Miller's generator: the order must only be fair, not secret. */
function shuffledBy<T>(seed: number, list: readonly T[]): T[] {
  const mixed = [...list]
  let state = (seed % 2147483646) + 1
  for (let at = mixed.length - 1; at > 0; at--) {
    state = (state * 48271) % 2147483647
    const other = state % (at + 1)
    const [a, b] = [mixed[at] as T, mixed[other] as T]
    mixed[at] = b
    mixed[other] = a
  }
  return mixed
}
