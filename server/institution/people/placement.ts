import { addDays } from '@milepost/appraisal/days'

/** A primary post somebody holds or held; `to` null: still held. */
export type Held = Place & { readonly assignmentId: string; readonly from: string; readonly to: string | null }
export type Place = { readonly unitId: string; readonly postId: string; readonly isHead: boolean }
export type Wanted = {
  readonly place: Place
  readonly joinedOn: string
  /** The day of joining as it was known so far; null for somebody new. */
  readonly joinedBefore: string | null
  readonly leftOn: string | null
}

/** What has to be written so that somebody stands where the file says. */
export type PlacementStep =
  | { readonly step: 'open'; readonly place: Place; readonly from: string; readonly to: string | null }
  | { readonly step: 'end'; readonly assignmentId: string; readonly to: string | null }
  | { readonly step: 'start'; readonly assignmentId: string; readonly from: string }
  | { readonly step: 'replace'; readonly assignmentId: string; readonly place: Place; readonly to: string | null }

export type Placement =
  | { readonly kind: 'steps'; readonly steps: readonly PlacementStep[] }
  /** Somebody who has left stays where they were: a move after the last day cannot be. */
  | { readonly kind: 'impossible'; readonly because: 'moved-after-leaving' }
  | { readonly kind: 'impossible'; readonly because: 'left-before-last-post'; readonly from: string }

/**
 * `held` is every primary post so far, oldest first. What has lasted a day is closed, never overwritten: a move closes the
 * old post yesterday and opens the new one today. A post that begins today or later is replaced. Coming back after leaving
 * opens a new post; a date of leaving that is taken back lets the old one go on.
 */
export function placementOf(held: readonly Held[], wanted: Wanted, today: string): Placement {
  const { place, joinedOn, leftOn } = wanted
  const opening = (from: string): PlacementStep => ({ step: 'open', place, from, to: leftOn })
  const stored = held.at(-1)
  if (!stored || (stored.to !== null && stored.to < joinedOn)) return steps(opening(joinedOn))

  const start = startCorrected(held, wanted)
  const last = start?.assignmentId === stored.assignmentId ? { ...stored, from: start.from } : stored
  const starting = start ? [start] : []
  if (leftOn !== null && leftOn < last.from) return { kind: 'impossible', because: 'left-before-last-post', from: last.from }
  if (isSamePlace(last, place)) {
    return last.to === leftOn ? steps(...starting) : steps(...starting, { step: 'end', assignmentId: last.assignmentId, to: leftOn })
  }
  if (last.from >= today) return steps(...starting, { step: 'replace', assignmentId: last.assignmentId, place, to: leftOn })
  if (leftOn !== null && leftOn < today) return { kind: 'impossible', because: 'moved-after-leaving' }
  const yesterday = addDays(today, -1)
  if (last.to !== null && last.to <= yesterday) return steps(...starting, opening(today))
  return steps(...starting, { step: 'end', assignmentId: last.assignmentId, to: yesterday }, opening(today))
}

const steps = (...list: PlacementStep[]): Placement => ({ kind: 'steps', steps: list })

/** When the day of joining is corrected, the post that began on it begins on the new day, as far as its neighbours allow. */
function startCorrected(held: readonly Held[], { joinedBefore, joinedOn, leftOn }: Wanted) {
  if (joinedBefore === null || joinedBefore === joinedOn) return null
  const at = held.findIndex(({ from }) => from === joinedBefore)
  const began = held[at]
  const before = held[at - 1]
  if (!began || (before && (before.to === null || before.to >= joinedOn))) return null
  const end = began.to ?? (at === held.length - 1 ? leftOn : null)
  return end === null || joinedOn <= end ? ({ step: 'start', assignmentId: began.assignmentId, from: joinedOn } as const) : null
}

const isSamePlace = (held: Place, place: Place) =>
  held.unitId === place.unitId && held.postId === place.postId && held.isHead === place.isHead
