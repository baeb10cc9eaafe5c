import { seededRandom } from '@milepost/decision/seededRandom'

/** Chance that falls the same way every time: each use names its own stream, so that adding one disturbs no other. */
export type Chance = {
  /** Even over [from, to). */
  between(from: number, to: number): number
  whole(from: number, to: number): number
  /** Roughly normal: the mean of six even draws, within three spreads. */
  around(centre: number, spread: number): number
  pick<T>(list: readonly T[]): T
  often(share: number): boolean
}

export function chanceOf(stream: string): Chance {
  const random = seededRandom(`demo bureau/${stream}`)
  const between = (from: number, to: number) => from + random() * (to - from)
  const whole = (from: number, to: number) => Math.floor(between(from, to + 1))
  return {
    between,
    whole,
    around: (centre, spread) => centre + (Array.from({ length: 6 }, random).reduce((sum, draw) => sum + draw, 0) - 3) * spread * Math.SQRT2,
    pick: (list) => {
      const found = list[whole(0, list.length - 1)]
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    },
    often: (share) => random() < share,
  }
}

export const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))
