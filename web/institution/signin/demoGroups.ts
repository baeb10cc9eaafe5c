import { ROLES, type Role } from '@milepost/access/actor'
import type { Session } from '../../platform/session.tsx'

type DemoAccount = Session['demoAccounts'][number]
export type DemoGroup = { readonly role: Role; readonly accounts: readonly DemoAccount[] }

/** The demo's people under each role they play, in the order of the role list; under `employee` only those who are nothing else. */
export function demoGroups(accounts: readonly DemoAccount[]): readonly DemoGroup[] {
  const plays = (account: DemoAccount, role: Role) => account.roles.includes(role) && (role !== 'employee' || account.roles.length === 1)
  return ROLES.map((role) => ({ role, accounts: accounts.filter((account) => plays(account, role)) })).filter(
    (group) => group.accounts.length > 0,
  )
}
