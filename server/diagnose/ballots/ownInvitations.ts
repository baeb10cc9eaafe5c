import { listOwnInvitations, openOwnInvitation } from '@milepost/contract/diagnose/ballots'
import { Refusal } from '@milepost/contract/refusals'
import { findInstitutionRow } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { listInvitationsOf, setTokens } from '../collection/rosterData.ts'
import { hashed, linkOf, newToken } from '../collection/tokens.ts'
import { findBallotWave } from '../waves/data.ts'
import { opennessOf, takingWave } from './takingWave.ts'

/** The open surveys one person is invited to: shown to that person alone. */
export async function ownInvitations(tx: Tx, institutionId: string, personId: string, today: string) {
  const found = await listInvitationsOf(tx, institutionId, personId)
  const lines = []
  for (const one of found) {
    const wave = await findBallotWave(tx, institutionId, one.wave_id).executeTakeFirst()
    if (wave && opennessOf(wave, today) === 'open') lines.push({ ...one, wave })
  }
  return lines
}

export const listOwnInvitationsRoute = serve(listOwnInvitations, {
  run: async ({ tx, institutionId, actor, today }) => ({
    invitations: (actor.personId === null ? [] : await ownInvitations(tx, institutionId, actor.personId, today)).map((one) => ({
      waveId: one.wave_id,
      name: { zh: one.wave.name_zh, en: one.wave.name_en },
      mode: one.wave.mode as 'anonymous',
      closesOn: one.wave.closes_on,
      answered: one.redeemed,
      reminded: one.reminders > 0,
    })),
  }),
})

/** Makes a new link for the person who asks. It only opens the page: what is answered there is not joined to it (anonymous waves). */
export const openOwnInvitationRoute = serve(openOwnInvitation, {
  run: async ({ tx, institutionId, input, actor, today }) => {
    const wave = await takingWave(tx, institutionId, input.waveId, today)
    const own = actor.personId === null ? [] : await listInvitationsOf(tx, institutionId, actor.personId)
    const invitation = own.find((one) => one.wave_id === wave.wave_id)
    if (!invitation) throw new Refusal('invitation-unknown')
    if (invitation.redeemed) throw new Refusal('invitation-used')
    const token = newToken()
    await setTokens(tx, { institutionId, waveId: wave.wave_id }, [{ invitationId: invitation.invitation_id, tokenHash: hashed(token) }])
    const { code } = await findInstitutionRow(tx, institutionId)
    return { link: linkOf({ code, waveId: wave.wave_id, token }) }
  },
})
