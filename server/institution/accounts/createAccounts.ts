import { createAccount, createAccountsForPeople } from '@milepost/contract/institution/accounts'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { listPeople } from '../people/data.ts'
import { insertAccounts, listAccounts } from './data.ts'
import { holds, peopleWithoutAccount } from './staffing.ts'

/**
 * A new account has no rights: the security administrator grants them. Only the very first security administrator is named
 * by the system administrator, since nobody else could.
 */
export const createAccountRoute = serve(createAccount, {
  run: async ({ tx, institutionId, input, now, audit }) => {
    const first = input.firstSecurityAdministrator === true
    if (first && (await listAccounts(tx, institutionId)).some(holds('security-admin'))) throw new Refusal('security-admin-exists')
    const accountId = newId()
    const inserted = await insertAccounts(tx, institutionId, [
      {
        accountId,
        username: input.username.toLowerCase(),
        displayName: input.displayName,
        personId: null,
        roles: first ? ['security-admin'] : [],
        createdAt: now,
      },
    ])
    if (inserted.length === 0) throw new Refusal('username-taken', { username: input.username })
    audit({ kind: 'account', id: accountId, detail: { username: input.username, firstSecurityAdministrator: first } })
    return { accountId }
  },
})

/** The user name is the employee number; everybody in service is an employee and nothing more until somebody says so. */
export const createAccountsForPeopleRoute = serve(createAccountsForPeople, {
  run: async ({ tx, institutionId, now, today, audit }) => {
    const people = peopleWithoutAccount(await listPeople(tx, institutionId, today), await listAccounts(tx, institutionId))
    const wanted = people.map((person) => ({
      accountId: newId(),
      username: person.employeeNo.toLowerCase(),
      displayName: person.name,
      personId: person.personId,
      roles: ['employee'] as const,
      createdAt: now,
    }))
    const inserted = new Set(await insertAccounts(tx, institutionId, wanted))
    const taken = wanted.filter(({ accountId }) => !inserted.has(accountId)).map(({ username }) => username)
    audit({ kind: 'account', id: 'for-people', detail: { created: inserted.size, usernamesTaken: taken } })
    return { created: inserted.size, usernamesTaken: taken }
  },
})
