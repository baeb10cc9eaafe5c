import { issueLinks } from '@milepost/contract/institution/accounts'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { listPeople } from '../people/data.ts'
import { findInstitutionRow } from '../session/data.ts'
import { listUnits } from '../units/data.ts'
import { listAccounts } from './data.ts'
import { insertLinks } from './links.ts'

/** Long enough to hand printed slips to the stations. */
const VALID_DAYS = 7

/** Tokens leave the program here and nowhere else: whoever issues sees them once. */
export const issueLinksRoute = serve(issueLinks, {
  run: async ({ tx, institutionId, input, now, today, audit }) => {
    const wanted = new Set(input.accountIds)
    const accounts = (await listAccounts(tx, institutionId)).filter(({ accountId, state }) => wanted.has(accountId) && state === 'active')
    if (accounts.length < wanted.size) throw new Refusal('not-found')
    const unitNames = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.name]))
    const unitOf = new Map((await listPeople(tx, institutionId, today)).map((person) => [person.personId, unitNames.get(person.unitId)]))
    const { code } = await findInstitutionRow(tx, institutionId)
    const expiresAt = new Date(now.getTime() + VALID_DAYS * 86_400_000)
    const accountIds = accounts.map(({ accountId }) => accountId)
    const tokens = await insertLinks(tx, institutionId, { purpose: 'set-password', accountIds, expiresAt }, now)
    audit({ kind: 'account', id: accountIds.length === 1 ? (accountIds[0] ?? '') : 'several', detail: { accountIds } })
    return {
      links: accounts.map((account, i) => ({
        accountId: account.accountId,
        username: account.username,
        displayName: account.displayName,
        unit: unitOf.get(account.personId ?? '') ?? null,
        path: `/link/${tokens[i]}?institution=${encodeURIComponent(code)}`,
        expiresAt: expiresAt.toISOString(),
      })),
    }
  },
})
