import { compare } from '@milepost/exact/exact'
import { apportion, type PayClaim } from './apportion.ts'

/** A whole number from 0 up to, but not including, the bound; the caller's source of chance. */
export type Draw = (below: number) => number

export type RandomPool = { readonly fen: number; readonly claims: readonly PayClaim[] }
export type PoolTrial =
  | { readonly kind: 'shared'; readonly faults: readonly string[] }
  /** Its bounds cannot hold, and it was said so with the amount. */
  | { readonly kind: 'refused' }

/** A pool of 1 to 12 people with factors as pay has them: base x grade x months in hundredths. `bounded`: with bounds round the even share. */
export function randomPool(next: Draw, bounded: boolean): RandomPool {
  const fen = 1 + next(20_000_000)
  const people = 1 + next(12)
  const claims = Array.from({ length: people }, (_, at): PayClaim => {
    const weight = String(((80 + next(120)) * (50 + next(100)) * (1 + next(12))) / 100)
    return { key: `p${at}`, weight }
  })
  if (!bounded) return { fen, claims }
  const fair = Math.floor(fen / people)
  return {
    fen,
    claims: claims.map((claim) => {
      const kind = next(4)
      if (kind === 0) return { ...claim, lowerFen: Math.floor(fair / (1 + next(3))) }
      if (kind === 1) return { ...claim, upperFen: fair * (1 + next(3)) + people }
      return claim
    }),
  }
}

/** Shares a pool out and holds it to the laws: the sum to the fen, no bound broken, nobody with more weight gets less, the order of input does not matter. */
export function tryPool({ fen, claims }: RandomPool): PoolTrial {
  const result = apportion(fen, claims)
  if (result.kind === 'refused') {
    const isSaid = result.because === 'upper-bounds-below-pool' || result.because === 'lower-bounds-exceed-pool'
    return isSaid ? { kind: 'refused' } : { kind: 'shared', faults: [`refused: ${result.because}`] }
  }
  const got = new Map(result.shares.map((share) => [share.key, share.fen]))
  const fenOf = (key: string) => got.get(key) ?? -1
  const faults: string[] = []
  if (result.shares.reduce((total, share) => total + share.fen, 0) !== fen) faults.push('sum')
  for (const { key, lowerFen = 0, upperFen = fen } of claims)
    if (fenOf(key) < lowerFen || fenOf(key) > upperFen) faults.push(`bound of ${key}`)
  const free = claims.filter(({ lowerFen, upperFen }) => lowerFen === undefined && upperFen === undefined)
  for (const one of free)
    for (const other of free)
      if (compare(one.weight, other.weight) > 0 && fenOf(one.key) < fenOf(other.key)) faults.push(`${one.key} below ${other.key}`)
  const again = apportion(fen, claims.toReversed())
  if (again.kind === 'refused' || again.shares.some((share) => fenOf(share.key) !== share.fen)) faults.push('order of input')
  return { kind: 'shared', faults }
}
