import type { CardDesign, CardMeasure } from '@milepost/contract/design/card'
import type { MeasureDesign } from '@milepost/contract/design/measure'
import { type Holder, holderKey } from '@milepost/contract/run/holder'
import type { AskedLine, EarlierPlan } from '../../design/published.ts'
import type { Cycle, Days, Person, Unit } from '../../institution/published.ts'
import type { Bonus } from '../bonuses/data.ts'
import { type Formulas, reportedParts } from '../computed/formulasOf.ts'
import type { Period } from '../periods/data.ts'
import type { PeriodKind } from '../periods/periodCode.ts'
import type { KindInUse, StoredValue } from '../values/data.ts'
import type { VetoDecision } from '../vetoes/data.ts'
import { type HolderTree, holderTree } from './sources.ts'

/** All that the scores of a cycle rest on, read once and looked up by measure and holder. */
export type Facts = {
  readonly cycle: Cycle
  readonly periods: readonly Period[]
  readonly kinds: ReadonlySet<PeriodKind>
  readonly tree: HolderTree
  readonly unitById: ReadonlyMap<string, Unit>
  readonly measureById: ReadonlyMap<string, MeasureDesign>
  /** What is reported in place of a measure: itself, or where a formula computes it the reported measures that is made of. */
  readonly reportedFor: (measure: MeasureDesign) => readonly MeasureDesign[]
  /** Values in force in the cycle, by measure and holder. */
  readonly valuesOf: (measureId: string, holder: Holder) => readonly StoredValue[]
  /** Kinds of period in which the measure has values, by level. */
  readonly kindsWithValues: (measureId: string, level: Holder['kind']) => ReadonlySet<PeriodKind>
  /** A card of the cycle carries the measure with the holder's own values. */
  readonly isExpected: (measureId: string, holder: Holder) => boolean
  /** The last value of the cycle before, for levels that may be carried. */
  readonly valueBefore: (measureId: string, holder: Holder) => StoredValue | null
  /** The part of the cycle a holder was there for; null: all of it. */
  readonly windowOf: (holder: Holder) => Days | null
  /** What leaders decided of veto items, by card. */
  readonly vetoesOf: (cardId: string) => readonly VetoDecision[]
  /** Points outside the weights that were granted, by card. */
  readonly bonusesOf: (cardId: string) => readonly Bonus[]
  /** What an amended plan was before, oldest first. */
  readonly earlierOf: (cardId: string) => readonly EarlierPlan[]
  readonly today: string
}

export type FactsGiven = {
  readonly cycle: Cycle
  readonly periods: readonly Period[]
  readonly units: readonly Unit[]
  readonly measures: readonly MeasureDesign[]
  readonly formulas: Formulas | null
  readonly values: readonly StoredValue[]
  readonly valuesBefore: readonly StoredValue[]
  readonly kindsInUse: readonly KindInUse[]
  /** What the cards of the cycle's own scorecard ask for. */
  readonly asked: readonly AskedLine[]
  readonly vetoes: readonly VetoDecision[]
  readonly bonuses: readonly Bonus[]
  readonly earlier: readonly EarlierPlan[]
  readonly people: readonly Pick<Person, 'personId' | 'joinedOn' | 'leftOn'>[]
  readonly today: string
}

const NOBODY: readonly StoredValue[] = []
const NO_KINDS: ReadonlySet<PeriodKind> = new Set()
const placeOf = (measureId: string, holder: Holder) => `${measureId} ${holderKey(holder)}`

/** A statement that says something about the holder's figure; what was withdrawn or only asked for does not. */
export const speaks = ({ state }: StoredValue): boolean => state !== 'withdrawn' && state !== 'not-applicable-asked'

export const linesOf = (card: Pick<CardDesign, 'perspectives'>): CardMeasure[] =>
  card.perspectives.flatMap((perspective) => perspective.objectives.flatMap((objective) => objective.measures))

export function factsOf(given: FactsGiven): Facts {
  const values = new Map<string, StoredValue[]>()
  const kindsWithValues = new Map<string, Set<PeriodKind>>()
  for (const value of given.values) {
    const place = placeOf(value.measureId, value.holder)
    const list = values.get(place)
    if (list) list.push(value)
    else values.set(place, [value])
  }
  for (const { measureId, level, kind } of given.kindsInUse) {
    const series = `${measureId} ${level}`
    kindsWithValues.set(series, (kindsWithValues.get(series) ?? new Set()).add(kind))
  }
  const before = new Map<string, StoredValue>()
  for (const value of given.valuesBefore) {
    const place = placeOf(value.measureId, value.holder)
    const known = before.get(place)
    if (speaks(value) && (!known || known.periodCode < value.periodCode)) before.set(place, value)
  }
  const expected = new Set(given.asked.map((line) => placeOf(line.measureId, line.valuesOf)))
  return {
    cycle: given.cycle,
    periods: given.periods,
    kinds: new Set(given.periods.map((period) => period.kind)),
    tree: holderTree(given.units.filter((unit) => unit.closedOn === null || unit.closedOn > given.cycle.startsOn)),
    unitById: new Map(given.units.map((unit) => [unit.unitId, unit])),
    measureById: new Map(given.measures.map((measure) => [measure.measureId, measure])),
    reportedFor: (measure) => (given.formulas ? reportedParts(measure, given.formulas) : [measure]),
    valuesOf: (measureId, holder) => values.get(placeOf(measureId, holder)) ?? NOBODY,
    kindsWithValues: (measureId, level) => kindsWithValues.get(`${measureId} ${level}`) ?? NO_KINDS,
    isExpected: (measureId, holder) => expected.has(placeOf(measureId, holder)),
    valueBefore: (measureId, holder) => before.get(placeOf(measureId, holder)) ?? null,
    windowOf: windowsIn(given),
    vetoesOf: (cardId) => given.vetoes.filter((one) => one.cardId === cardId && one.effect !== 'none'),
    bonusesOf: (cardId) => given.bonuses.filter((one) => one.cardId === cardId && one.decision?.verdict === 'granted'),
    earlierOf: (cardId) => given.earlier.filter((one) => one.cardId === cardId),
    today: given.today,
  }
}

/** Somebody who joined or left, or a unit that was closed, during the cycle is asked only for the days in between. */
function windowsIn({ cycle, people, units }: FactsGiven): Facts['windowOf'] {
  const windows = new Map<string, Days>()
  const note = (key: string, from: string, to: string | null) => {
    const days = { from: from > cycle.startsOn ? from : cycle.startsOn, to: to !== null && to < cycle.endsOn ? to : cycle.endsOn }
    if (days.from <= days.to && (days.from > cycle.startsOn || days.to < cycle.endsOn)) windows.set(key, days)
  }
  for (const { personId, joinedOn, leftOn } of people) note(holderKey({ kind: 'person', personId }), joinedOn, leftOn)
  for (const { unitId, closedOn } of units) note(holderKey({ kind: 'unit', unitId }), cycle.startsOn, closedOn)
  return (holder) => windows.get(holderKey(holder)) ?? null
}
