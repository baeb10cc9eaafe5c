import type { Tx } from '../../platform/database/database.ts'

export function findAccountByUsername(tx: Tx, institutionId: string, username: string) {
  return tx
    .selectFrom('account')
    .select(['account_id', 'username', 'password_hash', 'state', 'failed_attempts', 'locked_until'])
    .where('institution_id', '=', institutionId)
    .where('username', '=', username.toLowerCase())
    .executeTakeFirst()
}

export function findAccount(tx: Tx, institutionId: string, accountId: string) {
  return tx
    .selectFrom('account')
    .select(['account_id', 'username', 'password_hash'])
    .where('institution_id', '=', institutionId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

export async function noteFailure(tx: Tx, given: { institutionId: string; accountId: string; attempts: number; lockedUntil: Date | null }) {
  await tx
    .updateTable('account')
    .set({ failed_attempts: given.attempts, locked_until: given.lockedUntil })
    .where('institution_id', '=', given.institutionId)
    .where('account_id', '=', given.accountId)
    .execute()
}

export async function savePassword(tx: Tx, given: { institutionId: string; accountId: string; passwordHash: string }) {
  await tx
    .updateTable('account')
    .set({ password_hash: given.passwordHash, failed_attempts: 0, locked_until: null })
    .where('institution_id', '=', given.institutionId)
    .where('account_id', '=', given.accountId)
    .execute()
}

export function listDemoAccounts(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('account')
    .leftJoin('assignment', (join) =>
      join
        .onRef('assignment.institution_id', '=', 'account.institution_id')
        .onRef('assignment.person_id', '=', 'account.person_id')
        .on('assignment.kind', '=', 'primary')
        .on('assignment.valid_to', 'is', null),
    )
    .leftJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'assignment.institution_id').onRef('unit.unit_id', '=', 'assignment.unit_id'),
    )
    .select(['account.username', 'account.display_name', 'account.roles', 'unit.name_zh', 'unit.name_en'])
    .where('account.institution_id', '=', institutionId)
    .where('account.state', '=', 'active')
    .orderBy('account.created_at')
    .orderBy('account.username')
    .limit(60)
    .execute()
}

export function findInstitutionRow(tx: Tx, institutionId: string) {
  return tx.selectFrom('institution').selectAll().where('institution_id', '=', institutionId).executeTakeFirstOrThrow()
}

export function listInstitutions(tx: Tx) {
  return tx.selectFrom('institution').select(['code', 'name_zh', 'name_en']).orderBy('created_at').execute()
}

export function findCurrentCycle(tx: Tx, institutionId: string, today: string) {
  return tx
    .selectFrom('cycle')
    .select(['cycle_id', 'year', 'name_zh', 'name_en', 'stage'])
    .where('institution_id', '=', institutionId)
    .where('starts_on', '<=', today)
    .orderBy('year', 'desc')
    .executeTakeFirst()
}

export function findLink(tx: Tx, institutionId: string, tokenHash: string) {
  return tx
    .selectFrom('account_link')
    .leftJoin('account', (join) =>
      join.onRef('account.institution_id', '=', 'account_link.institution_id').onRef('account.account_id', '=', 'account_link.account_id'),
    )
    .select(['account_link.purpose', 'account_link.account_id', 'account_link.expires_at', 'account_link.used_at', 'account.username'])
    .where('account_link.institution_id', '=', institutionId)
    .where('account_link.token_hash', '=', tokenHash)
    .executeTakeFirst()
}
