/**
 * Mean consistency index of random reciprocal matrices on the 1/9-9 scale. Tables differ in the second decimal, so the one used is named
 * beside every ratio: Saaty (1980); Saaty (2008); Alonso & Lamata (2006), Int. J. Uncertainty Fuzziness 14(4):445-459.
 */
export type RandomIndexTable = 'saaty1980' | 'saaty2008' | 'alonsoLamata2006'

/** For matrices of size 1, 2, ... 15. */
export const RANDOM_INDEX: Readonly<Record<RandomIndexTable, readonly number[]>> = {
  saaty1980: [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
  saaty2008: [0, 0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
  alonsoLamata2006: [0, 0, 0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838],
}

/** `null` above 15, where no table speaks. */
export function randomIndex(size: number, table: RandomIndexTable): number | null {
  return RANDOM_INDEX[table][size - 1] ?? null
}

/** CI / RI. Two or fewer are always consistent: 0, not 0/0. `null` where the table ends. */
export function consistencyRatio(consistencyIndex: number, size: number, table: RandomIndexTable): number | null {
  if (size <= 2) return 0
  const index = randomIndex(size, table)
  return index === null ? null : consistencyIndex / index
}
