import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import type { z } from 'zod'
import { en as zodEn, zhCN as zodZh } from 'zod/locales'

const localeError = { zh: zodZh().localeError, en: zodEn().localeError }

/** Parses, or refuses with every invalid field named by its JSON pointer, in both languages. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return parsed.data
  const fields: InvalidField[] = parsed.error.issues.map((issue) => ({
    pointer: `/${issue.path.map(String).join('/')}`,
    zh: sentence(localeError.zh(issue as never)) ?? issue.message,
    en: sentence(localeError.en(issue as never)) ?? issue.message,
  }))
  throw new Refusal('input-invalid', { count: fields.length }, fields)
}

const sentence = (said: string | { message: string } | null | undefined) => (typeof said === 'string' ? said : said?.message)
