import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { voicesOf } from '../interviews/voices.ts'
import { constructResults } from '../results/constructs.ts'
import { itemResults } from '../results/itemResults.ts'
import { released, withheldBy } from '../results/releasedSheets.ts'
import { levelComparisons } from '../statistics/levelComparisons.ts'
import { scoredConstructs } from '../statistics/scored.ts'
import { findAsked } from '../waves/findAsked.ts'

export type Asked = { readonly institutionId: string; readonly waveId: string; readonly library: Library; readonly today: string }

/** Everything a wave has to say that may be shown, gathered once: evidence is drawn from here and from nowhere else. */
export async function groundOf(tx: Tx, asked: Asked) {
  const { institutionId, waveId } = asked
  const { wave, questionnaire, strata } = await findAsked(tx, institutionId, waveId)
  const { instrument } = questionnaire
  const told = await released(tx, institutionId, waveId)
  const { sheets } = told
  const withheld = withheldBy(told)
  const levels = strata.map((one) => ({ code: one.code, name: { zh: one.name_zh, en: one.name_en || one.name_zh } }))
  const scored = scoredConstructs(instrument, sheets)
  return {
    wave,
    instrument,
    sheets: sheets.length,
    scored,
    constructs: constructResults(
      instrument,
      sheets,
      levels.map((one) => one.code),
      withheld,
    ),
    items: itemResults({ instrument, sheets, population: null, texts: [] }).filter((one) => one.kind === 'scale'),
    comparisons: levelComparisons(scored, { sheets, levels, leastCell: instrument.leastCell, withheld }),
    voices: await voicesOf(tx, asked),
  }
}
export type Ground = Awaited<ReturnType<typeof groundOf>>

/** A problem or a cause of the questionnaire, or a refusal that names the field. */
export function refuseUnknownConstruct(
  ground: Pick<Ground, 'instrument'>,
  code: string,
  given: { pointer: string; kinds: readonly string[] },
): void {
  const found = ground.instrument.constructs.find((one) => one.code === code)
  if (found && given.kinds.includes(found.kind)) return
  throw new Refusal('input-invalid', { count: 1 }, [
    { pointer: given.pointer, zh: '问卷中没有这一问题或成因。', en: 'The questionnaire has no such problem or cause.' },
  ])
}
