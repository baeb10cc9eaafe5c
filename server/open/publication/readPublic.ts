import { addDays } from '@milepost/appraisal/days'
import { downloadPublic, type PublicSnapshot, publicSnapshot, readPublic } from '@milepost/contract/open/publications'
import { Refusal } from '@milepost/contract/refusals'
import { openToAnybody } from '../../diagnose/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn, startOfDay } from '../../platform/http/clock.ts'
import { serve } from '../../platform/http/serve.ts'
import { writeCsv } from '../../platform/spreadsheet/writeTable.ts'
import { shownFeedback } from '../feedback/feedback.ts'
import { findAuditHeadBefore, findInstitution, listPublicationRows, type PublicationRow } from './data.ts'
import { figureChanges } from './figureChanges.ts'
import { figureRows, HEADINGS } from './figureRows.ts'
import { hasEnded, isRead, snapshotOf } from './rows.ts'

/** Everybody, signed in or not, reads what is published: the newest revision of the year asked for, or of the newest year. */
export const readPublicRoute = serve(readPublic, {
  run: async ({ tx, institutionId, input, config, now, today }) => {
    const institution = await findInstitution(tx, institutionId)
    const rows = (await listPublicationRows(tx, institutionId)).filter((row) => row.published_at !== null)
    const current = newestPublished(rows, input, today)
    const dayOf = (row: PublicationRow) => (row.published_at ? dayIn(config.timeZone, row.published_at) : '')
    return {
      institution: { zh: institution.name_zh, en: institution.name_en },
      current: current
        ? {
            publicationId: current.publication_id,
            revision: current.revision,
            publishedOn: dayOf(current),
            reason: { zh: current.reason, en: current.reason_en },
            hash: current.snapshot_hash,
            endsOn: current.ends_on,
            snapshot: snapshotOf(current),
          }
        : null,
      years: [...new Set(rows.map((row) => row.year))].map((year) => ({
        year,
        revisions: rows
          .filter((row) => row.year === year)
          .map((row, at, all) => ({
            revision: row.revision,
            publishedOn: dayOf(row),
            reason: { zh: row.reason, en: row.reason_en },
            withdrawn: row.state === 'withdrawn',
            ended: row.state !== 'withdrawn' && hasEnded(row, today),
            changes: isRead(row, today) ? changesBetween(all[at + 1], row, today) : [],
          })),
      })),
      audit: await headOfYesterday(tx, institutionId, { now, today, timeZone: config.timeZone }),
      feedback: await shownFeedback(tx, institutionId),
      surveys: await openToAnybody(tx, institutionId, today),
    }
  },
})

/** The chain as it stood when the last day ended; null before there was one. */
async function headOfYesterday(tx: Tx, institutionId: string, { now, today, timeZone }: { now: Date; today: string; timeZone: string }) {
  const head = await findAuditHeadBefore(tx, institutionId, startOfDay(timeZone, now))
  return head ? { day: addDays(today, -1), seq: Number(head.seq), head: head.hash } : null
}

/** What a later revision shows otherwise than the one before; an earlier one that was withdrawn is not read any more. */
function changesBetween(before: PublicationRow | undefined, after: PublicationRow, today: string) {
  return !before || !isRead(before, today) ? [] : figureChanges(publicSnapshot.parse(before.snapshot), publicSnapshot.parse(after.snapshot))
}

type Asked = { readonly year?: number | undefined; readonly revision?: number | undefined }

/** Rows come newest year and newest revision first. A revision that was withdrawn is not read any more. */
const newestPublished = (rows: readonly PublicationRow[], { year, revision }: Asked, today: string) =>
  rows.find(
    (row) => isRead(row, today) && (year === undefined || row.year === year) && (revision === undefined || row.revision === revision),
  )

async function publishedSnapshot(tx: Tx, institutionId: string, asked: Asked, today: string): Promise<PublicSnapshot> {
  const row = newestPublished(await listPublicationRows(tx, institutionId), asked, today)
  if (!row) throw new Refusal('not-found')
  return snapshotOf(row)
}

export const downloadPublicRoute = serve(downloadPublic, {
  run: async ({ tx, institutionId, input, today }) => {
    const snapshot = await publishedSnapshot(tx, institutionId, input, today)
    const name = `milepost-${snapshot.year}.${input.format}`
    if (input.format === 'json')
      return { fileName: name, mediaType: 'application/json', bytes: new TextEncoder().encode(`${JSON.stringify(snapshot, null, 1)}\n`) }
    return writeCsv(name, HEADINGS[input.language], figureRows(snapshot, input.language))
  },
})
