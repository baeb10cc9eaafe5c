import type { Actor } from '@milepost/access/actor'
import { isHeadOf, isSelf } from '@milepost/access/recordRules'

export type PlanStanding = {
  readonly state: 'draft' | 'proposed' | 'agreed'
  readonly personId: string
  readonly unitId: string
  readonly agreedByPerson: boolean
  readonly agreedByHead: boolean
}

export type Side = 'person' | 'head'

/** Which side of a plan somebody stands on. The head of a unit is the person, not the head, on the own plan. */
export function sideOf(actor: Actor, plan: Pick<PlanStanding, 'personId' | 'unitId'>): Side | null {
  if (isSelf(actor, plan)) return 'person'
  return isHeadOf(actor, plan) ? 'head' : null
}

/** What somebody may do with a plan now. Proposing agrees for one's own side; the other side then agrees or gives it back. */
export function planActs(
  actor: Actor,
  plan: PlanStanding,
): { edit: boolean; propose: boolean; agree: boolean; giveBack: boolean; amend: boolean } {
  const side = sideOf(actor, plan)
  const open = plan.state !== 'agreed' && side !== null
  const waits = plan.state === 'proposed' && ((side === 'person' && !plan.agreedByPerson) || (side === 'head' && !plan.agreedByHead))
  return {
    edit: open,
    propose: open && plan.state === 'draft',
    agree: waits,
    giveBack: waits,
    amend: plan.state === 'agreed' && side !== null,
  }
}
