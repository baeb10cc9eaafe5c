import { signIn, signInToDemo } from '@milepost/contract/institution/session'
import { Refusal } from '@milepost/contract/refusals'
import { appendAudit } from '../../platform/audit/appendAudit.ts'
import { dayIn, minuteIn } from '../../platform/http/clock.ts'
import { isLoopback } from '../../platform/http/loopback.ts'
import type { OutsideCall } from '../../platform/http/serve.ts'
import { findActor } from '../../platform/session/findActor.ts'
import { passwordIsRight } from '../../platform/session/password.ts'
import { openSession } from '../../platform/session/sessionStore.ts'
import { findAccountByUsername, findInstitutionRow, noteFailure } from './data.ts'

const ATTEMPTS = 5
const LOCK_MINUTES = 15

/** Checks the password outside any transaction, then opens a session; five failures lock the account for fifteen minutes. */
export async function openSessionByPassword({ services, scene, input }: OutsideCall<typeof signIn>): Promise<string> {
  const { database, config } = services
  const { institutionId, now } = scene
  const account = await database.inInstitution(institutionId, (tx) => findAccountByUsername(tx, institutionId, input.username))
  if (account?.locked_until && account.locked_until > now) {
    throw new Refusal('account-locked', { until: minuteIn(config.timeZone, account.locked_until) })
  }
  if (!(await passwordIsRight(account?.password_hash ?? null, input.password)) || !account) {
    if (account) await countFailure(services, scene, account)
    throw new Refusal('credentials-wrong')
  }
  if (account.state !== 'active') throw new Refusal('account-disabled')
  return database.inInstitution(institutionId, async (tx) => {
    await noteFailure(tx, { institutionId, accountId: account.account_id, attempts: 0, lockedUntil: null })
    return openAudited(tx, { services, scene }, { accountId: account.account_id, action: signIn.audit ?? '' })
  })
}

async function countFailure(
  { database }: OutsideCall<typeof signIn>['services'],
  { institutionId, now, actor }: OutsideCall<typeof signIn>['scene'],
  account: { account_id: string; username: string; failed_attempts: number },
) {
  const attempts = account.failed_attempts + 1
  const locks = attempts >= ATTEMPTS
  await database.inInstitution(institutionId, async (tx) => {
    await noteFailure(tx, {
      institutionId,
      accountId: account.account_id,
      attempts: locks ? 0 : attempts,
      lockedUntil: locks ? new Date(now.getTime() + LOCK_MINUTES * 60_000) : null,
    })
    const action = locks ? 'account-locked' : 'sign-in-failed'
    await appendAudit(tx, { institutionId, actor, now, action, subject: { kind: 'account', id: account.account_id } })
  })
}

/** Demo installations on this machine only: one click, no password. */
export async function openDemoSession({ services, scene, input }: OutsideCall<typeof signInToDemo>): Promise<string> {
  const { institutionId } = scene
  if (!isLoopback(services.config.host)) throw new Refusal('demo-only')
  return services.database.inInstitution(institutionId, async (tx) => {
    const institution = await findInstitutionRow(tx, institutionId)
    const account = institution.demo ? await findAccountByUsername(tx, institutionId, input.username) : undefined
    if (account?.state !== 'active') throw new Refusal('demo-only')
    return openAudited(tx, { services, scene }, { accountId: account.account_id, action: signInToDemo.audit ?? '' })
  })
}

async function openAudited(
  tx: Parameters<typeof openSession>[0],
  { services, scene }: Pick<OutsideCall<typeof signIn>, 'services' | 'scene'>,
  opened: { accountId: string; action: string },
): Promise<string> {
  const { institutionId, now } = scene
  const token = await openSession(tx, { institutionId, accountId: opened.accountId, now })
  const actor = (await findActor(tx, institutionId, opened.accountId, dayIn(services.config.timeZone, now))) ?? scene.actor
  await appendAudit(tx, { institutionId, actor, now, action: opened.action, subject: { kind: 'account', id: opened.accountId } })
  return token
}
