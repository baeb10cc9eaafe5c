import type { CardInput } from '@milepost/scorecard/card'
import type { ScoringRule } from '@milepost/scorecard/rules'

type Random = () => number
/** A fraction of whole numbers, never reduced: shares no code with the engine it checks. */
type Ratio = readonly [over: bigint, under: bigint]
const whole = (random: Random, low: number, high: number): number => low + Math.floor(random() * (high - low + 1))
/** Tenths as a decimal: 845 -> "84.5". */
const tenths = (units: number): string => (units / 10).toFixed(1)
const text = { zh: 'x', en: 'x' }

/** A random measure: its rule, and the same rule as whole-number arithmetic on an actual in hundredths. */
function randomMeasure(random: Random): { rule: ScoringRule; points(hundredths: bigint): Ratio } {
  const kind = whole(random, 0, 3)
  const target = whole(random, 200, 1200)
  if (kind === 0) return { rule: { kind: 'ratio_up', target: tenths(target) }, points: (x) => [x * 10n, BigInt(target)] }
  if (kind === 1) {
    const t = BigInt(target) * 10n
    return { rule: { kind: 'ratio_down', target: tenths(target) }, points: (x) => [100n * (2n * t - x), t] }
  }
  if (kind === 2) {
    const baseline = target - whole(random, 10, 190)
    const [b, t] = [BigInt(baseline) * 10n, BigInt(target) * 10n]
    return { rule: { kind: 'interpolate', baseline: tenths(baseline), target: tenths(target) }, points: (x) => [100n * (x - b), t - b] }
  }
  return { rule: { kind: 'ratio_up', target: '100' }, points: (x) => [x, 100n] }
}

export type RandomCard = {
  readonly template: CardInput
  readonly size: number
  /** Official hundredths of the card for actuals in hundredths (null: not applicable), or null when nothing applies. */
  exactly(actuals: readonly (number | null)[]): bigint | null
}

/** A card of one to six measures in two objectives, with weights of small whole numbers so that roundings often stand on the edge. */
export function randomCard(random: Random): RandomCard {
  const size = whole(random, 1, 6)
  const split = whole(random, 1, size)
  const cap = random() < 0.5 ? 100n : 120n
  const made = Array.from({ length: size }, () => ({ ...randomMeasure(random), weight: whole(random, 1, 20) * (random() < 0.5 ? 1 : 50) }))
  const objectives = [made.slice(0, split), made.slice(split)].filter((own) => own.length > 0)
  const weights = objectives.map(() => whole(random, 1, 10))
  const template: CardInput = {
    cardId: 'card',
    scope: 'person',
    name: text,
    mode: 'official',
    period: { from: '2025-01-01', to: '2025-12-31' },
    scheme: { cap: String(cap), parentCap: '100', strict100: false },
    perspectives: objectives.map((own, at) => ({
      id: `p${at}`,
      name: text,
      weightBp: weights[at]!,
      objectives: [
        {
          id: `o${at}`,
          name: text,
          weightBp: 1,
          measures: own.map((one, step) => ({
            id: `m${at}-${step}`,
            name: text,
            unit: text,
            weightBp: one.weight,
            rule: one.rule,
            values: [],
          })),
        },
      ],
    })),
  }
  return { template, size, exactly: (actuals) => cardExactly(objectives, weights, cap, actuals) }
}

type Made = { points(hundredths: bigint): Ratio; weight: number }

function cardExactly(objectives: Made[][], weights: number[], cap: bigint, actuals: readonly (number | null)[]): bigint | null {
  let next = 0
  const parts = objectives.map((own) =>
    meanOf(
      own.flatMap((one) => {
        const actual = actuals[next++] ?? null
        return actual === null ? [] : [{ weight: BigInt(one.weight), score: held(one.points(BigInt(actual)), cap) }]
      }),
    ),
  )
  const card = meanOf(parts.flatMap((part, at) => (part === null ? [] : [{ weight: BigInt(weights[at]!), score: part }])))
  if (card === null) return null
  const [over, under] = card
  return (200n * over + under) / (2n * under)
}

/** Between 0 and the cap. */
function held([over, under]: Ratio, cap: bigint): Ratio {
  if (over <= 0n) return [0n, 1n]
  return over > cap * under ? [cap, 1n] : [over, under]
}

/** Weighted mean of what counts, each taken up at most at 100. */
function meanOf(taken: readonly { weight: bigint; score: Ratio }[]): Ratio | null {
  let [over, under, weight] = [0n, 1n, 0n]
  for (const { weight: own, score } of taken) {
    const [a, b] = held(score, 100n)
    over = over * b + own * a * under
    under *= b
    weight += own
  }
  return weight === 0n ? null : [over, under * weight]
}
