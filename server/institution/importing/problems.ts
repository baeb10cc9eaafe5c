import type { CellProblem } from '../../platform/spreadsheet/columns.ts'

/** What can be wrong between the rows of a file, or between a row and what is stored. Each names the place and how to mend it. */

export const repeated = (column: string, key: string, otherRows: readonly number[]): CellProblem => ({
  column,
  message: {
    zh: `“${key}”在文件中重复：另见第 ${otherRows.join('、')} 行。请只保留一行。`,
    en: `“${key}” occurs more than once in the file: see also row ${otherRows.join(', ')}. Keep one row only.`,
  },
})

export const unknownUnit = (column: string, code: string): CellProblem => ({
  column,
  message: {
    zh: `没有编码为“${code}”的部门。请先导入部门，或改为已有的编码。`,
    en: `There is no unit with the code “${code}”. Import units first, or use a code that exists.`,
  },
})

export const parentRowWrong = (column: string, code: string, row: number): CellProblem => ({
  column,
  message: {
    zh: `上级部门“${code}”所在的第 ${row} 行有误。请先改正该行。`,
    en: `The parent unit “${code}” stands in row ${row}, which is wrong. Mend that row first.`,
  },
})

export const unknownPost = (column: string, code: string): CellProblem => ({
  column,
  message: {
    zh: `没有编码为“${code}”的岗位。请先导入岗位，或改为已有的编码。`,
    en: `There is no post with the code “${code}”. Import posts first, or use a code that exists.`,
  },
})

export const unknownPerson = (column: string, employeeNo: string): CellProblem => ({
  column,
  message: {
    zh: `没有职工编号为“${employeeNo}”的人员。请先导入人员。`,
    en: `There is nobody with the employee number “${employeeNo}”. Import people first.`,
  },
})

export const endsBeforeItStarts = (column: string, days: { start: string; end: string }): CellProblem => ({
  column,
  message: {
    zh: `${days.end} 早于开始日期 ${days.start}。请核对两个日期。`,
    en: `${days.end} is before the start, ${days.start}. Check both dates.`,
  },
})

/** The other rows with the same key, for each row that has company. */
export function repeatedRows(keys: readonly { readonly row: number; readonly key: string }[]): ReadonlyMap<number, readonly number[]> {
  const rowsByKey = new Map<string, number[]>()
  for (const { row, key } of keys) {
    const rows = rowsByKey.get(key)
    if (rows) rows.push(row)
    else rowsByKey.set(key, [row])
  }
  const others = new Map<number, readonly number[]>()
  for (const rows of rowsByKey.values())
    if (rows.length > 1) for (const row of rows) others.set(row, rows.filter((other) => other !== row).slice(0, 5))
  return others
}
