/** A group that was shown, by the opaque ids of the answers in it. The ids never leave the check. */
export type ShownGroup = { id: string; members: ReadonlySet<string> }
export type SmallDifference = { larger: string; smaller: string; difference: number }

/**
 * Pairs of shown groups whose difference gives a small group away: one lies within the other and leaves 1 to k-1 answers.
 * Also finds what changes between two waves or two publications when one person moved. Compares every pair.
 */
export function smallDifferences(groups: readonly ShownGroup[], k: number): readonly SmallDifference[] {
  const bySize = groups.toSorted((one, other) => other.members.size - one.members.size)
  return bySize.flatMap((larger, index) =>
    bySize.slice(index + 1).flatMap((smaller) => {
      const difference = larger.members.size - smaller.members.size
      const isRevealing = difference > 0 && difference < k && smaller.members.size > 0 && isWithin(smaller.members, larger.members)
      return isRevealing ? [{ larger: larger.id, smaller: smaller.id, difference }] : []
    }),
  )
}

function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  for (const member of inner) if (!outer.has(member)) return false
  return true
}
