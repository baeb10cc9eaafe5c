import { compareInstruments } from '@milepost/contract/diagnose/compareInstruments'
import { compareWaves } from '@milepost/contract/diagnose/statistics'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { releasedSheets } from '../results/releasedSheets.ts'
import { findAsked } from '../waves/findAsked.ts'
import { beyondNoise, moveOf } from './moves.ts'
import { scoredConstructs } from './scored.ts'

export const compareWavesRoute = serve(compareWaves, {
  run: ({ tx, institutionId, input }) => waveChange(tx, institutionId, input),
})

/** Whole waves against each other, construct by construct, only where every item is exactly the same; unpaired, since nobody can be followed. */
export async function waveChange(tx: Tx, institutionId: string, input: { readonly waveId: string; readonly before: string }) {
  const [old, now] = [await findAsked(tx, institutionId, input.before), await findAsked(tx, institutionId, input.waveId)]
  const changed = new Set(
    compareInstruments(old.questionnaire.instrument, now.questionnaire.instrument)
      .filter((line) => line.change !== 'same')
      .map((line) => line.code),
  )
  const before = scoredConstructs(old.questionnaire.instrument, await releasedSheets(tx, institutionId, input.before))
  const after = scoredConstructs(now.questionnaire.instrument, await releasedSheets(tx, institutionId, input.waveId))
  const { leastCell } = now.questionnaire.instrument
  const pairs = after.flatMap((one) => {
    const other = before.find((candidate) => candidate.construct.code === one.construct.code)
    return other
      ? [{ one, other, items: [...new Set([...one.items, ...other.items].map((item) => item.code))].filter((code) => changed.has(code)) }]
      : []
  })
  const lines = pairs
    .filter((pair) => pair.items.length === 0)
    .flatMap(({ other, one }) => {
      const move = moveOf(other.scores, one.scores, leastCell)
      return move === null ? [] : [{ construct: one.construct.code, name: one.construct.name, ...move }]
    })
  const nameOf = (wave: typeof old.wave) => ({ zh: wave.name_zh, en: wave.name_en })
  return {
    before: nameOf(old.wave),
    after: nameOf(now.wave),
    constructs: beyondNoise(lines),
    leftOut: pairs
      .filter((pair) => pair.items.length > 0)
      .map(({ one, items }) => ({ construct: one.construct.code, name: one.construct.name, items })),
  }
}
