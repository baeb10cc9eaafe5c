import type { CardInput } from '@milepost/scorecard/card'
import { type Plan, planOf } from '@milepost/scorecard/province/plan'
import type { ProvinceCard, ProvinceUnit, ProvinceValue } from '@milepost/scorecard/province/province'
import type { ScoringRule } from '@milepost/scorecard/rules'

type Random = () => number
const text = (word: string) => ({ zh: word, en: word })
const between = (random: Random, low: number, high: number): number => low + random() * (high - low)

/** Twelve measures in four perspectives, of the kinds a bureau uses. */
function planFor(kind: number, random: Random): Plan {
  const rules = Array.from({ length: 12 }, (_, at): ScoringRule => {
    const target = between(random, 80, 99).toFixed(1)
    if (at % 4 === 1) return { kind: 'ratio_up', target }
    if (at % 4 === 2) return { kind: 'ratio_down', target: between(random, 10, 40).toFixed(1) }
    if (at % 4 === 3) return { kind: 'interpolate', baseline: between(random, 50, 70).toFixed(1), target }
    return { kind: 'floor_target_stretch', direction: 'up', floor: '60', target, stretch: '100' }
  })
  const weights = [1500, 1000, 1000, 800, 700, 700, 1000, 900, 600, 700, 600, 500]
  const template: CardInput = {
    cardId: `post ${kind}`,
    scope: 'person',
    name: text(`post ${kind}`),
    mode: 'official',
    period: { from: '2025-01-01', to: '2025-12-31' },
    scheme: { cap: '120' },
    perspectives: [0, 1, 2, 3].map((perspective) => ({
      id: `p${perspective}`,
      name: text(`perspective ${perspective}`),
      objectives: [
        {
          id: `o${perspective}`,
          name: text(`objective ${perspective}`),
          measures: [0, 1, 2].map((step) => {
            const at = perspective * 3 + step
            return { id: `m${at}`, name: text(`measure ${at}`), unit: text('%'), weightBp: weights[at]!, rule: rules[at]!, values: [] }
          }),
        },
      ],
    })),
  }
  const result = planOf(template)
  if (result.kind !== 'plan') throw new Error(result.because)
  return result.plan
}

/** A province: bureaux over stations, and people on cards of 200 posts; two values in a hundred are not applicable. */
export function provinceInput(size: { people: number; units: number }, random: Random) {
  const plans = Array.from({ length: 200 }, (_, kind) => planFor(kind, random))
  const bureaux = Math.max(1, Math.round(Math.sqrt(size.units)))
  const units: ProvinceUnit[] = Array.from({ length: size.units }, (_, at) => ({
    id: `u${at}`,
    parent: at === 0 ? null : at <= bureaux ? 0 : 1 + ((at - 1) % bureaux),
    weight: 1 + (at % 3),
  }))
  const valueFor = (at: number): ProvinceValue =>
    random() < 0.02 ? 'not_applicable' : at % 4 === 2 ? between(random, 8, 45).toFixed(2) : between(random, 55, 105).toFixed(2)
  const cards: ProvinceCard[] = Array.from({ length: size.people }, (_, at) => ({
    id: `e${at}`,
    unit: at % size.units,
    of: 'person',
    plan: at % plans.length,
    values: Array.from({ length: 12 }, (_, measure) => valueFor(measure)),
  }))
  return { plans, units, cards }
}
