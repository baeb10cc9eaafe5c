import { readAuditTrail, verifyAuditTrail } from '@milepost/contract/institution/audit'
import { canonicalJson } from '../../platform/audit/canonicalJson.ts'
import { verifyAudit } from '../../platform/audit/verifyAudit.ts'
import { serve } from '../../platform/http/serve.ts'
import { listActions, listEvents } from './data.ts'

const EVENTS_A_PAGE = 100

export const readAuditTrailRoute = serve(readAuditTrail, {
  run: async ({ tx, institutionId, input }) => {
    const found = await listEvents(tx, institutionId, input, EVENTS_A_PAGE + 1)
    const events = found.slice(0, EVENTS_A_PAGE).map((event) => ({
      seq: Number(event.seq),
      at: event.at.toISOString(),
      accountId: event.account_id,
      actorName: event.actor_name,
      action: event.action,
      subjectKind: event.subject_kind,
      subjectId: event.subject_id,
      detail: canonicalJson(event.detail),
      hash: event.hash,
    }))
    return {
      events,
      next: found.length > EVENTS_A_PAGE ? (events.at(-1)?.seq ?? null) : null,
      actions: await listActions(tx, institutionId),
    }
  },
})

/** The verification is itself an act: who checked, and what they found, stands in the trail. */
export const verifyAuditTrailRoute = serve(verifyAuditTrail, {
  run: async ({ tx, institutionId, audit }) => {
    const verdict = await verifyAudit(tx, institutionId)
    audit({ kind: 'audit-trail', id: institutionId, detail: verdict })
    return verdict
  },
})
