import type { constructResult } from '@milepost/contract/diagnose/results'
import type { z } from 'zod'

type Reliability = z.infer<typeof constructResult>['reliability']
type Item = { readonly id: string; readonly itemRest: number | null; readonly alphaIfDropped: number | null }

/** Conventions, shown as such: 0.70 is called good, 0.60 acceptable for scales of three or four items; an item should correlate 0.30 with the rest. */
const GOOD = 0.7
const ACCEPTABLE = 0.6
const LEAST_ITEM_REST = 0.3

export function verdictOf(value: number | null): Reliability['verdict'] {
  if (value === null) return null
  if (value < 0) return 'negative'
  return value >= GOOD ? 'good' : value >= ACCEPTABLE ? 'acceptable' : 'low'
}

export const weakItems = (items: readonly Item[]): Reliability['weakItems'] =>
  items
    .filter((item) => item.itemRest === null || item.itemRest < LEAST_ITEM_REST)
    .map((item) => ({ code: item.id, itemRest: item.itemRest, ifDropped: item.alphaIfDropped }))
