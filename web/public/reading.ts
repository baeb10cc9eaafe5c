import type { OutputOf } from '@milepost/contract/endpoint'
import type { readPublic } from '@milepost/contract/open/publications'

export type PublicView = OutputOf<typeof readPublic>
export type Snapshot = NonNullable<PublicView['current']>['snapshot']
export type Measure = Snapshot['perspectives'][number]['measures'][number]

/** Types only are taken from the contract: its parser would weigh more than the page. */
export async function readPublicPage(year: string | null): Promise<PublicView | null> {
  const query = new URLSearchParams(window.location.search)
  if (year !== null) query.set('year', year)
  const answer = await fetch(`/api/public?${query}`, { credentials: 'omit' }).catch(() => null)
  return answer?.ok ? ((await answer.json()) as PublicView) : null
}
