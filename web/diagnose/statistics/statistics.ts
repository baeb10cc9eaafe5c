import type { readStatistics } from '@milepost/contract/diagnose/statistics'
import type { OutputOf } from '@milepost/contract/endpoint'
import { written } from '../../parts/figures.ts'

export type Statistics = OutputOf<typeof readStatistics>

/** A p value as it is printed: never zero. */
export const saidP = (p: number | null, text: { pBelow: string; pIs: (p: string) => string }): string =>
  p === null ? '–' : p < 0.001 ? text.pBelow : text.pIs(written(p.toFixed(9), 3))
