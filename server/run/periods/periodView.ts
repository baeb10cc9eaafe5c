import type { PeriodView } from '@milepost/contract/run/periods'
import type { Period } from './data.ts'

export const periodView = (period: Period): PeriodView => ({
  ...period,
  closedAt: period.closedAt?.toISOString() ?? null,
  reopenedAt: period.reopenedAt?.toISOString() ?? null,
})
