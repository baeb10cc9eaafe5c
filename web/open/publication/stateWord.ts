import type { OutputOf } from '@milepost/contract/endpoint'
import type { listPublications } from '@milepost/contract/open/publications'
import type { zh } from './text.ts'

type Line = Pick<OutputOf<typeof listPublications>['publications'][number], 'state' | 'endsOn'>

/** The state of a revision with its day: the last day it is read, or the day it went. */
export function stateWord({ state, endsOn }: Line, text: Pick<typeof zh, 'states' | 'lastDay'>): string {
  if (endsOn === null) return text.states[state]
  const day = text.lastDay[state](endsOn)
  return state === 'withdrawn' || state === 'ended' ? day : `${text.states[state]} · ${day}`
}
