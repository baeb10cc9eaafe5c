import { DONE } from '@milepost/contract/fields'
import { setAccountState, unlockAccount } from '@milepost/contract/institution/accounts'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { endSessionsOf } from '../../platform/session/sessionStore.ts'
import { type Account, findAccount, saveState, unlock } from './data.ts'
import { spendLinksOf } from './links.ts'

/** A disabled account is out at once: its sessions end and its links are spent. */
export const setAccountStateRoute = serve(setAccountState, {
  run: async ({ tx, institutionId, actor, input, now, audit }) => {
    const account = await knownAccount(tx, institutionId, input.accountId)
    if (account.accountId === actor.accountId) throw new Refusal('roles-own')
    await saveState(tx, institutionId, input)
    if (input.state === 'disabled') {
      await endSessionsOf(tx, institutionId, account.accountId)
      await spendLinksOf(tx, institutionId, [account.accountId], now)
    }
    audit({ kind: 'account', id: account.accountId, detail: { before: account.state, after: input.state } })
    return DONE
  },
})

export const unlockAccountRoute = serve(unlockAccount, {
  run: async ({ tx, institutionId, input, audit }) => {
    const account = await knownAccount(tx, institutionId, input.accountId)
    await unlock(tx, institutionId, account.accountId)
    audit({ kind: 'account', id: account.accountId })
    return DONE
  },
})

export async function knownAccount(tx: Tx, institutionId: string, accountId: string): Promise<Account> {
  const account = await findAccount(tx, institutionId, accountId)
  if (!account) throw new Refusal('not-found')
  return account
}
