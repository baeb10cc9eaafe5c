/** 115 hundredths is "1.15". */
export const coefficientOf = (hundredths: number): string => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
