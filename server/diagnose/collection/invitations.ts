import { issueInvitations, listInvitations, readCollection, remindInvited } from '@milepost/contract/diagnose/collection'
import { channelsToPeople } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { collectionOf, invitedTo, issueLinks, remindThose } from './collecting.ts'
import { sendingOf } from './sendInvitations.ts'

type Asking = { readonly institutionId: string; readonly input: { readonly waveId: string } }
const surveyOf = ({ institutionId, input }: Asking) => ({ institutionId, waveId: input.waveId, purpose: 'survey' as const })

export const readCollectionRoute = serve(readCollection, { run: (call) => collectionOf(call.tx, surveyOf(call)) })

export const listInvitationsRoute = serve(listInvitations, {
  run: async (call) => {
    const invited = await invitedTo(call.tx, surveyOf(call))
    const standingOf = await sendingOf(call.tx, surveyOf(call), call.today)
    return {
      invitations: invited.map((one) => ({ ...one, ...standingOf(one.invitationId) })),
      channels: (await channelsToPeople(call.tx, call.institutionId)).length,
    }
  },
})

export const issueInvitationsRoute = serve(issueInvitations, {
  run: async (call) => {
    const { invitationId, waveId } = call.input
    const invitations = await issueLinks(call.tx, surveyOf(call), invitationId)
    call.audit({ kind: 'wave', id: waveId, detail: { links: invitations.length, again: invitationId !== undefined } })
    return { invitations }
  },
})

export const remindInvitedRoute = serve(remindInvited, {
  run: async (call) => {
    const remindedAbout = await remindThose(call.tx, surveyOf(call))
    call.audit({ kind: 'wave', id: call.input.waveId })
    return { remindedAbout }
  },
})
