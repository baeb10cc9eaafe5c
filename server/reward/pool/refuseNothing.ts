import { Refusal } from '@milepost/contract/refusals'

/** A pool of nothing is a slip of the keyboard. */
export function refuseNothing(amountFen: number): number {
  if (amountFen > 0) return amountFen
  throw new Refusal('input-invalid', { count: 1 }, [{ pointer: '/amount', zh: '总额须大于零。', en: 'The amount must be more than zero.' }])
}
