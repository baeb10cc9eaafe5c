import { type Actor, ROLES, type Role } from '@milepost/access/actor'
import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'

/** The actor behind an account on a day: roles, primary unit, and the units it heads with all below them. */
export async function findActor(tx: Tx, institutionId: string, accountId: string, today: string): Promise<Actor | null> {
  const account = await tx
    .selectFrom('account')
    .select(['account_id', 'display_name', 'person_id', 'roles'])
    .where('institution_id', '=', institutionId)
    .where('account_id', '=', accountId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!account) return null
  const posts = account.person_id === null ? [] : await findPosts(tx, institutionId, account.person_id, today)
  const headed = posts.filter((post) => post.is_head).map((post) => post.unit_id)
  return {
    accountId: account.account_id,
    personId: account.person_id,
    name: account.display_name,
    roles: account.roles.filter(isRole),
    unitId: posts.find((post) => post.kind === 'primary')?.unit_id ?? null,
    headedUnitIds: headed.length === 0 ? [] : await withUnitsBelow(tx, institutionId, headed),
  }
}

const isRole = (text: string): text is Role => ROLES.some((role) => role === text)

function findPosts(tx: Tx, institutionId: string, personId: string, today: string) {
  return tx
    .selectFrom('assignment')
    .select(['unit_id', 'kind', 'is_head'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where('valid_from', '<=', today)
    .where((on) => on.or([on('valid_to', 'is', null), on('valid_to', '>=', today)]))
    .execute()
}

/** The given units and everything below them. */
async function withUnitsBelow(tx: Tx, institutionId: string, unitIds: readonly string[]): Promise<string[]> {
  const found = await sql<{ unit_id: string }>`
    with recursive below as (
      select unit_id from unit where institution_id = ${institutionId} and unit_id = any(${[...unitIds]}::uuid[])
      union
      select unit.unit_id from unit join below on unit.parent_unit_id = below.unit_id where unit.institution_id = ${institutionId}
    )
    select unit_id from below`.execute(tx)
  return found.rows.map((row) => row.unit_id)
}
