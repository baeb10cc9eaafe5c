import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { underRole } from '../../platform/database/underRole.ts'

/** Everything about who was invited, each under the role that sees this and nothing of what was answered. */

export type NewInvitation = { invitationId: string; stratum: string; personId: string | null; name: string }
type Wave = { institutionId: string; waveId: string }

export function saveRoster(
  tx: Tx,
  { institutionId, waveId }: Wave,
  given: { invitations: readonly NewInvitation[]; keys: readonly { stratum: string; privateKey: string }[] },
): Promise<void> {
  return underRole(tx, 'milepost_roster', async (roster) => {
    for (let at = 0; at < given.invitations.length; at += 1000) {
      const rows = given.invitations.slice(at, at + 1000).map((one) => ({
        institution_id: institutionId,
        invitation_id: one.invitationId,
        wave_id: waveId,
        stratum_code: one.stratum,
        person_id: one.personId,
        name: one.name,
      }))
      await roster.insertInto('roster.invitation').values(rows).execute()
    }
    const keys = given.keys.map((one) => ({
      institution_id: institutionId,
      wave_id: waveId,
      stratum_code: one.stratum,
      private_key: one.privateKey,
    }))
    if (keys.length > 0) await roster.insertInto('roster.signing_key').values(keys).execute()
  })
}

const invitationsOf = (roster: Tx, { institutionId, waveId }: Wave) =>
  roster.selectFrom('roster.invitation').where('institution_id', '=', institutionId).where('wave_id', '=', waveId)

/** Names and strata, never who answered. */
export function listInvited(tx: Tx, wave: Wave) {
  return underRole(tx, 'milepost_roster', (roster) =>
    invitationsOf(roster, wave)
      .select(['invitation_id', 'name', 'stratum_code', 'person_id', 'sending', 'sent_on', 'sending_fault'])
      .select(sql<boolean>`token_hash is not null`.as('has_link'))
      .orderBy('stratum_code')
      .orderBy('name')
      .orderBy('invitation_id')
      .execute(),
  )
}

/** Counts only. */
export function countInvited(tx: Tx, wave: Wave) {
  return underRole(tx, 'milepost_roster', (roster) =>
    invitationsOf(roster, wave)
      .select('stratum_code')
      .select(sql<number>`count(*)::int`.as('invited'))
      .select(sql<number>`count(token_hash)::int`.as('links'))
      .select(sql<number>`count(*) filter (where redeemed)::int`.as('answered'))
      .select(sql<number>`coalesce(max(reminders), 0)::int`.as('reminders'))
      .groupBy('stratum_code')
      .execute(),
  )
}

export function setTokens(tx: Tx, wave: Wave, tokens: readonly { invitationId: string; tokenHash: string }[]): Promise<void> {
  return underRole(tx, 'milepost_roster', async (roster) => {
    if (tokens.length === 0) return
    const each = sql`(select unnest(${tokens.map((one) => one.invitationId)}::uuid[]) as id, unnest(${tokens.map((one) => one.tokenHash)}::text[]) as hash)`
    await sql`update roster.invitation set token_hash = given.hash from ${each} as given
      where institution_id = ${wave.institutionId} and invitation_id = given.id`.execute(roster)
  })
}

/** Gives links anew to those about to be sent one, and notes that the sending has begun. */
export async function beginSending(tx: Tx, wave: Wave, tokens: readonly { invitationId: string; tokenHash: string }[]): Promise<void> {
  await setTokens(tx, wave, tokens)
  await noteSending(
    tx,
    wave,
    tokens.map(({ invitationId }) => ({ invitationId, sending: 'begun' as const, fault: null })),
    null,
  )
}

type Sending = { readonly invitationId: string; readonly sending: 'begun' | 'sent' | 'failed'; readonly fault: string | null }

/** How the sending of these links ended. */
export function noteSending(tx: Tx, wave: Wave, given: readonly Sending[], today: string | null): Promise<void> {
  return underRole(tx, 'milepost_roster', async (roster) => {
    if (given.length === 0) return
    const each = sql`(select unnest(${given.map((one) => one.invitationId)}::uuid[]) as id,
      unnest(${given.map((one) => one.sending)}::text[]) as sending, unnest(${given.map((one) => one.fault)}::text[]) as fault)`
    await sql`update roster.invitation set sending = given.sending, sending_fault = given.fault,
      sent_on = case when given.sending = 'sent' then ${today}::date end from ${each} as given
      where institution_id = ${wave.institutionId} and invitation_id = given.id`.execute(roster)
  })
}

/** Marks those who have not answered as reminded, and says how many that were. */
export function remindOpen(tx: Tx, wave: Wave): Promise<number> {
  return underRole(tx, 'milepost_roster', async (roster) => {
    const { numUpdatedRows } = await roster
      .updateTable('roster.invitation')
      .set((on) => ({ reminders: on('reminders', '+', 1) }))
      .where('institution_id', '=', wave.institutionId)
      .where('wave_id', '=', wave.waveId)
      .where('redeemed', '=', false)
      .executeTakeFirstOrThrow()
    return Number(numUpdatedRows)
  })
}

