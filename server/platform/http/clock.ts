/** Making a format costs a third of a millisecond, and every request asks for the day. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string, precision: 'day' | 'minute'): Intl.DateTimeFormat {
  const key = `${precision} ${timeZone}`
  const known = formats.get(key)
  if (known) return known
  const clock = precision === 'minute' ? ({ hour: '2-digit', minute: '2-digit' } as const) : {}
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', ...clock })
  formats.set(key, made)
  return made
}

/** The calendar day of an instant in the institution's time zone, yyyy-mm-dd. */
export function dayIn(timeZone: string, at: Date): string {
  const minute = Math.floor(at.getTime() / 60_000)
  if (lately.minute !== minute || lately.timeZone !== timeZone) lately = { minute, timeZone, day: formatIn(timeZone, 'day').format(at) }
  return lately.day
}

/** Hundreds of requests ask within the same minute, and days change at whole minutes everywhere. */
let lately = { minute: Number.NaN, timeZone: '', day: '' }

/** Hour and minute for sentences: "2026-11-23 14:05". */
export function minuteIn(timeZone: string, at: Date): string {
  return formatIn(timeZone, 'minute').format(at)
}

/** The instant at which the day of `at` began in the time zone. */
export function startOfDay(timeZone: string, at: Date): Date {
  const day = dayIn(timeZone, at)
  const guess = new Date(`${day}T00:00:00Z`)
  const shown = new Date(`${minuteIn(timeZone, guess).replace(' ', 'T')}:00Z`)
  return new Date(guess.getTime() - (shown.getTime() - guess.getTime()))
}
