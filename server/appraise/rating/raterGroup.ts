import type { Actor } from '@milepost/access/actor'

export type RaterGroup = 'superior' | 'peers' | 'subordinates' | 'service-users'
/** Who stands above a person, and which units that person heads. */
export type Standing = {
  readonly personId: string
  readonly unitId: string
  readonly headPersonId: string | null
  readonly heads: readonly string[]
}

/**
 * In which group an actor rates a person: the one who answers for them is the superior, colleagues of the unit are peers, people of the
 * units they head are subordinates. Nobody rates themselves; null: not a rater.
 */
export function raterGroupOf(actor: Pick<Actor, 'personId' | 'unitId'>, rated: Standing): RaterGroup | null {
  if (actor.personId === null || actor.personId === rated.personId) return null
  if (actor.personId === rated.headPersonId) return 'superior'
  if (actor.unitId !== null && rated.heads.includes(actor.unitId)) return 'subordinates'
  return actor.unitId !== null && actor.unitId === rated.unitId ? 'peers' : null
}
