import type { Answer } from './answers.ts'

/** For each sheet the other sheets that are equal in every item, gaps included, among those with at least `atLeast` answers. */
export function duplicateSheets(sheets: readonly (readonly Answer[])[], atLeast: number): number[][] {
  const byContent = new Map<string, number[]>()
  const keys = sheets.map((answers, index) => {
    if (answers.filter((answer) => answer !== null).length < atLeast) return undefined
    const key = answers.join(',')
    byContent.set(key, [...(byContent.get(key) ?? []), index])
    return key
  })
  return keys.map((key, index) => (key === undefined ? [] : (byContent.get(key) ?? []).filter((other) => other !== index)))
}