/** One person's own invitations. */
export function listInvitationsOf(tx: Tx, institutionId: string, personId: string) {
  return underRole(tx, 'milepost_roster', (roster) =>
    roster
      .selectFrom('roster.invitation')
      .select(['invitation_id', 'wave_id', 'redeemed', 'reminders'])
      .where('institution_id', '=', institutionId)
      .where('person_id', '=', personId)
      .execute(),
  )
}

/** The invitation behind a link; locked, so that two who use it at once come one after the other. */
export function findByToken(tx: Tx, wave: Wave, tokenHash: string) {
  return underRole(tx, 'milepost_roster', (roster) =>
    invitationsOf(roster, wave)
      .select(['invitation_id', 'stratum_code', 'redeemed', 'person_id'])
      .where('token_hash', '=', tokenHash)
      .forUpdate()
      .executeTakeFirst(),
  )
}

/** The same for those who only ask where their links belong; nothing is locked. */
export function lookUpTokens(tx: Tx, wave: Wave, tokenHashes: readonly string[]) {
  return underRole(tx, 'milepost_roster', (roster) => tokensAmong(roster, wave, tokenHashes).select('redeemed').execute())
}

const tokensAmong = (roster: Tx, wave: Wave, tokenHashes: readonly string[]) =>
  invitationsOf(roster, wave)
    .select(['stratum_code', 'token_hash'])
    .where('token_hash', '=', sql<string>`any(${[...tokenHashes]})`)

/** Which stratum each link belongs to, and the keys of the wave by stratum. */
export type ToSign = { readonly invitations: ReadonlyMap<string, string>; readonly keys: ReadonlyMap<string, string> }

/**
 * Uses links for the ballots that are wanted of them, unless they are used already, and says for which ballot each now stands used. `wantedOf` says from what is
 * known of the links which of them is to be used, and for which ballot.
 */
export function redeemForBallots(
  tx: Tx,
  wave: Wave,
  tokenHashes: readonly string[],
  wantedOf: (known: ToSign) => ReadonlyMap<string, string>,
): Promise<Map<string, string | null>> {
  return underRole(tx, 'milepost_roster', async (roster) => {
    const wanted = wantedOf(await findToSign(roster, wave, tokenHashes))
    const usedFor = new Map<string, string | null>()
    if (wanted.size === 0) return usedFor
    // always in the same order, so that two batches never wait for each other
    const hashes = [...wanted.keys()].sort()
    const each = sql`(select unnest(${hashes}::text[]) as token, unnest(${hashes.map((hash) => wanted.get(hash))}::text[]) as blinded)`
    const { rows } = await sql<{ token_hash: string }>`update roster.invitation set redeemed = true, blinded_hash = given.blinded
      from ${each} as given where institution_id = ${wave.institutionId} and wave_id = ${wave.waveId} and token_hash = given.token and not redeemed
      returning token_hash`.execute(roster)
    for (const { token_hash } of rows) usedFor.set(token_hash, wanted.get(token_hash) ?? null)
    const left = hashes.filter((hash) => !usedFor.has(hash))
    if (left.length === 0) return usedFor
    const before = await tokensAmong(roster, wave, left).select('blinded_hash').where('redeemed', '=', true).execute()
    for (const row of before) usedFor.set(row.token_hash ?? '', row.blinded_hash)
    return usedFor
  })
}

async function findToSign(roster: Tx, wave: Wave, tokenHashes: readonly string[]): Promise<ToSign> {
  const found = await tokensAmong(roster, wave, tokenHashes).execute()
  const keys = await roster
    .selectFrom('roster.signing_key')
    .select(['stratum_code', 'private_key'])
    .where('institution_id', '=', wave.institutionId)
    .where('wave_id', '=', wave.waveId)
    .execute()
  return {
    invitations: new Map(found.map((row) => [row.token_hash ?? '', row.stratum_code])),
    keys: new Map(keys.map((row) => [row.stratum_code, row.private_key])),
  }
}

/** A wave that is not anonymous: the link is used, and in a confidential one the sheet is known on this side. */
export function redeem(tx: Tx, wave: Wave, given: { readonly invitationId: string; readonly sheetId: string | null }): Promise<void> {
  return underRole(tx, 'milepost_roster', async (roster) => {
    await roster
      .updateTable('roster.invitation')
      .set({ redeemed: true, sheet_id: given.sheetId })
      .where('institution_id', '=', wave.institutionId)
      .where('invitation_id', '=', given.invitationId)
      .execute()
  })
}

/** After the last day nothing may be signed any more. */
export function destroyKeys(tx: Tx, wave: Wave): Promise<void> {
  return underRole(tx, 'milepost_roster', async (roster) => {
    await roster
      .deleteFrom('roster.signing_key')
      .where('institution_id', '=', wave.institutionId)
      .where('wave_id', '=', wave.waveId)
      .execute()
  })
}
