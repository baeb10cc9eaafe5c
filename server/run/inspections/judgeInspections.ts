import type { ConditionParameters } from '@milepost/pavement/parameters'
import { assessSection } from '@milepost/pavement/section'
import type { Bilingual } from '@milepost/terms/bilingual'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import { type CellProblem, type Columns, readRows } from '../../platform/spreadsheet/columns.ts'
import type { JudgedRow } from '../../platform/spreadsheet/importRows.ts'
import type { Table } from '../../platform/spreadsheet/table.ts'
import { DIRECTIONS, damageColumns, SECTION_SHEET } from './columns.ts'
import type { Direction, Inspection, NewInspection } from './data.ts'
import { type FoundDamage, readSection, type SectionValues } from './readSection.ts'
import { stakeText } from './stake.ts'

export type WantedInspection = Omit<NewInspection, 'inspectionId' | 'periodId'>

type Knowledge = {
  readonly parameters: ConditionParameters
  readonly unitByCode: ReadonlyMap<string, string>
  readonly inForce: readonly Inspection[]
}

type Stretch = { readonly route: string; readonly direction: Direction; readonly fromM: number; readonly toM: number }
type Row = { readonly row: number; readonly values: SectionValues; readonly damages: readonly FoundDamage[]; readonly stretch: Stretch }

const keyOf = ({ route, direction, fromM }: Omit<Stretch, 'toM'>) => `${route} ${fromM} ${direction}`

/** Judges the sections of a survey; two of one direction may not cover the same metre. */
export function judgeInspections(table: Table, known: Knowledge): JudgedRow<WantedInspection>[] {
  const read = readSectionRows(table, known.parameters)
  const stored = new Map(known.inForce.map((one) => [keyOf(one), one]))
  const rows = read.flatMap((one) => ('values' in one ? [one] : []))
  const overlaps = overlapsAmong(rows, known.inForce)
  return read.map((one): JudgedRow<WantedInspection> => {
    if (!('values' in one)) return { row: one.row, key: '', judged: { verdict: 'wrong', problems: one.problems } }
    const { row, values, stretch } = one
    const key = `${stretch.route} ${stakeText(stretch.fromM)} ${DIRECTIONS[stretch.direction].zh}`
    const { record, stated, problems } = readSection(values, one.damages, known.parameters)
    const unitId = values.unitCode === '' ? null : known.unitByCode.get(values.unitCode.toLowerCase())
    const faults: CellProblem[] = [
      ...problems,
      ...(stretch.fromM === stretch.toM ? [{ column: SECTION_SHEET.to.heading.zh, message: NO_LENGTH }] : []),
      ...(unitId === undefined ? [{ column: SECTION_SHEET.unitCode.heading.zh, message: unknownUnit(values.unitCode) }] : []),
      ...(overlaps.get(row) ?? []),
    ]
    if (faults.length > 0 || unitId === undefined) return { row, key, judged: { verdict: 'wrong', problems: faults } }
    const recordHash = contentHash({ record, stated, unitId, toM: stretch.toM })
    const before = stored.get(keyOf(stretch))
    if (before?.recordHash === recordHash) return { row, key, judged: { verdict: 'same' } }
    const save: WantedInspection = {
      ...stretch,
      unitId,
      roadClass: values.roadClass,
      pavement: values.pavement,
      revision: (before?.revision ?? 0) + 1,
      record,
      recordHash,
      assessment: { ...assessSection(record, known.parameters), stated },
    }
    return { row, key, judged: { verdict: before ? 'changed' : 'new', save } }
  })
}

type Wrong = { readonly row: number; readonly problems: readonly CellProblem[] }

function readSectionRows(table: Table, parameters: ConditionParameters): (Row | Wrong)[] {
  const damages = damageColumns(parameters)
  const nameOf = (at: number) => `damage${at}`
  const columns: Columns = Object.fromEntries(damages.map(({ column }, at) => [nameOf(at), column]))
  const found = readRows(table, columns)
  return readRows(table, SECTION_SHEET).map(({ row, values, problems }, place): Row | Wrong => {
    const other = found[place]
    if (!values || !other?.values) return { row, problems: [...problems, ...(other?.problems ?? [])] }
    const amounts = other.values
    const seen = damages.flatMap(({ part, kind, severity, column }, at): FoundDamage[] => {
      const amount = amounts[nameOf(at)]
      return typeof amount === 'string' ? [{ part, kind, severity, heading: column.heading, amount }] : []
    })
    const { route, direction, from, to } = values
    return { row, values, damages: seen, stretch: { route, direction, fromM: Math.min(from, to), toM: Math.max(from, to) } }
  })
}

/** Stretches of one route and direction that cover the same metres, in the file or against what is stored. */
function overlapsAmong(rows: readonly Row[], inForce: readonly Inspection[]): ReadonlyMap<number, CellProblem[]> {
  const faults = new Map<number, CellProblem[]>()
  const note = (row: number, message: Bilingual) =>
    faults.set(row, [...(faults.get(row) ?? []), { column: SECTION_SHEET.from.heading.zh, message }])
  const replaced = new Set(rows.map(({ stretch }) => keyOf(stretch)))
  const all = [
    ...rows.map(({ row, stretch }) => ({ row, ...stretch })),
    ...inForce
      .filter((one) => !replaced.has(keyOf(one)))
      .map(({ route, direction, fromM, toM }) => ({ row: null, route, direction, fromM, toM })),
  ].sort((a, b) => compare(a.route, b.route) || compare(a.direction, b.direction) || a.fromM - b.fromM)
  let last = all[0]
  for (const next of all.slice(1)) {
    if (last && last.route === next.route && last.direction === next.direction && next.fromM < last.toM) {
      if (next.row !== null) note(next.row, overlap(last))
      if (last.row !== null) note(last.row, overlap(next))
      if (last.toM > next.toM) continue
    }
    last = next
  }
  return faults
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const NO_LENGTH = { zh: '起点与终点桩号相同，路段没有长度。', en: 'Both stakes are the same, so the section has no length.' }
const unknownUnit = (code: string): Bilingual => ({
  zh: `没有编码为“${code}”的部门。请先导入部门，或改为已有的编码。`,
  en: `There is no unit with the code “${code}”. Import units first, or use a code that exists.`,
})
const overlap = (other: { row: number | null; fromM: number; toM: number }): Bilingual => {
  const stretch = `${stakeText(other.fromM)}-${stakeText(other.toM)}`
  return other.row === null
    ? { zh: `与已导入的路段 ${stretch} 重叠。`, en: `Overlaps the section ${stretch} imported before.` }
    : { zh: `与第 ${other.row} 行的路段 ${stretch} 重叠。`, en: `Overlaps the section ${stretch} in row ${other.row}.` }
}
