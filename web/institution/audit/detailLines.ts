import type { Bilingual } from '@milepost/terms/bilingual'
import { GRADES } from '@milepost/terms/grades'
import { yuanOfFen } from '../../parts/figures.ts'
import { DETAIL_NAMES } from './detailNames.ts'

export type DetailLine = { readonly name: Bilingual; readonly value: string }

/**
 * What is kept of an act, as labelled lines in the order it was kept; a key without a name is shown as it is. Nothing is left out, unless
 * `only` is given (for the eye): then of a long list only what names one of these ids is shown, and how long the list is.
 */
export function detailLines(detail: string, pick: (words: Bilingual) => string, only: readonly string[] | null = null): DetailLine[] {
  const kept: unknown = JSON.parse(detail)
  if (typeof kept !== 'object' || kept === null) return []
  return Object.entries(kept).map(([key, value]) => ({
    name: DETAIL_NAMES[key] ?? { zh: key, en: key },
    value:
      only !== null && Array.isArray(value) && (value.length > MANY || (value.length > 1 && value.some((one) => names(one, only))))
        ? partOf(key, value, { pick, only })
        : shown(key, value, pick),
  }))
}

/** More than these are told by their number. */
const MANY = 12

type Looking = { readonly pick: (words: Bilingual) => string; readonly only: readonly string[] }

const names = (one: unknown, ids: readonly string[]) => ids.some((id) => JSON.stringify(one).includes(id))

function partOf(key: string, all: readonly unknown[], { pick, only }: Looking): string {
  const meant = all.filter((one) => names(one, only))
  const whole = pick({ zh: `共 ${all.length} 项`, en: `${all.length} in all` })
  return meant.length === 0 ? whole : `${shown(key, meant, pick)}${pick({ zh: `（${whole}）`, en: ` (${whole})` })}`
}

function shown(key: string, value: unknown, pick: (words: Bilingual) => string): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return pick(value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })
  if (typeof value === 'number') return key.endsWith('Fen') ? yuanOfFen(value) : key.endsWith('Bp') ? `${value / 100}%` : String(value)
  if (typeof value === 'string') return value in GRADES ? pick(GRADES[value as keyof typeof GRADES]) : value
  if (Array.isArray(value)) return value.map((one) => shown(key, one, pick)).join(pick({ zh: '、', en: ', ' })) || '–'
  const words = value as Record<string, unknown>
  if (typeof words.zh === 'string' && typeof words.en === 'string') return pick({ zh: words.zh, en: words.en })
  return Object.entries(words)
    .map(([inner, one]) => `${pick(DETAIL_NAMES[inner] ?? { zh: inner, en: inner })} ${shown(inner, one, pick)}`)
    .join(pick({ zh: '；', en: '; ' }))
}
