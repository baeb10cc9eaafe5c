import { createHash } from 'node:crypto'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { attachEvidence, confirmIncident, downloadEvidence, readIncidents, recordIncident } from '@milepost/contract/run/incidents'
import { listCycles, openCycle, personSubject } from '../../institution/published.ts'
import { evidenceKind, mediaTypeOf } from '../../platform/evidence/evidenceKind.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { findFile, insertFile, insertIncident, listFiles, listIncidents, setConfirmed } from './data.ts'

export const readIncidentsRoute = serve(readIncidents, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input }) => {
    const incidents = await listIncidents(tx, institutionId, input)
    const files = await listFiles(
      tx,
      institutionId,
      incidents.map((one) => one.incidentId),
    )
    return {
      incidents: incidents.map(({ incidentId, happenedOn, sign, what, effect, recordedBy, personSays, confirmedAt }) => ({
        ...{ incidentId, happenedOn, sign, what, effect, recordedBy, personSays },
        confirmedAt: confirmedAt?.toISOString() ?? null,
        files: files
          .filter((file) => file.incident_id === incidentId)
          .map((file) => ({ fileId: file.file_id, name: file.name, size: file.size, sha256: file.sha256, addedBy: file.added_by })),
      })),
    }
  },
})

/** Written down by the head when it happened, in the cycle of that day; the record stays. */
export const recordIncidentRoute = serve(recordIncident, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    if (actor.personId === null) throw new Refusal('check-in-needs-person')
    const found = (await listCycles(tx, institutionId)).find((one) => one.startsOn <= input.happenedOn && input.happenedOn <= one.endsOn)
    if (!found || input.happenedOn > today) throw new Refusal('check-in-day-wrong', { heldOn: input.happenedOn })
    const { cycleId } = await openCycle(tx, institutionId, found.cycleId)
    const incidentId = newId()
    const by = { recordedBy: actor.name, recordedByPersonId: actor.personId, recordedAt: now }
    await insertIncident(tx, institutionId, { incidentId, cycleId, ...input, ...by })
    audit({ kind: 'incident', id: incidentId, detail: { personId: input.personId, happenedOn: input.happenedOn, sign: input.sign } })
    return { incidentId }
  },
})

/** Looked at by its bytes before it is kept; after the person has confirmed, nothing is added. */
export const attachEvidenceRoute = serve(attachEvidence, {
  subject: async ({ tx, institutionId, input, today }) => {
    const [incident] = await listIncidents(tx, institutionId, { incidentId: input.incidentId })
    return incident ? personSubject(tx, institutionId, incident.personId, today) : null
  },
  run: async ({ tx, institutionId, input, file, actor, now, audit }) => {
    const [incident] = await listIncidents(tx, institutionId, { incidentId: input.incidentId })
    if (!incident) throw new Refusal('not-found')
    if (incident.confirmedAt !== null) throw new Refusal('incident-read')
    const verdict = evidenceKind(file.name, file.bytes)
    if ('fault' in verdict) throw new Refusal('evidence-refused', { name: file.name }, [{ pointer: '/file', ...verdict.fault }])
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    const kept = { institutionId, fileId: newId(), incidentId: incident.incidentId, name: file.name, kind: verdict.kind, sha256 }
    if (!(await insertFile(tx, { ...kept, bytes: file.bytes, by: actor.name, at: now }))) throw new Refusal('evidence-known')
    audit({ kind: 'incident', id: incident.incidentId, detail: { name: file.name, sha256, size: file.bytes.length } })
    return { fileId: kept.fileId, sha256 }
  },
})

export const downloadEvidenceRoute = serve(downloadEvidence, {
  subject: async ({ tx, institutionId, input, today }) => {
    const file = await findFile(tx, institutionId, input.fileId)
    const [incident] = file ? await listIncidents(tx, institutionId, { incidentId: file.incident_id }) : []
    return incident ? personSubject(tx, institutionId, incident.personId, today) : null
  },
  run: async ({ tx, institutionId, input, audit }) => {
    const file = await findFile(tx, institutionId, input.fileId)
    if (!file) throw new Refusal('not-found')
    audit({ kind: 'incident', id: file.incident_id, detail: { name: file.name } })
    return { fileName: file.name, mediaType: mediaTypeOf(file.kind), bytes: file.bytes }
  },
})

export const confirmIncidentRoute = serve(confirmIncident, {
  subject: async ({ tx, institutionId, input, today }) => {
    const [incident] = await listIncidents(tx, institutionId, { incidentId: input.incidentId })
    return incident ? personSubject(tx, institutionId, incident.personId, today) : null
  },
  run: async ({ tx, institutionId, input, now, audit }) => {
    if (!(await setConfirmed(tx, { institutionId, incidentId: input.incidentId, says: input.says, at: now })))
      throw new Refusal('incident-read')
    audit({ kind: 'incident', id: input.incidentId })
    return DONE
  },
})
