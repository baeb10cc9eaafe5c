/**
 * Where a rule comes from. `verified: false` is shown to the reader: the number is in use,
 * but nobody has yet compared it with the official text.
 */
export type Citation = { instrument: string; article: string; verified: boolean }
