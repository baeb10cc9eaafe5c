import { Refusal } from '@milepost/contract/refusals'
import type { Holder } from '@milepost/contract/run/holder'
import { MOST_VALUES_SHOWN, readMissing, readValueHistory, readValues } from '@milepost/contract/run/values'
import { listMeasures } from '../../design/published.ts'
import { findCycle, listPeopleDuring, listUnits } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { findPeriod, listPeriods } from '../periods/data.ts'
import { type DuePlace, isGap } from '../scoring/gaps.ts'
import { gapView, readDue, readHolderNames } from '../scoring/readDue.ts'
import { checksOf, isUnchecked, type ValueCheck } from './checkData.ts'
import { listRevisions, type StoredValue, valuesInForce } from './data.ts'
import { readMayRead } from './mayRead.ts'
import { type MayVerify, readMayVerify } from './mayVerify.ts'
import { valueView } from './valueView.ts'
import { readWaitsFor } from './waitsFor.ts'

export const readValuesRoute = serve(readValues, {
  run: async ({ tx, institutionId, input, actor, today }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const days = { from: cycle.startsOn, to: cycle.endsOn }
    const mayRead = await readMayRead(tx, institutionId, actor, days)
    const isWithin = input.unitId === undefined ? () => true : await withinUnit(tx, institutionId, input.unitId, days)
    const measureIds =
      input.measureCode === undefined
        ? input.measureId === undefined
          ? undefined
          : [input.measureId]
        : (await listMeasures(tx, institutionId)).filter(({ code }) => code === input.measureCode).map(({ measureId }) => measureId)
    const stored = await valuesInForce(tx, institutionId, { cycleIds: [cycle.cycleId], measureIds })
    const wanted = (value: StoredValue) =>
      (input.asked === undefined ? value.state !== 'withdrawn' : value.state === 'not-applicable-asked') &&
      (input.level === undefined || value.holder.kind === input.level) &&
      (input.period === undefined || value.periodCode === input.period) &&
      isWithin(value.holder) &&
      mayRead(value.holder)
    const wantedOnes = stored.filter(wanted)
    const checks = await checksOf(tx, institutionId, input.check === undefined ? [] : wantedOnes.map((one) => one.valueId))
    const mayVerify = await readMayVerify(tx, institutionId, actor, today)
    const waitsFor = input.check === 'mine' ? await readWaitsFor(tx, institutionId, actor, today) : () => true
    const found = input.check === undefined ? wantedOnes : wantedOnes.filter(checkedAs(input.check, checks, waitsFor))
    const known = await readKnown(tx, institutionId, { values: found.slice(0, MOST_VALUES_SHOWN), cycle, mayVerify })
    const values = found.slice(0, MOST_VALUES_SHOWN).map((value) => valueView(value, { ...known, actor }))
    const inOrder = values.sort((a, b) => compare(a.measure.code, b.measure.code) || compare(a.period.code, b.period.code))
    return { values: inOrder, total: found.length }
  },
})

export const readValueHistoryRoute = serve(readValueHistory, {
  run: async ({ tx, institutionId, input, actor, today }) => {
    const [value] = await listRevisions(tx, institutionId, { valueId: input.valueId })
    const period = value && (await findPeriod(tx, institutionId, { periodId: value.periodId }))
    const cycle = period && (await findCycle(tx, institutionId, period.cycleId))
    if (!value || !cycle) throw new Refusal('not-found')
    const mayRead = await readMayRead(tx, institutionId, actor, { from: cycle.startsOn, to: cycle.endsOn })
    if (!mayRead(value.holder)) throw new Refusal('not-found')
    const revisions = await listRevisions(tx, institutionId, {
      measureIds: [value.measureId],
      periodIds: [value.periodId],
      holders: [value.holder],
    })
    const mayVerify = await readMayVerify(tx, institutionId, actor, today)
    const known = await readKnown(tx, institutionId, { values: revisions, cycle, mayVerify })
    return { revisions: revisions.map((one) => valueView(one, { ...known, actor })).reverse() }
  },
})

/** A period that was closed takes nothing more: what it lacks was given a reason when it was closed, and is nobody's work any longer. */
const whenOf = ({ state }: DuePlace) => (state === 'missing' ? 'closed' : state === 'late' ? 'overdue' : 'not-due')

/** What the cards of the cycle want and nobody has said yet. */
export const readMissingRoute = serve(readMissing, {
  run: async ({ tx, institutionId, input, actor, today }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const { places } = await readDue(tx, institutionId, { cycle, today })
    const mayRead = await readMayRead(tx, institutionId, actor, { from: cycle.startsOn, to: cycle.endsOn })
    const names = await readHolderNames(tx, institutionId, cycle)
    const found = places
      .filter((place) => isGap(place) && (input.when === 'all' ? whenOf(place) !== 'closed' : input.when === whenOf(place)))
      .filter((place) => (input.period === undefined || place.period.code === input.period) && mayRead(place.holder))
      .sort(
        (a, b) => compare(a.period.dueOn, b.period.dueOn) || compare(a.measure.code, b.measure.code) || level(a.holder) - level(b.holder),
      )
    return { gaps: found.slice(0, MOST_VALUES_SHOWN).map((place) => gapView(place, names)), total: found.length }
  },
})

const level = ({ kind }: Holder) => ['institution', 'unit', 'person'].indexOf(kind)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function checkedAs(asked: 'none' | 'mine' | 'returned', checks: ReadonlyMap<string, ValueCheck>, waitsFor: MayVerify) {
  if (asked === 'returned') return (value: StoredValue) => checks.get(value.valueId)?.verdict === 'returned'
  return (value: StoredValue) => isUnchecked(value, checks) && waitsFor(value)
}

type ToKnow = {
  readonly values: readonly StoredValue[]
  readonly cycle: { readonly startsOn: string; readonly endsOn: string }
  readonly mayVerify: MayVerify
}

async function readKnown(tx: Tx, institutionId: string, { values, cycle, mayVerify }: ToKnow) {
  const measureIds = [...new Set(values.map((value) => value.measureId))]
  return {
    measures: new Map((await listMeasures(tx, institutionId, { measureIds })).map((one) => [one.measureId, one])),
    periods: new Map((await listPeriods(tx, institutionId)).map((one) => [one.periodId, one])),
    names: await readHolderNames(tx, institutionId, cycle),
    checks: await checksOf(
      tx,
      institutionId,
      values.map((one) => one.valueId),
    ),
    mayVerify,
  }
}

/** The unit, everything below it, and the people who stand there. */
async function withinUnit(tx: Tx, institutionId: string, unitId: string, days: { from: string; to: string }) {
  const parentOf = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.parentUnitId]))
  const unitOf = new Map((await listPeopleDuring(tx, institutionId, days)).map((person) => [person.personId, person.unitId]))
  return (holder: Holder): boolean => {
    if (holder.kind === 'institution') return false
    const start = holder.kind === 'unit' ? holder.unitId : unitOf.get(holder.personId)
    for (let at = start ?? null; at !== null; at = parentOf.get(at) ?? null) if (at === unitId) return true
    return false
  }
}
