import { issueInvitations, listInvitations, readCollection, remindInvited } from '@milepost/contract/diagnose/collection'
import { Refusal } from '@milepost/contract/refusals'
import { findInstitutionRow } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { countSheets, findWave, listStrata } from '../waves/data.ts'
import { countInvited, listInvited, remindOpen, setTokens } from './rosterData.ts'
import { roundedCount, roundedToFives } from './roundedCount.ts'
import { hashed, linkOf, newToken } from './tokens.ts'

async function findOnline(tx: Tx, institutionId: string, waveId: string) {
  const wave = await findWave(tx, institutionId, waveId)
  if (wave?.collects !== 'online') throw new Refusal('not-found')
  return wave
}

const codeOf = async (tx: Tx, institutionId: string) => (await findInstitutionRow(tx, institutionId)).code

export const readCollectionRoute = serve(readCollection, {
  run: async ({ tx, institutionId, input }) => {
    const wave = await findOnline(tx, institutionId, input.waveId)
    const strata = await listStrata(tx, institutionId, [wave.wave_id])
    const counts = await countInvited(tx, { institutionId, waveId: wave.wave_id })
    const sheets = await countSheets(tx, institutionId, [wave.wave_id])
    return {
      mode: wave.mode as 'anonymous',
      sharedLink: wave.shared_link,
      path: linkOf({ code: await codeOf(tx, institutionId), waveId: wave.wave_id }),
      strata: strata.map((stratum) => {
        const count = counts.find((one) => one.stratum_code === stratum.code)
        const invited = count?.invited ?? stratum.population ?? 0
        return {
          code: stratum.code,
          name: { zh: stratum.name_zh, en: stratum.name_en },
          invited,
          linksMade: count?.links ?? 0,
          answeredAbout: wave.shared_link
            ? roundedToFives(sheets(wave.wave_id, stratum.code))
            : roundedCount(count?.answered ?? 0, invited),
          reminders: count?.reminders ?? 0,
        }
      }),
    }
  },
})

export const listInvitationsRoute = serve(listInvitations, {
  run: async ({ tx, institutionId, input }) => {
    await findOnline(tx, institutionId, input.waveId)
    const rows = await listInvited(tx, { institutionId, waveId: input.waveId })
    return {
      invitations: rows.map((row) => ({
        invitationId: row.invitation_id,
        name: row.name,
        stratum: row.stratum_code,
        hasLink: row.has_link,
      })),
    }
  },
})

/** Only the hash of a token is kept, so a link is seen once; a lost one is replaced. */
export const issueInvitationsRoute = serve(issueInvitations, {
  run: async ({ tx, institutionId, input, audit }) => {
    const wave = await findOnline(tx, institutionId, input.waveId)
    if (wave.closed_on !== null) throw new Refusal('wave-closed')
    const invited = await listInvited(tx, { institutionId, waveId: wave.wave_id })
    const chosen = invited.filter((row) => (input.invitationId ? row.invitation_id === input.invitationId : !row.has_link))
    if (input.invitationId && chosen.length === 0) throw new Refusal('not-found')
    const code = await codeOf(tx, institutionId)
    const issued = chosen.map((row) => ({ row, token: newToken() }))
    await setTokens(
      tx,
      { institutionId, waveId: wave.wave_id },
      issued.map(({ row, token }) => ({ invitationId: row.invitation_id, tokenHash: hashed(token) })),
    )
    audit({ kind: 'wave', id: wave.wave_id, detail: { links: issued.length, again: input.invitationId !== undefined } })
    return {
      invitations: issued.map(({ row, token }) => ({
        invitationId: row.invitation_id,
        name: row.name,
        stratum: row.stratum_code,
        path: linkOf({ code, waveId: wave.wave_id, token }),
      })),
    }
  },
})

/** The reminder appears on the first page of those who have not answered; the office learns a rounded number. */
export const remindInvitedRoute = serve(remindInvited, {
  run: async ({ tx, institutionId, input, audit }) => {
    const wave = await findOnline(tx, institutionId, input.waveId)
    if (wave.closed_on !== null) throw new Refusal('wave-closed')
    const counts = await countInvited(tx, { institutionId, waveId: wave.wave_id })
    const reminded = await remindOpen(tx, { institutionId, waveId: wave.wave_id })
    audit({ kind: 'wave', id: wave.wave_id })
    const invited = counts.reduce((sum, one) => sum + one.invited, 0)
    return { remindedAbout: roundedCount(reminded, invited) }
  },
})
