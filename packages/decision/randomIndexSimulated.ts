import { SAATY_SCALE } from './comparison.ts'
import type { Random } from './seededRandom.ts'

export type SimulatedRandomIndex = {
  readonly size: number
  /** Mean consistency index over the draws, and the standard error of that mean. */
  readonly mean: number
  readonly standardError: number
  readonly draws: number
  readonly method: 'uniform-on-saaty-scale'
}

/**
 * The random index found afresh: mean consistency index of `draws` reciprocal matrices whose judgements are drawn evenly from the seventeen
 * values of Saaty's scale. For sizes beyond the tables, and to check them. Sizes up to 2 have index 0.
 */
export function randomIndexSimulated(size: number, given: { readonly draws: number; readonly random: Random }): SimulatedRandomIndex {
  const evidence = { size, draws: given.draws, method: 'uniform-on-saaty-scale' } as const
  if (size <= 2 || given.draws < 2) return { ...evidence, mean: 0, standardError: 0 }
  const matrix = new Float64Array(size * size).fill(1)
  let [sum, squares] = [0, 0]
  for (let draw = 0; draw < given.draws; draw++) {
    for (let i = 0; i < size; i++) {
      for (let j = i + 1; j < size; j++) {
        const value = SAATY_SCALE[Math.floor(given.random() * SAATY_SCALE.length)]!
        matrix[i * size + j] = value
        matrix[j * size + i] = 1 / value
      }
    }
    const index = (principalValue(matrix, size) - size) / (size - 1)
    sum += index
    squares += index * index
  }
  const mean = sum / given.draws
  const variance = Math.max(0, squares / given.draws - mean * mean) * (given.draws / (given.draws - 1))
  return { ...evidence, mean, standardError: Math.sqrt(variance / given.draws) }
}

/** Principal eigenvalue by power iteration, to a billionth: the sum of A w for w summing to 1. */
function principalValue(matrix: Float64Array, size: number): number {
  let weights = new Float64Array(size).fill(1 / size)
  let next = new Float64Array(size)
  let lambda = 0
  for (let step = 0; step < 1000; step++) {
    let whole = 0
    for (let i = 0; i < size; i++) {
      let value = 0
      for (let j = 0; j < size; j++) value += matrix[i * size + j]! * weights[j]!
      next[i] = value
      whole += value
    }
    for (let i = 0; i < size; i++) next[i]! /= whole
    ;[weights, next] = [next, weights]
    if (Math.abs(whole - lambda) < 1e-9 * whole) return whole
    lambda = whole
  }
  return lambda
}
