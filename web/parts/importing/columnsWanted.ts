import type { Bilingual } from '@milepost/terms/bilingual'

/** Expected column to heading of the file; '' for a column the file does not have. */
export type ColumnChoice = Readonly<Record<string, string>>
export type WantedColumn = {
  readonly key: string
  readonly heading: Bilingual
  readonly required: boolean
  /** The heading of the file that is most likely meant; '' when none is. */
  readonly guess: string
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** What a refusal for missing columns tells about the file and what was expected of it; null when it tells nothing. */
export function columnsWanted(details: Readonly<Record<string, unknown>>): { wanted: WantedColumn[]; found: readonly string[] } | null {
  const [keys, zh, en, required, found] = ['wanted', 'wantedZh', 'wantedEn', 'required', 'found'].map((name) => listOf(details[name]))
  if (!keys || keys.length === 0 || !found) return null
  const guesses = new Set<string>()
  const wanted = keys.map((key, at) => {
    const heading = { zh: zh?.[at] ?? key, en: en?.[at] ?? key }
    const guess = found.find((one) => !guesses.has(one) && isAlike(one, [key, heading.zh, heading.en])) ?? ''
    guesses.add(guess)
    return { key, heading, required: required?.includes(key) ?? false, guess }
  })
  return { wanted, found }
}

const plain = (text: string) => text.toLowerCase().replace(/[\s*＊（）()._-]+/g, '')

/** The same heading but for spaces and brackets, or one that holds the other; a single letter is in too many words to say anything. */
function isAlike(found: string, names: readonly string[]): boolean {
  const given = plain(found)
  return (
    given.length > 1 && names.map(plain).some((name) => name === given || name.includes(given) || (name.length > 1 && given.includes(name)))
  )
}

/** A heading stands for one column only: whoever had it before gives it up. */
export function withoutColumn(chosen: ColumnChoice, heading: string): ColumnChoice {
  return Object.fromEntries(Object.entries(chosen).map(([key, other]) => [key, other === heading ? '' : other]))
}
