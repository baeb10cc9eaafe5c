import { z } from 'zod'
import { bilingual } from './fields.ts'

/**
 * Every import of a file works in the same two steps: look at the verdicts, then save. Nothing is saved while any row
 * is wrong, unless the person says to skip wrong rows. Importing the same file twice changes nothing.
 */
export const importInput = z.object({
  /** check: only verdicts; save: save when every row is right; save-right-rows: skip the wrong rows. */
  step: z.enum(['check', 'save', 'save-right-rows']),
  /** Where the headings differ: expected column to the heading in the file, '' for a column the file does not have. */
  columns: z.record(z.string().max(60), z.string().max(200)).optional(),
})

export const rowVerdict = z.object({
  /** Row number as a spreadsheet shows it (the heading is row 1). */
  row: z.number(),
  key: z.string(),
  verdict: z.enum(['new', 'changed', 'same', 'wrong']),
  problems: z.array(z.object({ column: z.string(), message: bilingual })),
  /** What a right row does that one may not expect; it is saved nevertheless. */
  notes: z.array(z.object({ column: z.string(), message: bilingual })),
  /** What the row changes, column by column: what stands there today and what the file says. Empty where the import does not tell. */
  changes: z.array(z.object({ column: z.string(), before: bilingual, now: bilingual })),
})

export const importReport = z.object({
  saved: z.boolean(),
  counts: z.object({ new: z.number(), changed: z.number(), same: z.number(), wrong: z.number() }),
  /** All rows that are wrong or change something, and the first of the others, so that a long file stays readable. */
  rows: z.array(rowVerdict),
  rowsInFile: z.number(),
})

export type ImportReport = z.infer<typeof importReport>
export type RowVerdict = z.infer<typeof rowVerdict>
export type ImportStep = z.infer<typeof importInput>['step']
