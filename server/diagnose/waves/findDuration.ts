import { Refusal } from '@milepost/contract/refusals'
import { cellText } from '../../platform/spreadsheet/cellKinds.ts'
import type { CellProblem } from '../../platform/spreadsheet/columns.ts'
import type { Cell, Table } from '../../platform/spreadsheet/table.ts'

type Told = { durationColumn?: string | undefined; startColumn?: string | undefined; endColumn?: string | undefined }
/** More than a week is a page left open; it says nothing about how somebody answered. */
const LONGEST = 7 * 24 * 3600

/** How long each sheet took, in whole seconds, from the columns a person has named; nothing is looked for where none is named. */
export function findDuration(table: Table, told: Told): (cells: readonly Cell[], problems: CellProblem[]) => number | null {
  const named = [told.durationColumn, told.startColumn, told.endColumn].filter((one) => one !== undefined)
  const missing = named.filter((one) => !table.columns.includes(one))
  if (missing.length > 0) throw new Refusal('column-missing', { columns: missing, found: table.columns })
  const placeOf = (heading: string | undefined) => (heading === undefined ? -1 : table.columns.indexOf(heading))
  const [duration, start, end] = [placeOf(told.durationColumn), placeOf(told.startColumn), placeOf(told.endColumn)]
  const reading = (cells: readonly Cell[], at: number, read: (cell: Cell) => number | null, problems: CellProblem[]) => {
    const cell = cells[at] ?? null
    if (cell === null || cell === '') return null
    const seconds = read(cell)
    if (seconds === null) problems.push({ column: table.columns[at] ?? '', message: NO_TIME })
    return seconds
  }
  return (cells, problems) => {
    if (duration >= 0) return within(reading(cells, duration, secondsIn, problems))
    if (start < 0 || end < 0) return null
    const [began, sent] = [reading(cells, start, momentIn, problems), reading(cells, end, momentIn, problems)]
    return began === null || sent === null ? null : within(sent - began)
  }
}

const NO_TIME = {
  zh: '看不出用时。请填秒数，或“3分20秒”“00:03:20”；起止时间请填年月日和时分秒；不知道请留空。',
  en: 'No time can be read. Enter seconds, or 00:03:20; for a begin or an end the day and the time; leave it blank where it is not known.',
}

const within = (seconds: number | null): number | null =>
  seconds === null || seconds < 0 || seconds > LONGEST ? null : Math.round(seconds)

/** 353, "353秒", "5分53秒", "1小时2分", "00:05:53". */
function secondsIn(cell: Cell): number | null {
  const text = cellText(cell)
  if (!text.ok) return null
  const said = text.value.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
  const plain = /^(\d+(?:\.\d+)?)(?:秒|s|sec|seconds)?$/.exec(said)
  if (plain) return Number(plain[1])
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(said)
  const words = /^(?:(\d+)(?:小时|时|h))?(?:(\d+)(?:分钟|分|min|m))?(?:(\d+)(?:秒|s))?$/.exec(said)
  const found = clock ?? words
  if (said === '' || !found) return null
  return Number(found[1] ?? 0) * 3600 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0)
}

/** A day with its time, as seconds; the zone does not matter, since only differences are taken. */
function momentIn(cell: Cell): number | null {
  if (cell instanceof Date) return cell.getTime() / 1000
  const found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(String(cell).trim())
  if (!found) return null
  const [, year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found.map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second || 0) / 1000
}
