import { addDays } from '@milepost/appraisal/days'
import { downloadCorrections, downloadPublic, publicSnapshot, readPublic } from '@milepost/contract/open/publications'
import { Refusal } from '@milepost/contract/refusals'
import { openToAnybody } from '../../diagnose/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn, startOfDay } from '../../platform/http/clock.ts'
import { serve } from '../../platform/http/serve.ts'
import { writeCsv } from '../../platform/spreadsheet/writeTable.ts'
import { shownFeedback } from '../feedback/feedback.ts'
import { CORRECTION_HEADINGS, correctionRows } from './correctionRows.ts'
import { findAuditHeadBefore, findInstitution, listPublicationRows, type PublicationRow } from './data.ts'
import { figureChanges } from './figureChanges.ts'
import { figureRows, HEADINGS } from './figureRows.ts'
import { hasEnded, isIntact, isRead, snapshotOf } from './rows.ts'

/**
 * Everybody, signed in or not, reads what is published: the newest revision of the year asked for, or of the newest year. Where that one is
 * not read any more, its reason is read and no other figures in its place.
 */
export const readPublicRoute = serve(readPublic, {
  run: async ({ tx, institutionId, input, config, now, today }) => {
    const institution = await findInstitution(tx, institutionId)
    const rows = (await listPublicationRows(tx, institutionId)).filter((row) => row.published_at !== null)
    const asked = askedFor(rows, input)
    const current = asked && isRead(asked, today) ? asked : undefined
    return {
      institution: { zh: institution.name_zh, en: institution.name_en },
      current: current
        ? {
            publicationId: current.publication_id,
            revision: current.revision,
            publishedOn: publishedOn(current, config.timeZone),
            reason: { zh: current.reason, en: current.reason_en },
            hash: current.snapshot_hash,
            endsOn: current.ends_on,
            snapshot: snapshotOf(current),
          }
        : null,
      absent: current ? null : absenceOf(rows, asked, input),
      years: yearsOf(rows, { today, timeZone: config.timeZone }),
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

const publishedOn = (row: PublicationRow, timeZone: string) => (row.published_at ? dayIn(timeZone, row.published_at) : '')

/** Every year and revision that was published, newest first, each with what it corrected in the newest earlier one that is still read. */
function yearsOf(rows: readonly PublicationRow[], { today, timeZone }: { today: string; timeZone: string }) {
  return [...new Set(rows.map((row) => row.year))].map((year) => ({
    year,
    revisions: rows
      .filter((row) => row.year === year)
      .map((row, at, all) => {
        // figures of a snapshot that was altered are shown nowhere, in the log no more than on the page
        const [own, ...earlier] = all.slice(at).filter((one) => isRead(one, today) && isIntact(one))
        const before = own === row ? earlier[0] : undefined
        const isGone = row.state === 'withdrawn' || hasEnded(row, today)
        return {
          revision: row.revision,
          publishedOn: publishedOn(row, timeZone),
          reason: { zh: row.reason, en: row.reason_en },
          withdrawn: row.state === 'withdrawn',
          ended: row.state !== 'withdrawn' && isGone,
          goneOn: isGone ? row.ends_on : null,
          comparedWith: before?.revision ?? null,
          changes: before ? figureChanges(publicSnapshot.parse(before.snapshot), publicSnapshot.parse(row.snapshot)) : [],
        }
      }),
  }))
}

type Asked = { readonly year?: number | undefined; readonly revision?: number | undefined }

/** The revision asked for, or the newest one: of the year asked for, or of the newest year. Rows come newest first. */
const askedFor = (rows: readonly PublicationRow[], { year, revision }: Asked) =>
  rows.find((row) => (year === undefined || row.year === year) && (revision === undefined || row.revision === revision))

function absenceOf(rows: readonly PublicationRow[], row: PublicationRow | undefined, { year, revision }: Asked) {
  if (row) return { kind: row.state === 'withdrawn' ? ('withdrawn' as const) : ('ended' as const), year: row.year, revision: row.revision }
  if (rows.length === 0) return { kind: 'nothing-yet' as const, year: year ?? null, revision: revision ?? null }
  if (year !== undefined && rows.every((one) => one.year !== year))
    return { kind: 'no-such-year' as const, year, revision: revision ?? null }
  if (revision === undefined) throw new RangeError('a year that was published has a newest revision')
  return { kind: 'no-such-revision' as const, year: year ?? null, revision }
}

const publishedRows = async (tx: Tx, institutionId: string) =>
  (await listPublicationRows(tx, institutionId)).filter((row) => row.published_at !== null)

export const downloadPublicRoute = serve(downloadPublic, {
  run: async ({ tx, institutionId, input, today }) => {
    const row = askedFor(await publishedRows(tx, institutionId), input)
    if (!row) throw new Refusal('not-found')
    const { year, revision } = row
    if (!isRead(row, today))
      throw new Refusal('publication-gone', { year, revision, on: row.ends_on ?? '', withdrawn: row.state === 'withdrawn' })
    const snapshot = snapshotOf(row)
    const name = `milepost-${snapshot.year}.${input.format}`
    return input.format === 'json'
      ? jsonFile(name, snapshot)
      : writeCsv(name, HEADINGS[input.language], figureRows(snapshot, input.language))
  },
})

const jsonFile = (fileName: string, content: unknown) => ({
  fileName,
  mediaType: 'application/json',
  bytes: new TextEncoder().encode(`${JSON.stringify(content, null, 1)}\n`),
})

/** The log of corrections as a file: which figure, from what to what, in which revision, on which day, and why. */
export const downloadCorrectionsRoute = serve(downloadCorrections, {
  run: async ({ tx, institutionId, input, today, config }) => {
    const years = yearsOf(await publishedRows(tx, institutionId), { today, timeZone: config.timeZone })
    const name = `milepost-corrections.${input.format}`
    return input.format === 'json'
      ? jsonFile(name, years)
      : writeCsv(name, CORRECTION_HEADINGS[input.language], correctionRows(years, input.language))
  },
})
