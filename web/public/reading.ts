import type { OutputOf } from '@milepost/contract/endpoint'
import type { previewPublication, readPublic } from '@milepost/contract/open/publications'

export type PublicView = OutputOf<typeof readPublic>
export type Snapshot = NonNullable<PublicView['current']>['snapshot']
export type Measure = Snapshot['perspectives'][number]['measures'][number]

/** What of the record is read: the newest page, a year, or an earlier revision of a year. */
export type Reading = { readonly year: number; readonly revision?: number } | null

/** Types only are taken from the contract: its parser would weigh more than the page. */
export async function readPublicPage(reading: Reading): Promise<PublicView | null> {
  const draft = previewed()
  if (draft !== null) return readDraft(draft)
  const answer = await fetch(`/api/public?${queryOf(reading)}`, { credentials: 'omit' }).catch(() => null)
  return answer?.ok ? ((await answer.json()) as PublicView) : null
}

/** The address of a download of exactly the page that is read. */
export const figuresAddress = (reading: Required<NonNullable<Reading>>, format: 'csv' | 'json', language: string): string =>
  `/api/public/figures?${queryOf(reading)}&format=${format}&language=${language}`

/** The institution stays the one the page was opened for. */
function queryOf(reading: Reading): URLSearchParams {
  const opened = new URLSearchParams(window.location.search)
  const query = new URLSearchParams()
  const institution = opened.get('institution')
  const year = reading?.year ?? opened.get('year')
  const revision = reading ? reading.revision : opened.get('revision')
  if (institution !== null) query.set('institution', institution)
  if (year !== null && year !== undefined) query.set('year', String(year))
  if (revision !== null && revision !== undefined) query.set('revision', String(revision))
  return query
}

/** The snapshot that office or leaders look at before it is published; null on the page everybody reads. */
export const previewed = (): string | null => new URLSearchParams(window.location.search).get('preview')

/** The very page the public would read, from a snapshot that only those may open who prepare or decide it. */
async function readDraft(publicationId: string): Promise<PublicView | null> {
  const answer = await fetch(`/api/publications/${encodeURIComponent(publicationId)}`, { credentials: 'same-origin' }).catch(() => null)
  if (!answer?.ok) return null
  const { publication, snapshot } = (await answer.json()) as OutputOf<typeof previewPublication>
  const { revision, reason, hash } = publication
  return {
    institution: snapshot.institution,
    current: { publicationId, revision, publishedOn: snapshot.preparedOn, reason, hash, endsOn: publication.endsOn, snapshot },
    years: [],
    audit: null,
    feedback: [],
    surveys: [],
  }
}

/** Says something to the institution the page was opened for; false: it could not be taken. */
export async function sendFeedback(given: { measureCode: string; said: string }): Promise<boolean> {
  const institution = new URLSearchParams(window.location.search).get('institution')
  const answer = await fetch('/api/public/feedback', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...given, ...(institution === null ? {} : { institution }) }),
  }).catch(() => null)
  return answer?.ok ?? false
}
