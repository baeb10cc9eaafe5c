import { readAuditTrail, verifyAuditTrail } from '@milepost/contract/institution/audit'
import { canonicalJson } from '../../platform/audit/canonicalJson.ts'
import { verifyAudit } from '../../platform/audit/verifyAudit.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { listCycles } from '../cycles/data.ts'
import { findPeople, listActions, listEvents, namesOf } from './data.ts'

const EVENTS_A_PAGE = 100

type PersonRecord = { readonly recordId: string; readonly personId: string }
/** What later rooms keep about people: the records of these people, or whose these records are. */
export type RecordsOfPeople = (
  tx: Tx,
  institutionId: string,
  of: { readonly personIds: readonly string[] } | { readonly recordIds: readonly string[] },
) => Promise<readonly PersonRecord[]>

export const readAuditTrailRoute = (recordsOf: RecordsOfPeople) =>
  serve(readAuditTrail, {
    run: async ({ tx, institutionId, input }) => {
      const { person, no, ...filter } = input
      const people = person === undefined || person === '' ? [] : await whoIsMeant(tx, institutionId, { person, recordsOf })
      const ids = person === undefined || person === '' ? undefined : people.flatMap((one) => one.ids)
      const found = await listEvents(tx, institutionId, { ...filter, ids, range: rangeOf(no) }, EVENTS_A_PAGE + 1)
      const shown = found.slice(0, EVENTS_A_PAGE)
      const details = new Map(shown.map((event) => [event.seq, canonicalJson(event.detail)]))
      const recordIds = [...shown.map((event) => event.subject_id), ...[...details.values()].flatMap((detail) => detail.match(UUIDS) ?? [])]
      const about = await whoseAre(tx, institutionId, { recordIds, recordsOf })
      const events = shown.map((event) => ({
        seq: Number(event.seq),
        at: event.at.toISOString(),
        accountId: event.account_id,
        actorName: event.actor_name,
        action: event.action,
        subjectKind: event.subject_kind,
        subjectId: event.subject_id,
        detail: details.get(event.seq) ?? '{}',
        hash: event.hash,
        about: about.get(event.subject_id) ?? null,
      }))
      return {
        events,
        people,
        names: await namesIn(tx, institutionId, { details: [...details.values()], about }),
        next: found.length > EVENTS_A_PAGE ? (events.at(-1)?.seq ?? null) : null,
        actions: await listActions(tx, institutionId),
      }
    },
  })

/** "233–535", either end first, or one number alone. */
function rangeOf(no: string | undefined) {
  if (no === undefined) return undefined
  const numbers = no.split(/\D+/).map(Number)
  return { first: Math.min(...numbers), last: Math.max(...numbers) }
}

type Asked = { readonly recordsOf: RecordsOfPeople }

/** Those of that name or number, each with the person's own id and the ids of all records about them. */
async function whoIsMeant(tx: Tx, institutionId: string, { person, recordsOf }: Asked & { readonly person: string }) {
  const people = await findPeople(tx, institutionId, person)
  const records = people.length === 0 ? [] : await recordsOf(tx, institutionId, { personIds: people.map((one) => one.person_id) })
  return people.map((one) => ({
    name: one.name,
    employeeNo: one.employee_no,
    ids: [one.person_id, ...records.flatMap((record) => (record.personId === one.person_id ? [record.recordId] : []))],
  }))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The name of the person behind each record, and of each person. */
async function whoseAre(tx: Tx, institutionId: string, { recordIds, recordsOf }: Asked & { readonly recordIds: readonly string[] }) {
  const ids = [...new Set(recordIds)].filter((one) => UUID.test(one))
  const records = ids.length === 0 ? [] : await recordsOf(tx, institutionId, { recordIds: ids })
  const names = await namesOf(tx, institutionId, [...new Set([...ids, ...records.map(({ personId }) => personId)])])
  return new Map([...names, ...records.map(({ recordId, personId }) => [recordId, names.get(personId) ?? ''] as const)])
}

/** What the ids kept in the details stand for: people by name, cycles by year. An id of anything else stands for itself. */
async function namesIn(
  tx: Tx,
  institutionId: string,
  { details, about }: { readonly details: readonly string[]; readonly about: ReadonlyMap<string, string> },
) {
  const cycles = new Map((await listCycles(tx, institutionId)).map((one) => [one.cycleId, String(one.year)]))
  const ids = new Set(details.flatMap((detail) => detail.match(UUIDS) ?? []))
  return [...ids].flatMap((id) => {
    const name = about.get(id) ?? cycles.get(id)
    return name === undefined || name === '' ? [] : [{ id, name }]
  })
}

/** The verification is itself an act: who checked, and what they found, stands in the trail. */
export const verifyAuditTrailRoute = serve(verifyAuditTrail, {
  run: async ({ tx, institutionId, audit }) => {
    const verdict = await verifyAudit(tx, institutionId)
    audit({ kind: 'audit-trail', id: institutionId, detail: verdict })
    return verdict
  },
})
