import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, done, empty, id } from '../fields.ts'

/** Critical incidents: what went far beyond or far below what is asked, when it happened, with its evidence. */

export const incident = z.object({
  incidentId: id,
  happenedOn: day,
  sign: z.enum(['plus', 'minus']),
  what: z.string(),
  effect: z.string(),
  recordedBy: z.string(),
  personSays: z.string(),
  confirmedAt: z.string().nullable(),
  files: z.array(z.object({ fileId: id, name: z.string(), size: z.number(), sha256: z.string(), addedBy: z.string() })),
})

export const readIncidents = endpoint({
  name: 'run.readIncidents',
  method: 'GET',
  path: '/api/run/cycles/:cycleId/people/:personId/incidents',
  permission: 'check-in.read',
  summary: { zh: '一人的关键事件', en: 'Critical incidents of one person' },
  input: z.object({ cycleId: id, personId: id }),
  output: z.object({ incidents: z.array(incident) }),
  audit: null,
})

export const recordIncident = endpoint({
  name: 'run.recordIncident',
  method: 'POST',
  path: '/api/run/people/:personId/incidents',
  permission: 'check-in.record',
  summary: { zh: '记录关键事件', en: 'Record a critical incident' },
  input: z.object({
    personId: id,
    happenedOn: day,
    sign: z.enum(['plus', 'minus']),
    what: z.string().trim().min(10).max(2000),
    effect: z.string().trim().min(5).max(2000),
  }),
  output: z.object({ incidentId: id }),
  audit: 'incident-recorded',
})

export const attachEvidence = endpoint({
  name: 'run.attachEvidence',
  kind: 'attach',
  method: 'POST',
  path: '/api/run/incidents/:incidentId/files',
  permission: 'check-in.record',
  summary: {
    zh: '附证据文件（PDF、图片、DOCX、XLSX；不收带宏文件）',
    en: 'Attach evidence (PDF, pictures, DOCX, XLSX; nothing with macros)',
  },
  input: z.object({ incidentId: id }),
  output: z.object({ fileId: id, sha256: z.string() }),
  audit: 'evidence-attached',
})

export const downloadEvidence = endpoint({
  name: 'run.downloadEvidence',
  kind: 'download',
  method: 'GET',
  path: '/api/run/evidence/:fileId',
  permission: 'check-in.read',
  summary: { zh: '下载证据文件', en: 'Download evidence' },
  input: z.object({ fileId: id }),
  output: empty,
  audit: 'evidence-read',
})

export const confirmIncident = endpoint({
  name: 'run.confirmIncident',
  method: 'POST',
  path: '/api/run/incidents/:incidentId/confirmation',
  permission: 'check-in.confirm',
  summary: { zh: '本人确认已阅并可说明', en: 'The person has read it, and may say something to it' },
  input: z.object({ incidentId: id, says: z.string().trim().max(2000) }),
  output: done,
  audit: 'incident-confirmed',
})
