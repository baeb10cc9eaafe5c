import type { Tx } from '../../platform/database/database.ts'
import { releasedSheets } from '../results/releasedSheets.ts'
import { beyondNoise, moveOf } from '../statistics/moves.ts'
import { findAsked } from '../waves/findAsked.ts'
import { remedyLine } from './boardOf.ts'
import { listRemedies, type RemedyRow } from './data.ts'
import { outcomesOf, seriesOf } from './outcomes.ts'

/**
 * The remedies chosen on the board of one wave, each by the sign stated for it: what the sign was and is (severity of a construct, mean of an
 * item), and how the scores behind it moved. The moves are adjusted together, one of each sign. Not told who chose them.
 */
export async function toldRemedies(tx: Tx, institutionId: string, given: { readonly before: string; readonly after: string }) {
  const rows = await listRemedies(tx, institutionId, given.before)
  if (rows.length === 0) return []
  const [old, now] = [await findAsked(tx, institutionId, given.before), await findAsked(tx, institutionId, given.after)]
  const { instrument } = old.questionnaire
  const outcomes = await outcomesOf(tx, { institutionId, waveId: given.before, openedOn: old.wave.opened_on, instrument }, rows)
  const before = { instrument, sheets: await releasedSheets(tx, institutionId, given.before) }
  const after = { instrument: now.questionnaire.instrument, sheets: await releasedSheets(tx, institutionId, given.after) }
  const signs = new Map(rows.map((row) => [signOf(row), row]))
  const told = rows.map((row) => {
    const outcome = outcomes.get(row.remedy_id)
    return { row, outcome: outcome?.waveId === given.after ? outcome : null }
  })
  const asked = new Set(told.filter(({ outcome }) => outcome !== null).map(({ row }) => signOf(row)))
  const moves = new Map(
    beyondNoise(
      [...signs].flatMap(([key, row]) => {
        const move = asked.has(key) ? moveOf(seriesOf(before, row), seriesOf(after, row), instrument.leastCell) : null
        return move === null ? [] : [{ key, ...move }]
      }),
    ).map(({ key, ...move }) => [key, move]),
  )
  return told.map(({ row, outcome }) => {
    const { by: _by, reason: _reason, strength: _strength, ...line } = remedyLine(row, { instrument })
    const answered = instrument.constructs.find((one) => one.code === row.answers)
    return { ...line, answersName: answered?.name ?? { zh: row.answers, en: row.answers }, outcome, move: moves.get(signOf(row)) ?? null }
  })
}

const signOf = (row: RemedyRow): string => `${row.sign_kind} ${row.sign_about}`
