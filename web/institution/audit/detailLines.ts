import type { Bilingual } from '@milepost/terms/bilingual'
import { yuanOfFen } from '../../parts/figures.ts'
import { codeWords } from './detailCodes.ts'
import { DETAIL_NAMES } from './detailNames.ts'

/** `whole`: all of a long list of which `value` tells a part. */
export type DetailLine = { readonly name: Bilingual; readonly value: string; readonly whole?: string }

export type Reading = {
  readonly pick: (words: Bilingual) => string
  /** What ids stand for. */
  readonly known: ReadonlyMap<string, string>
  /** For the eye: of a long list only what names one of these ids is shown, and how long the list is. */
  readonly only?: readonly string[]
}

/**
 * What is kept of an act, as labelled lines in the order it was kept; codes and ids in the reader’s words, a key without a name as it is.
 * Nothing is left out, unless `only` is given.
 */
export function detailLines(detail: string, reading: Reading): DetailLine[] {
  const kept: unknown = JSON.parse(detail)
  if (typeof kept !== 'object' || kept === null) return []
  const { only } = reading
  return Object.entries(kept).map(([key, value]) => {
    const name = DETAIL_NAMES[key] ?? { zh: key, en: key }
    const whole = shown(key, value, reading)
    return only !== undefined &&
      Array.isArray(value) &&
      (value.length > MANY || (value.length > 1 && value.some((one) => names(one, only))))
      ? { name, value: partOf(key, value, { ...reading, only }), whole }
      : { name, value: whole }
  })
}

/** More than these are told by their number. */
const MANY = 12

const names = (one: unknown, ids: readonly string[]) => ids.some((id) => JSON.stringify(one).includes(id))

function partOf(key: string, all: readonly unknown[], reading: Reading & { readonly only: readonly string[] }): string {
  const { pick, only } = reading
  const meant = all.filter((one) => names(one, only))
  const whole = pick({ zh: `共 ${all.length} 项`, en: `${all.length} in all` })
  return meant.length === 0 ? whole : `${shown(key, meant, reading)}${pick({ zh: `（${whole}）`, en: ` (${whole})` })}`
}

function shown(key: string, value: unknown, reading: Reading): string {
  const { pick, known } = reading
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return pick(value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })
  if (typeof value === 'number') return key.endsWith('Fen') ? yuanOfFen(value) : key.endsWith('Bp') ? `${value / 100}%` : String(value)
  if (typeof value === 'string') {
    const words = codeWords(key, value)
    return words === null ? (known.get(value) ?? value) : pick(words)
  }
  if (Array.isArray(value)) {
    const parts = value.map((one) => (isEntry(one) ? told(one, reading, ' ') : shown(key, one, reading)))
    return parts.join(pick(value.some(isEntry) ? { zh: '；', en: '; ' } : { zh: '、', en: ', ' })) || '–'
  }
  const words = value as Record<string, unknown>
  if (typeof words.zh === 'string' && typeof words.en === 'string') return pick({ zh: words.zh, en: words.en })
  return told(words, reading, pick({ zh: '；', en: '; ' }))
}

/** Several things kept together, not words in two languages. */
const isEntry = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('zh' in value && 'en' in value)

const told = (words: Record<string, unknown>, reading: Reading, between: string): string =>
  Object.entries(words)
    .map(([inner, one]) => `${reading.pick(DETAIL_NAMES[inner] ?? { zh: inner, en: inner })} ${shown(inner, one, reading)}`)
    .join(between)
