import { seededRandom } from '@milepost/decision/seededRandom'
import type { CardInput, MeasureInput } from '@milepost/scorecard/card'
import { dryRun } from '@milepost/scorecard/dryRun/dryRun'
import type { ScoringRule } from '@milepost/scorecard/rules'
import { scoreCard } from '@milepost/scorecard/scoreCard'
import { report, timed } from './table.ts'

/** A draft of 25 institution measures, 60 unit cards of ten, 2,000 plans of six, over twelve months, with 200 draws of the weights. */
const random = seededRandom('dry run')
const text = (word: string) => ({ zh: word, en: word })
const MONTHS = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`)
const RULES: readonly ScoringRule[] = [
  { kind: 'floor_target_stretch', direction: 'up', floor: '60', target: '95', stretch: '100' },
  { kind: 'ratio_up', target: '92' },
  { kind: 'interpolate', baseline: '55', target: '90' },
  { kind: 'efficacy', unacceptable: '70', satisfactory: '95' },
]
const monthly = (): MeasureInput['values'] =>
  MONTHS.map((period) =>
    random() < 0.02 ? { period, state: 'missing' } : { period, state: 'reported', actual: (65 + random() * 35).toFixed(2) },
  )
const rated = (units: number): MeasureInput['values'] =>
  MONTHS.flatMap((period) =>
    Array.from({ length: units }, (_, at) => ({
      period,
      unit: `U${String(at).padStart(2, '0')}`,
      state: 'reported' as const,
      numerator: String(70 + Math.floor(random() * 30)),
      denominator: '100',
    })),
  )

function cardOf(
  cardId: string,
  scope: CardInput['scope'],
  measures: readonly Omit<MeasureInput, 'id' | 'name' | 'unit' | 'weightBp'>[],
  kind: string,
): CardInput {
  const weight = Math.floor(10_000 / measures.length)
  const line = (one: (typeof measures)[number], at: number): MeasureInput => ({
    ...one,
    id: `${cardId}-${at}`,
    code: `${kind}-${at}`,
    name: text(`${kind} ${at}`),
    unit: text('%'),
    weightBp: weight,
  })
  const lines = measures.map(line)
  return {
    cardId,
    scope,
    name: text(cardId),
    mode: 'official',
    period: { from: '2025-01-01', to: '2025-12-31' },
    scheme: { strict100: false },
    perspectives: [0, 1, 2, 3].map((perspective) => ({
      id: `p${perspective}`,
      name: text(`perspective ${perspective}`),
      objectives: [{ id: `o${perspective}`, name: text('objective'), measures: lines.filter((_, at) => at % 4 === perspective) }],
    })),
  }
}

const ruleAt = (at: number): ScoringRule => RULES[at % RULES.length]!
const institution = cardOf(
  'institution',
  'institution',
  Array.from({ length: 25 }, (_, at) => ({
    rule: ruleAt(at),
    timeAggregation: 'ratio' as const,
    unitAggregation: 'ratio' as const,
    ratioScale: '100',
    values: rated(60),
  })),
  'institution',
)
const units = Array.from({ length: 60 }, (_, unit) =>
  cardOf(
    `u${unit}`,
    'unit',
    Array.from({ length: 10 }, (_, at) => ({ rule: ruleAt(at), timeAggregation: 'mean' as const, values: monthly() })),
    `kind ${unit % 8}`,
  ),
)
const shared = units.map(() => monthly())
const people = Array.from({ length: 2000 }, (_, person) =>
  cardOf(
    `e${person}`,
    'person',
    Array.from({ length: 6 }, (_, at) => ({
      rule: ruleAt(at),
      timeAggregation: at % 2 === 0 ? ('sum' as const) : ('mean' as const),
      values: at === 5 ? shared[person % 60]! : monthly(),
    })),
    `post ${person % 20}`,
  ),
)
const given = () => ({ draws: 200, chance: seededRandom('draws') })
const whole = () => {
  dryRun([institution], given())
  dryRun(units, given())
  return dryRun(people, given())
}
const cold = await timed(1, whole)
const result = whole()
for (const at of [0, 777, 1999])
  if (scoreCard(people[at]!).final?.official !== result.results[at]?.official)
    throw new Error(`card ${at}: the quick score is not the exact one`)

report('dryRun', [
  { what: '25 + 60 x 10 + 2,000 x 6 measures, 12 months, 200 draws: first run', unit: 'ms', runs: cold },
  { what: 'the same again', unit: 'ms', runs: await timed(7, whole) },
  {
    what: 'one card of it by the exact engine with its reasons',
    unit: 'ms',
    runs: (await timed(30, () => scoreCard(people[5]!))).slice(5),
  },
])
