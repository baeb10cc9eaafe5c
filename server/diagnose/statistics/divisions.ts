import { Refusal } from '@milepost/contract/refusals'
import type { Sheet } from '../results/data.ts'
import type { Told } from '../results/toldOf.ts'
import type { Division } from './division.ts'

/** Stands for the levels where a choice item could be named. */
export const LEVELS = '*'

/** Levels first, then what people said about themselves, then other items with one choice. */
export function divisionsOf({ levels, instrument }: Told): Division['groups'][number][] {
  const choices = instrument.items.filter((item) => item.kind === 'choice')
  return [
    ...(levels.length > 1 ? [{ code: LEVELS, name: { zh: '层级', en: 'Level' } }] : []),
    ...choices
      .toSorted((a, b) => Number(b.about ?? false) - Number(a.about ?? false))
      .map(({ code, text }) => ({ code, name: named(text, code) })),
  ]
}

export function divisionBy(told: Told, sheets: readonly Sheet[], code: string): Division {
  if (code === LEVELS) return { groups: told.levels, of: sheets.map((sheet) => sheet.stratum), withheld: told.withheld }
  const item = told.instrument.items.find((one) => one.code === code)
  if (!item) throw new Refusal('not-found')
  const chosen = sheets.map((sheet) => sheet.answers.get(code)?.choice ?? null)
  const written = [...new Set(chosen.flatMap((one) => one ?? []))].map((one) => ({ code: one, name: { zh: one, en: one } }))
  const options = item.options?.length ? item.options.map((one) => ({ code: one.code, name: named(one.name, one.code) })) : written
  return { groups: options, of: chosen }
}

/** While a wave still takes answers, two looks could be subtracted until a few people are left; only where the sheets name people anyway is that no reason. */
export const mayBeDivided = ({ wave }: Told) => wave.closed_on !== null || wave.mode === 'identified'

const named = ({ zh, en }: { zh: string; en: string }, code: string) => ({ zh: zh || en || code, en: en || zh || code })
