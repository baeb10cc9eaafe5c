import { reportingRules } from '@milepost/anonymity/threshold'
import type { Tx } from '../../platform/database/database.ts'
import type { findAsked } from '../waves/findAsked.ts'
import { lockWave, readTextsOf, releaseTexts } from './data.ts'

type Asked = Pick<Awaited<ReturnType<typeof findAsked>>, 'wave' | 'questionnaire'>
export type Said = { readonly item: string; readonly said: string }

/**
 * Words of one's own that may be read. In an anonymous wave they come out item by item in lots of at least the least number for texts, so that
 * whoever reads today and again tomorrow never finds the words of a few who answered in between. A text stands for a whole wave, never for a level.
 */
export async function releasedTexts(tx: Tx, institutionId: string, { wave, questionnaire }: Asked): Promise<Said[]> {
  const read = async () =>
    (await readTextsOf(tx, institutionId, wave.wave_id)).map((row) => ({ item: row.item_code, said: row.said, release: row.release_no }))
  const all = await read()
  if (wave.mode !== 'anonymous') return all
  const { leastForText } = reportingRules({ leastForNumbers: questionnaire.instrument.leastCell }).rules
  const ready = (texts: typeof all) =>
    questionnaire.instrument.items
      .map((item) => item.code)
      .filter((code) => texts.filter((one) => one.item === code && one.release === null).length >= leastForText)
  if (ready(all).length === 0) return all.filter((one) => one.release !== null)
  await lockWave(tx, institutionId, wave.wave_id)
  const now = await read()
  const items = ready(now)
  const releaseNo = Math.max(0, ...now.map((one) => one.release ?? 0)) + 1
  if (items.length > 0) await releaseTexts(tx, { institutionId, waveId: wave.wave_id, items, releaseNo })
  return now.filter((one) => one.release !== null || items.includes(one.item))
}
