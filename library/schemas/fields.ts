import { z } from 'zod'

/** Fields shared by all content files. Objects are strict: a misspelt key in a file edited by hand is told, not ignored. */
const text = z.string().regex(/\S/, 'must not be empty')

/** A text in both languages, neither empty. */
export const bilingual = z.strictObject({ zh: text, en: text })

/** A decimal number as text, so that it stays exact. */
export const decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,9})?$/)

/** Weight in basis points: 10000 is 100 %. */
export const basisPoints = z.int().min(0).max(10_000)

export const day = z.iso.date()
export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/)

/** What every file says of itself. `verified: false` is shown on screen as 待核实 / to verify. */
export const heading = {
  id: code,
  version: text,
  title: bilingual,
  source: bilingual,
  verified: z.boolean(),
}

export function sumsTo(total: number, weights: readonly number[]): boolean {
  return weights.reduce((sum, weight) => sum + weight, 0) === total
}

export function areUnique(codes: readonly string[]): boolean {
  return new Set(codes).size === codes.length
}
