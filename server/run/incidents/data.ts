import type { Tx } from '../../platform/database/database.ts'

export type Incident = {
  readonly incidentId: string
  readonly cycleId: string
  readonly personId: string
  readonly happenedOn: string
  readonly sign: 'plus' | 'minus'
  readonly what: string
  readonly effect: string
  readonly recordedBy: string
  readonly recordedByPersonId: string
  readonly recordedAt: Date
  readonly personSays: string
  readonly confirmedAt: Date | null
}

/** Newest first. */
export async function listIncidents(
  tx: Tx,
  institutionId: string,
  filter: { cycleId?: string; personId?: string; incidentId?: string },
): Promise<Incident[]> {
  let query = tx
    .selectFrom('critical_incident')
    .selectAll()
    .$narrowType<{ sign: Incident['sign'] }>()
    .where('institution_id', '=', institutionId)
  if (filter.cycleId !== undefined) query = query.where('cycle_id', '=', filter.cycleId)
  if (filter.personId !== undefined) query = query.where('person_id', '=', filter.personId)
  if (filter.incidentId !== undefined) query = query.where('incident_id', '=', filter.incidentId)
  const rows = await query.orderBy('happened_on', 'desc').orderBy('incident_id', 'desc').execute()
  return rows.map((row) => ({
    incidentId: row.incident_id,
    cycleId: row.cycle_id,
    personId: row.person_id,
    happenedOn: row.happened_on,
    sign: row.sign,
    what: row.what,
    effect: row.effect,
    recordedBy: row.recorded_by,
    recordedByPersonId: row.recorded_by_person_id,
    recordedAt: row.recorded_at,
    personSays: row.person_says,
    confirmedAt: row.confirmed_at,
  }))
}

export async function insertIncident(tx: Tx, institutionId: string, one: Omit<Incident, 'personSays' | 'confirmedAt'>): Promise<void> {
  await tx
    .insertInto('critical_incident')
    .values({
      institution_id: institutionId,
      incident_id: one.incidentId,
      cycle_id: one.cycleId,
      person_id: one.personId,
      happened_on: one.happenedOn,
      sign: one.sign,
      what: one.what,
      effect: one.effect,
      recorded_by: one.recordedBy,
      recorded_by_person_id: one.recordedByPersonId,
      recorded_at: one.recordedAt,
    })
    .execute()
}

/** Once confirmed it stays as it is. */
export async function setConfirmed(tx: Tx, given: { institutionId: string; incidentId: string; says: string; at: Date }): Promise<boolean> {
  const done = await tx
    .updateTable('critical_incident')
    .set({ person_says: given.says, confirmed_at: given.at })
    .where('institution_id', '=', given.institutionId)
    .where('incident_id', '=', given.incidentId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** What is known of the files, without their bytes. */
export async function listFiles(tx: Tx, institutionId: string, incidentIds: readonly string[]) {
  if (incidentIds.length === 0) return []
  return tx
    .selectFrom('evidence_file')
    .select(['file_id', 'incident_id', 'name', 'size', 'sha256', 'added_by'])
    .where('institution_id', '=', institutionId)
    .where('incident_id', 'in', [...incidentIds])
    .orderBy('added_at')
    .execute()
}

export function findFile(tx: Tx, institutionId: string, fileId: string) {
  return tx
    .selectFrom('evidence_file')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
}

type NewFile = {
  institutionId: string
  fileId: string
  incidentId: string
  name: string
  kind: string
  bytes: Uint8Array
  sha256: string
  by: string
  at: Date
}

/** False: the same file is attached already. */
export async function insertFile(tx: Tx, file: NewFile): Promise<boolean> {
  const row = await tx
    .insertInto('evidence_file')
    .values({
      institution_id: file.institutionId,
      file_id: file.fileId,
      incident_id: file.incidentId,
      name: file.name,
      kind: file.kind,
      bytes: Buffer.from(file.bytes),
      size: file.bytes.length,
      sha256: file.sha256,
      added_by: file.by,
      added_at: file.at,
    })
    .onConflict((on) => on.doNothing())
    .returning('file_id')
    .executeTakeFirst()
  return row !== undefined
}
