import { compare } from '@milepost/exact/exact'
import type { CardInput, MeasureInput, VetoEffect } from './card.ts'
import type { AppliedVeto } from './cardResult.ts'
import type { Vetoes } from './finalScore.ts'
import type { LocalText } from './localText.ts'
import type { MeasureInCard } from './measureInCard.ts'

/**
 * The vetoes in force: those people have decided, and those a measure carries and its attainment has set off. A measure whose
 * value is missing sets off none, even where it counts as zero: silence is not an accident.
 */
export function vetoesOf(card: CardInput, measures: ReadonlyMap<MeasureInput, MeasureInCard>): Vetoes {
  const decided = (card.vetoes ?? []).map(({ id, reason, effect }) => ({ id, reason, effect }))
  const setOff = [...measures].flatMap(([measure, { result }]) =>
    measure.veto && result.attainment !== null && compare(result.attainment, measure.veto.whenScoreAtMost) <= 0
      ? [{ id: measure.id, reason: measure.veto.reason, effect: measure.veto.effect }]
      : [],
  )
  const all = [...decided, ...setOff]
  return {
    zeroed: new Set(all.flatMap(({ effect }) => (effect.kind === 'zero' ? [effect.node] : []))),
    capBands: all.flatMap(({ id, effect }) => (effect.kind === 'cap-band' ? [{ id, atMost: effect.atMost }] : [])),
    applied: all.map((veto) => toApplied(veto)),
  }
}

const toApplied = ({ id, reason, effect }: { id: string; reason: LocalText; effect: VetoEffect }): AppliedVeto => ({
  id,
  reason,
  effect: effect.kind,
  target: effect.kind === 'zero' ? effect.node : effect.atMost,
  scoreBefore: null,
})
