/** A table of counts, a row a list; weighted counts need not be whole. */
export type Counts = readonly (readonly number[])[]

/**
 * Throws a RangeError unless every row is as long as the first and every cell is a finite number that is not negative: what is asked wrongly has no
 * answer to give. `shape` also asks for a number of rows and columns, `whole` for whole counts.
 */
export function requireCounts(table: Counts, wanted: { readonly shape?: readonly [number, number]; readonly whole?: boolean } = {}): void {
  const [rows, columns] = wanted.shape ?? [table.length, table[0]?.length ?? 0]
  if (table.length !== rows || table.some((row) => row.length !== columns)) throw new RangeError('a table of counts has equal rows')
  const wrong = table.flat().find((count) => !(Number.isFinite(count) && count >= 0 && (!wanted.whole || Number.isInteger(count))))
  if (wrong !== undefined) throw new RangeError(`not a count: ${wrong}`)
}
