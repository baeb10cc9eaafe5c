/** A column that may be told more and more coarsely: `levels[0]` as it is, each next one coarser, the last usually one value for everybody. */
export type Coarsening = { readonly column: string; readonly levels: readonly (readonly string[])[] }

export type Generalisation =
  | {
      kind: 'found'
      /** The level of each column, as they were given. */
      levels: readonly { readonly column: string; readonly level: number }[]
      /** Rows still in combinations of fewer than k, to be left out: 0 unless some were allowed. */
      leftOut: number
      smallestGroup: number
      combinations: number
    }
  /** Even at the coarsest levels too many rows stand out. */
  | { kind: 'undefined'; because: 'coarsest-not-enough'; inSmallGroups: number }
  | { kind: 'undefined'; because: 'columns-differ-in-rows' }
  | { kind: 'undefined'; because: 'no-rows' }

/**
 * The least coarse way to tell some columns so that every combination has at least k rows (all but `mayLeaveOut` rows, which would not be exported).
 * Of ways with the same number of steps the one that keeps more combinations apart, then the one that coarsens later columns. Values are given per row and level.
 */
export function generalise(columns: readonly Coarsening[], k: number, mayLeaveOut = 0): Generalisation {
  const rows = columns[0]?.levels[0]?.length ?? 0
  if (rows === 0) return { kind: 'undefined', because: 'no-rows' }
  if (columns.some(({ levels }) => levels.some((level) => level.length !== rows)))
    return { kind: 'undefined', because: 'columns-differ-in-rows' }
  let best: Extract<Generalisation, { kind: 'found' }> | null = null
  let bestSteps = Number.POSITIVE_INFINITY
  let least = Number.POSITIVE_INFINITY
  for (const chosen of choices(columns)) {
    const steps = chosen.reduce((sum, level) => sum + level, 0)
    const sizes = groupSizes(columns, chosen, rows)
    const inSmallGroups = sizes.filter((size) => size < k).reduce((sum, size) => sum + size, 0)
    least = Math.min(least, inSmallGroups)
    if (inSmallGroups > mayLeaveOut) continue
    const kept = sizes.filter((size) => size >= k)
    if (steps > bestSteps || (best && steps === bestSteps && kept.length <= best.combinations)) continue
    bestSteps = steps
    best = {
      kind: 'found',
      levels: columns.map(({ column }, at) => ({ column, level: chosen[at] ?? 0 })),
      leftOut: inSmallGroups,
      smallestGroup: kept.length === 0 ? 0 : Math.min(...kept),
      combinations: kept.length,
    }
  }
  return best ?? { kind: 'undefined', because: 'coarsest-not-enough', inSmallGroups: least }
}

/** Every choice of one level a column; there are few columns and few levels. */
function choices(columns: readonly Coarsening[]): readonly (readonly number[])[] {
  let all: readonly (readonly number[])[] = [[]]
  for (const { levels } of columns) all = all.flatMap((chosen) => levels.map((_, level) => [...chosen, level]))
  return all
}

function groupSizes(columns: readonly Coarsening[], chosen: readonly number[], rows: number): readonly number[] {
  const sizes = new Map<string, number>()
  for (let row = 0; row < rows; row++) {
    const key = JSON.stringify(columns.map(({ levels }, at) => levels[chosen[at] ?? 0]?.[row] ?? null))
    sizes.set(key, (sizes.get(key) ?? 0) + 1)
  }
  return [...sizes.values()]
}
