export type Pair = { readonly row: string; readonly column: string }

/** All pairs, neighbours first: after as many judgements as there are criteria less one, every criterion is linked and weights exist. */
export function pairsInOrder(criteria: readonly { readonly code: string }[]): Pair[] {
  const codes = criteria.map(({ code }) => code)
  return codes
    .slice(1)
    .flatMap((_, step) => codes.slice(0, codes.length - step - 1).map((row, at) => ({ row, column: codes[at + step + 1] ?? '' })))
}

/** The next pair without a judgement after a place, round the end; null when all are judged. */
export function nextOpen(pairs: readonly Pair[], judgements: Readonly<Record<string, string>>, from: number): number | null {
  for (let step = 1; step <= pairs.length; step++) {
    const at = (from + step) % pairs.length
    const pair = pairs[at]
    if (pair && judgements[`${pair.row}/${pair.column}`] === undefined) return at
  }
  return null
}
