import { compareInstruments } from '@milepost/contract/diagnose/compareInstruments'
import { compareWaves } from '@milepost/contract/diagnose/statistics'
import { adjustP } from '@milepost/statistics/adjustP'
import { welchT } from '@milepost/statistics/tTest'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { releasedSheets } from '../results/releasedSheets.ts'
import { findAsked } from '../waves/findAsked.ts'
import { type Scored, scoredConstructs } from './scored.ts'

const LEVEL = 0.05

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
  const lines = pairs.filter((pair) => pair.items.length === 0).flatMap((pair) => changeOf(pair.other, pair.one, leastCell))
  const adjusted = adjustP(
    lines.map((line) => line.p),
    'holm',
  )
  const nameOf = (wave: typeof old.wave) => ({ zh: wave.name_zh, en: wave.name_en })
  return {
    before: nameOf(old.wave),
    after: nameOf(now.wave),
    constructs: lines.map((line, at) => {
      const adjustedP = adjusted[at] ?? null
      const beyond = adjustedP !== null && adjustedP < LEVEL
      return {
        ...line,
        adjustedP,
        verdict: !beyond ? ('within-noise' as const) : line.difference > 0 ? ('higher' as const) : ('lower' as const),
      }
    }),
    leftOut: pairs
      .filter((pair) => pair.items.length > 0)
      .map(({ one, items }) => ({ construct: one.construct.code, name: one.construct.name, items })),
  }
}

function changeOf(old: Scored, now: Scored, leastCell: number) {
  const series = [...now.scores, ...old.scores]
  const result = welchT(series, [...now.scores.map(() => 'a'), ...old.scores.map(() => 'b')])
  const [after, before] = result.kind === 'computed' ? result.groups : []
  if (result.kind !== 'computed' || !after || !before || Math.min(after.n, before.n) < leastCell) return []
  return [
    {
      construct: now.construct.code,
      name: now.construct.name,
      nBefore: before.n,
      nAfter: after.n,
      before: before.mean,
      after: after.mean,
      difference: result.difference,
      interval: { low: result.interval.low, high: result.interval.high },
      p: result.p,
      g: result.effect.hedgesG,
    },
  ]
}
