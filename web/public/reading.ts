import type { OutputOf } from '@milepost/contract/endpoint'
import type { previewPublication, readPublic } from '@milepost/contract/open/publications'

export type PublicView = OutputOf<typeof readPublic>
export type Snapshot = NonNullable<PublicView['current']>['snapshot']
export type Measure = Snapshot['perspectives'][number]['measures'][number]

/** What of the record is read: the newest page, a year, or an earlier revision of a year. */
export type Reading = { readonly year: number; readonly revision?: number } | null

/** What came of the reading: the page, the server's reason why there is none, or no answer at all. */
export type Found =
  | { readonly kind: 'page'; readonly view: PublicView }
  | { readonly kind: 'refused'; readonly because: { readonly zh: string; readonly en: string } }
  | { readonly kind: 'unreachable' }

/** Types only are taken from the contract: its parser would weigh more than the page. */
export async function readPublicPage(reading: Reading): Promise<Found> {
  const draft = previewed()
  return draft === null
    ? found(`/api/public?${queryOf(reading)}`, 'omit', (read) => read as PublicView)
    : found(`/api/publications/${encodeURIComponent(draft)}`, 'same-origin', (read) => ofDraft(draft, read as Draft))
}

async function found(address: string, credentials: RequestCredentials, viewOf: (read: unknown) => PublicView): Promise<Found> {
  const answer = await fetch(address, { credentials }).catch(() => null)
  const read = (await answer?.json().catch(() => null)) ?? null
  if (!answer || read === null) return { kind: 'unreachable' }
  return answer.ok
    ? { kind: 'page', view: viewOf(read) }
    : { kind: 'refused', because: (read as { text: { zh: string; en: string } }).text }
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

type Draft = OutputOf<typeof previewPublication>

/** The very page the public would read, from a snapshot that only those may open who prepare or decide it. */
function ofDraft(publicationId: string, { publication, snapshot }: Draft): PublicView {
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
