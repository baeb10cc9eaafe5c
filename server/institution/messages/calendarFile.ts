/** A calendar file (RFC 5545): whole-day events with a stable name each, so that opening the file twice makes no second entry. */
export type CalendarEntry = {
  readonly uid: string
  readonly on: string
  readonly summary: string
  readonly description: string
  readonly url: string
}

export function calendarFile(entries: readonly CalendarEntry[], madeAt: Date): string {
  const stamp = `${madeAt.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Milepost//Milepost//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap((one) => [
      'BEGIN:VEVENT',
      `UID:${one.uid}@milepost`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${one.on.replaceAll('-', '')}`,
      `SUMMARY:${inText(one.summary)}`,
      `DESCRIPTION:${inText(one.description)}`,
      ...(one.url === '' ? [] : [`URL:${one.url}`]),
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${inText(one.summary)}`,
      'TRIGGER:-P1D',
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

const inText = (text: string) => text.replace(/\\/g, '\\\\').replace(/;/g, '\\;').replace(/,/g, '\\,').replace(/\r?\n/g, '\\n')

/** No line is longer than 75 bytes; one that goes on begins with a space, and no character is cut in two. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const character of line) {
    const room = parts.length === 0 ? 75 : 74
    if (Buffer.byteLength(part + character) > room) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part].join('\r\n ')
}
