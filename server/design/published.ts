/** What later rooms may read of the design. Everything here is read inside the caller's transaction. */
import type { CardSubject } from '@milepost/access/subjects'
import type { CardDesign, DevelopmentGoal } from '@milepost/contract/design/card'
import type { MeasureDesign } from '@milepost/contract/design/measure'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import type { ScoringRule } from '@milepost/scorecard/rules'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { Tx } from '../platform/database/database.ts'
import { type AskedLine, askedLines } from './card/askedLines.ts'
import { nameOf } from './card/cardDesigns.ts'
import { type CardFilter, countCards, findCardHolder, listCardRows, listPlanStates } from './card/data.ts'
import { cardsWhere } from './card/readCards.ts'
import { listMeasureIdsByCycle, listMeasureRows, type MeasureFilter } from './measure/data.ts'
import { measureOfRow, newestOfEach } from './measure/measureDesigns.ts'
import { listGoalRows } from './plan/data.ts'
import { listNotAgreed } from './plan/exceptionData.ts'
import { goalOfRow } from './plan/goals.ts'
import { findScorecardRow, listScorecardRows } from './scorecard/data.ts'
import { findScorecardDesign } from './scorecard/scorecardDesigns.ts'
import { listTargetChanges } from './targetChange/data.ts'
import { listVersions } from './version/data.ts'

export type { CardDesign, CardMeasure, DevelopmentGoal } from '@milepost/contract/design/card'
export type { MeasureDesign } from '@milepost/contract/design/measure'
export type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
export type { AskedLine } from './card/askedLines.ts'
export { type CardFilter, cardsOfPeople as recordsOfPeople } from './card/data.ts'

/** The scorecard of a cycle: perspectives, objectives, links. null: none has been made. */
export const findScorecard = (tx: Tx, institutionId: string, cycleId: string): Promise<ScorecardDesign | null> =>
  findScorecardDesign(tx, institutionId, { cycleId })

/** The same where only its id is asked for: one query. */
export const findScorecardId = async (tx: Tx, institutionId: string, cycleId: string): Promise<string | null> =>
  (await findScorecardRow(tx, institutionId, { cycleId }))?.scorecard_id ?? null

export const findScorecardById = (tx: Tx, institutionId: string, scorecardId: string): Promise<ScorecardDesign | null> =>
  findScorecardDesign(tx, institutionId, { scorecardId })

/** When the scorecard of a cycle was first published, by whom, and the reason given. null: there is none, or it is a draft. */
export async function findPublication(
  tx: Tx,
  institutionId: string,
  cycleId: string,
): Promise<{ on: Date; by: string; reason: string } | null> {
  const scorecard = await findScorecardRow(tx, institutionId, { cycleId })
  const first = scorecard && (await listVersions(tx, institutionId, scorecard.scorecard_id)).at(-1)
  return first ? { on: first.publishedAt, by: first.publishedBy, reason: first.reason } : null
}

/** Every scorecard there is, drafts too: its cycle, name and state. */
export async function listScorecards(
  tx: Tx,
  institutionId: string,
): Promise<Pick<ScorecardDesign, 'scorecardId' | 'cycleId' | 'name' | 'state'>[]> {
  return (await listScorecardRows(tx, institutionId)).map((row) => ({
    scorecardId: row.scorecard_id,
    cycleId: row.cycle_id,
    name: { zh: row.name_zh, en: row.name_en },
    state: row.state === 'published' ? 'published' : 'draft',
  }))
}

/**
 * The cards of a scorecard, each as perspective -> objective -> measure with weight, rule, aggregation and `valuesOf`
 * (whose values it is scored with). Institution first, then units, then persons.
 */
export const readCards = (tx: Tx, institutionId: string, scorecardId: string, filter: CardFilter = {}): Promise<CardDesign[]> =>
  cardsWhere(tx, institutionId, { ...filter, scorecardId })

/** Only what the lines of these cards ask for: the measure, whose values, the weight. Much cheaper than the cards themselves. */
export const readAskedLines = (tx: Tx, institutionId: string, scorecardId: string, filter: CardFilter = {}): Promise<AskedLine[]> =>
  askedLines(tx, institutionId, { ...filter, scorecardId })

/** One card by its id, of whatever scorecard. */
export const findCard = (tx: Tx, institutionId: string, cardId: string): Promise<CardDesign | null> =>
  one(cardsWhere(tx, institutionId, { cardIds: [cardId] }))

export const findCardOfInstitution = (tx: Tx, institutionId: string, scorecardId: string): Promise<CardDesign | null> =>
  one(cardsWhere(tx, institutionId, { scorecardId, holderKind: 'institution' }))

export type CardHolderName = { readonly cardId: string; readonly kind: CardDesign['holderKind']; readonly name: Bilingual } & CardSubject

/** Who holds the cards of a scorecard, without what is on them: institution first, then units, then persons. */
export const listCardHolders = async (tx: Tx, institutionId: string, scorecardId: string): Promise<CardHolderName[]> =>
  (await listCardRows(tx, institutionId, { scorecardId })).map((row) => ({
    cardId: row.card_id,
    kind: row.holder_kind as CardDesign['holderKind'],
    unitId: row.unit_id,
    personId: row.person_id,
    name: nameOf(row),
  }))

/** How many plans there are and how many both sides have agreed. */
export const countPlans = async (tx: Tx, institutionId: string, scorecardId: string): Promise<{ plans: number; agreed: number }> => {
  const { plans, plansAgreed } = await countCards(tx, institutionId, scorecardId)
  return { plans, agreed: plansAgreed }
}

