import { DONE } from '@milepost/contract/fields'
import { changePassword } from '@milepost/contract/institution/session'
import { Refusal } from '@milepost/contract/refusals'
import { appendAudit } from '../../platform/audit/appendAudit.ts'
import { serveOutside } from '../../platform/http/serve.ts'
import { hashPassword, passwordIsRight, passwordIsStrong } from '../../platform/session/password.ts'
import { findAccount, savePassword } from './data.ts'

export const changePasswordRoute = serveOutside(changePassword, async ({ services, scene, input }) => {
  const { institutionId, actor, now } = scene
  if (actor.accountId === null) throw new Refusal('not-signed-in')
  const accountId = actor.accountId
  const account = await services.database.inInstitution(institutionId, (tx) => findAccount(tx, institutionId, accountId))
  if (!account || !(await passwordIsRight(account.password_hash, input.current))) throw new Refusal('credentials-wrong')
  if (!passwordIsStrong(input.next, account.username)) throw new Refusal('password-weak')
  const passwordHash = await hashPassword(input.next)
  await services.database.inInstitution(institutionId, async (tx) => {
    await savePassword(tx, { institutionId, accountId, passwordHash })
    await appendAudit(tx, { institutionId, actor, now, action: changePassword.audit ?? '', subject: { kind: 'account', id: accountId } })
  })
  return DONE
})
