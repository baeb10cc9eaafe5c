import { written } from '../../parts/figures.ts'

/** A share of one as a percentage with one decimal, for the eye. */
export const percentOfShare = (share: number): string => `${written((share * 100).toFixed(6), 1)} %`
/** A percentage with one decimal. */
export const percent = (value: number | null): string => (value === null ? '?' : `${written(value.toFixed(6), 1)} %`)
/** A statistic cut for the eye. */
export const cut = (value: number | null, digits: number): string => (value === null ? '?' : written(value.toFixed(9), digits))
