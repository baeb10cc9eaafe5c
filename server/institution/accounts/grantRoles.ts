import { ROLES, type Role } from '@milepost/access/actor'
import { DONE } from '@milepost/contract/fields'
import { grantUnitHeads, setRoles } from '@milepost/contract/institution/accounts'
import { conflictingRoles } from '@milepost/contract/institution/separation'
import { Refusal } from '@milepost/contract/refusals'
import { ROLE_NAMES } from '@milepost/terms/roles'
import { serve } from '../../platform/http/serve.ts'
import { endSessionsOf } from '../../platform/session/sessionStore.ts'
import { listHeadships } from '../people/data.ts'
import { knownAccount } from './changeAccount.ts'
import { listAccounts, saveRoles } from './data.ts'
import { headsWithoutRole } from './staffing.ts'

/** Nobody changes their own rights, and two separated offices are never one account, nor two accounts of one person. */
export const setRolesRoute = serve(setRoles, {
  run: async ({ tx, institutionId, actor, input, audit }) => {
    const account = await knownAccount(tx, institutionId, input.accountId)
    if (account.accountId === actor.accountId) throw new Refusal('roles-own')
    const roles: Role[] = ROLES.filter((role) => input.roles.some((wanted) => wanted === role))
    const sameperson = (await listAccounts(tx, institutionId)).filter(
      (other) =>
        other.personId !== null && other.personId === account.personId && other.accountId !== account.accountId && other.state === 'active',
    )
    const conflict = conflictingRoles([...roles, ...sameperson.flatMap((other) => other.roles)])
    if (conflict.length > 0)
      throw new Refusal('roles-conflict', { roles: conflict.map((role) => `${ROLE_NAMES[role].zh} ${ROLE_NAMES[role].en}`) })
    await saveRoles(tx, institutionId, { accountId: account.accountId, roles })
    await endSessionsOf(tx, institutionId, account.accountId)
    audit({ kind: 'account', id: account.accountId, detail: { before: [...account.roles], after: roles } })
    return DONE
  },
})

/** Whoever heads a unit today by the register of posts may act as its head; roles are only added. */
export const grantUnitHeadsRoute = serve(grantUnitHeads, {
  run: async ({ tx, institutionId, actor, today, audit }) => {
    const heads = headsWithoutRole(await listAccounts(tx, institutionId), await listHeadships(tx, institutionId, today))
    const granted = heads.filter(({ accountId }) => accountId !== actor.accountId)
    for (const { accountId, roles } of granted) {
      await saveRoles(tx, institutionId, { accountId, roles: ROLES.filter((role) => role === 'unit-head' || roles.includes(role)) })
      await endSessionsOf(tx, institutionId, accountId)
    }
    audit({ kind: 'account', id: 'unit-heads', detail: { accountIds: granted.map(({ accountId }) => accountId) } })
    return { granted: granted.length }
  },
})
