import type { Role } from '@milepost/access/actor'
import type { Account } from './data.ts'

/** Offices without which the separation of administrators or the cycle itself does not work. */
const MUST_BE_HELD = ['security-admin', 'audit-admin', 'performance-office'] as const satisfies readonly Role[]

export const holds = (role: Role) => (account: Pick<Account, 'state' | 'roles'>) =>
  account.state === 'active' && account.roles.includes(role)

export const vacantRoles = (accounts: readonly Account[]): Role[] => MUST_BE_HELD.filter((role) => !accounts.some(holds(role)))

type Heading = { readonly personId: string }

/** Active accounts of people who head a unit today and do not have the role that says so. */
export function headsWithoutRole(accounts: readonly Account[], headships: readonly Heading[]): Account[] {
  const heads = new Set(headships.map(({ personId }) => personId))
  return accounts.filter(
    (account) =>
      account.state === 'active' && account.personId !== null && heads.has(account.personId) && !account.roles.includes('unit-head'),
  )
}

/** People in service who have no account of their own. */
export function peopleWithoutAccount<P extends Heading>(people: readonly P[], accounts: readonly Account[]): P[] {
  const have = new Set(accounts.map(({ personId }) => personId))
  return people.filter(({ personId }) => !have.has(personId))
}

/** Accounts still open of people who are no longer in service. */
export function accountsOfTheDeparted(accounts: readonly Account[], people: readonly Heading[]): Account[] {
  const inService = new Set(people.map(({ personId }) => personId))
  return accounts.filter((account) => account.state === 'active' && account.personId !== null && !inService.has(account.personId))
}
