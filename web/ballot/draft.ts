import type { Language, Place } from './asked.ts'
import type { Blinded } from './blind.ts'

/** What this device keeps until the ballot has arrived: here and nowhere else. */
export type Draft = {
  readonly hash: string
  readonly answers: Readonly<Record<string, string>>
  readonly page: number
  readonly startedAt: number
  readonly seed: number
  readonly language: Language
  readonly stratum: string | null
  readonly blinded: Blinded | null
  readonly signature: string | null
  /** asked: being answered; waiting: to be sent as soon as there is a network; sent: arrived. */
  readonly state: 'asked' | 'waiting' | 'sent'
}

/** Two people may answer on one device: each link has a draft of its own. */
const keyOf = (place: Place) => `milepost.ballot.${place.waveId}.${place.token ?? 'open'}`

export function readDraft(place: Place): Draft | null {
  try {
    const text = localStorage.getItem(keyOf(place))
    return text === null ? null : (JSON.parse(text) as Draft)
  } catch {
    return null
  }
}

/** A private window may forbid storage; then the draft lasts as long as the page. */
export function keepDraft(place: Place, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(draft))
  } catch {
    // nothing to be done: the answers stay on the page
  }
}

/** After sending only the fact that it was sent stays. An open link may be used by the next person. */
export function forgetAnswers(place: Place, draft: Draft): void {
  if (place.token === null) {
    try {
      localStorage.removeItem(keyOf(place))
    } catch {
      // as above
    }
  } else
    keepDraft(place, {
      ...draft,
      answers: {},
      blinded: null,
      signature: null,
      stratum: null,
      startedAt: 0,
      seed: 0,
      page: 0,
      state: 'sent',
    })
}
