export const LEVELS = ['institution', 'unit', 'person'] as const
export type Level = (typeof LEVELS)[number]
/** All levels worked out in one run, looked at one by one. */
export const WHOLE = 'whole'
export type AskedLevel = Level | typeof WHOLE
