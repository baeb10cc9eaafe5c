import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { findScorecardRow, type ScorecardRow } from './data.ts'

/** The scorecard that is to be changed; one that has been published is not. */
export async function draftScorecard(tx: Tx, institutionId: string, scorecardId: string): Promise<ScorecardRow> {
  const row = await knownScorecard(tx, institutionId, scorecardId)
  if (row.state === 'published') throw new Refusal('scorecard-published')
  return row
}

export async function knownScorecard(tx: Tx, institutionId: string, scorecardId: string): Promise<ScorecardRow> {
  const row = await findScorecardRow(tx, institutionId, { scorecardId })
  if (!row) throw new Refusal('not-found')
  return row
}
