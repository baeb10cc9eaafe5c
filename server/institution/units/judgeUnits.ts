import type { CellProblem, ReadRow } from '../../platform/spreadsheet/columns.ts'
import type { JudgedRow } from '../../platform/spreadsheet/importRows.ts'
import type { Headings } from '../importing/headings.ts'
import { parentRowWrong, repeated, repeatedRows, unknownUnit } from '../importing/problems.ts'
import type { UNIT_SHEET } from './columns.ts'
import type { Unit } from './data.ts'
import { circleThrough } from './unitTree.ts'

type Columns = typeof UNIT_SHEET
/** A unit as the file wants it: the parent by code, since it may be new in the same file. */
export type WantedUnit = Omit<Unit, 'unitId' | 'parentUnitId'> & { readonly unitId: string | null; readonly parentCode: string | null }
/** A row on its way to its verdict; wanted null: a cell of it cannot be read. */
type Entry = {
  readonly row: number
  readonly key: string
  readonly parentCode: string | null
  readonly wanted: WantedUnit | null
  readonly problems: CellProblem[]
}

/** The verdict of every row. Rows are looked at together: a right row may not stand on a wrong one. */
export function judgeUnits(
  rows: readonly ReadRow<Columns>[],
  stored: readonly Unit[],
  headings: Headings<Columns>,
): JudgedRow<WantedUnit>[] {
  const byCode = new Map(stored.map((unit) => [unit.code, unit]))
  const codeOf = new Map(stored.map((unit) => [unit.unitId, unit.code]))
  const storedWanted = (unit: Unit): WantedUnit => ({ ...unit, parentCode: codeOf.get(unit.parentUnitId ?? '') ?? null })
  const others = repeatedRows(rows.flatMap(({ row, known: { code } }) => (code ? [{ row, key: code }] : [])))

  const entries = rows.map(({ row, known, values, problems }): Entry => {
    const twins = others.get(row)
    const found = twins ? [...problems, repeated(headings.called('code'), known.code ?? '', twins)] : [...problems]
    const parentCode = headings.tells('parentCode') ? (known.parentCode ?? null) || null : null
    if (!values) return { row, key: known.code ?? headings.written(row, 'code'), parentCode, wanted: null, problems: found }
    const before = byCode.get(values.code)
    const kept = before && storedWanted(before)
    const wanted: WantedUnit = {
      unitId: before?.unitId ?? null,
      code: values.code,
      name: { zh: values.nameZh, en: headings.tells('nameEn') ? values.nameEn : (kept?.name.en ?? '') },
      kind: values.kind,
      parentCode: headings.tells('parentCode') ? values.parentCode || null : (kept?.parentCode ?? null),
      orderNo: values.orderNo ?? kept?.orderNo ?? row,
      closedOn: headings.tells('closedOn') ? values.closedOn : (kept?.closedOn ?? null),
    }
    return { row, key: values.code, parentCode: wanted.parentCode, wanted, problems: found }
  })

  markFaultsBetween(entries, stored.map(storedWanted), headings.called('parentCode'))
  return entries.map(({ row, key, wanted, problems }): JudgedRow<WantedUnit> => {
    if (!wanted || problems.length > 0) return { row, key, judged: { verdict: 'wrong', problems } }
    const before = byCode.get(wanted.code)
    if (!before) return { row, key, judged: { verdict: 'new', save: wanted } }
    return { row, key, judged: isSame(storedWanted(before), wanted) ? { verdict: 'same' } : { verdict: 'changed', save: wanted } }
  })
}

/**
 * Unknown parents and circles, named also in rows that are wrong in another cell; then, again and again until no further row falls, what
 * stands on a wrong row.
 */
function markFaultsBetween(entries: readonly Entry[], stored: readonly WantedUnit[], column: string): void {
  const parentOf = new Map(stored.map((unit) => [unit.code, unit.parentCode]))
  for (const { key, parentCode } of entries) if (key !== '') parentOf.set(key, parentCode)
  for (const { key, parentCode, problems } of entries) {
    if (parentCode !== null && !parentOf.has(parentCode)) problems.push(unknownUnit(column, parentCode))
    const circle = key === '' ? null : circleThrough(key, parentOf)
    if (circle) problems.push(standsInCircle(column, circle))
  }
  for (let found = true; found; ) {
    found = false
    const wrongRows = new Map(entries.flatMap(({ row, key, problems }) => (problems.length > 0 ? [[key, row]] : [])))
    for (const { parentCode, problems } of entries) {
      const row = problems.length === 0 && parentCode !== null ? wrongRows.get(parentCode) : undefined
      if (row === undefined) continue
      problems.push(parentRowWrong(column, parentCode ?? '', row))
      found = true
    }
  }
}

function standsInCircle(column: string, circle: readonly string[]): CellProblem {
  const way = circle.join(' → ')
  return {
    column,
    message: {
      zh: `上级部门形成循环：${way}。请修改其中一个部门的上级。`,
      en: `The parent units form a circle: ${way}. Give one of them another parent.`,
    },
  }
}

const isSame = (a: WantedUnit, b: WantedUnit) =>
  a.name.zh === b.name.zh &&
  a.name.en === b.name.en &&
  a.kind === b.kind &&
  a.parentCode === b.parentCode &&
  a.orderNo === b.orderNo &&
  a.closedOn === b.closedOn
