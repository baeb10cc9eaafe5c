import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { empty, id } from '../fields.ts'

export const auditEvent = z.object({
  seq: z.number(),
  at: z.iso.datetime(),
  accountId: id.nullable(),
  actorName: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  /** The details of the act, as canonical JSON. */
  detail: z.string(),
  hash: z.string(),
  /** Whose record the subject is, by name, if it is somebody's. */
  about: z.string().nullable(),
})
export type AuditEventRow = z.infer<typeof auditEvent>

export const readAuditTrail = endpoint({
  name: 'institution.readAuditTrail',
  method: 'GET',
  path: '/api/audit',
  permission: 'audit.read',
  summary: { zh: '审计记录', en: 'The audit trail' },
  input: z.object({
    action: z.string().max(80).optional(),
    /** Part of the actor's name. */
    actor: z.string().trim().max(80).optional(),
    /** Name or number of somebody: only what was done about this person, acts about many at once included. */
    person: z.string().trim().max(80).optional(),
    /** Kind of the subject, or its id. */
    subject: z.string().trim().max(200).optional(),
    /** A number, or the first and last of a range, as reports print them: "1504", "233–535". */
    no: z
      .string()
      .trim()
      .regex(/^\d{1,9}(\s*[-–—~至]\s*\d{1,9})?$/)
      .optional(),
    /** Only events before this number: the next page. */
    before: z.coerce.number().int().positive().optional(),
  }),
  output: z.object({
    /** Newest first. */
    events: z.array(auditEvent),
    /** Who was meant by `person`, with the ids of their records: what of an act about many is about them. */
    people: z.array(z.object({ name: z.string(), employeeNo: z.string(), ids: z.array(z.string()) })),
    /** What ids in the details stand for: people by name, cycles by year. */
    names: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Give as `before` to read on; null at the beginning of the trail. */
    next: z.number().nullable(),
    /** All actions that occur in the trail, for the filter. */
    actions: z.array(z.string()),
  }),
  audit: null,
})

export const verifyAuditTrail = endpoint({
  name: 'institution.verifyAuditTrail',
  method: 'POST',
  path: '/api/audit/verification',
  permission: 'audit.read',
  summary: { zh: '校验审计链', en: 'Verify the chain of the audit trail' },
  input: empty,
  output: z.discriminatedUnion('intact', [
    z.object({ intact: z.literal(true), events: z.number(), head: z.string() }),
    z.object({ intact: z.literal(false), firstBrokenSeq: z.number(), because: z.enum(['gap', 'previous-hash', 'content', 'head']) }),
  ]),
  audit: 'audit-trail-verified',
})
