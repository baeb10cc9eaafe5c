import { randomInt, randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import { underRole } from '../../platform/database/underRole.ts'
import { insertSheets, type NewAnswer, type NewSheet, type NewText } from '../waves/data.ts'

/** Everything about what was answered by ballot, each under the role that takes ballots in and sees nothing of who was invited. */

type Wave = { institutionId: string; waveId: string }
export type Cast = {
  readonly language: 'zh' | 'en'
  readonly minutes: number | null
  readonly channel: 'link' | 'shared'
  readonly answers: readonly NewAnswer[]
  readonly texts: readonly NewText[]
}

/** False: this number was cast before. */
export function spend(tx: Tx, wave: Wave, serialHash: string): Promise<boolean> {
  return underRole(tx, 'milepost_collector', async (collector) => {
    const { numInsertedOrUpdatedRows } = await collector
      .insertInto('ballot.spent')
      .values({ institution_id: wave.institutionId, wave_id: wave.waveId, serial_hash: serialHash })
      .onConflict((on) => on.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  })
}

/** How many must wait in the box before any leaves it, and how many leave: those that leave are drawn from all that wait. */
const FULL = 10
const LEAVE = 5

/**
 * Puts one ballot among those of its stratum that wait, in random order; when ten have come, five drawn by chance become sheets.
 * So no sheet's place, number or transaction is that of its ballot, and each stands among at least ten.
 */
export function putInBox(tx: Tx, wave: Wave, stratum: string, cast: Cast): Promise<void> {
  return underRole(tx, 'milepost_collector', async (collector) => {
    const waiting = shuffled([...(await takeBox(collector, wave, stratum)), cast])
    const leaves = waiting.length >= FULL ? LEAVE : 0
    await setBox(collector, wave, stratum, waiting.slice(leaves))
    if (leaves > 0) await insertSheets(collector, wave, sheetsOf(stratum, waiting.slice(0, leaves)))
  })
}

/** At the end of the wave all that still wait become sheets. */
export function emptyBoxes(tx: Tx, wave: Wave): Promise<number> {
  return underRole(tx, 'milepost_collector', async (collector) => {
    const boxes = await collector
      .selectFrom('ballot.box')
      .select(['stratum_code', 'contents'])
      .where('institution_id', '=', wave.institutionId)
      .where('wave_id', '=', wave.waveId)
      .forUpdate()
      .execute()
    const sheets = boxes.flatMap((box) => sheetsOf(box.stratum_code, shuffled(box.contents as unknown as Cast[])))
    await insertSheets(collector, wave, sheets)
    await collector.deleteFrom('ballot.box').where('institution_id', '=', wave.institutionId).where('wave_id', '=', wave.waveId).execute()
    return sheets.length
  })
}

async function takeBox(collector: Tx, wave: Wave, stratum: string): Promise<Cast[]> {
  await collector
    .insertInto('ballot.box')
    .values({ institution_id: wave.institutionId, wave_id: wave.waveId, stratum_code: stratum, contents: '[]' })
    .onConflict((on) => on.doNothing())
    .execute()
  const box = await collector
    .selectFrom('ballot.box')
    .select('contents')
    .where('institution_id', '=', wave.institutionId)
    .where('wave_id', '=', wave.waveId)
    .where('stratum_code', '=', stratum)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return box.contents as unknown as Cast[]
}

async function setBox(collector: Tx, wave: Wave, stratum: string, contents: readonly Cast[]): Promise<void> {
  await collector
    .updateTable('ballot.box')
    .set({ contents: JSON.stringify(contents) })
    .where('institution_id', '=', wave.institutionId)
    .where('wave_id', '=', wave.waveId)
    .where('stratum_code', '=', stratum)
    .execute()
}

/** Ids made by chance alone: the program's usual ids carry their time. */
const sheetsOf = (stratum: string, casts: readonly Cast[]): NewSheet[] =>
  casts.map((cast) => ({ sheetId: randomUUID(), stratum, answeredOn: null, sourceKey: randomUUID(), ...cast }))

/** Fisher and Yates with the machine's secure randomness. */
function shuffled<T>(list: readonly T[]): T[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    const [a, b] = [mixed[at] as T, mixed[other] as T]
    mixed[at] = b
    mixed[other] = a
  }
  return mixed
}

/** A sheet of a wave that is not anonymous, or one typed from paper. */
export function putSheets(tx: Tx, wave: Wave, sheets: readonly NewSheet[]): Promise<void> {
  return underRole(tx, 'milepost_collector', (collector) => insertSheets(collector, wave, sheets))
}
