import type { ComputedValue } from '@milepost/contract/run/computed'
import { type Holder, holderKey } from '@milepost/contract/run/holder'
import type { FormulaValues } from '@milepost/scorecard/formula/computeFormula'
import type { Tx } from '../../platform/database/database.ts'
import { listPeriods, type Period } from '../periods/data.ts'
import { type NewRevision, type StoredValue, valuesInForce } from '../values/data.ts'
import { computePlace, type PlaceFigures } from './computePlace.ts'
import { type ComputedMeasure, type Formulas, readFormulas } from './formulasOf.ts'

type Touched = Pick<NewRevision, 'measureId' | 'periodId' | 'holder' | 'recordedAt' | 'recordedByAccountId' | 'recordedBy'>

/**
 * The revisions that follow from those just recorded: every measure whose formula names one of them, in the same period and in later open
 * ones of the cycle, for the same holder. What a part lacks the whole lacks; a correction of a part is a revision of the whole.
 */
export async function revisionsByFormula(tx: Tx, institutionId: string, touched: readonly Touched[]): Promise<NewRevision[]> {
  const formulasOf = await readFormulas(tx, institutionId)
  if (formulasOf === null) return []
  const periods = await listPeriods(tx, institutionId)
  const cycleOf = new Map(periods.map((period) => [period.periodId, period.cycleId]))
  const found: NewRevision[] = []
  for (const cycleId of new Set(touched.flatMap((one) => cycleOf.get(one.periodId) ?? []))) {
    const within = touched.filter((one) => cycleOf.get(one.periodId) === cycleId)
    const formulas = formulasOf(cycleId)
    const concerned = concernedBy(within, formulas)
    if (concerned.length === 0) continue
    const stored = await valuesInForce(tx, institutionId, {
      cycleIds: [cycleId],
      measureIds: idsOf(concerned, formulas),
      holders: within.map((one) => one.holder),
    })
    const inCycle = periods.filter((period) => period.cycleId === cycleId)
    found.push(...revisionsIn({ touched: within, concerned, stored, periods: inCycle, formulas }))
  }
  return found
}

/** The computed measures that rest, directly or through others, on what was recorded; in the order of computing. */
function concernedBy(touched: readonly Touched[], { inOrder, find }: Formulas): ComputedMeasure[] {
  const ids = new Set(touched.map((one) => one.measureId))
  return inOrder.filter(({ measure, parts }) => {
    const rests = parts.some((code) => ids.has(find(code)?.measureId ?? ''))
    if (rests) ids.add(measure.measureId)
    return rests
  })
}

const idsOf = (concerned: readonly ComputedMeasure[], { find }: Formulas) => [
  ...new Set(concerned.flatMap(({ measure, parts }) => [measure.measureId, ...parts.flatMap((code) => find(code)?.measureId ?? [])])),
]

type Given = {
  readonly touched: readonly Touched[]
  readonly concerned: readonly ComputedMeasure[]
  readonly stored: readonly StoredValue[]
  /** Of the cycle, in time order. */
  readonly periods: readonly Period[]
  readonly formulas: Formulas
}
type Figure = { readonly value: string | null; readonly state: string; readonly revision: number | null }

function revisionsIn({ touched, concerned, stored, periods, formulas }: Given): NewRevision[] {
  const byPlace = new Map(stored.map((value) => [placeOf(value.measureId, value.periodId, value.holder), value]))
  const periodById = new Map(periods.map((period) => [period.periodId, period]))
  const revisions: NewRevision[] = []
  for (const same of groupedByHolderAndKind(touched, periodById)) {
    const [{ one, kind }] = same
    const { holder } = one
    const ofKind = periods.filter((period) => period.kind === kind)
    const first = same.map(({ period }) => period.startsOn).sort()[0] ?? ''
    const known = new Map<string, Map<string, Figure>>()
    const note = (code: string, measureId: string) => {
      const figures = ofKind.map((period): [string, Figure] => [
        period.code,
        figureOf(byPlace.get(placeOf(measureId, period.periodId, holder))),
      ])
      known.set(code, new Map(figures))
    }
    for (const computed of concerned) {
      for (const code of computed.parts) {
        const measureId = formulas.find(code)?.measureId
        if (measureId !== undefined && !known.has(code)) note(code, measureId)
      }
      if (!known.has(computed.measure.code)) note(computed.measure.code, computed.measure.measureId)
      // in another kind of period it has values already: a second one would count twice
      if (stored.some((value) => isOf(value, computed, holder) && value.periodKind !== kind && saysFigure(value))) continue
      for (const period of ofKind.filter(({ state, startsOn }) => state === 'open' && startsOn >= first)) {
        const before = byPlace.get(placeOf(computed.measure.measureId, period.periodId, holder))
        const revision = revisionOf(computed, { known, period, before, by: one })
        if (!revision) continue
        revisions.push(revision)
        known.get(computed.measure.code)?.set(period.code, {
          value: revision.actual,
          state: revision.state,
          revision: revision.revision,
        })
      }
    }
  }
  return revisions
}

