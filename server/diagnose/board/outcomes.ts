import type { outcome } from '@milepost/contract/diagnose/board'
import { compareInstruments } from '@milepost/contract/diagnose/compareInstruments'
import type { Instrument } from '@milepost/contract/diagnose/instrument'
import type { Series } from '@milepost/statistics/answers'
import { mean } from '@milepost/statistics/moments'
import type { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { constructResults } from '../results/constructs.ts'
import type { Sheet } from '../results/data.ts'
import { releasedSheets } from '../results/releasedSheets.ts'
import { moveOf } from '../statistics/moves.ts'
import { scoredConstructs } from '../statistics/scored.ts'
import { findQuestionnaire, listWaveRows } from '../waves/data.ts'
import type { RemedyRow } from './data.ts'

type Outcome = z.infer<typeof outcome>
type Sign = Pick<RemedyRow, 'sign_kind' | 'sign_about' | 'sign_least'>
/** `move`: how the scores behind the sign moved, worked out where it is asked for. */
type Seen = { readonly outcome: Outcome; readonly move: () => ReturnType<typeof moveOf> }
type Told = { readonly instrument: Instrument; readonly sheets: readonly Sheet[] }

/** For each remedy what the next wave that asks exactly the same shows: severity lost, or points of the mean won. */
export async function outcomesOf(
  tx: Tx,
  given: { institutionId: string; waveId: string; openedOn: string; instrument: Instrument },
  remedies: readonly RemedyRow[],
): Promise<Map<string, Seen>> {
  const found = new Map<string, Seen>()
  if (remedies.length === 0) return found
  const later = (await listWaveRows(tx, given.institutionId)).filter((wave) => wave.opened_on > given.openedOn).toReversed()
  const before: Told = { instrument: given.instrument, sheets: await releasedSheets(tx, given.institutionId, given.waveId) }
  for (const wave of later) {
    const open = remedies.filter((one) => !found.has(one.remedy_id))
    const questionnaire = await findQuestionnaire(tx, given.institutionId, wave.questionnaire_id)
    const alike = questionnaire ? open.filter((one) => asksTheSame(given.instrument, questionnaire.instrument, one)) : []
    if (!questionnaire || alike.length === 0) continue
    const after: Told = { instrument: questionnaire.instrument, sheets: await releasedSheets(tx, given.institutionId, wave.wave_id) }
    for (const remedy of alike) {
      const [was, is] = [measured(before, remedy), measured(after, remedy)]
      if (was === null || is === null) continue
      const change = remedy.sign_kind === 'construct' ? was - is : is - was
      found.set(remedy.remedy_id, {
        outcome: {
          waveId: wave.wave_id,
          wave: { zh: wave.name_zh, en: wave.name_en },
          before: was,
          after: is,
          change,
          seen: change >= Number(remedy.sign_least) - 1e-9,
        },
        move: () => moveOf(seriesOf(before, remedy), seriesOf(after, remedy), given.instrument.leastCell),
      })
    }
  }
  return found
}

function asksTheSame(before: Instrument, after: Instrument, sign: Sign): boolean {
  const items = before.items.filter((item) => (sign.sign_kind === 'item' ? item.code : item.construct) === sign.sign_about)
  const same = new Set(
    compareInstruments(before, after)
      .filter((line) => line.change === 'same')
      .map((line) => line.code),
  )
  const now = after.items.filter((item) => (sign.sign_kind === 'item' ? item.code : item.construct) === sign.sign_about)
  return items.length > 0 && items.length === now.length && items.every((item) => same.has(item.code))
}

/** Severity of a construct, or the mean of an item with a reversed one turned; null where too few answered. */
function measured({ instrument, sheets }: Told, sign: Sign): number | null {
  if (sign.sign_kind === 'construct')
    return constructResults(instrument, sheets, []).find((one) => one.code === sign.sign_about)?.severity ?? null
  const values = seriesOf({ instrument, sheets }, sign).filter((value) => value !== null)
  return values.length === 0 || values.length < instrument.leastCell ? null : mean(values)
}

/** What each sheet says of a sign, higher being better: the score on a construct, or the answer to an item with a reversed one turned. */
function seriesOf({ instrument, sheets }: Told, sign: Sign): Series {
  const scored = scoredConstructs(instrument, sheets)
  if (sign.sign_kind === 'construct') return scored.find((one) => one.construct.code === sign.sign_about)?.scores ?? []
  const own = scored.find((one) => one.items.some((item) => item.code === sign.sign_about))
  const column = own?.columns.find((one) => one.id === sign.sign_about)
  if (!own || !column) return []
  return column.answers.map((value) => (value === null || !column.reverse ? value : own.scale.min + own.scale.max - value))
}
