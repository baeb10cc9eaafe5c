import type { CardInput, MeasureInput } from '@milepost/scorecard/card'
import type { DryRunFacts } from './dryRun.ts'

/** Weights to try: by code of a measure, how many per cent of its designed weight it gets (100: as designed). */
export type TriedWeights = Readonly<Record<string, number>>

/**
 * The cards as `scoreCard` takes them, put together again from what they share. `cardId` is the holder's key, so that cards of two schemes
 * find each other. Measures and values that were listed once stay one object.
 */
export function dryRunCards(facts: DryRunFacts, tried: TriedWeights = {}): CardInput[] {
  const { perspectives, objectives, measures, series, cycle } = facts
  return facts.cards.map((card): CardInput => {
    const shape = new Map<number, Map<number, MeasureInput[]>>()
    for (const [at, { p, o, m, s, weightBp, id }] of card.leaves.entries()) {
      const below = shape.get(p) ?? new Map<number, MeasureInput[]>()
      shape.set(p, below)
      const lines = below.get(o) ?? []
      below.set(o, lines)
      const measure = measures[m]
      const values = series[s]
      if (!measure || !values) throw new RangeError(`card ${card.cardId} points at measure ${m} and values ${s}, which are not there`)
      const share = tried[measure.code ?? ''] ?? 100
      lines.push({
        ...measure,
        id: id ?? `${card.cardId} ${at}`,
        weightBp: share === 100 ? weightBp : Math.round((weightBp * share) / 100),
        values,
      })
    }
    const moved = Object.keys(tried).length > 0
    return {
      cardId: card.holder,
      scope: card.scope,
      name: card.name,
      mode: 'official',
      period: { from: cycle.startsOn, to: cycle.endsOn },
      ...(moved || facts.scheme ? { scheme: { ...facts.scheme, ...(moved ? { strict100: false } : {}) } } : {}),
      ...(card.vetoes ? { vetoes: card.vetoes } : {}),
      perspectives: [...shape].map(([p, below]) => ({
        ...partOf<Perspective>(perspectives, p),
        objectives: [...below].map(([o, lines]) => ({ ...partOf<Objective>(objectives, o), measures: lines })),
      })),
    }
  })
}

type Perspective = DryRunFacts['perspectives'][number]
type Objective = DryRunFacts['objectives'][number]

function partOf<Part>(parts: readonly Part[], at: number): Part {
  const part = parts[at]
  if (!part) throw new RangeError(`no part ${at}`)
  return part
}
