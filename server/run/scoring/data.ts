import { cardInput } from '@milepost/contract/run/cardInput'
import { cardResult } from '@milepost/contract/run/cardResult'
import type { CardInput } from '@milepost/scorecard/card'
import type { CardResult } from '@milepost/scorecard/cardResult'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'

const scoreThen = z.object({ score: z.string().nullable(), status: z.string() })
/** A card whose official score or status differs from the run before; null: not scored in that run. */
const cardChange = z.object({ cardId: z.string(), before: scoreThen.nullable(), after: scoreThen.nullable() })
export type CardChange = z.infer<typeof cardChange>

export type ScoreRun = {
  readonly runId: string
  readonly cycleId: string
  readonly revision: number
  readonly engineVersion: string
  readonly inputHash: string
  readonly reason: string
  readonly changes: readonly CardChange[]
  readonly ranAt: Date
  readonly ranBy: string
}

/** Newest first. */
export async function listRuns(tx: Tx, institutionId: string, cycleId: string): Promise<ScoreRun[]> {
  const rows = await tx
    .selectFrom('score_run')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .orderBy('revision', 'desc')
    .execute()
  return rows.map((row) => ({
    runId: row.run_id,
    cycleId: row.cycle_id,
    revision: row.revision,
    engineVersion: row.engine_version,
    inputHash: row.input_hash,
    reason: row.reason,
    changes: z.array(cardChange).parse(row.changes),
    ranAt: row.ran_at,
    ranBy: row.ran_by,
  }))
}

/** What was frozen for a card, without the whole of it. */
export type OfficialScore = {
  readonly cardId: string
  readonly holderKind: 'institution' | 'unit' | 'person'
  readonly unitId: string | null
  readonly personId: string | null
  /** Two places, half away from zero; null: the card could not be scored. */
  readonly officialScore: string | null
  /** Without loss, "250/3". */
  readonly score: string | null
  readonly coverageBp: number
  /** Band code (A to D), or the kind of status that has no band. */
  readonly status: string
  /** Below a gate the committee has not lifted: no ranking and no pay on this score. */
  readonly provisional: boolean
}

export async function listOfficialScores(tx: Tx, institutionId: string, runId: string, cardId?: string): Promise<OfficialScore[]> {
  let query = tx
    .selectFrom('card_score')
    .innerJoin('card', (join) =>
      join.onRef('card.institution_id', '=', 'card_score.institution_id').onRef('card.card_id', '=', 'card_score.card_id'),
    )
    .select([
      'card_score.card_id',
      'holder_kind',
      'unit_id',
      'person_id',
      'official_score',
      'score',
      'coverage_bp',
      'status',
      'provisional',
    ])
    .$narrowType<{ holder_kind: OfficialScore['holderKind'] }>()
    .where('card_score.institution_id', '=', institutionId)
    .where('card_score.run_id', '=', runId)
  if (cardId !== undefined) query = query.where('card_score.card_id', '=', cardId)
  const rows = await query.orderBy('holder_kind').orderBy('card_score.card_id').execute()
  return rows.map((row) => ({
    cardId: row.card_id,
    holderKind: row.holder_kind,
    unitId: row.unit_id,
    personId: row.person_id,
    officialScore: row.official_score,
    score: row.score,
    coverageBp: row.coverage_bp,
    status: row.status,
    provisional: row.provisional,
  }))
}

/** How many cards each run of a cycle fixed. */
export async function countScores(tx: Tx, institutionId: string, cycleId: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('card_score')
    .innerJoin('score_run', (join) =>
      join.onRef('score_run.institution_id', '=', 'card_score.institution_id').onRef('score_run.run_id', '=', 'card_score.run_id'),
    )
    .select(['card_score.run_id', (eb) => eb.fn.countAll().as('n')])
    .where('card_score.institution_id', '=', institutionId)
    .where('score_run.cycle_id', '=', cycleId)
    .groupBy('card_score.run_id')
    .execute()
  return new Map(rows.map((row) => [row.run_id, Number(row.n)]))
}

/** Everything that was taken and given for one card in one run. */
export async function findOfficialScore(
  tx: Tx,
  institutionId: string,
  given: { runId: string; cardId: string },
): Promise<{ readonly input: CardInput; readonly result: CardResult } | null> {
  const row = await tx
    .selectFrom('card_score')
    .select(['input', 'result'])
    .where('institution_id', '=', institutionId)
    .where('run_id', '=', given.runId)
    .where('card_id', '=', given.cardId)
    .executeTakeFirst()
  return row ? { input: cardInput.parse(row.input), result: cardResult.parse(row.result) } : null
}

/** What a run took for the cards of the institution and of units, with the unit that holds each. */
export async function listOfficialInputs(
  tx: Tx,
  institutionId: string,
  runId: string,
): Promise<{ readonly unitId: string | null; readonly input: CardInput }[]> {
  const rows = await tx
    .selectFrom('card_score')
    .innerJoin('card', (join) =>
      join.onRef('card.institution_id', '=', 'card_score.institution_id').onRef('card.card_id', '=', 'card_score.card_id'),
    )
    .select(['unit_id', 'input'])
    .where('card_score.institution_id', '=', institutionId)
    .where('card_score.run_id', '=', runId)
    .where('holder_kind', 'in', ['institution', 'unit'])
    .orderBy('holder_kind')
    .orderBy('card_score.card_id')
    .execute()
  return rows.map((row) => ({ unitId: row.unit_id, input: cardInput.parse(row.input) }))
}

export type NewCardScore = {
  readonly cardId: string
  readonly input: CardInput
  readonly result: CardResult
  readonly score: string | null
  readonly officialScore: string | null
  readonly coverageBp: number
  readonly status: string
  readonly provisional: boolean
}

export async function insertRun(tx: Tx, institutionId: string, run: ScoreRun): Promise<void> {
  await tx
    .insertInto('score_run')
    .values({
      institution_id: institutionId,
      run_id: run.runId,
      cycle_id: run.cycleId,
      revision: run.revision,
      engine_version: run.engineVersion,
      input_hash: run.inputHash,
      reason: run.reason,
      changes: JSON.stringify(run.changes),
      ran_at: run.ranAt,
      ran_by: run.ranBy,
    })
    .execute()
}

/** Results are large, so few go into one statement. */
const CARDS_A_STATEMENT = 20

export async function insertCardScores(tx: Tx, institutionId: string, runId: string, scores: readonly NewCardScore[]): Promise<void> {
  for (let from = 0; from < scores.length; from += CARDS_A_STATEMENT) {
    await tx
      .insertInto('card_score')
      .values(
        scores.slice(from, from + CARDS_A_STATEMENT).map((one) => ({
          institution_id: institutionId,
          run_id: runId,
          card_id: one.cardId,
          input: JSON.stringify(one.input),
          result: JSON.stringify(one.result),
          score: one.score,
          official_score: one.officialScore,
          coverage_bp: one.coverageBp,
          status: one.status,
          provisional: one.provisional,
        })),
      )
      .execute()
  }
}
