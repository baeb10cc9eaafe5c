import { type Actor, ROLES, type Role } from '@milepost/access/actor'
import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'

type Row = {
  readonly account_id: string
  readonly display_name: string
  readonly person_id: string | null
  readonly roles: string[]
  readonly unit_id: string | null
  readonly headed_unit_ids: string[]
}

/** The actor behind an account on a day: roles, primary unit, and the units it heads with all below them. One statement, since every request asks it. */
export async function findActor(tx: Tx, institutionId: string, accountId: string, today: string): Promise<Actor | null> {
  const found = await sql<Row>`
    with recursive who as (
      select account_id, display_name, person_id, roles from account
      where institution_id = ${institutionId} and account_id = ${accountId} and state = 'active'
    ), post as (
      select unit_id, kind, is_head from assignment
      where institution_id = ${institutionId} and person_id = (select person_id from who)
        and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})
    ), below as (
      select unit_id from post where is_head
      union
      select unit.unit_id from unit join below on unit.parent_unit_id = below.unit_id where unit.institution_id = ${institutionId}
    )
    select who.*, (select unit_id from post where kind = 'primary' limit 1) as unit_id, array(select unit_id::text from below) as headed_unit_ids
    from who`.execute(tx)
  const [row] = found.rows
  if (!row) return null
  return {
    accountId: row.account_id,
    personId: row.person_id,
    name: row.display_name,
    roles: row.roles.filter(isRole),
    unitId: row.unit_id,
    headedUnitIds: row.headed_unit_ids,
  }
}

const isRole = (text: string): text is Role => ROLES.some((role) => role === text)
