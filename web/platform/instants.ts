/** An instant as a clock at the institution shows it, wherever the reader is: "2027-01-20", "2027-01-20 09:00". */
let clock = clocksIn('Asia/Shanghai')

/** The zone of the institution, as the session tells it. */
export function setTimeZone(timeZone: string): void {
  clock = clocksIn(timeZone)
}

export const dayOf = (instant: string): string => clock.day.format(new Date(instant))
export const minuteOf = (instant: string): string => clock.minute.format(new Date(instant))

function clocksIn(timeZone: string) {
  const day = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  return {
    day: new Intl.DateTimeFormat('sv-SE', day),
    minute: new Intl.DateTimeFormat('sv-SE', { ...day, hour: '2-digit', minute: '2-digit' }),
  }
}
