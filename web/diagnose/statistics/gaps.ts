import type { Statistics } from './statistics.ts'

type Comparison = Statistics['comparisons'][number]
export type Gap = {
  readonly construct: string
  readonly name: Comparison['name']
  readonly gap: number
  readonly groups: Comparison['groups']
}

/** How far the groups that see a construct best and worst are apart, widest first; a construct with fewer than two groups shown has no gap. */
export function gapsOf(comparisons: readonly Comparison[]): Gap[] {
  return comparisons
    .filter(({ groups }) => groups.length > 1)
    .map(({ construct, name, groups }) => {
      const means = groups.map(({ mean }) => mean)
      return { construct, name, groups, gap: Math.max(...means) - Math.min(...means) }
    })
    .sort((a, b) => b.gap - a.gap)
}

/** Whole numbers of the scale around all means. */
export function rangeOf(gaps: readonly Gap[]): { readonly least: number; readonly most: number } {
  const means = gaps.flatMap(({ groups }) => groups.map(({ mean }) => mean))
  const least = Math.floor(Math.min(...means))
  return { least, most: Math.max(least + 1, Math.ceil(Math.max(...means))) }
}
