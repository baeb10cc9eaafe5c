/** The day on which people and posts of a cycle are looked at: today, held inside the cycle. */
export function dayOfCycle(cycle: { readonly startsOn: string; readonly endsOn: string }, today: string): string {
  if (today < cycle.startsOn) return cycle.startsOn
  return today > cycle.endsOn ? cycle.endsOn : today
}
