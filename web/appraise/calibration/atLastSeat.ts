type Ranked = {
  readonly employeeNo: string
  readonly officialScore: string | null
  readonly proposedGrade: string | null
  readonly standing: string | null
}

/** Whom the room has to tell apart: those tied at the last seat, else the last with a seat and the first held back. At most three; empty: nobody is. */
export function atLastSeat<P extends Ranked>(people: readonly P[]): P[] {
  const ranked = people.toSorted((a, b) => Number(b.officialScore ?? 0) - Number(a.officialScore ?? 0))
  const tied = ranked.filter((one) => one.standing === 'tied-at-last-seat')
  if (tied.length > 1) return tied.slice(0, 3)
  const lastSeated = ranked.findLast((one) => one.standing === 'has-seat')
  const firstHeld = ranked.find((one) => one.standing === 'held-back-by-seats')
  return [lastSeated, firstHeld].flatMap((one) => one ?? [])
}
