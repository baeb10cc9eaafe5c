import type { Answer } from './answers.ts'

/**
 * For each sheet the other sheets that are equal in every item, gaps included, among those with at least `atLeast` answers; with `strata`, among
 * those of the same stratum: people who stand in one place are asked alike and by one another.
 */
export function duplicateSheets(sheets: readonly (readonly Answer[])[], atLeast: number, strata?: readonly (string | null)[]): number[][] {
  const byContent = new Map<string, number[]>()
  const keys = sheets.map((answers, index) => {
    if (answers.filter((answer) => answer !== null).length < atLeast) return undefined
    const key = JSON.stringify([strata?.[index] ?? null, answers])
    const alike = byContent.get(key)
    if (alike) alike.push(index)
    else byContent.set(key, [index])
    return key
  })
  return keys.map((key, index) => (key === undefined ? [] : (byContent.get(key) ?? []).filter((other) => other !== index)))
}
