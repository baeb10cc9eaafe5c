/** One whole rating of a person, as its mean over the items. */
export type WholeRating = { readonly rater: string; readonly ratee: string; readonly mean: number }

export type MutualLift = {
  readonly one: string
  readonly other: string
  /** How far each rated the other above the mean of everybody else who rated that person, in points. */
  readonly oneGave: number
  readonly otherGave: number
}

/**
 * Pairs who rate each other and both lie well above what everybody else gave: a sign to look into, no finding (dossier cycle 8.4, reciprocity). A person
 * rated by fewer than `minimum` others gives no sign, since there is nothing to compare with. Doubles do: nothing is decided by them.
 */
export function mutualLifts(ratings: readonly WholeRating[], rules = { minimum: 3, points: 5 }): readonly MutualLift[] {
  const byRatee = new Map<string, WholeRating[]>()
  for (const one of ratings) byRatee.set(one.ratee, [...(byRatee.get(one.ratee) ?? []), one])
  const lifts = new Map<string, number>()
  for (const given of byRatee.values()) {
    if (given.length <= rules.minimum) continue
    const total = given.reduce((sum, { mean }) => sum + mean, 0)
    for (const { rater, ratee, mean } of given) lifts.set(key(rater, ratee), mean - (total - mean) / (given.length - 1))
  }
  return ratings.flatMap(({ rater: one, ratee: other }) => {
    const [oneGave, otherGave] = [lifts.get(key(one, other)), lifts.get(key(other, one))]
    if (one >= other || oneGave === undefined || otherGave === undefined) return []
    return oneGave >= rules.points && otherGave >= rules.points ? [{ one, other, oneGave, otherGave }] : []
  })
}

const key = (rater: string, ratee: string) => JSON.stringify([rater, ratee])
