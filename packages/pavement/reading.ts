import { type Exact, parseExact, sign } from '@milepost/exact/exact'
import type { IndexGap } from './indexResult.ts'

export type Read = { kind: 'read'; value: Exact } | ({ kind: 'undefined' } & IndexGap)

/** Reads a survey value; what is not a decimal is a named gap. */
export function readDecimal(text: string, field: string): Read {
  const parsed = parseExact(text)
  return parsed.kind === 'exact' ? { kind: 'read', value: parsed.value } : { kind: 'undefined', because: 'not-a-number', field }
}

/** The same for a quantity that cannot be below zero. */
export function readQuantity(text: string, field: string): Read {
  const read = readDecimal(text, field)
  return read.kind === 'read' && sign(read.value) < 0 ? { kind: 'undefined', because: 'negative', field } : read
}
