import { compare } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'
import { dayColumn, decimalColumn, optionalTextColumn, textColumn } from '../../platform/spreadsheet/cellKinds.ts'
import type { CellProblem, ReadRow } from '../../platform/spreadsheet/columns.ts'
import type { JudgedRow } from '../../platform/spreadsheet/importRows.ts'
import type { Credit } from './data.ts'

export const TRAINING_SHEET = {
  employeeNo: textColumn({ heading: { zh: '职工编号', en: 'Employee number' }, example: '10086', most: 40 }),
  course: textColumn({ heading: { zh: '培训名称', en: 'Course' }, example: '路面预防性养护技术培训班', most: 200 }),
  finishedOn: dayColumn({ heading: { zh: '结业日期', en: 'Finished on' }, example: '2026-05-15' }),
  hours: decimalColumn({ heading: { zh: '学时', en: 'Hours' }, example: '16' }),
  document: optionalTextColumn({ heading: { zh: '证书编号', en: 'Certificate' }, example: '培字〔2026〕12号', most: 200 }),
}

type Columns = typeof TRAINING_SHEET
export type WantedCredit = Omit<Credit, 'creditId'> & { readonly creditId: string | null }

/** Most hours one course can have: a year of full days. */
const MOST_HOURS = '2000'

const problem = (column: keyof Columns, zh: string, en: string): CellProblem => ({
  column: TRAINING_SHEET[column].heading.zh,
  message: { zh, en },
})

/** A course is known by the person, its name and the day it ended; the same file again changes nothing. */
export function judgeCredits(
  rows: readonly ReadRow<Columns>[],
  { stored, people, today }: { stored: readonly Credit[]; people: ReadonlyMap<string, string>; today: string },
): JudgedRow<WantedCredit>[] {
  const keyOf = (personId: string, finishedOn: string, course: string) => `${personId} ${finishedOn} ${course}`
  const known = new Map(stored.map((credit) => [keyOf(credit.personId, credit.finishedOn, credit.course), credit]))
  const seen = new Map<string, number>()
  return rows.map((read): JudgedRow<WantedCredit> => {
    const { row, values } = read
    const { employeeNo = '', course = '', finishedOn = '', hours } = read.known
    const key = `${employeeNo} ${course}`.trim()
    const problems: CellProblem[] = [...read.problems]
    const personId = people.get(employeeNo)
    if (employeeNo !== '' && personId === undefined)
      problems.push(problem('employeeNo', `没有编号为“${employeeNo}”的人员。`, `There is nobody with the number “${employeeNo}”.`))
    if (finishedOn > today) problems.push(problem('finishedOn', '结业日期在今天之后。', 'The day is in the future.'))
    if (hours !== undefined && (compare(hours, '0') <= 0 || compare(hours, MOST_HOURS) > 0))
      problems.push(problem('hours', '学时须大于 0，不超过 2000。', 'Hours must be above 0 and at most 2000.'))
    const twin = seen.get(keyOf(personId ?? employeeNo, finishedOn, course))
    if (twin !== undefined) problems.push(problem('course', `与第 ${twin} 行相同。`, `The same as row ${twin}.`))
    seen.set(keyOf(personId ?? employeeNo, finishedOn, course), row)
    if (!values || personId === undefined || problems.length > 0) return { row, key, judged: { verdict: 'wrong', problems } }
    const before = known.get(keyOf(personId, finishedOn, course))
    const rounded = roundHalfAway(values.hours, 1)
    const save = { creditId: before?.creditId ?? null, personId, finishedOn, course, hours: rounded, document: values.document }
    if (!before) return { row, key, judged: { verdict: 'new', save } }
    const isSame = compare(before.hours, rounded) === 0 && before.document === values.document
    return { row, key, judged: isSame ? { verdict: 'same' } : { verdict: 'changed', save } }
  })
}
