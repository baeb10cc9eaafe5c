import type { Tx } from '../../platform/database/database.ts'

type CheckVerdict = 'worked' | 'partly' | 'did-not'
export type RedNote = {
  readonly noteId: string
  readonly cycleId: string
  readonly cardId: string
  readonly measureId: string
  readonly fact: string
  readonly cause: string
  readonly action: string
  readonly ownerPersonId: string
  readonly dueOn: string
  readonly scoreThen: string | null
  readonly writtenBy: string
  readonly writtenByAccountId: string | null
  readonly writtenAt: Date
  readonly check: {
    readonly verdict: CheckVerdict
    readonly note: string
    readonly score: string | null
    readonly by: string
    readonly at: Date
  } | null
}

/** Newest first. */
export async function listNotes(
  tx: Tx,
  institutionId: string,
  filter: { readonly cycleId?: string; readonly noteId?: string },
): Promise<RedNote[]> {
  let query = tx
    .selectFrom('red_line_note')
    .selectAll()
    .$narrowType<{ check_verdict: CheckVerdict | null }>()
    .where('institution_id', '=', institutionId)
  if (filter.cycleId !== undefined) query = query.where('cycle_id', '=', filter.cycleId)
  if (filter.noteId !== undefined) query = query.where('note_id', '=', filter.noteId)
  const rows = await query.orderBy('written_at', 'desc').orderBy('note_id', 'desc').execute()
  return rows.map((row) => ({
    noteId: row.note_id,
    cycleId: row.cycle_id,
    cardId: row.card_id,
    measureId: row.measure_id,
    fact: row.fact,
    cause: row.cause,
    action: row.action,
    ownerPersonId: row.owner_person_id,
    dueOn: row.due_on,
    scoreThen: row.score_then,
    writtenBy: row.written_by,
    writtenByAccountId: row.written_by_account_id,
    writtenAt: row.written_at,
    check:
      row.check_verdict === null || row.checked_at === null
        ? null
        : { verdict: row.check_verdict, note: row.check_note ?? '', score: row.check_score, by: row.checked_by ?? '', at: row.checked_at },
  }))
}

export async function insertNote(tx: Tx, institutionId: string, note: Omit<RedNote, 'check'>): Promise<void> {
  await tx
    .insertInto('red_line_note')
    .values({
      institution_id: institutionId,
      note_id: note.noteId,
      cycle_id: note.cycleId,
      card_id: note.cardId,
      measure_id: note.measureId,
      fact: note.fact,
      cause: note.cause,
      action: note.action,
      owner_person_id: note.ownerPersonId,
      due_on: note.dueOn,
      score_then: note.scoreThen,
      written_by: note.writtenBy,
      written_by_account_id: note.writtenByAccountId,
      written_at: note.writtenAt,
    })
    .execute()
}

type Check = {
  readonly noteId: string
  readonly verdict: CheckVerdict
  readonly note: string
  readonly score: string | null
  readonly by: string
  readonly at: Date
}

/** false: it has been checked already. */
export async function saveCheck(tx: Tx, institutionId: string, check: Check): Promise<boolean> {
  const saved = await tx
    .updateTable('red_line_note')
    .set({ check_verdict: check.verdict, check_note: check.note, check_score: check.score, checked_by: check.by, checked_at: check.at })
    .where('institution_id', '=', institutionId)
    .where('note_id', '=', check.noteId)
    .where('check_verdict', 'is', null)
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}
