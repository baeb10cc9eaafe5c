import type { Actor } from '@milepost/access/actor'
import { isHeadOf, isSelf } from '@milepost/access/recordRules'
import { sideOf } from '../plan/planActs.ts'

export type AmendmentStanding = {
  readonly personId: string
  readonly unitId: string
  readonly open: boolean
  readonly askedSide: 'person' | 'head'
  readonly askedByAccountId: string | null
  readonly needsLevelAbove: boolean
  readonly agreed: boolean
  readonly agreedByAccountId: string | null
}

/** Who has stood for the head so far. */
const headAccount = (one: AmendmentStanding) => (one.askedSide === 'head' ? one.askedByAccountId : one.agreedByAccountId)

/**
 * What somebody may do with an amendment now: the other side agrees or declines; once both agree and the period is nearly over, another
 * head of the person (the level above) does the same. The side that asked withdraws.
 */
export function amendmentActs(actor: Actor, one: AmendmentStanding): { agree: boolean; decline: boolean; withdraw: boolean } {
  const side = sideOf(actor, one)
  const isOther = !one.agreed && side !== null && side !== one.askedSide
  const isAbove = one.agreed && one.needsLevelAbove && !isSelf(actor, one) && isHeadOf(actor, one) && actor.accountId !== headAccount(one)
  const waits = one.open && (isOther || isAbove)
  return { agree: waits, decline: waits, withdraw: one.open && side === one.askedSide && actor.accountId === one.askedByAccountId }
}

/** Three quarters of the period are over. `from`, `to` and `today` are day numbers. */
export const isLate = ({ from, to, today }: { from: number; to: number; today: number }): boolean => 4 * (today - from) > 3 * (to - from)
