import { DONE } from '@milepost/contract/fields'
import { openLink, useLink } from '@milepost/contract/institution/session'
import { Refusal } from '@milepost/contract/refusals'
import { appendAudit } from '../../platform/audit/appendAudit.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type Scene, serve, serveOutside } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { hashPassword, passwordIsStrong } from '../../platform/session/password.ts'
import { endSessionsOf } from '../../platform/session/sessionStore.ts'
import { tokenHash } from '../../platform/session/token.ts'
import { findAccountByUsername, findInstitutionRow, findLink, savePassword } from './data.ts'

export const openLinkRoute = serve(openLink, {
  run: async ({ tx, institutionId, input, now }) => {
    const link = await liveLink(tx, institutionId, input.token, now)
    const institution = await findInstitutionRow(tx, institutionId)
    return {
      purpose: link.purpose === 'first-administrator' ? 'first-administrator' : 'set-password',
      username: link.username,
      institution: { zh: institution.name_zh, en: institution.name_en },
    }
  },
})

async function liveLink(tx: Tx, institutionId: string, token: string, now: Date) {
  const link = await findLink(tx, institutionId, tokenHash(token))
  if (!link || link.used_at !== null || link.expires_at <= now) throw new Refusal('link-spent')
  return link
}

/** Sets a password once; for the first administrator it also makes the account. The link is spent in the same transaction. */
export const useLinkRoute = serveOutside(useLink, async ({ services, scene, input }) => {
  const { institutionId, now } = scene
  const link = await services.database.inInstitution(institutionId, (tx) => liveLink(tx, institutionId, input.token, now))
  const username = (link.username ?? input.username ?? '').toLowerCase()
  if (username === '') throw new Refusal('input-invalid', {}, [{ pointer: '/username', zh: '请填写用户名。', en: 'Enter a user name.' }])
  if (!passwordIsStrong(input.password, username)) throw new Refusal('password-weak')
  const passwordHash = await hashPassword(input.password)
  await services.database.inInstitution(institutionId, async (tx) => {
    const still = await liveLink(tx, institutionId, input.token, now)
    const accountId =
      still.account_id ?? (await makeFirstAdministrator(tx, scene, { username, displayName: input.displayName ?? username }))
    await savePassword(tx, { institutionId, accountId, passwordHash })
    await endSessionsOf(tx, institutionId, accountId)
    await tx
      .updateTable('account_link')
      .set({ used_at: now })
      .where('institution_id', '=', institutionId)
      .where('token_hash', '=', tokenHash(input.token))
      .execute()
    const actor = { ...scene.actor, accountId, name: username }
    await appendAudit(tx, { institutionId, actor, now, action: useLink.audit ?? '', subject: { kind: 'account', id: accountId } })
  })
  return DONE
})

async function makeFirstAdministrator(tx: Tx, { institutionId, now }: Scene, given: { username: string; displayName: string }) {
  if (await findAccountByUsername(tx, institutionId, given.username)) throw new Refusal('username-taken', { username: given.username })
  const accountId = newId()
  await tx
    .insertInto('account')
    .values({
      institution_id: institutionId,
      account_id: accountId,
      username: given.username,
      display_name: given.displayName,
      roles: ['system-admin'],
      created_at: now,
    })
    .execute()
  return accountId
}
