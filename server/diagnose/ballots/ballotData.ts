import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import { underRole } from '../../platform/database/underRole.ts'
import { insertSheets, type NewSheet, type NewText } from '../waves/data.ts'
import { shuffled } from '../waves/shuffled.ts'
import type { StoredAnswers } from '../waves/storedAnswers.ts'

/** Everything about what was answered by ballot, each under the role that takes ballots in and sees nothing of who was invited. */

type Wave = { institutionId: string; waveId: string }
export type Cast = {
  readonly language: 'zh' | 'en'
  readonly minutes: number | null
  readonly channel: 'link' | 'shared'
  readonly answers: StoredAnswers
  readonly texts: readonly NewText[]
}

/** How many must wait in the box before any leaves it, and how many leave: those that leave are drawn from all that wait. */
const FULL = 10
const LEAVE = 5

type Arriving = { readonly serialHash: string; readonly stratum: string; readonly cast: Cast }

/** Takes in those whose number was not cast before, and says which: of two with the same number the first. */
export function takeIn<T extends Arriving>(tx: Tx, wave: Wave, arriving: readonly T[]): Promise<Set<T>> {
  return underRole(tx, 'milepost_collector', async (collector) => {
    const first = new Map(arriving.toReversed().map((one) => [one.serialHash, one]))
    const spent = await collector
      .insertInto('ballot.spent')
      .values([...first.keys()].map((hash) => ({ institution_id: wave.institutionId, wave_id: wave.waveId, serial_hash: hash })))
      .onConflict((on) => on.doNothing())
      .returning('serial_hash')
      .execute()
    const taken = spent.flatMap((row) => first.get(row.serial_hash) ?? [])
    const strata = [...new Set(taken.map((one) => one.stratum))].sort()
    const leaving: NewSheet[] = []
    for (const stratum of strata) {
      const casts = taken.filter((one) => one.stratum === stratum).map((one) => one.cast)
      leaving.push(...(await putInBox(collector, wave, stratum, casts)))
    }
    if (leaving.length > 0) await insertSheets(collector, wave, shuffled(leaving))
    return new Set(taken)
  })
}

/**
 * Puts ballots among those of their stratum that wait, in random order; when ten have come, five drawn by chance leave as sheets, and so on.
 * So no sheet's place, number or transaction is that of its ballot, and each stands among at least ten.
 */
async function putInBox(collector: Tx, wave: Wave, stratum: string, casts: readonly Cast[]): Promise<NewSheet[]> {
  const waiting = shuffled([...(await takeBox(collector, wave, stratum)), ...casts])
  const rounds = waiting.length < FULL ? 0 : Math.floor((waiting.length - FULL) / LEAVE) + 1
  await setBox(collector, wave, stratum, waiting.slice(rounds * LEAVE))
  return sheetsOf(stratum, waiting.slice(0, rounds * LEAVE))
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
  const find = () =>
    collector
      .selectFrom('ballot.box')
      .select('contents')
      .where('institution_id', '=', wave.institutionId)
      .where('wave_id', '=', wave.waveId)
      .where('stratum_code', '=', stratum)
      .forUpdate()
      .executeTakeFirst()
  const box = await find()
  if (box) return box.contents as unknown as Cast[]
  await collector
    .insertInto('ballot.box')
    .values({ institution_id: wave.institutionId, wave_id: wave.waveId, stratum_code: stratum, contents: '[]' })
    .onConflict((on) => on.doNothing())
    .execute()
  return ((await find())?.contents ?? []) as unknown as Cast[]
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

/** A sheet of a wave that is not anonymous, or one typed from paper. */
export function putSheets(tx: Tx, wave: Wave, sheets: readonly NewSheet[]): Promise<void> {
  return underRole(tx, 'milepost_collector', (collector) => insertSheets(collector, wave, sheets))
}
