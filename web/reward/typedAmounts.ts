import { basisPointsOfPercent, fenOfYuan, yuanTyped } from '@milepost/contract/reward/money'

/** May this stand as the total of a pool? */
export const isAmount = (typed: string): boolean => yuanTyped.safeParse(typed).success && fenOfYuan(typed) > 0

/** May this stand as the reserve, in percent? */
export const isReserve = (typed: string): boolean => yuanTyped.safeParse(typed).success && basisPointsOfPercent(typed) <= 10_000
