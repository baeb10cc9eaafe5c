import { ROLES, type Role } from '@milepost/access/actor'
import type { Tx } from '../../platform/database/database.ts'
import { inBatches } from '../importing/batches.ts'

type AccountState = 'active' | 'disabled'
export type Account = {
  readonly accountId: string
  readonly username: string
  readonly displayName: string
  readonly personId: string | null
  readonly roles: readonly Role[]
  readonly state: AccountState
  readonly lockedUntil: Date | null
  readonly hasPassword: boolean
  readonly createdAt: Date
}

export async function listAccounts(tx: Tx, institutionId: string): Promise<Account[]> {
  return (await selectAccounts(tx, institutionId).orderBy('created_at').orderBy('username').execute()).map(accountOf)
}

/** Accounts that can sign in, by name. */
export async function listActiveAccounts(tx: Tx, institutionId: string): Promise<Account[]> {
  return (await selectAccounts(tx, institutionId).where('state', '=', 'active').orderBy('display_name').execute()).map(accountOf)
}

export async function findAccount(tx: Tx, institutionId: string, accountId: string): Promise<Account | null> {
  const row = await selectAccounts(tx, institutionId).where('account_id', '=', accountId).executeTakeFirst()
  return row ? accountOf(row) : null
}

function selectAccounts(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('account')
    .select(['account_id', 'username', 'display_name', 'person_id', 'roles', 'state', 'locked_until', 'created_at'])
    .select(({ eb }) => eb('password_hash', 'is not', null).as('has_password'))
    .$narrowType<{ state: AccountState }>()
    .where('institution_id', '=', institutionId)
}

const isRole = (text: string): text is Role => ROLES.some((role) => role === text)

const accountOf = (row: Awaited<ReturnType<ReturnType<typeof selectAccounts>['execute']>>[number]): Account => ({
  accountId: row.account_id,
  username: row.username,
  displayName: row.display_name,
  personId: row.person_id,
  roles: row.roles.filter(isRole),
  state: row.state,
  lockedUntil: row.locked_until,
  hasPassword: Boolean(row.has_password),
  createdAt: row.created_at,
})

type NewAccount = Pick<Account, 'accountId' | 'username' | 'displayName' | 'personId' | 'roles' | 'createdAt'>

/** Without a password: nobody can sign in to it before a one-time link has been used. Gives those whose user name was free. */
export async function insertAccounts(tx: Tx, institutionId: string, accounts: readonly NewAccount[]): Promise<string[]> {
  const inserted: string[] = []
  for (const batch of inBatches(accounts)) {
    const rows = await tx
      .insertInto('account')
      .values(
        batch.map((account) => ({
          institution_id: institutionId,
          account_id: account.accountId,
          username: account.username,
          display_name: account.displayName,
          person_id: account.personId,
          roles: [...account.roles],
          created_at: account.createdAt,
        })),
      )
      .onConflict((on) => on.columns(['institution_id', 'username']).doNothing())
      .returning('account_id')
      .execute()
    inserted.push(...rows.map((row) => row.account_id))
  }
  return inserted
}

export async function saveState(tx: Tx, institutionId: string, { accountId, state }: Pick<Account, 'accountId' | 'state'>): Promise<void> {
  await tx.updateTable('account').set({ state }).where('institution_id', '=', institutionId).where('account_id', '=', accountId).execute()
}

export async function saveRoles(tx: Tx, institutionId: string, { accountId, roles }: Pick<Account, 'accountId' | 'roles'>): Promise<void> {
  await tx
    .updateTable('account')
    .set({ roles: [...roles] })
    .where('institution_id', '=', institutionId)
    .where('account_id', '=', accountId)
    .execute()
}

export async function unlock(tx: Tx, institutionId: string, accountId: string): Promise<void> {
  await tx
    .updateTable('account')
    .set({ failed_attempts: 0, locked_until: null })
    .where('institution_id', '=', institutionId)
    .where('account_id', '=', accountId)
    .execute()
}
