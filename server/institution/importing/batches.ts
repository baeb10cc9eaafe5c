/** Rows a statement, so that ten thousand rows take twenty statements and no statement has too many parameters. */
const ROWS_A_STATEMENT = 500

export function inBatches<T>(rows: readonly T[]): T[][] {
  const batches: T[][] = []
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) batches.push(rows.slice(at, at + ROWS_A_STATEMENT))
  return batches
}
