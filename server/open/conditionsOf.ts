import { type Conditions, type Cycle, met, open } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import { listPublicationRows } from './publication/data.ts'

/** What the opening knows of the guards of the cycle: the public page has been published. */
export async function conditionsOf(tx: Tx, institutionId: string, cycle: Cycle): Promise<Conditions> {
  const newest = (await listPublicationRows(tx, institutionId)).find((row) => row.cycle_id === cycle.cycleId && row.published_at !== null)
  const published = newest?.state === 'published'
  return {
    'indices-computed': published
      ? met('公开页已发布。', 'The public page is published.', '/open')
      : open('公开页尚未发布。', 'The public page has not been published.', '/open'),
  }
}
