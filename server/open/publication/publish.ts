import { DONE } from '@milepost/contract/fields'
import {
  listPublications,
  type PublicSnapshot,
  preparePublication,
  previewPublication,
  publicationLine,
  publicSnapshot,
  publishPublication,
  readMisses,
  withdrawPublication,
} from '@milepost/contract/open/publications'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle } from '../../institution/published.ts'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { insertPublication, listPublicationRows, type PublicationRow, setPublished, setWithdrawn } from './data.ts'
import { refuseNames } from './refuseNames.ts'
import { takeSnapshot } from './snapshot.ts'

const lineOf = (row: PublicationRow) => ({
  publicationId: row.publication_id,
  year: row.year,
  revision: row.revision,
  state: publicationLine.shape.state.parse(row.state),
  hash: row.snapshot_hash,
  preparedAt: row.prepared_at.toISOString(),
  preparedBy: row.prepared_by,
  publishedAt: row.published_at?.toISOString() ?? null,
  publishedBy: row.published_by,
  reason: row.reason,
})

export const listPublicationsRoute = serve(listPublications, {
  run: async ({ tx, institutionId }) => ({ publications: (await listPublicationRows(tx, institutionId)).map(lineOf) }),
})

/** A snapshot is immutable: a correction is a new revision. */
export const preparePublicationRoute = serve(preparePublication, {
  run: async ({ tx, institutionId, input, today, now, actor, config, audit }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    await refuseNames(tx, institutionId, {
      days: { from: cycle.startsOn, to: today },
      texts: { '/story/zh': input.story.zh, '/story/en': input.story.en, '/contact': input.contact, ...textsOf(input.misses) },
    })
    const snapshot = await takeSnapshot(tx, institutionId, {
      cycle,
      today,
      timeZone: config.timeZone,
      story: input.story,
      contact: input.contact,
      misses: input.misses,
    })
    const before = (await listPublicationRows(tx, institutionId)).filter((row) => row.cycle_id === input.cycleId)
    const publicationId = newId()
    const hash = contentHash(snapshot)
    await insertPublication(tx, {
      institutionId,
      publicationId,
      cycleId: input.cycleId,
      revision: (before[0]?.revision ?? 0) + 1,
      snapshot,
      hash,
      at: now,
      by: actor.name,
    })
    audit({ kind: 'publication', id: publicationId, detail: { hash } })
    return { publicationId }
  },
})

const textsOf = (misses: Readonly<Record<string, { zh: string; en: string }>>) =>
  Object.fromEntries(
    Object.entries(misses).flatMap(([code, { zh, en }]) => [
      [`/misses/${code}/zh`, zh],
      [`/misses/${code}/en`, en],
    ]),
  )

/** What there is to explain before a snapshot is made, and what the newest one said. */
export const readMissesRoute = serve(readMisses, {
  run: async ({ tx, institutionId, input, today, config }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const nothing = { story: { zh: '', en: '' }, contact: '', misses: {} }
    const snapshot = await takeSnapshot(tx, institutionId, { cycle, today, timeZone: config.timeZone, ...nothing })
    const newest = (await listPublicationRows(tx, institutionId)).find((row) => row.cycle_id === input.cycleId)
    const before = newest ? publicSnapshot.parse(newest.snapshot) : null
    return {
      misses: measuresOf(snapshot)
        .filter((measure) => measure.reached === false)
        .map(({ code, name, unit, actual, target }) => ({ code, name, unit, actual, target })),
      before: before && {
        story: before.story,
        contact: before.contact,
        misses: Object.fromEntries(measuresOf(before).map(({ code, miss }) => [code, miss])),
      },
    }
  },
})

const measuresOf = (snapshot: PublicSnapshot) => snapshot.perspectives.flatMap((perspective) => perspective.measures)

export const previewPublicationRoute = serve(previewPublication, {
  run: async ({ tx, institutionId, input }) => {
    const row = await findPublication(listPublicationRows(tx, institutionId), input.publicationId)
    return { publication: lineOf(row), snapshot: publicSnapshot.parse(row.snapshot) }
  },
})

/** A named leader publishes, with a reason the public reads; the revision published before stays readable among the corrections. */
export const publishPublicationRoute = serve(publishPublication, {
  run: async ({ tx, institutionId, input, now, today, actor, audit }) => {
    const row = await findPublication(listPublicationRows(tx, institutionId), input.publicationId)
    if (row.state !== 'draft') throw new Refusal('publication-not-draft')
    await refuseNames(tx, institutionId, { days: { from: `${row.year}-01-01`, to: today }, texts: { '/reason': input.reason } })
    await setPublished(tx, { institutionId, publicationId: input.publicationId, reason: input.reason, at: now, by: actor.name })
    audit({ kind: 'publication', id: input.publicationId, detail: { hash: row.snapshot_hash, reason: input.reason } })
    return DONE
  },
})

export const withdrawPublicationRoute = serve(withdrawPublication, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    const row = await findPublication(listPublicationRows(tx, institutionId), input.publicationId)
    if (row.state !== 'published') throw new Refusal('publication-not-published')
    await refuseNames(tx, institutionId, { days: { from: `${row.year}-01-01`, to: today }, texts: { '/reason': input.reason } })
    await setWithdrawn(tx, { institutionId, publicationId: input.publicationId, reason: input.reason })
    audit({ kind: 'publication', id: input.publicationId, detail: { reason: input.reason } })
    return DONE
  },
})

async function findPublication(rows: Promise<PublicationRow[]>, publicationId: string): Promise<PublicationRow> {
  const row = (await rows).find((one) => one.publication_id === publicationId)
  if (!row) throw new Refusal('not-found')
  return row
}
