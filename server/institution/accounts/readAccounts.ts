import { readAccounts } from '@milepost/contract/institution/accounts'
import { serve } from '../../platform/http/serve.ts'
import { listHeadships, listPeople, listPeopleDuring } from '../people/data.ts'
import { listUnits } from '../units/data.ts'
import { listAccounts } from './data.ts'
import { listLiveLinks } from './links.ts'
import { headsWithoutRole, peopleWithoutAccount, vacantRoles } from './staffing.ts'

export const readAccountsRoute = serve(readAccounts, {
  run: async ({ tx, institutionId, now, today }) => {
    const accounts = await listAccounts(tx, institutionId)
    const inService = await listPeople(tx, institutionId, today)
    const known = new Map(
      (await listPeopleDuring(tx, institutionId, { from: '0001-01-01', to: '9999-12-31' })).map((one) => [one.personId, one]),
    )
    const unitNames = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.name]))
    const links = await listLiveLinks(tx, institutionId, now)
    return {
      accounts: accounts.map((account) => {
        const person = known.get(account.personId ?? '')
        return {
          accountId: account.accountId,
          username: account.username,
          displayName: account.displayName,
          person: person
            ? {
                personId: person.personId,
                employeeNo: person.employeeNo,
                unit: unitNames.get(person.unitId) ?? null,
                hasLeft: person.leftOn !== null && person.leftOn < today,
              }
            : null,
          roles: [...account.roles],
          state: account.state,
          lockedUntil: account.lockedUntil !== null && account.lockedUntil > now ? account.lockedUntil.toISOString() : null,
          hasPassword: account.hasPassword,
          linkUntil: links.get(account.accountId)?.toISOString() ?? null,
        }
      }),
      peopleWithout: peopleWithoutAccount(inService, accounts).length,
      headsWithoutRole: headsWithoutRole(accounts, await listHeadships(tx, institutionId, today)).length,
      vacantRoles: vacantRoles(accounts),
    }
  },
})
