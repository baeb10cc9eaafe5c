import { add, compare, exact, mul, sub, sum } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardInput, MeasureInput, RollRule, ValueInput } from './card.ts'
import type { NodeResult } from './cardResult.ts'
import type { Explanation } from './explanation.ts'
import { leadAndLag } from './leadAndLag.ts'
import { restatementImpact } from './restatementImpact.ts'
import type { ScoringRule } from './rules.ts'
import { scoreCard } from './scoreCard.ts'
import { card, measure, objective, reported } from './testCards.ts'

/** Laws that hold for every card, whatever its measures, weights, rules and gaps. */
const decimal = fc.integer({ min: 0, max: 13_000 }).map((units) => (units / 100).toFixed(2))
/** Rules in which more is never worse. */
const rising: fc.Arbitrary<ScoringRule> = fc.oneof(
  fc.integer({ min: 1, max: 120 }).map((target): ScoringRule => ({ kind: 'ratio_up', target: String(target) })),
  fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 51, max: 100 })).map(
    ([floor, target]): ScoringRule => ({
      kind: 'floor_target_stretch',
      direction: 'up',
      floor: String(floor),
      target: String(target),
      stretch: '110',
    }),
  ),
  fc
    .integer({ min: 1, max: 99 })
    .map((target): ScoringRule => ({ kind: 'maintain', direction: 'up', target: String(target), tolerance: '10' })),
  fc.integer({ min: 1, max: 99 }).map((mark): ScoringRule => ({ kind: 'binary', comparator: '>=', values: [String(mark)] })),
  fc.constant<ScoringRule>({ kind: 'efficacy', unacceptable: '40', satisfactory: '90' }),
  fc.constant<ScoringRule>({
    kind: 'step',
    below: '10',
    bands: [
      { from: '50', points: '60' },
      { from: '80', points: '100' },
    ],
  }),
)
const values: fc.Arbitrary<ValueInput[]> = fc.oneof(
  { weight: 8, arbitrary: decimal.map((actual) => [reported(actual)]) },
  { weight: 1, arbitrary: fc.constant<ValueInput[]>([{ period: '2025', state: 'not_applicable' }]) },
  { weight: 1, arbitrary: fc.constant<ValueInput[]>([{ period: '2025', state: 'missing' }]) },
)
const parts = fc.record({
  rule: rising,
  values,
  weight: fc.integer({ min: 0, max: 40 }),
  missing: fc.constantFrom('zero' as const, 'exclude' as const),
})
const objectives = fc.array(
  fc.record({
    measures: fc.array(parts, { minLength: 1, maxLength: 4 }),
    weight: fc.integer({ min: 1, max: 9 }),
    rule: fc.constantFrom<RollRule>('weighted', 'min', 'limiting'),
  }),
  { minLength: 1, maxLength: 3 },
)
const cards: fc.Arbitrary<CardInput> = fc
  .record({ objectives, cap: fc.constantFrom('100', '120'), spread: fc.constantFrom('siblings' as const, 'global' as const) })
  .map(({ objectives: all, cap, spread }) =>
    card(
      all.map(({ measures, weight, rule }, o) =>
        objective(
          `o${o}`,
          measures.map((one, m) => measure(`o${o}m${m}`, one.weight, one.values, { rule: one.rule, missingPolicy: one.missing })),
          { weightBp: weight, rollRule: rule },
        ),
      ),
      {},
      { cap, parentCap: cap, strict100: false, notApplicable: spread },
    ),
  )
const flat = (node: NodeResult): NodeResult[] => [node, ...node.children.flatMap(flat)]
const measuresOf = (input: CardInput): MeasureInput[] =>
  input.perspectives.flatMap(({ objectives: own }) => own.flatMap(({ measures }) => measures))
const few = { numRuns: 60 }

