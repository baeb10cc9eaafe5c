import { closeSync, openSync, writeSync } from 'node:fs'

/**
 * Writes the made-up survey that speed is measured on: `people` rows of id, level (1-3), dept (1-60) and forty five-point items in eight blocks of five.
 * Each block has a factor of its own and a share of a general one; every seventh item runs the other way; one answer in fifty is missing. The same
 * seed gives the same bytes.
 */
export function writeLikertSheet(path: string, people: number, seed = 1): void {
  const uniform = uniformFrom(seed)
  const normal = normalFrom(uniform)
  const file = openSync(path, 'w')
  const names = Array.from({ length: BLOCKS * ITEMS_A_BLOCK }, (_, at) => `q${at + 1}`)
  writeSync(file, `id,level,dept,${names.join(',')}\n`)
  let waiting: string[] = []
  for (let id = 1; id <= people; id++) {
    const dept = 1 + Math.floor(uniform() * 60)
    const level = 1 + Math.floor(uniform() * 3)
    const general = normal()
    const cells: (number | string)[] = [id, level, dept]
    for (let block = 0; block < BLOCKS; block++) {
      const factor = 0.6 * general + 0.8 * normal()
      for (let item = 1; item <= ITEMS_A_BLOCK; item++) {
        const lean = 0.75 * factor + 0.6614 * normal() + 0.02 * (dept % 7) + 0.05 * (level - 2)
        const towards = (block * ITEMS_A_BLOCK + item) % 7 === 0 ? -lean : lean
        const answer = 1 + CUTS.filter((cut) => towards > cut).length
        cells.push(uniform() < 0.02 ? '' : answer)
      }
    }
    waiting.push(cells.join(','))
    if (waiting.length === 5000 || id === people) {
      writeSync(file, `${waiting.join('\n')}\n`)
      waiting = []
    }
  }
  closeSync(file)
}

const BLOCKS = 8
const ITEMS_A_BLOCK = 5
const CUTS = [-1.2, -0.4, 0.4, 1.2]

/** Mulberry32: uniform numbers in [0, 1) from a seed. */
function uniformFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Standard normals in pairs by Marsaglia's polar method. */
function normalFrom(uniform: () => number): () => number {
  let spare: number | undefined
  return () => {
    if (spare !== undefined) {
      const kept = spare
      spare = undefined
      return kept
    }
    for (;;) {
      const [u, v] = [2 * uniform() - 1, 2 * uniform() - 1]
      const square = u * u + v * v
      if (square >= 1 || square === 0) continue
      const scale = Math.sqrt((-2 * Math.log(square)) / square)
      spare = v * scale
      return u * scale
    }
  }
}
