import { DONE } from '@milepost/contract/fields'
import {
  listPublications,
  NO_CONDITIONS,
  type PublicSnapshot,
  preparePublication,
  previewPublication,
  publicSnapshot,
  publishPublication,
  readMisses,
} from '@milepost/contract/open/publications'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle } from '../../institution/published.ts'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { insertPublication, listPublicationRows, setPublished } from './data.ts'
import { earlierIn, refuseEarlier } from './earlierYears.ts'
import { takeInside } from './inside.ts'
import { refuseNames } from './refuseNames.ts'
import { findPublication, insideOf, lineOf, snapshotOf } from './rows.ts'
import { takeSnapshot } from './snapshot.ts'

export const listPublicationsRoute = serve(listPublications, {
  run: async ({ tx, institutionId, today }) => ({
    publications: (await listPublicationRows(tx, institutionId)).map((row) => lineOf(row, today)),
  }),
})

/** A snapshot is immutable: a correction is a new revision. */
export const preparePublicationRoute = serve(preparePublication, {
  run: async ({ tx, institutionId, input, today, now, actor, config, audit }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    await refuseNames(tx, institutionId, {
      days: { from: cycle.startsOn, to: today },
      texts: {
        '/story/zh': input.story.zh,
        '/story/en': input.story.en,
        '/contact/zh': input.contact.zh,
        '/contact/en': input.contact.en,
        ...textsOf(input.misses),
        ...Object.fromEntries((input.earlier ?? []).map(({ source }, at) => [`/earlier/${at}/source/zh`, `${source.zh} ${source.en}`])),
      },
    })
    const [newest] = await listPublicationRows(tx, institutionId)
    const last = newest ? publicSnapshot.parse(newest.snapshot) : null
    const snapshot = await takeSnapshot(tx, institutionId, {
      cycle,
      today,
      timeZone: config.timeZone,
      story: input.story,
      contact: input.contact,
      misses: input.misses,
      // conditions change slowly, and the past not at all: what the newest snapshot says of them holds until somebody says something else
      conditions: input.conditions ?? last?.conditions ?? NO_CONDITIONS,
      earlier: input.earlier ?? (last ? earlierIn(last) : []),
    })
    const codes = measuresOf(snapshot).map(({ code }) => code)
    if (input.earlier) refuseEarlier(input.earlier, { year: cycle.year, codes })
    const before = (await listPublicationRows(tx, institutionId)).filter((row) => row.cycle_id === input.cycleId)
    const publicationId = newId()
    const hash = contentHash(snapshot)
    const inside = await takeInside(tx, institutionId, cycle)
    await insertPublication(tx, {
      institutionId,
      publicationId,
      cycleId: input.cycleId,
      revision: (before[0]?.revision ?? 0) + 1,
      snapshot,
      hash,
      inside,
      insideHash: contentHash(inside),
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
    const nothing = { story: { zh: '', en: '' }, contact: { zh: '', en: '' }, misses: {}, conditions: NO_CONDITIONS, earlier: [] }
    const snapshot = await takeSnapshot(tx, institutionId, { cycle, today, timeZone: config.timeZone, ...nothing })
    const rows = await listPublicationRows(tx, institutionId)
    const newest = rows.find((row) => row.cycle_id === input.cycleId)
    const before = newest ? publicSnapshot.parse(newest.snapshot) : null
    return {
      measures: measuresOf(snapshot).map(({ code, name }) => ({ code, name })),
      earlier: rows[0] ? earlierIn(publicSnapshot.parse(rows[0].snapshot)) : [],
      misses: measuresOf(snapshot)
        .filter((measure) => measure.reached === false)
        .map(({ code, name, unit, actual, target }) => ({ code, name, unit, actual, target })),
      before: before && {
        story: before.story,
        contact: before.contact,
        conditions: before.conditions,
        misses: Object.fromEntries(measuresOf(before).map(({ code, miss }) => [code, miss])),
      },
    }
  },
})

const measuresOf = (snapshot: PublicSnapshot) => snapshot.perspectives.flatMap((perspective) => perspective.measures)

export const previewPublicationRoute = serve(previewPublication, {
  run: async ({ tx, institutionId, input, today }) => {
    const row = await findPublication(tx, institutionId, input.publicationId)
    return { publication: lineOf(row, today), snapshot: snapshotOf(row), inside: insideOf(row) }
  },
})

/** A named leader publishes, with a reason the public reads; the revision published before stays readable among the corrections. */
export const publishPublicationRoute = serve(publishPublication, {
  run: async ({ tx, institutionId, input, now, today, actor, audit }) => {
    const row = await findPublication(tx, institutionId, input.publicationId)
    if (row.state !== 'draft') throw new Refusal('publication-not-draft')
    const endsOn = input.endsOn ?? null
    if (endsOn !== null && endsOn < today) throw new Refusal('publication-ends-before', { endsOn })
    snapshotOf(row)
    insideOf(row)
    await refuseNames(tx, institutionId, {
      days: { from: `${row.year}-01-01`, to: today },
      texts: { '/reason/zh': input.reason.zh, '/reason/en': input.reason.en },
    })
    await setPublished(tx, { institutionId, publicationId: input.publicationId, reason: input.reason, endsOn, at: now, by: actor.name })
    audit({ kind: 'publication', id: input.publicationId, detail: { hash: row.snapshot_hash, reason: input.reason.zh, endsOn } })
    return DONE
  },
})
