import { DONE } from '@milepost/contract/fields'
import { withdrawPublication } from '@milepost/contract/open/publications'
import { Refusal } from '@milepost/contract/refusals'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { insertPublication, listPublicationRows, type PublicationRow, setPublished, setWithdrawn } from './data.ts'
import { refuseNames } from './refuseNames.ts'
import { findPublication, insideOf, isRead, snapshotOf } from './rows.ts'

/**
 * A named leader withdraws, with a reason the public reads. The figures it had replaced do not come back by themselves; where the leader says
 * that they stand, they are published again as a revision of their own.
 */
export const withdrawPublicationRoute = serve(withdrawPublication, {
  run: async ({ tx, institutionId, input, now, today, actor, audit }) => {
    const { publicationId, reason, earlier } = input
    const row = await findPublication(tx, institutionId, publicationId)
    if (row.state !== 'published') throw new Refusal('publication-not-published')
    await refuseNames(tx, institutionId, {
      days: { from: `${row.year}-01-01`, to: today },
      texts: { '/reason/zh': reason.zh, '/reason/en': reason.en },
    })
    if (earlier === 'stands') await publishAgain(tx, institutionId, { withdrawn: row, reason, now, today, by: actor.name })
    await setWithdrawn(tx, { institutionId, publicationId, reason, on: today })
    audit({
      kind: 'publication',
      id: publicationId,
      detail: { hash: row.snapshot_hash, wasPublishedFor: row.reason, reason: reason.zh, earlier },
    })
    return DONE
  },
})

type Again = { withdrawn: PublicationRow; reason: Bilingual; now: Date; today: string; by: string }

async function publishAgain(tx: Tx, institutionId: string, { withdrawn, reason, now, today, by }: Again): Promise<void> {
  const ofYear = (await listPublicationRows(tx, institutionId)).filter((row) => row.cycle_id === withdrawn.cycle_id)
  const newest = ofYear.find((row) => row.published_at !== null)
  const stands = ofYear.find((row) => row.revision < withdrawn.revision && isRead(row, today))
  if (!stands || newest?.publication_id !== withdrawn.publication_id) throw new Refusal('no-earlier-revision')
  const publicationId = newId()
  await insertPublication(tx, {
    institutionId,
    publicationId,
    cycleId: stands.cycle_id,
    revision: Math.max(...ofYear.map(({ revision }) => revision)) + 1,
    snapshot: snapshotOf(stands),
    hash: stands.snapshot_hash,
    inside: insideOf(stands),
    insideHash: stands.inside_hash,
    at: now,
    by,
  })
  const [gone, again] = [withdrawn.revision, stands.revision]
  await setPublished(tx, {
    institutionId,
    publicationId,
    reason: {
      zh: `第 ${gone} 版撤回后，第 ${again} 版的数字继续有效。撤回原因：${reason.zh}`,
      en: `Revision ${gone} was withdrawn, and the figures of revision ${again} stand again. Why it was withdrawn: ${reason.en || reason.zh}`,
    },
    endsOn: stands.ends_on,
    at: now,
    by,
  })
}
