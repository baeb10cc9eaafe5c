/** A source of chance handed in by the caller: each call gives a number of [0, 1). */
export type Random = () => number

/**
 * A reproducible source of chance: the same seed, the same numbers, on every machine. The seed text is hashed (FNV-1a) and feeds
 * Bob Jenkins's small fast counter generator (sfc32). For drawing weights and samples, not for secrets.
 */
export function seededRandom(seed: string): Random {
  const state = [hash(`${seed}a`), hash(`${seed}b`), hash(`${seed}c`), 1] satisfies State
  for (let warmUp = 0; warmUp < 12; warmUp++) step(state)
  return () => step(state) / 2 ** 32
}

type State = [number, number, number, number]

function step(state: State): number {
  const [a, b, c, counter] = state
  const result = (a + b + counter) >>> 0
  state[0] = b ^ (b >>> 9)
  state[1] = (c + (c << 3)) >>> 0
  state[2] = (((c << 21) | (c >>> 11)) + result) >>> 0
  state[3] = (counter + 1) >>> 0
  return result
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return value
}
