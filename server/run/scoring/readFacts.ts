import type { CardDesign } from '@milepost/contract/design/card'
import { isComputedByFormula, type MeasureDesign } from '@milepost/contract/design/measure'
import { type AskedLine, earlierPlans, earlierVersions, findScorecard, listMeasures, readAskedLines } from '../../design/published.ts'
import { type Cycle, listCycles, listPeopleDuring, listUnits } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { listBonuses } from '../bonuses/data.ts'
import { readFormulas, reportedParts } from '../computed/formulasOf.ts'
import { listPeriods } from '../periods/data.ts'
import { listKindsInUse, type StoredValue, valuesInForce } from '../values/data.ts'
import { listVetoes } from '../vetoes/data.ts'
import { type Facts, factsOf, linesOf } from './facts.ts'
import { asOneSeries, kindsAsOneSeries, type Series } from './oneSeries.ts'

type Given = { readonly cycle: Cycle; readonly today: string }

/** Reads what the scores of these cards rest on in a cycle: a handful of queries, however many cards. */
export const readFacts = (tx: Tx, institutionId: string, { cards, ...given }: Given & { readonly cards: readonly CardDesign[] }) =>
  readFactsOf(tx, institutionId, { ...given, lines: cards.flatMap(linesOf), cardIds: cards.map((card) => card.cardId) })

/**
 * The same for lines of which only the measure and the holder are known. Which units report a measure is told by the cards of the
 * cycle's own scorecard.
 */
export async function readFactsOf(
  tx: Tx,
  institutionId: string,
  { cycle, lines: given, cardIds, today }: Given & { readonly lines: readonly AskedLine[]; readonly cardIds: readonly string[] },
): Promise<Facts> {
  const scorecard = await findScorecard(tx, institutionId, cycle.cycleId)
  const upper = scorecard ? await readAskedLines(tx, institutionId, scorecard.scorecardId, { holderKinds: ['institution', 'unit'] }) : []
  const earlier = await earlierPlans(tx, institutionId, cardIds)
  const lines = [...given, ...earlier.flatMap(linesOf)]
  const measureIds = [...new Set([...lines, ...upper].map((line) => line.measureId))]
  const onCards = await listMeasures(tx, institutionId, { measureIds })
  const formulas = onCards.some(isComputedByFormula) ? ((await readFormulas(tx, institutionId))?.(cycle.cycleId) ?? null) : null
  const parts = formulas ? onCards.flatMap((measure) => reportedParts(measure, formulas)) : []
  const measures = [...new Map([...onCards, ...parts].map((measure) => [measure.measureId, measure])).values()]
  const series = await earlierVersions(tx, institutionId, measures)
  const inSeries = [...measures.map((measure) => measure.measureId), ...series.keys()]
  return factsOf({
    cycle,
    today,
    measures,
    formulas,
    asked: upper.length > 0 ? upper : lines,
    earlier,
    vetoes: await listVetoes(tx, institutionId, cardIds),
    bonuses: await listBonuses(tx, institutionId, { cardIds }),
    people: await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn }),
    periods: await listPeriods(tx, institutionId, { cycleId: cycle.cycleId }),
    units: await listUnits(tx, institutionId),
    values: asOneSeries(
      await valuesInForce(tx, institutionId, { cycleIds: [cycle.cycleId], measureIds: inSeries, personIds: peopleOf(lines) }),
      series,
    ),
    kindsInUse: kindsAsOneSeries(await listKindsInUse(tx, institutionId, cycle.cycleId), series),
    valuesBefore: asOneSeries(await valuesToCarry(tx, institutionId, { cycle, measures, series }), series),
  })
}

/** Whose own values the lines look at; nobody else's are read. */
const peopleOf = (lines: readonly AskedLine[]) => [
  ...new Set(lines.flatMap(({ valuesOf }) => (valuesOf.kind === 'person' ? [valuesOf.personId] : []))),
]

/** The cycle before, for the levels that may be carried from it. */
async function valuesToCarry(
  tx: Tx,
  institutionId: string,
  { cycle, measures, series }: { readonly cycle: Cycle; readonly measures: readonly MeasureDesign[]; readonly series: Series },
): Promise<StoredValue[]> {
  const levels = measures.filter(
    (one) => one.timeAggregation === 'last' && (one.missingPolicy === 'carry' || one.undefinedPolicy === 'carry'),
  )
  const before = levels.length === 0 ? undefined : (await listCycles(tx, institutionId)).find((one) => one.year === cycle.year - 1)
  if (!before) return []
  const own = levels.map((one) => one.measureId)
  const earlier = [...series].flatMap(([was, is]) => (own.includes(is) ? [was] : []))
  return valuesInForce(tx, institutionId, { cycleIds: [before.cycleId], measureIds: [...own, ...earlier] })
}
