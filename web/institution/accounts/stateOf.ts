import type { AccountRow } from '@milepost/contract/institution/accounts'

export type ShownState = 'active' | 'disabled' | 'locked' | 'left' | 'no-password' | 'link'

/** The one thing about an account that somebody should know first. */
export function stateOf(account: AccountRow): ShownState {
  if (account.state === 'disabled') return 'disabled'
  if (account.person?.hasLeft) return 'left'
  if (account.lockedUntil !== null) return 'locked'
  if (account.hasPassword) return 'active'
  return account.linkUntil === null ? 'no-password' : 'link'
}