/** Whose plan is how far: by person, the state. Much cheaper than the plans themselves. */
export const planStates = async (tx: Tx, institutionId: string, scorecardId: string): Promise<ReadonlyMap<string, string>> =>
  new Map((await listPlanStates(tx, institutionId, scorecardId)).map((row) => [row.person_id ?? '', row.state]))

/** The plan of a person; null when the person has none (leaders have none). */
export const findCardOfPerson = (tx: Tx, institutionId: string, scorecardId: string, personId: string): Promise<CardDesign | null> =>
  one(cardsWhere(tx, institutionId, { scorecardId, holderKind: 'person', personIds: [personId] }))

/** Plans that were never agreed by both sides, with a leader's decision not to score them where there is one. */
export const plansNotAgreed = (tx: Tx, institutionId: string, scorecardId: string) => listNotAgreed(tx, institutionId, scorecardId)

/** For the record rule of `card.read` and `ticket.read`. null: there is no such card. */
export async function cardSubject(tx: Tx, institutionId: string, cardId: string): Promise<CardSubject | null> {
  const holder = await findCardHolder(tx, institutionId, cardId)
  return holder ? { personId: holder.person_id, unitId: holder.unit_id } : null
}

/** The rules a card was agreed with, of those lines whose target was changed since. Empty: none was. */
export async function plannedRules(tx: Tx, institutionId: string, cardId: string): Promise<ReadonlyMap<string, ScoringRule>> {
  const rules = new Map<string, ScoringRule>()
  for (const change of await listTargetChanges(tx, institutionId, { cardId }))
    if (change.decision === 'approved' && !rules.has(change.cardMeasureId)) rules.set(change.cardMeasureId, change.before)
  return rules
}

/** The measures the institution uses, newest version of each code unless asked by id. */
export async function listMeasures(tx: Tx, institutionId: string, filter: MeasureFilter = {}): Promise<MeasureDesign[]> {
  const measures = (await listMeasureRows(tx, institutionId, filter)).map(measureOfRow)
  return filter.measureIds === undefined ? newestOfEach(measures) : measures
}

/** Measures, in any version, that have a formula over others. */
export const listFormulaMeasures = async (tx: Tx, institutionId: string): Promise<MeasureDesign[]> =>
  (await listMeasureRows(tx, institutionId, { withFormula: true })).map(measureOfRow)

/**
 * Earlier versions that are one series with these measures, each with the one it leads to: back to the last change of what is counted.
 * Asks nothing while all are first versions. Versions that stand `apart` are in use beside them.
 */
export async function earlierVersions(
  tx: Tx,
  institutionId: string,
  measures: readonly MeasureDesign[],
  { apart = [] }: { readonly apart?: readonly string[] } = {},
): Promise<ReadonlyMap<string, string>> {
  const later = measures.filter(({ version, definition }) => version > 1 && definition.comparability === 'minor')
  if (later.length === 0) return new Map()
  const asked = new Set([...measures.map(({ measureId }) => measureId), ...apart])
  const all = (await listMeasureRows(tx, institutionId, { codes: later.map(({ code }) => code) })).map(measureOfRow)
  const found = new Map<string, string>()
  for (const measure of later) {
    let now: MeasureDesign | undefined = measure
    while (now?.definition.comparability === 'minor') {
      const { code, version }: MeasureDesign = now
      now = all.find((one) => one.code === code && one.version === version - 1)
      if (now && !asked.has(now.measureId)) found.set(now.measureId, measure.measureId)
    }
  }
  return found
}

/** Finds the version of a measure that a cycle's cards hold, or the newest one where they hold none. */
export type MeasureFinder = (code: string, cycleId: string) => MeasureDesign | null

export async function readMeasureFinder(tx: Tx, institutionId: string): Promise<MeasureFinder> {
  const all = (await listMeasureRows(tx, institutionId)).map(measureOfRow)
  const byId = new Map(all.map((measure) => [measure.measureId, measure]))
  const held = new Map<string, MeasureDesign>()
  for (const { cycle_id, measure_id } of await listMeasureIdsByCycle(tx, institutionId)) {
    const measure = byId.get(measure_id)
    const known = measure && held.get(`${cycle_id} ${measure.code.toUpperCase()}`)
    if (measure && (!known || known.version < measure.version)) held.set(`${cycle_id} ${measure.code.toUpperCase()}`, measure)
  }
  const newest = new Map(newestOfEach(all).map((measure) => [measure.code.toUpperCase(), measure]))
  return (code, cycleId) => held.get(`${cycleId} ${code.toUpperCase()}`) ?? newest.get(code.toUpperCase()) ?? null
}

/** The development goals on these cards, soonest first. They are completed and evidenced, never scored. */
export async function developmentGoals(tx: Tx, institutionId: string, cardIds: readonly string[]): Promise<DevelopmentGoal[]> {
  return cardIds.length === 0 ? [] : (await listGoalRows(tx, institutionId, cardIds)).map(goalOfRow)
}

const one = async (found: Promise<CardDesign[]>): Promise<CardDesign | null> => (await found)[0] ?? null

export { type EarlierPlan, earlierPlans } from './amendment/earlierPlans.ts'
export { putWeights } from './card/putWeights.ts'
export { conditionsOf } from './conditionsOf.ts'
export { tasksOf } from './tasks.ts'
