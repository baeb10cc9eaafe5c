import { criterion, judgements, method, ratings, reasons } from '@milepost/contract/choose/choice'
import { basis } from '@milepost/contract/choose/comparison'
import { Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { findChoice, lockChoice } from './data.ts'

/** A comparison as stored, its documents parsed. */
export type StoredChoice = ReturnType<typeof choiceOf>

export function choiceOf(row: NonNullable<Awaited<ReturnType<typeof findChoice>>>) {
  return {
    choiceId: row.choice_id,
    title: { zh: row.title_zh, en: row.title_en },
    revision: row.revision,
    isDecided: row.state === 'decided',
    criteria: z.array(criterion).parse(row.criteria),
    methods: z.array(method).parse(row.methods),
    judgements: judgements.parse(row.judgements),
    ratings: ratings.parse(row.ratings),
    reasons: reasons.parse(row.reasons),
    basis: basis.parse({ weights: row.weights_from, ratings: row.ratings_from }),
  }
}

export async function storedChoice(tx: Tx, institutionId: string, choiceId: string): Promise<StoredChoice> {
  const row = await findChoice(tx, institutionId, choiceId)
  if (!row) throw new Refusal('not-found')
  return choiceOf(row)
}

/** The comparison, locked for a change; refused when it is decided or, with a revision, when somebody changed it meanwhile. */
export async function openedChoice(
  tx: Tx,
  institutionId: string,
  { choiceId, revision }: { readonly choiceId: string; readonly revision?: number },
): Promise<StoredChoice> {
  const row = await lockChoice(tx, institutionId, choiceId)
  if (!row) throw new Refusal('not-found')
  if (row.state === 'decided') throw new Refusal('choice-decided')
  if (revision !== undefined && row.revision !== revision) throw new Refusal('changed-meanwhile')
  return choiceOf(row)
}
