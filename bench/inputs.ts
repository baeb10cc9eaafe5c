import { readFileSync } from 'node:fs'
import type { PayRunInput } from '@milepost/pay/payRun'
import type { CardInput } from '@milepost/scorecard/card'

type Random = () => number

const MONTHS = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`)
const text = (word: string) => ({ zh: word, en: word })

/** A person's card: eight measures over twelve months, four perspectives, rates as numerator over denominator. */
export function benchCard(at: number, random: Random): CardInput {
  const measure = (index: number) => ({
    id: `m${at}-${index}`,
    name: text(`measure ${index}`),
    unit: text('%'),
    weightBp: 1250,
    rule: { kind: 'floor_target_stretch' as const, direction: 'up' as const, floor: '60', target: '95', stretch: '100' },
    timeAggregation: 'ratio' as const,
    ratioScale: '100',
    values: MONTHS.map((period) => ({
      period,
      state: 'reported' as const,
      numerator: String(70 + Math.floor(random() * 30)),
      denominator: '100',
      actual: '90',
    })),
  })
  return {
    cardId: `c${at}`,
    scope: 'person',
    name: text(`card ${at}`),
    mode: 'official',
    period: { from: '2025-01-01', to: '2025-12-31' },
    perspectives: [0, 1, 2, 3].map((perspective) => ({
      id: `p${perspective}`,
      name: text(`perspective ${perspective}`),
      objectives: [
        {
          id: `o${perspective}`,
          name: text(`objective ${perspective}`),
          measures: [measure(perspective * 2), measure(perspective * 2 + 1)],
        },
      ],
    })),
  }
}

/** People in 40 units with scores and grades spread as in a bureau, and the factors the library proposes. */
export function benchPool(people: number, random: Random): PayRunInput {
  const library = JSON.parse(readFileSync('library/rules/pay-default.json', 'utf8')) as { gradeFactors: PayRunInput['factors']['grades'] }
  return {
    poolFen: people * 1_200_000,
    factors: { grades: library.gradeFactors, unitScore: { from: '0.8', to: '1.2' }, personScore: { from: '0.8', to: '1.2' } },
    units: Array.from({ length: 40 }, (_, at) => ({
      id: `u${at}`,
      name: text(`unit ${at}`),
      postMix: '1',
      score: (70 + random() * 30).toFixed(2),
    })),
    people: Array.from({ length: people }, (_, at) => ({
      id: String(100_000 + at),
      name: `person ${at}`,
      unit: `u${at % 40}`,
      postCoefficient: (1 + random()).toFixed(2),
      grade: at % 5 === 0 ? 'excellent' : 'qualified',
      attendance: '1',
      time: '1',
      score: (60 + random() * 40).toFixed(2),
    })),
  }
}
