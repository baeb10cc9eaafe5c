/** January to December. */
export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** Twelve figures from a sheet, in a row or a column; null when there are not exactly twelve. */
export function pastedShares(pasted: string): string[] | null {
  const cells = pasted
    .normalize('NFKC')
    .split(/[\s,;，；、]+/)
    .filter((cell) => cell !== '')
    .map((cell) => cell.replace(/%$/, ''))
  return cells.length === 12 && cells.every((cell) => /^\d{1,12}(\.\d{1,9})?$/.test(cell)) ? cells : null
}

/** What should be reached by the end of a month, as a percentage for reading. */
export function shareUntil(profile: readonly string[], month: number): string {
  const shares = profile.map(Number)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const until = shares.slice(0, month).reduce((sum, share) => sum + share, 0)
  return whole === 0 ? '–' : String(Math.round((until / whole) * 1000) / 10)
}
