/** To the tenth; a dash where there is nothing to count. */
export const points = (value: number | null): string => (value === null ? '–' : value.toFixed(1))
