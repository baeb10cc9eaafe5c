import { ROLES, type Role } from '@milepost/access/actor'
import type { Session } from '../../platform/session.tsx'

type DemoAccount = Session['demoAccounts'][number]
export type DemoGroup = { readonly role: Role; readonly accounts: readonly DemoAccount[] }

/** The demo's people by the first of their roles, in the order of the role list. */
export function demoGroups(accounts: readonly DemoAccount[]): readonly DemoGroup[] {
  const mainRole = (account: DemoAccount) => ROLES.find((role) => account.roles.includes(role))
  return ROLES.map((role) => ({ role, accounts: accounts.filter((account) => mainRole(account) === role) })).filter(
    (group) => group.accounts.length > 0,
  )
}
