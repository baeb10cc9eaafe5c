import { dayOf } from './instants.ts'

/** The calendar day at the institution, yyyy-mm-dd. */
export const today = (): string => dayOf(new Date().toISOString())