describe('scores', () => {
  test('a higher actual where more is better never lowers the card, nor anything on it', () => {
    fc.assert(
      fc.property(cards, decimal, (input, more) => {
        const reportedOnes = measuresOf(input).filter(({ values: own }) => own[0]?.state === 'reported')
        fc.pre(reportedOnes.length > 0)
        const before = flat(scoreCard(input).tree)
        const raised = structuredClone(input)
        for (const one of measuresOf(raised)) {
          const actual = one.values[0]?.actual
          if (actual !== undefined) one.values = [reported(toExactText(add(actual, more)))]
        }
        const after = flat(scoreCard(raised).tree)
        for (const [at, node] of before.entries())
          if (node.score !== null) expect(compare(after[at]?.score ?? '-1', node.score)).toBeGreaterThanOrEqual(0)
      }),
      few,
    )
  })
  test('every score lies between the floor and the cap of its scheme', () => {
    fc.assert(
      fc.property(cards, (input) => {
        for (const { score } of flat(scoreCard(input).tree))
          if (score !== null) expect(compare(score, 0) >= 0 && compare(score, input.scheme?.cap ?? '100') <= 0).toBe(true)
      }),
      few,
    )
  })
  test('the order of perspectives, objectives and measures changes nothing', () => {
    fc.assert(
      fc.property(cards, (input) => {
        const turned: CardInput = {
          ...input,
          perspectives: input.perspectives.toReversed().map((perspective) => ({
            ...perspective,
            objectives: perspective.objectives.toReversed().map((one) => ({ ...one, measures: one.measures.toReversed() })),
          })),
        }
        const [there, back] = [input, turned].map(
          (one) => new Map(flat(scoreCard(one).tree).map((node) => [node.id, [node.score, node.weight.effective, node.state]])),
        )
        expect(Object.fromEntries(back!)).toEqual(Object.fromEntries(there!))
      }),
      few,
    )
  })
  test('weights are relative: tripled everywhere, they give the same card', () => {
    fc.assert(
      fc.property(cards, (input) => {
        const tripled = structuredClone(input)
        for (const one of measuresOf(tripled)) one.weightBp *= 3
        for (const { objectives: own } of tripled.perspectives) for (const one of own) one.weightBp = (one.weightBp ?? 0) * 3
        expect(scoreCard(tripled).final).toEqual(scoreCard(input).final)
      }),
      few,
    )
  })
})

describe('weights', () => {
  test('of siblings that score add up to one; effective weights of the leaves add up to one where the card has a score', () => {
    fc.assert(
      fc.property(cards, (input) => {
        const { tree } = scoreCard(input)
        for (const node of flat(tree)) {
          if (node.children.length === 0 || node.state !== 'scored') continue
          expect(sum(node.children.map(({ weight }) => weight.redistributed)).equals(1)).toBe(true)
        }
        const leaves = flat(tree).filter(({ kind }) => kind === 'measure')
        if (tree.state === 'scored') expect(sum(leaves.map(({ weight }) => weight.effective)).equals(1)).toBe(true)
      }),
      few,
    )
  })
  test('shown weights of siblings add up to 100.00, or to nothing where nothing weighs', () => {
    fc.assert(
      fc.property(cards, (input) => {
        for (const { children } of flat(scoreCard(input).tree)) {
          if (children.length === 0) continue
          const total = children.reduce((all, { weight }) => all + Math.round(Number(weight.shown.redistributed) * 100), 0)
          expect([0, 10000]).toContain(total)
        }
      }),
      few,
    )
  })
  test('what does not apply leaves the rest their proportions among themselves', () => {
    fc.assert(
      fc.property(cards, (input) => {
        const more = structuredClone(input)
        const target = more.perspectives[0]!.objectives[0]!
        target.measures.push(measure('idle', 17, [{ period: '2025', state: 'not_applicable' }]))
        if (input.scheme?.notApplicable === 'global' || target.rollRule === 'min') return
        const weightsOf = (one: CardInput) =>
          Object.fromEntries(
            flat(scoreCard(one).tree)
              .filter(({ id }) => id !== 'idle')
              .map(({ id, weight, score }) => [id, [weight.redistributed, score]]),
          )
        expect(weightsOf(more)).toEqual(weightsOf(input))
      }),
      few,
    )
  })
  test('contributions of the leaves add up to the score of the card, except where a parent cap cuts above them', () => {
    fc.assert(
      fc.property(cards, (input) => {
        const { tree } = scoreCard(input)
        if (tree.score === null) return
        const leaves = flat(tree).filter(({ kind }) => kind === 'measure')
        expect(compare(sum(leaves.map(({ contribution }) => contribution ?? '0')), tree.score)).toBe(0)
      }),
      few,
    )
  })
})