const isOf = (value: StoredValue, { measure }: ComputedMeasure, holder: Holder) =>
  value.measureId === measure.measureId && holderKey(value.holder) === holderKey(holder)

const saysFigure = ({ state }: Pick<StoredValue, 'state'>) => state === 'reported' || state === 'estimated'

type Placed = { readonly one: Touched; readonly period: Period; readonly kind: Period['kind'] }

function groupedByHolderAndKind(touched: readonly Touched[], periods: ReadonlyMap<string, Period>): (readonly [Placed, ...Placed[]])[] {
  const groups = new Map<string, [Placed, ...Placed[]]>()
  for (const one of touched) {
    const period = periods.get(one.periodId)
    if (!period) continue
    const placed: Placed = { one, period, kind: period.kind }
    const key = `${holderKey(one.holder)} ${period.kind}`
    const group = groups.get(key)
    if (group) group.push(placed)
    else groups.set(key, [placed])
  }
  return [...groups.values()]
}

const NOTHING: Figure = { value: null, state: 'missing', revision: null }

function figureOf(value: StoredValue | undefined): Figure {
  if (!value) return NOTHING
  const { actual, state, revision } = value
  return { value: saysFigure(value) ? actual : null, state, revision }
}

type Asked = {
  readonly known: ReadonlyMap<string, ReadonlyMap<string, Figure>>
  readonly period: Period
  readonly before: StoredValue | undefined
  readonly by: Touched
}

/** null: it says what it said before, or there was nothing and is nothing. What was granted as not applicable or suspended stays. */
function revisionOf(computed: ComputedMeasure, { known, period, before, by }: Asked): NewRevision | null {
  if (before && (before.state === 'not-applicable' || before.state === 'suspended')) return null
  const values: FormulaValues = new Map(
    [...known].map(([code, figures]) => [code, new Map([...figures].map(([at, figure]) => [at, figure.value]))]),
  )
  const placed = computePlace(computed, values, period.code)
  const said = before !== undefined && saysFigure(before)
  if (placed.figures === null && !said) return null
  const inputs = inputsOf(placed, known)
  const provenance: ComputedValue = { formula: computed.measure.definition.calculation, inputs }
  const estimated = inputs.some((input) => known.get(input.code)?.get(input.period)?.state === 'estimated')
  const state = placed.figures === null ? 'withdrawn' : estimated ? 'estimated' : 'reported'
  const figures = placed.figures ?? { actual: null, numerator: null, denominator: null }
  if (before && said && before.state === state && JSON.stringify(before.computed ?? null) === JSON.stringify(provenance)) return null
  return {
    ...figures,
    measureId: computed.measure.measureId,
    periodId: period.periodId,
    holder: by.holder,
    state,
    n: null,
    detail: null,
    note: inputs
      .map(({ code, period: at, value, revision }) => `${code} ${at} = ${value ?? '–'}${revision ? ` (r${revision})` : ''}`)
      .join('; '),
    source: `formula ${provenance.formula}`,
    computed: provenance,
    revision: (before?.revision ?? 0) + 1,
    recordedAt: by.recordedAt,
    recordedByAccountId: by.recordedByAccountId,
    recordedBy: by.recordedBy,
  }
}

/** Each figure that was looked at, once. */
function inputsOf({ used }: PlaceFigures, known: Asked['known']): ComputedValue['inputs'] {
  const seen = new Set<string>()
  return used.flatMap(({ code, period, value }) => {
    const key = `${code} ${period}`
    if (seen.has(key)) return []
    seen.add(key)
    const figure = known.get(code)?.get(period) ?? NOTHING
    return [{ code, period, value, revision: figure.revision }]
  })
}

const placeOf = (measureId: string, periodId: string, holder: Holder) => `${measureId} ${periodId} ${holderKey(holder)}`
