import { LEAST_FOR_KEY } from '@milepost/contract/diagnose/promises'

export const roundedToFives = (count: number): number => Math.round(count / 5) * 5

/** To the nearest five, and nothing for a group so small that a change would tell who it was. */
export const roundedCount = (count: number, of: number): number | null => (of < LEAST_FOR_KEY ? null : Math.min(of, roundedToFives(count)))
