/** An instant as the reader's own clock shows it: "2027-01-20", "2027-01-20 09:00". */
const date = new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' })
const minute = new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })

export const dayOf = (instant: string): string => date.format(new Date(instant))
export const minuteOf = (instant: string): string => minute.format(new Date(instant))
