import type { Terminal } from './speaking.ts'

/** With --json the whole result as it is, else what a person reads. */
export function printResult(terminal: Terminal, given: { json: boolean | undefined; result: unknown; readable: readonly string[] }): void {
  if (given.json) terminal.print(JSON.stringify(given.result, null, 2))
  else for (const line of given.readable) terminal.print(line)
}

/** A figure for reading; what could not be computed stays a dash, never 0. */
export const figure = (value: number | null | undefined, places = 3): string =>
  value === null || value === undefined || !Number.isFinite(value) ? '-' : value.toFixed(places)
