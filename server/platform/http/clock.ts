/** The calendar day of an instant in the institution's time zone, yyyy-mm-dd. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
}

/** Hour and minute for sentences: "2026-11-23 14:05". */
export function minuteIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}

/** The instant at which the day of `at` began in the time zone. */
export function startOfDay(timeZone: string, at: Date): Date {
  const day = dayIn(timeZone, at)
  const guess = new Date(`${day}T00:00:00Z`)
  const shown = new Date(`${minuteIn(timeZone, guess).replace(' ', 'T')}:00Z`)
  return new Date(guess.getTime() - (shown.getTime() - guess.getTime()))
}
