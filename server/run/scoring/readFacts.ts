import type { CardDesign } from '@milepost/contract/design/card'
import { isComputedByFormula, type MeasureDesign } from '@milepost/contract/design/measure'
import { type Holder, holderKey } from '@milepost/contract/run/holder'
import { type AskedLine, earlierPlans, earlierVersions, findScorecardId, listMeasures, readAskedLines } from '../../design/published.ts'
import { type Cycle, listCycles, listPeopleDuring, listUnits, type Unit } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { listBonuses } from '../bonuses/data.ts'
import { readFormulas, reportedParts } from '../computed/formulasOf.ts'
import { listPeriods } from '../periods/data.ts'
import { listKindsInUse, type StoredValue, valuesInForce } from '../values/data.ts'
import { listVetoes } from '../vetoes/data.ts'
import { type Facts, factsOf, linesOf } from './facts.ts'
import { asOneSeries, kindsAsOneSeries, type Series } from './oneSeries.ts'
import { holderTree } from './sources.ts'

type Given = { readonly cycle: Cycle; readonly today: string }

type LinesGiven = {
  readonly lines: readonly AskedLine[]
  readonly cardIds: readonly string[]
  /** The people whose cards these are. */
  readonly holderIds: readonly string[]
}

/** Reads what the scores of these cards rest on in a cycle: a handful of queries, however many cards. */
export const readFacts = (tx: Tx, institutionId: string, { cards, ...given }: Given & { readonly cards: readonly CardDesign[] }) =>
  readFactsOf(tx, institutionId, {
    ...given,
    lines: cards.flatMap(linesOf),
    cardIds: cards.map((card) => card.cardId),
    holderIds: cards.flatMap((card) => card.personId ?? []),
  })

/**
 * The same for lines of which only the measure and the holder are known. Which units report a measure is told by the cards of the
 * cycle's own scorecard.
 */
export async function readFactsOf(
  tx: Tx,
  institutionId: string,
  { cycle, lines: given, cardIds, holderIds, today }: Given & LinesGiven,
): Promise<Facts> {
  const earlier = await earlierPlans(tx, institutionId, cardIds)
  const lines = [...given, ...earlier.flatMap(linesOf)]
  const measureIds = [...new Set(lines.map((line) => line.measureId))]
  const onCards = await listMeasures(tx, institutionId, { measureIds })
  const formulas = onCards.some(isComputedByFormula) ? ((await readFormulas(tx, institutionId))?.(cycle.cycleId) ?? null) : null
  const parts = formulas ? onCards.flatMap((measure) => reportedParts(measure, formulas)) : []
  const measures = [...new Map([...onCards, ...parts].map((measure) => [measure.measureId, measure])).values()]
  const scorecardId = await findScorecardId(tx, institutionId, cycle.cycleId)
  const upper = scorecardId ? await readAskedLines(tx, institutionId, scorecardId, { holderKinds: ['institution', 'unit'] }) : []
  const series = await earlierVersions(tx, institutionId, measures, { apart: upper.map((line) => line.measureId) })
  const inSeries = [...measures.map((measure) => measure.measureId), ...series.keys()]
  const units = await listUnits(tx, institutionId)
  const holders = holdersBehind(lines, units)
  return factsOf({
    cycle,
    today,
    measures,
    formulas,
    asked: upper.length > 0 ? upper : lines,
    earlier,
    vetoes: await listVetoes(tx, institutionId, cardIds),
    bonuses: await listBonuses(tx, institutionId, { cardIds }),
    people: await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn }, [
      ...new Set([...holderIds, ...holders.flatMap((holder) => (holder.kind === 'person' ? [holder.personId] : []))]),
    ]),
    periods: await listPeriods(tx, institutionId, { cycleId: cycle.cycleId }),
    units,
    values: asOneSeries(await valuesInForce(tx, institutionId, { cycleIds: [cycle.cycleId], measureIds: inSeries, holders }), series),
    kindsInUse: kindsAsOneSeries(await listKindsInUse(tx, institutionId, { cycleId: cycle.cycleId, measureIds: inSeries }), series),
    valuesBefore: asOneSeries(await valuesToCarry(tx, institutionId, { cycle, measures, series, holders }), series),
  })
}

/** Whose values the lines look at: each holder named, and the units below, whose values may make up its figure; nobody else's are read. */
function holdersBehind(lines: readonly AskedLine[], units: readonly Unit[]): Holder[] {
  const tree = holderTree(units)
  const found = new Map<string, Holder>()
  const note = (holder: Holder): void => {
    if (found.has(holderKey(holder))) return
    found.set(holderKey(holder), holder)
    for (const below of tree.below(holder)) note(below)
  }
  for (const { valuesOf } of lines) note(valuesOf)
  return [...found.values()]
}

/** The cycle before, for the levels that may be carried from it. */
async function valuesToCarry(
  tx: Tx,
  institutionId: string,
  {
    cycle,
    measures,
    series,
    holders,
  }: { readonly cycle: Cycle; readonly measures: readonly MeasureDesign[]; readonly series: Series; readonly holders: readonly Holder[] },
): Promise<StoredValue[]> {
  const levels = measures.filter(
    (one) => one.timeAggregation === 'last' && (one.missingPolicy === 'carry' || one.undefinedPolicy === 'carry'),
  )
  const before = levels.length === 0 ? undefined : (await listCycles(tx, institutionId)).find((one) => one.year === cycle.year - 1)
  if (!before) return []
  const own = levels.map((one) => one.measureId)
  const earlier = [...series].flatMap(([was, is]) => (own.includes(is) ? [was] : []))
  return valuesInForce(tx, institutionId, { cycleIds: [before.cycleId], measureIds: [...own, ...earlier], holders })
}
