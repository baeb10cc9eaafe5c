import type { CardChange, NewCardScore, OfficialScore } from './data.ts'

type Then = Pick<OfficialScore, 'cardId' | 'officialScore' | 'status'>

/** What a run changes against the one before: cards whose official score or status is another, and cards that came or went. */
export function changesBetween(
  before: readonly Then[],
  after: readonly Pick<NewCardScore, 'cardId' | 'officialScore' | 'status'>[],
): CardChange[] {
  const then = new Map(before.map((one) => [one.cardId, one]))
  const now = new Map(after.map((one) => [one.cardId, one]))
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((cardId) => {
    const [was, is] = [then.get(cardId), now.get(cardId)]
    const same = was && is && was.status === is.status && was.officialScore === is.officialScore
    return same ? [] : [{ cardId, before: scored(was), after: scored(is) }]
  })
}

const scored = (one: Then | undefined) => (one ? { score: one.officialScore, status: one.status } : null)
