import { add, div, type Exact, exact, isZero, mul, sum } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'

/** How far amounts lie apart. All amounts are whole fen. */
export type PaySpread =
  | {
      kind: 'described'
      n: number
      /** Lines that receive nothing; they count for the mean and for Gini, not for the lowest amount and the ratio. */
      withNothing: number
      highestFen: number
      lowestFen: number
      medianFen: number
      meanFen: number
      /** Highest over lowest amount, two places. */
      ratio: string
      /** Gini coefficient over all lines, four places: 0 when all receive the same, towards 1 when one receives everything. */
      gini: string
    }
  | { kind: 'undefined'; because: 'no-lines' | 'nothing-distributed' }

/**
 * Highest, lowest, middle and mean amount and the Gini coefficient (sum of (2i - n - 1) x i-th smallest, over n x total), exact until
 * the rounding, half away from zero. The order of the amounts does not matter. Amounts are not negative.
 */
export function paySpread(amountsInFen: readonly number[]): PaySpread {
  const rising = amountsInFen.toSorted((a, b) => a - b)
  const n = rising.length
  if (n === 0) return { kind: 'undefined', because: 'no-lines' }
  const total = sum(rising)
  if (isZero(total)) return { kind: 'undefined', because: 'nothing-distributed' }
  const paid = rising.filter((fen) => fen > 0)
  const [lowestFen = 0] = paid
  const highestFen = paid.at(-1) ?? 0
  const ranked = sum(rising.map((fen, at) => mul(2 * (at + 1) - n - 1, fen)))
  return {
    kind: 'described',
    n,
    withNothing: n - paid.length,
    highestFen,
    lowestFen,
    medianFen: wholeFen(middleOf(rising)),
    meanFen: wholeFen(div(total, n)),
    ratio: roundHalfAway(div(highestFen, lowestFen), 2),
    gini: roundHalfAway(div(ranked, mul(n, total)), 4),
  }
}

function middleOf(rising: readonly number[]): Exact {
  const half = Math.floor(rising.length / 2)
  const upper = exact(rising[half] ?? 0)
  return rising.length % 2 === 1 ? upper : div(add(upper, rising[half - 1] ?? 0), 2)
}

const wholeFen = (fen: Exact): number => Number(roundHalfAway(fen, 0))

/** The mean of a share per head in whole fen; null where there is nobody. */
export const perHeadFen = (shareFen: number, people: number): number | null => (people === 0 ? null : wholeFen(div(shareFen, people)))

/** One line before and after; null: it was not there. */
export type PayChange = { key: string; beforeFen: number | null; afterFen: number | null; changeFen: number }

export type PayChanges = {
  /** Only lines that differ, the largest difference first. */
  changes: PayChange[]
  raised: number
  lowered: number
  same: number
  /** What moved from some to others: half of all differences when the total stayed the same. */
  movedFen: number
}

/** What another computation changes, line by line. */
export function payChanges(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): PayChanges {
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  const all = keys.map((key): PayChange => {
    const [beforeFen, afterFen] = [before.get(key) ?? null, after.get(key) ?? null]
    return { key, beforeFen, afterFen, changeFen: (afterFen ?? 0) - (beforeFen ?? 0) }
  })
  const changes = all.filter(({ beforeFen, afterFen }) => beforeFen !== afterFen)
  const raised = changes.filter(({ changeFen }) => changeFen > 0)
  const lowered = changes.filter(({ changeFen }) => changeFen < 0)
  const up = raised.reduce((total, { changeFen }) => total + changeFen, 0)
  const down = lowered.reduce((total, { changeFen }) => total - changeFen, 0)
  return {
    changes: changes.toSorted((a, b) => Math.abs(b.changeFen) - Math.abs(a.changeFen) || (a.key < b.key ? -1 : 1)),
    raised: raised.length,
    lowered: lowered.length,
    same: all.length - changes.length,
    movedFen: Math.min(up, down),
  }
}

/** How a group stands to everybody: mean of the group over the mean of all, two places; the share of the money and of the people, in per cent. */
export type GroupStanding =
  | { kind: 'known'; n: number; meanFen: number; ratio: string; shareOfPay: string; shareOfPeople: string }
  | { kind: 'undefined'; because: 'nobody-in-the-group' | 'nothing-distributed' }

/** The pay of a group (leaders, one unit) against all: exact until the rounding, half away from zero. The group is part of all. Guards against a pool that serves those who made its rules. */
export function groupStanding(groupInFen: readonly number[], allInFen: readonly number[]): GroupStanding {
  const [group, all] = [sum(groupInFen), sum(allInFen)]
  if (groupInFen.length === 0) return { kind: 'undefined', because: 'nobody-in-the-group' }
  if (isZero(all)) return { kind: 'undefined', because: 'nothing-distributed' }
  const groupMean = div(group, groupInFen.length)
  return {
    kind: 'known',
    n: groupInFen.length,
    meanFen: wholeFen(groupMean),
    ratio: roundHalfAway(div(groupMean, div(all, allInFen.length)), 2),
    shareOfPay: roundHalfAway(div(mul(group, 100), all), 2),
    shareOfPeople: roundHalfAway(div(mul(groupInFen.length, 100), allInFen.length), 2),
  }
}
