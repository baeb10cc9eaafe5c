/** What later rooms may read of the run. Everything here is read inside the caller's transaction. */
import type { CardInput } from '@milepost/scorecard/card'
import type { ConditionIndex } from '@milepost/terms/road'
import { findCard } from '../design/published.ts'
import { listUnits } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import { type CheckIn, listCheckIns } from './checkIns/data.ts'
import { type Incident, listFiles, listIncidents } from './incidents/data.ts'
import { inspectionsInForce } from './inspections/data.ts'
import { type Network, networkOf } from './inspections/network.ts'
import { findPeriod, type Period, listPeriods as periodsOf } from './periods/data.ts'
import { listNotes, type RedNote } from './redLines/data.ts'
import { findOfficialScore, listOfficialInputs, listOfficialScores, listRuns, type OfficialScore, type ScoreRun } from './scoring/data.ts'
import { evidenceOf, type ValueEvidence } from './scoring/evidence.ts'
import { type LiveAsked, type LiveScore, liveScore } from './scoring/liveScore.ts'

export { type CheckIn, checkInsOfPeople as recordsOfPeople } from './checkIns/data.ts'
export type { Network } from './inspections/network.ts'
export type { Period } from './periods/data.ts'
export type { OfficialScore, ScoreRun } from './scoring/data.ts'
export type { ValueEvidence } from './scoring/evidence.ts'
export type { LiveScore } from './scoring/liveScore.ts'

/** The newest official run of a cycle. null: the scores have not been fixed yet. */
export const latestOfficialRun = async (tx: Tx, institutionId: string, cycleId: string): Promise<ScoreRun | null> =>
  (await listRuns(tx, institutionId, cycleId))[0] ?? null

/** Every official run of a cycle, newest first. */
export const officialRuns = (tx: Tx, institutionId: string, cycleId: string): Promise<ScoreRun[]> => listRuns(tx, institutionId, cycleId)

/** What a run fixed for every card: institution first, then units, then persons. */
export const officialCardScores = (tx: Tx, institutionId: string, runId: string): Promise<OfficialScore[]> =>
  listOfficialScores(tx, institutionId, runId)

/** Everything a run took and gave for one card: enough to replay the score. null: the card was not in the run. */
export const officialCardScore = (tx: Tx, institutionId: string, runId: string, cardId: string) =>
  findOfficialScore(tx, institutionId, { runId, cardId })

/** What a run took for the cards of the institution and of units. */
export const officialInputs = (tx: Tx, institutionId: string, runId: string) => listOfficialInputs(tx, institutionId, runId)

/** The score of a card as the values stand now: input, result, hash of the input. null: no such card or cycle. */
export const liveCardResult = (tx: Tx, institutionId: string, asked: LiveAsked): Promise<LiveScore | null> =>
  liveScore(tx, institutionId, asked)

/**
 * Where the values behind a score came from: who recorded them, when, from which source, in which revisions. `input` is that of
 * `officialCardScore` or `liveCardResult`.
 */
export async function valueHistory(tx: Tx, institutionId: string, given: { cardId: string; input: CardInput }): Promise<ValueEvidence[]> {
  const card = await findCard(tx, institutionId, given.cardId)
  return card ? evidenceOf(tx, institutionId, { card, input: given.input }) : []
}

/** The check-ins of a person (null: of everybody), newest first; of one cycle, if asked. */
export const checkInsOf = (tx: Tx, institutionId: string, personId: string | null, cycleId?: string): Promise<CheckIn[]> =>
  listCheckIns(tx, institutionId, { ...(personId === null ? {} : { personId }), ...(cycleId === undefined ? {} : { cycleId }) })

/** Critical incidents of a person in a cycle, newest first, each with how many files of evidence it has. */
export async function incidentsOf(
  tx: Tx,
  institutionId: string,
  asked: { readonly cycleId: string; readonly personId: string },
): Promise<(Incident & { readonly files: number })[]> {
  const incidents = await listIncidents(tx, institutionId, asked)
  const files = await listFiles(
    tx,
    institutionId,
    incidents.map((one) => one.incidentId),
  )
  return incidents.map((one) => ({ ...one, files: files.filter((file) => file.incident_id === one.incidentId).length }))
}

/** What was written about red measures of a cycle, newest first. */
export const redNotesOf = (tx: Tx, institutionId: string, cycleId: string): Promise<RedNote[]> => listNotes(tx, institutionId, { cycleId })

/** Network rates of the roads surveyed in a period, whole and by unit. null: no such period, or nothing surveyed in it. */
export async function networkRates(
  tx: Tx,
  institutionId: string,
  periodCode: string,
  index: ConditionIndex = 'MQI',
): Promise<Network | null> {
  const period = await findPeriod(tx, institutionId, { code: periodCode })
  const inspections = period ? await inspectionsInForce(tx, institutionId, { periodId: period.periodId }) : []
  return inspections.length === 0 ? null : networkOf(inspections, await listUnits(tx, institutionId), index)
}

/** The periods of a cycle in time order, the longer before the shorter that begins with it. */
export const listPeriods = (tx: Tx, institutionId: string, cycleId: string): Promise<Period[]> => periodsOf(tx, institutionId, { cycleId })

export { conditionsOf } from './conditionsOf.ts'
export { type LaterLinks, linksOnTime } from './links/readLinks.ts'
export { messagesOf } from './messagesOf.ts'
export { copyPeriods } from './periods/copyPeriods.ts'
export { type PlanResult, planResults } from './scoring/planResults.ts'
export { type ReportedLine, reportedSoFar } from './scoring/reportedSoFar.ts'
export { tasksOf } from './tasks.ts'
