import { z } from 'zod'

/** Field schemas shared by all rooms. */
export const id = z.uuid()
export const bilingual = z.object({ zh: z.string(), en: z.string() })
/** Calendar day, yyyy-mm-dd. */
export const day = z.iso.date()
/** A decimal number that travels as text so that it stays exact. */
export const decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,9})?$/)
/** Weight in basis points: 10000 is 100 %. */
export const basisPoints = z.int().min(0).max(10_000)
/** Money in fen. */
export const fen = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
export const year = z.coerce.number().int().min(1990).max(2100)
export const empty = z.object({})
/** Letters of any script, digits, and . _ - inside; small letters, no spaces. */
export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{2,79}$/u)
/** A name that ends up in a sheet: one that a spreadsheet would take for a formula is refused. */
export const sheetName = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !/^[=@+-]/.test(text), { params: { formula: true } })
export const done = z.object({ done: z.literal(true) })
/** The answer of an act that has nothing else to say. */
export const DONE = { done: true } as const
