import type { OutputOf } from '@milepost/contract/endpoint'
import type { previewPublication, readPublic } from '@milepost/contract/open/publications'
import { askedIn, type Wanted } from './asked.ts'

type Answer = OutputOf<typeof readPublic>
/** Why there are no figures; an address nobody can read is met here, before the server is asked for it. */
export type Absent = NonNullable<Answer['absent']> | { readonly kind: 'unreadable'; readonly asked: string }
export type PublicView = Omit<Answer, 'absent'> & { readonly absent: Absent | null }
export type Revision = Answer['years'][number]['revisions'][number]
export type Snapshot = NonNullable<PublicView['current']>['snapshot']
export type Measure = Snapshot['perspectives'][number]['measures'][number]

/** What of the record is read: the newest page, a year, or an earlier revision of a year. */
export type Reading = { readonly year: number; readonly revision?: number } | null

/** What came of the reading: the page, the server's reason why there is none, or no answer at all. */
export type Found =
  | { readonly kind: 'page'; readonly view: PublicView; readonly previewOf: Draft['publication'] | null }
  | { readonly kind: 'refused'; readonly code: string; readonly because: { readonly zh: string; readonly en: string } }
  | { readonly kind: 'unreachable' }

/** Types only are taken from the contract: its parser would weigh more than the page. */
export async function readPublicPage(reading: Reading): Promise<Found> {
  const draft = previewed()
  if (draft !== null)
    return found(`/api/publications/${encodeURIComponent(draft)}`, 'same-origin', (read) => ({
      view: ofDraft(draft, read as Draft),
      previewOf: (read as Draft).publication,
    }))
  const asked = reading === null ? addressed() : { ...reading, absent: null }
  return found(`/api/public?${queryOf(asked)}`, 'omit', (read) => {
    const answer = read as Answer
    return { view: asked.absent === null ? answer : { ...answer, current: null, absent: asked.absent }, previewOf: null }
  })
}

async function found(
  address: string,
  credentials: RequestCredentials,
  pageOf: (read: unknown) => Omit<Extract<Found, { kind: 'page' }>, 'kind'>,
): Promise<Found> {
  const answer = await fetch(address, { credentials }).catch(() => null)
  const read = (await answer?.json().catch(() => null)) ?? null
  if (!answer || read === null) return { kind: 'unreachable' }
  if (answer.ok) return { kind: 'page', ...pageOf(read) }
  const { code, text } = read as { code: string; text: { zh: string; en: string } }
  return { kind: 'refused', code, because: text }
}

/** The address of a download of exactly the page that is read. */
export const figuresAddress = (reading: Required<NonNullable<Reading>>, format: 'csv' | 'json', language: string): string =>
  `/api/public/figures?${queryOf(reading)}&format=${format}&language=${language}`

/** The log of corrections of the institution the page was opened for. */
export const correctionsAddress = (format: 'csv' | 'json', language: string): string =>
  `/api/public/corrections?${queryOf({})}&format=${format}&language=${language}`

const parameter = (name: string) => new URLSearchParams(window.location.search).get(name)

const addressed = () => askedIn(parameter('year'), parameter('revision'))

/** The institution stays the one the page was opened for. */
function queryOf({ year, revision }: Wanted): URLSearchParams {
  const query = new URLSearchParams()
  const institution = parameter('institution')
  if (institution !== null) query.set('institution', institution)
  if (year !== undefined) query.set('year', String(year))
  if (revision !== undefined) query.set('revision', String(revision))
  return query
}

/** The snapshot that office or leaders look at before it is published; null on the page everybody reads. */
export const previewed = (): string | null => parameter('preview')

type Draft = OutputOf<typeof previewPublication>

/** The very page the public would read, from a snapshot that only those may open who prepare or decide it. */
function ofDraft(publicationId: string, { publication, snapshot }: Draft): PublicView {
  const { revision, reason, hash, publishedAt } = publication
  const publishedOn = publishedAt === null ? '' : new Date(publishedAt).toLocaleDateString('sv-SE')
  return {
    institution: snapshot.institution,
    current: { publicationId, revision, publishedOn, reason, hash, endsOn: publication.endsOn, snapshot },
    absent: null,
    years: [],
    audit: null,
    feedback: [],
    surveys: [],
  }
}

/** Says something to the institution the page was opened for; false: it could not be taken. */
export async function sendFeedback(given: { measureCode: string; said: string }): Promise<boolean> {
  const institution = parameter('institution')
  const answer = await fetch('/api/public/feedback', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...given, ...(institution === null ? {} : { institution }) }),
  }).catch(() => null)
  return answer?.ok ?? false
}
