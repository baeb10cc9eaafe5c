import { addDays, daysBetween } from '@milepost/appraisal/days'
import { type Assignment, type Heads, listAssignments, readHeadsOn } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { groupedBy } from '../groupedBy.ts'

/** Somebody who answered for a person over a stretch of the year. */
export type Superior = { readonly personId: string; readonly days: number; readonly from: string; readonly to: string }

/** A stretch of the year in which the heads of all units stayed the same. */
export type HeadsInForce = { readonly from: string; readonly to: string; readonly heads: Heads }

/** Who headed which unit when: one answer for each stretch between two changes. `posts` are the heads' posts of the days, where they are known already. */
export async function headsDuring(
  tx: Tx,
  institutionId: string,
  days: { from: string; to: string },
  posts?: readonly Assignment[],
): Promise<HeadsInForce[]> {
  const headships = (posts ?? (await listAssignments(tx, institutionId, days, 'heads'))).filter(({ isHead }) => isHead)
  const starts = new Set([days.from])
  for (const { validFrom, validTo } of headships) {
    if (validFrom > days.from && validFrom <= days.to) starts.add(validFrom)
    if (validTo !== null && validTo >= days.from && validTo < days.to) starts.add(addDays(validTo, 1))
  }
  const ordered = [...starts].sort()
  const heads = await readHeadsOn(tx, institutionId, { days: ordered, within: days, posts: headships })
  return heads.flatMap((each, at) => {
    const [from, next] = [ordered[at], ordered[at + 1]]
    return from === undefined ? [] : [{ from, to: next === undefined ? days.to : addDays(next, -1), heads: each }]
  })
}

type Asked = {
  readonly personId: string
  /** The posts whose superiors are asked for: the primary ones, or those of a second post. */
  readonly assignments: readonly Assignment[]
  readonly inForce: readonly HeadsInForce[]
  /** Shorter stretches give facts, not a rating. */
  readonly leastDays: number
  /** Tied to the person: relatives and people with an interest never stand above. */
  readonly isBarred: (personId: string) => boolean
}

/**
 * Everybody who answered for a person in the year, with days: a new manager, a move, an acting head each open a stretch. Stretches shorter than
 * the least do not rate, unless there is no longer one; then the last does. Where the head is tied to the person, the one above the head rates.
 */
export function superiorsOf({ personId, assignments, inForce, leastDays, isBarred }: Asked): Superior[] {
  const stretches: Superior[] = []
  for (const held of assignments) {
    for (const one of inForce) {
      const from = held.validFrom > one.from ? held.validFrom : one.from
      const to = held.validTo !== null && held.validTo < one.to ? held.validTo : one.to
      const above = from <= to ? headAbove(one.heads, { personId, unitId: held.unitId }, isBarred) : null
      if (above !== null) stretches.push({ personId: above, days: daysBetween(from, to) + 1, from, to })
    }
  }
  const merged = [...groupedBy(stretches, (one) => one.personId).values()].flatMap((own) => {
    const [first] = own
    const last = own.at(-1)
    return first && last ? [{ ...first, to: last.to, days: own.reduce((sum, one) => sum + one.days, 0) }] : []
  })
  const long = merged.filter(({ days }) => days >= leastDays)
  return long.length > 0 ? long : merged.slice(-1)
}

/** The one above, passing by everybody who is barred; null: nobody is left. */
export function headAbove(
  heads: Heads,
  person: { personId: string; unitId: string },
  isBarred: (personId: string) => boolean,
): string | null {
  const passed = new Set([person.personId])
  let above = heads.headOf(person)
  while (above !== null && isBarred(above.personId) && !passed.has(above.personId)) {
    passed.add(above.personId)
    above = heads.headOf({ personId: above.personId, unitId: above.unitId })
  }
  return above === null || passed.has(above.personId) ? null : above.personId
}
