/** The years entered, this and the next one, and the one in the address; in order. */
export function yearsOffered(years: readonly number[], { thisYear, year }: { thisYear: number; year: number }): number[] {
  return [...new Set([...years, thisYear, thisYear + 1, year])].sort((a, b) => a - b)
}
