/** Only the rows near the eye are drawn: which ones, and how much empty height stands above and below them. */
export type RowWindow = { readonly from: number; readonly to: number; readonly above: number; readonly below: number }

const SPARE = 12

export function rowWindow(at: { scrollTop: number; height: number; rowHeight: number; rows: number }): RowWindow {
  const first = Math.floor(at.scrollTop / at.rowHeight) - SPARE
  const last = Math.ceil((at.scrollTop + at.height) / at.rowHeight) + SPARE
  const from = Math.min(Math.max(first, 0), at.rows)
  const to = Math.min(Math.max(last, from), at.rows)
  return { from, to, above: from * at.rowHeight, below: (at.rows - to) * at.rowHeight }
}
