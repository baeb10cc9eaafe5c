import { roundHalfAway } from '@milepost/exact/rounding'

/** A statistic as the pages write it: what a binary fraction adds beyond nine places is dropped, then it is cut half away from zero. */
export const figure = (value: number, digits: number): string => roundHalfAway(value.toFixed(9), digits)