describe('the explanation', () => {
  const all = (node: Explanation): Explanation[] => [node, ...node.children.flatMap(all)]
  test('every number comes with its formula and words in both languages, and without NaN', () => {
    fc.assert(
      fc.property(cards, (input) => {
        for (const { formulaId, formulaVersion, text } of all(scoreCard(input).explanation)) {
          expect(formulaId).toMatch(/^(card|rollUp|measure|aggregate)\./)
          expect(formulaVersion).toBeGreaterThan(0)
          for (const words of [text.zh, text.en]) expect(/NaN|undefined|null|Infinity/.test(words)).toBe(false)
        }
      }),
      few,
    )
  })
  test('a node’s value is made of the inputs it states: weight times score, summed', () => {
    fc.assert(
      fc.property(cards, (input) => {
        for (const { formulaId, inputs, value } of all(scoreCard(input).explanation)) {
          if (formulaId !== 'rollUp.weighted' || value === null) continue
          const ids = Object.keys(inputs).flatMap((key) => (key.endsWith('.weight') ? [key.slice(0, -'.weight'.length)] : []))
          const stated = sum(ids.map((id) => mul(String(inputs[`${id}.weight`]), String(inputs[`${id}.score`] ?? '0'))))
          expect(compare(stated, value)).toBe(0)
        }
      }),
      few,
    )
  })
  test('official figures are the exact ones rounded, at most half a hundredth away', () => {
    fc.assert(
      fc.property(cards, (input) => {
        for (const { score, official } of flat(scoreCard(input).tree))
          if (score !== null) expect(compare(sub(score, official ?? '0').abs(), '0.005')).toBeLessThanOrEqual(0)
      }),
      few,
    )
  })
})

describe('what builds on a card', () => {
  test('the impact of a correction is what scoring the corrected card gives', () => {
    fc.assert(
      fc.property(cards, decimal, (input, actual) => {
        const [first] = measuresOf(input)
        const impact = restatementImpact([input], [{ measure: first!.id, value: reported(actual) }])
        const corrected = structuredClone(input)
        measuresOf(corrected)[0]!.values = [reported(actual)]
        const [before, after] = [scoreCard(input), scoreCard(corrected)]
        const [one] = impact.cards
        if (one) expect([one.before.official, one.after.official]).toEqual([before.final?.official ?? null, after.final?.official ?? null])
        else expect(after.final).toEqual(before.final)
      }),
      few,
    )
  })
  test('lead and lag together are the card, weighed by what each carries, when nothing is cut or weakest-only', () => {
    fc.assert(
      fc.property(cards, (input) => {
        const result = scoreCard(input)
        if (result.tree.score === null) return
        const ids = measuresOf(input).map(({ id }) => id)
        const { lead, lag } = leadAndLag(result, new Map(ids.map((id, at) => [id, at % 2 === 0 ? 'lead' : 'lag'])))
        const weightOf = (measures: readonly string[]) =>
          sum(
            flat(result.tree)
              .filter(({ id, kind }) => kind === 'measure' && measures.includes(id))
              .map(({ weight }) => weight.effective),
          )
        const share = (index: typeof lead) => (index.kind === 'scored' ? mul(weightOf(index.measures), index.score) : exact(0))
        expect(compare(add(share(lead), share(lag)), result.tree.score)).toBe(0)
      }),
      few,
    )
  })
})
