import type { Tx } from '../../platform/database/database.ts'
import { beyondNoise } from '../statistics/moves.ts'
import { findAsked } from '../waves/findAsked.ts'
import { remedyLine } from './boardOf.ts'
import { listRemedies, type RemedyRow } from './data.ts'
import { outcomesOf } from './outcomes.ts'

/**
 * The remedies chosen on the board of one wave, each by the sign stated for it: what the sign was and is (severity of a construct, mean of an
 * item), and how the scores behind it moved. The moves are adjusted together, one of each sign. Not told who chose them.
 */
export async function toldRemedies(tx: Tx, institutionId: string, given: { readonly before: string; readonly after: string }) {
  const rows = await listRemedies(tx, institutionId, given.before)
  if (rows.length === 0) return []
  const { wave, questionnaire } = await findAsked(tx, institutionId, given.before)
  const { instrument } = questionnaire
  const seen = await outcomesOf(tx, { institutionId, waveId: given.before, openedOn: wave.opened_on, instrument }, rows)
  const told = rows.map((row) => {
    const one = seen.get(row.remedy_id)
    return { row, seen: one?.outcome.waveId === given.after ? one : null }
  })
  // two remedies may have the same sign: it is compared once
  const signs = new Map(told.flatMap(({ row, seen }) => (seen === null ? [] : [[signOf(row), seen] as const])))
  const moves = new Map(
    beyondNoise(
      [...signs].flatMap(([key, { move }]) => {
        const moved = move()
        return moved === null ? [] : [{ key, ...moved }]
      }),
    ).map(({ key, ...move }) => [key, move]),
  )
  return told.map(({ row, seen }) => {
    const { by: _by, reason: _reason, strength: _strength, ...line } = remedyLine(row, { instrument })
    const answered = instrument.constructs.find((one) => one.code === row.answers)
    return {
      ...line,
      answersName: answered?.name ?? { zh: row.answers, en: row.answers },
      outcome: seen?.outcome ?? null,
      move: moves.get(signOf(row)) ?? null,
    }
  })
}

const signOf = (row: RemedyRow): string => `${row.sign_kind} ${row.sign_about}`
