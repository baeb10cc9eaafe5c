import { judgements } from '@milepost/contract/choose/choice'
import { type WeightsAdoption, weightsAdoption } from '@milepost/contract/run/weighing'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'

/** What was judged of the weights of a scorecard's perspectives, or of the measures under one of them. Revision 0: nothing yet. */
export type Weighing = {
  readonly judgements: Readonly<Record<string, string>>
  readonly order: readonly string[]
  readonly ratios: readonly number[]
  readonly revision: number
  readonly adopted: WeightsAdoption | null
}
type Place = { readonly scorecardId: string; readonly about: string }

export async function findWeighing(tx: Tx, institutionId: string, { scorecardId, about }: Place): Promise<Weighing> {
  const row = await tx
    .selectFrom('weighing')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('scorecard_id', '=', scorecardId)
    .where('about', '=', about)
    .executeTakeFirst()
  if (!row) return { judgements: {}, order: [], ratios: [], revision: 0, adopted: null }
  return {
    judgements: judgements.parse(row.judgements),
    order: z.array(z.string()).parse(row.order_codes),
    ratios: z.array(z.number()).parse(row.ratios),
    revision: row.revision,
    adopted: row.adopted === null ? null : weightsAdoption.parse(row.adopted),
  }
}

/** Writes the next revision; false: somebody else did so meanwhile. */
export async function putWeighing(tx: Tx, institutionId: string, { scorecardId, about }: Place, given: Weighing): Promise<boolean> {
  const set = {
    judgements: JSON.stringify(given.judgements),
    order_codes: JSON.stringify(given.order),
    ratios: JSON.stringify(given.ratios),
    adopted: given.adopted === null ? null : JSON.stringify(given.adopted),
    revision: given.revision + 1,
  }
  const own = { institution_id: institutionId, scorecard_id: scorecardId, about }
  const written =
    given.revision === 0
      ? await tx
          .insertInto('weighing')
          .values({ ...own, ...set })
          .onConflict((on) => on.doNothing())
          .executeTakeFirst()
      : await tx
          .updateTable('weighing')
          .set(set)
          .where('institution_id', '=', institutionId)
          .where('scorecard_id', '=', scorecardId)
          .where('about', '=', about)
          .where('revision', '=', given.revision)
          .executeTakeFirst()
  return Number('numUpdatedRows' in written ? written.numUpdatedRows : written.numInsertedOrUpdatedRows) === 1
}
