import type { LibraryEntry } from '@milepost/contract/design/measures'
import type { Bilingual } from '@milepost/terms/bilingual'

export type Wanted = {
  readonly words: string
  readonly perspective: string | null
  readonly level: 'institution' | 'unit' | 'person' | null
  readonly objectiveCodes: readonly string[] | null
}

/** Measures in which every word is found, in either language, by code, name, definition, formula or who owns it. */
export function foundIn(measures: readonly LibraryEntry[], { words, perspective, level, objectiveCodes }: Wanted): LibraryEntry[] {
  const wanted = words
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return measures.filter((measure) => {
    if (perspective !== null && measure.perspective?.code !== perspective) return false
    if (level !== null && !measure.definition.levels.includes(level)) return false
    if (objectiveCodes !== null && !measure.objectives.some(({ code }) => objectiveCodes.includes(code))) return false
    const text = searchText(measure)
    return wanted.every((word) => text.includes(word))
  })
}

function searchText({ code, name, definition }: LibraryEntry): string {
  const both = ({ zh, en }: Bilingual) => `${zh} ${en}`
  return [code, ...[name, definition.definition, definition.formula, definition.owner, definition.dataSource].map(both)]
    .join(' ')
    .toLowerCase()
}

/** The perspectives that occur, in the order of the library. */
export function perspectivesOf(measures: readonly LibraryEntry[]): { code: string; name: Bilingual }[] {
  const seen = new Map<string, { code: string; name: Bilingual }>()
  for (const { perspective } of measures) if (perspective !== null && !seen.has(perspective.code)) seen.set(perspective.code, perspective)
  return [...seen.values()]
}
