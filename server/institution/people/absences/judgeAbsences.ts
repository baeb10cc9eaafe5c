import type { CellProblem, ReadRow, ValuesOf } from '../../../platform/spreadsheet/columns.ts'
import type { JudgedRow } from '../../../platform/spreadsheet/importRows.ts'
import type { Headings } from '../../importing/headings.ts'
import { endsBeforeItStarts, repeated, repeatedRows, unknownPerson } from '../../importing/problems.ts'
import type { ABSENCE_SHEET } from './columns.ts'
import type { Absence } from './data.ts'

type Columns = typeof ABSENCE_SHEET
export type WantedAbsence = Omit<Absence, 'absenceId'> & { readonly absenceId: string | null }

type Knowledge = {
  readonly stored: readonly Absence[]
  /** Person by employee number. */
  readonly people: ReadonlyMap<string, string>
  readonly headings: Headings<Columns>
}

/** An absence is known by the person and its first day; the same file again changes nothing. */
export function judgeAbsences(rows: readonly ReadRow<Columns>[], { stored, people, headings }: Knowledge): JudgedRow<WantedAbsence>[] {
  const known = new Map(stored.map((absence) => [`${absence.personId} ${absence.startsOn}`, absence]))
  const keyOf = ({ employeeNo = '', startsOn = '' }: Partial<ValuesOf<Columns>>) => `${employeeNo} ${startsOn}`
  const others = repeatedRows(
    rows.flatMap((read) => (read.known.employeeNo && read.known.startsOn ? [{ row: read.row, key: keyOf(read.known) }] : [])),
  )
  return rows.map((read): JudgedRow<WantedAbsence> => {
    const { row, values } = read
    const { employeeNo, startsOn, endsOn } = read.known
    const key = employeeNo ? keyOf(read.known).trim() : headings.written(row, 'employeeNo')
    const problems: CellProblem[] = [...read.problems]
    const twins = others.get(row)
    const personId = people.get(employeeNo ?? '')
    if (twins) problems.push(repeated(headings.called('startsOn'), key, twins))
    if (employeeNo && personId === undefined) problems.push(unknownPerson(headings.called('employeeNo'), employeeNo))
    if (startsOn && endsOn && endsOn < startsOn)
      problems.push(endsBeforeItStarts(headings.called('endsOn'), { start: startsOn, end: endsOn }))
    if (!values || problems.length > 0 || personId === undefined) return { row, key, judged: { verdict: 'wrong', problems } }
    const before = known.get(`${personId} ${values.startsOn}`)
    const save = { absenceId: before?.absenceId ?? null, personId, kind: values.kind, startsOn: values.startsOn, endsOn: values.endsOn }
    if (!before) return { row, key, judged: { verdict: 'new', save } }
    const same = before.kind === values.kind && before.endsOn === values.endsOn
    return { row, key, judged: same ? { verdict: 'same' } : { verdict: 'changed', save } }
  })
}
