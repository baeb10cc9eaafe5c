import { isComputedByFormula, type MeasureDesign } from '@milepost/contract/design/measure'
import type { Holder } from '@milepost/contract/run/holder'
import { compare } from '@milepost/exact/exact'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { MeasureFinder } from '../../design/published.ts'
import type { CellProblem } from '../../platform/spreadsheet/columns.ts'
import type { JudgedRow } from '../../platform/spreadsheet/importRows.ts'
import type { Period } from '../periods/data.ts'
import { placeKey } from '../scoring/gaps.ts'
import { foreignUnit } from './cellValue.ts'
import type { StoredValue } from './data.ts'
import { doubtsInWords, type Histories } from './doubts.ts'
import type { Grains } from './grains.ts'
import type { HolderFinder } from './holderFinder.ts'
import { type Figures, judgeFigures } from './judgeFigures.ts'
import {
  closedCycle,
  closedPeriod,
  computedOne,
  mixedGrain,
  needsReason,
  repeatedValue,
  toConfirm,
  twoFigures,
  unknownMeasure,
  unknownPeriod,
} from './problems.ts'
import type { RawRow, RawValue } from './rawValue.ts'

export type WantedValue = Figures & {
  readonly measureId: string
  readonly periodId: string
  readonly holder: Holder
  readonly state: 'reported' | 'estimated' | 'not-applicable-asked'
  readonly note: string
  readonly doubts: readonly Bilingual[]
  /** Of the one in force; 0: there is none. */
  readonly after: number
}

export type Knowledge = {
  readonly findMeasure: MeasureFinder
  readonly periods: ReadonlyMap<string, Period>
  readonly findHolder: HolderFinder
  /** The value in force at a place, withdrawn ones too. */
  readonly inForce: ReadonlyMap<string, StoredValue>
  readonly grains: Grains
  readonly histories: Histories
  /** Doubtful figures have been looked at and are right. */
  readonly confirmed: boolean
  /** Years of cycles that take nothing more, by cycle. */
  readonly closedCycles: ReadonlyMap<string, number>
}

type Place = { readonly measure: MeasureDesign; readonly period: Period; readonly holder: Holder }

/** Judges the values of a file; a blank one says nothing, and the same file again changes nothing. */
export function judgeValues(rows: readonly RawRow[], known: Knowledge): JudgedRow<WantedValue>[] {
  const placed = rows.map((row) => ({ row, found: row.raw ? findPlace(row, row.raw, known) : { problems: row.problems } }))
  const others = rowsAtSamePlace(
    placed.flatMap(({ row, found }) => ('place' in found && says(row) ? [{ row: row.row, key: keyOf(found.place) }] : [])),
  )
  return placed.map(({ row, found }): JudgedRow<WantedValue> => {
    const { raw, named: key } = row
    if (!('place' in found) || !raw)
      return { row: row.row, key, judged: { verdict: 'wrong', problems: 'place' in found ? [] : found.problems } }
    if (raw.value.kind === 'blank' && !says(row)) return { row: row.row, key, judged: { verdict: 'same' } }
    const twins = others.get(keyOf(found.place))?.filter((other) => other !== row.row) ?? []
    const judged = judgeOne(row, raw, found.place, known)
    const problems = [...judged.problems, ...(twins.length > 0 ? [repeatedValue(row.called('value'), key, twins)] : [])]
    if (problems.length > 0 || !judged.wanted) return { row: row.row, key, judged: { verdict: 'wrong', problems } }
    const before = known.inForce.get(keyOf(found.place))
    if (before && saysTheSame(before, judged.wanted)) return { row: row.row, key, judged: { verdict: 'same' } }
    const changes = before !== undefined && before.state !== 'withdrawn'
    const isCorrection = changes && isSettled(before)
    const faults = [
      ...(isCorrection && judged.wanted.note === '' ? [needsReason(row.called('value'), before)] : []),
      ...(known.confirmed ? [] : judged.wanted.doubts.map((message) => ({ column: row.called('value'), message: toConfirm(message) }))),
    ]
    if (faults.length > 0) return { row: row.row, key, judged: { verdict: 'wrong', problems: faults } }
    return { row: row.row, key, judged: { verdict: changes ? 'changed' : 'new', save: judged.wanted } }
  })
}

const keyOf = ({ measure, period, holder }: Place) => placeKey(measure.measureId, period.periodId, holder)

/** A row says something when its value cell does, or the parts of a ratio do. */
const says = ({ raw }: RawRow): boolean => raw !== null && (raw.value.kind !== 'blank' || raw.numerator !== null)

