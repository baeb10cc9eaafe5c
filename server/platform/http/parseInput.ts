import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import type { z } from 'zod'
import { inputWords } from './inputWords.ts'

/** Parses, or refuses with every invalid field named by its JSON pointer, in both languages. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return parsed.data
  const fields: InvalidField[] = parsed.error.issues.map((issue) => ({
    pointer: `/${issue.path.map(String).join('/')}`,
    ...inputWords(issue),
  }))
  throw new Refusal('input-invalid', { count: fields.length }, fields)
}
