/** This year, or the first one after it that has no cycle. */
export function nextYear(taken: readonly number[], thisYear: number): number {
  return taken.includes(thisYear) ? nextYear(taken, thisYear + 1) : thisYear
}