function findPlace(row: RawRow, raw: RawValue, known: Knowledge): { place: Place } | { problems: readonly CellProblem[] } {
  const period = known.periods.get(raw.periodCode)
  const measure = known.findMeasure(raw.measureCode, period?.cycleId ?? '')
  const holder = known.findHolder(raw.scope, raw.level)
  if (measure && period && holder.ok) return { place: { measure, period, holder: holder.holder } }
  return {
    problems: [
      ...(measure ? [] : [unknownMeasure(row.called('measureCode'), raw.measureCode)]),
      ...(holder.ok ? [] : [{ column: row.called('scope'), message: holder.message }]),
      ...(period ? [] : [unknownPeriod(row.called('periodCode'), raw.periodCode)]),
    ],
  }
}

type JudgedOne = { readonly problems: readonly CellProblem[]; readonly wanted: WantedValue | null }

function judgeOne(row: RawRow, raw: RawValue, place: Place, known: Knowledge): JudgedOne {
  const { measure, period, holder } = place
  const problems: CellProblem[] = []
  const closedYear = known.closedCycles.get(period.cycleId)
  if (closedYear !== undefined) problems.push(closedCycle(row.called('periodCode'), closedYear))
  else if (period.state === 'closed') problems.push(closedPeriod(row.called('periodCode'), period.code))
  const other = known.grains.otherThan(period.kind, { measureId: measure.measureId, cycleId: period.cycleId, level: holder.kind })
  if (other) problems.push(mixedGrain(row.called('periodCode'), { measure, period: period.code, other }))
  if (isComputedByFormula(measure) && raw.value.kind !== 'not-applicable') problems.push(computedOne(row.called('value'), measure))
  const base = {
    measureId: measure.measureId,
    periodId: period.periodId,
    holder,
    note: raw.note,
    doubts: [],
    after: known.inForce.get(keyOf(place))?.revision ?? 0,
  }
  if (raw.value.kind === 'not-applicable') {
    if (raw.numerator !== null) problems.push(twoFigures(row.called('value')))
    const nothing: Figures = { actual: null, numerator: null, denominator: null, n: null, detail: null }
    return { problems, wanted: { ...base, ...nothing, state: 'not-applicable-asked' } }
  }
  const unit = raw.value.kind === 'figure' ? foreignUnit(raw.value.unit, measure.unit) : null
  if (unit) problems.push({ column: row.called('value'), message: unit })
  const given = {
    actual: raw.value.kind === 'figure' ? raw.value.value : null,
    numerator: raw.numerator,
    denominator: raw.denominator,
    n: raw.n,
    detail: null,
  }
  const judged = judgeFigures(given, measure, period.kind)
  if (!judged.ok) {
    problems.push(...judged.problems.map(({ field, message }) => ({ column: row.called(field === 'actual' ? 'value' : field), message })))
    return { problems, wanted: null }
  }
  const { figures } = judged
  const doubts = doubtsInWords(figures.actual, measure, known.histories({ measureId: measure.measureId, holder, period }))
  return { problems, wanted: { ...base, ...figures, doubts, state: raw.estimated ? 'estimated' : 'reported' } }
}

function rowsAtSamePlace(keyed: readonly { readonly row: number; readonly key: string }[]): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>()
  for (const { row, key } of keyed) rows.set(key, [...(rows.get(key) ?? []), row])
  return rows
}

/** An estimate is made final and a request is answered without a reason; what was reported, granted or suspended is corrected with one. */
export const isSettled = ({ state }: Pick<StoredValue, 'state'>): boolean =>
  state !== 'withdrawn' && state !== 'estimated' && state !== 'not-applicable-asked'

/** A not-applicable that was granted says the same as one asked for; a note is compared only where the file has one. */
export function saysTheSame(before: StoredValue, wanted: Omit<WantedValue, 'after' | 'doubts'>): boolean {
  const granted = before.state === 'not-applicable' && wanted.state === 'not-applicable-asked'
  if (!granted && before.state !== wanted.state) return false
  if (wanted.note !== '' && wanted.note !== before.note) return false
  const same = (a: string | null, b: string | null) => (a === null || b === null ? a === b : compare(a, b) === 0)
  return (
    same(before.actual, wanted.actual) &&
    same(before.numerator, wanted.numerator) &&
    same(before.denominator, wanted.denominator) &&
    before.n === wanted.n &&
    JSON.stringify(before.detail) === JSON.stringify(wanted.detail)
  )
}
