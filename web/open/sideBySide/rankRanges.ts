type Scored = { readonly code: string; readonly figures: readonly { readonly code: string; readonly score: string | null }[] }

export type RankRange = {
  readonly code: string
  /** Mean score of the measures everybody has. */
  readonly index: number
  readonly rank: number
  /** The best and the worst rank when any one of the measures is left out. */
  readonly best: number
  readonly worst: number
}

/** Fewer common measures than these say nothing of a whole institution. */
const LEAST_COMMON = 3

/**
 * Ranks by the mean score of the measures that every institution has scored, each with the range it moves in when one measure is left
 * out: a rank that hangs on a single measure shows. null: fewer than two institutions or three common measures.
 */
export function rankRanges(rows: readonly Scored[]): { readonly ranges: readonly RankRange[]; readonly common: readonly string[] } | null {
  const [first, ...others] = rows
  if (!first || others.length === 0) return null
  const scored = rows.map(
    (row) => new Map(row.figures.flatMap(({ code, score }) => (score === null ? [] : [[code, Number(score)] as const]))),
  )
  const common = [...(scored[0]?.keys() ?? [])].filter((code) => scored.every((own) => own.has(code)))
  if (common.length < LEAST_COMMON) return null
  const indices = (without: string | null) => {
    const used = common.filter((code) => code !== without)
    return scored.map((own) => used.reduce((sum, code) => sum + (own.get(code) ?? 0), 0) / used.length)
  }
  const whole = indices(null)
  const all = [whole, ...common.map(indices)].map(ranksOf)
  return {
    common,
    ranges: rows.map(({ code }, at) => {
      const ranks = all.map((one) => one[at] ?? 0)
      return { code, index: whole[at] ?? 0, rank: ranks[0] ?? 0, best: Math.min(...ranks), worst: Math.max(...ranks) }
    }),
  }
}

/** 1 is the highest; equals share a rank. Differences below a thousandth of a point are none. */
const ranksOf = (values: readonly number[]): number[] => values.map((one) => 1 + values.filter((other) => other - one > 0.001).length)
