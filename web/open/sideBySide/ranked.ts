type Ranked<Row> = { readonly row: Row; readonly figure: string | null; readonly rank: number | null }

/** Rows best first by a figure, equals sharing a rank; rows without one come last and have none. A band has no best, so it gives no ranks. */
export function ranked<Row>(rows: readonly Row[], figureOf: (row: Row) => string | null, better: 'up' | 'down' | 'band'): Ranked<Row>[] {
  const known = rows.map((row) => ({ row, figure: figureOf(row) }))
  const sign = better === 'down' ? 1 : -1
  const sorted = known.toSorted((a, b) => {
    if (a.figure === null || b.figure === null) return Number(a.figure === null) - Number(b.figure === null)
    return sign * (Number(a.figure) - Number(b.figure))
  })
  const first = (figure: string) => sorted.findIndex((one) => one.figure !== null && Number(one.figure) === Number(figure)) + 1
  return sorted.map((one) => ({ ...one, rank: one.figure === null || better === 'band' ? null : first(one.figure) }))
}
