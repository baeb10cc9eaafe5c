import type { Tx } from '../../platform/database/database.ts'
import { findAskedByBallot } from '../waves/findAsked.ts'
import { AnswerColumns, readStored } from '../waves/storedAnswers.ts'

/** One ballot as it was cast: a random number, its group, and what was chosen. Nothing of it leads to who cast it. */
export type BallotSheet = {
  readonly ballotId: string
  readonly stratum: string
  /** The stack and the number on the paper; null: it came by a link. */
  readonly paper: { readonly batch: string; readonly no: number } | null
  readonly choiceOf: (item: string) => string | null
}

/** The ballots of a vote that have left their boxes, in the order of their random numbers. */
export async function listBallotSheets(
  tx: Tx,
  { institutionId, waveId }: { institutionId: string; waveId: string },
): Promise<BallotSheet[]> {
  const { questionnaire } = await findAskedByBallot(tx, institutionId, waveId)
  const rows = await tx
    .selectFrom('ballot.answer_sheet')
    .select(['sheet_id', 'stratum_code', 'channel', 'batch', 'paper_no', 'answers'])
    .where('institution_id', '=', institutionId)
    .where('wave_id', '=', waveId)
    .orderBy('sheet_id')
    .execute()
  const columns = new AnswerColumns(questionnaire.instrument, rows.length)
  const sheets = columns.add(rows.map((row) => readStored(row.answers)))
  return rows.map((row, at) => {
    const answers = sheets[at]
    return {
      ballotId: row.sheet_id,
      stratum: row.stratum_code,
      paper: row.channel === 'paper' ? { batch: row.batch ?? '', no: row.paper_no ?? 0 } : null,
      choiceOf: (item) => answers?.get(item)?.choice ?? null,
    }
  })
}
