import { z } from 'zod'

/** An amount as somebody types it, in yuan with at most two places: "1234567.89". */
export const yuanTyped = z
  .string()
  .trim()
  .regex(/^\d{1,12}(\.\d{1,2})?$/)

/** Yuan as typed, in whole fen: digits are moved, nothing is multiplied. */
export function fenOfYuan(typed: string): number {
  const [whole = '0', part = ''] = typed.trim().split('.')
  return Number(`${whole}${part.padEnd(2, '0')}`)
}

/** Whole fen as plain yuan: 123456 is "1234.56". For files and drawing; for reading there is `yuanOfFen`. */
export function plainYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A percentage with at most two places, "2.5", in basis points; and back. */
export const basisPointsOfPercent = fenOfYuan
export const plainPercent = plainYuan
