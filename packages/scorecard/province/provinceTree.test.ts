import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RollUpNode, rollUp } from '../rollUp.ts'
import { scoreCard } from '../scoreCard.ts'
import { card, measure, objective } from '../testCards.ts'
import { planOf } from './plan.ts'
import { openProvince, type ProvinceCard, type ProvinceUnit } from './province.ts'

const planned = planOf(card([objective('o', [measure('a', 6000, []), measure('b', 4000, [])])], {}, { cap: '120', parentCap: '120' }))
if (planned.kind !== 'plan') throw new Error(planned.because)
const PLAN = planned.plan

/** Three levels of units in a random shape, with cards of people and of the units themselves. */
const provinces = fc
  .record({
    shape: fc.array(
      fc.record({ above: fc.nat(9), weight: fc.integer({ min: 0, max: 5 }), parts: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)) }),
      { minLength: 1, maxLength: 6 },
    ),
    people: fc.array(
      fc.record({
        unit: fc.nat(9),
        own: fc.boolean(),
        weight: fc.integer({ min: 0, max: 4 }),
        a: fc.integer({ min: 0, max: 12_500 }),
        b: fc.option(fc.integer({ min: 0, max: 12_500 })),
      }),
      { minLength: 1, maxLength: 10 },
    ),
  })
  .map(({ shape, people }) => {
    const units = shape.map(
      ({ above, weight, parts: [own, staff, below] }, at): ProvinceUnit => ({
        id: `u${at}`,
        parent: at === 0 ? null : above % at,
        weight,
        parts: { own, people: staff, units: below },
      }),
    )
    const cards = people.map(
      ({ unit, own, weight, a, b }, at): ProvinceCard => ({
        id: `c${at}`,
        unit: unit % units.length,
        of: own ? 'own' : 'person',
        weight,
        plan: 0,
        values: [(a / 100).toFixed(2), b === null ? 'not_applicable' : (b / 100).toFixed(2)],
      }),
    )
    return { units, cards }
  })

/** The same province as the exact roll-up takes it. */
function exactTree(
  { units, cards }: { units: ProvinceUnit[]; cards: ProvinceCard[] },
  at: number,
  province: ReturnType<typeof openProvince>,
): RollUpNode {
  const { id, weight, parts = { own: 1, people: 1, units: 1 } } = units[at]!
  const leaves = (of: ProvinceCard['of']): RollUpNode[] =>
    cards.flatMap((one, index): RollUpNode[] => {
      if (one.unit !== at || one.of !== of) return []
      const { score, state } = province.explain(index).tree
      const leaf = score === null ? { kind: 'excluded' as const, because: 'missing' as const } : { kind: 'scored' as const, score }
      return [{ id: `${one.id} ${state}`, weight: one.weight ?? 1, leaf }]
    })
  const below = units.flatMap((one, index) => (one.parent === at ? [exactTree({ units, cards }, index, province)] : []))
  return {
    id,
    weight,
    children: [
      { id: `${id} own`, weight: parts.own, children: leaves('own') },
      { id: `${id} people`, weight: parts.people, children: leaves('person') },
      { id: `${id} units`, weight: parts.units, children: below },
    ],
  }
}

describe('a province of any shape', () => {
  test('law: every unit has the official score the exact roll-up gives', () => {
    let scored = 0
    fc.assert(
      fc.property(provinces, (given) => {
        const province = openProvince({ plans: [PLAN], ...given })
        province.scoreAll()
        for (const at of given.units.keys()) {
          const exactly = rollUp(exactTree(given, at, province))
          expect(province.unit(at).official).toBe(exactly.official)
          if (exactly.official !== null) scored++
        }
      }),
      { numRuns: 60 },
    )
    expect(scored).toBeGreaterThan(60)
  })

  test('law: the order of cards changes nothing', () => {
    fc.assert(
      fc.property(provinces, ({ units, cards }) => {
        const officials = (all: ProvinceCard[]) => {
          const province = openProvince({ plans: [PLAN], units, cards: all })
          province.scoreAll()
          return units.map((_, at) => province.unit(at).official)
        }
        expect(officials(cards.toReversed())).toEqual(officials(cards))
      }),
      { numRuns: 60 },
    )
  })

  test('law: a change along its path leaves the province as if it had been scored anew', () => {
    fc.assert(
      fc.property(provinces, fc.integer({ min: 0, max: 12_500 }), ({ units, cards }, raw) => {
        const value = (raw / 100).toFixed(2)
        const changed = openProvince({ plans: [PLAN], units, cards })
        changed.scoreAll()
        const path = changed.change(0, 0, value)
        const anew = openProvince({
          plans: [PLAN],
          units,
          cards: cards.map((one, at) => (at === 0 && 'values' in one ? { ...one, values: [value, one.values[1]!] } : one)),
        })
        anew.scoreAll()
        for (const at of units.keys()) expect(changed.unit(at)).toEqual(anew.unit(at))
        expect(path[0]?.after).toBe(anew.card(0).official)
        expect(path.at(-1)?.id).toBe('u0')
      }),
      { numRuns: 60 },
    )
  })
})

test('a province of one card is that card', () => {
  const province = openProvince({
    plans: [PLAN],
    units: [{ id: 'only', parent: null, weight: 1 }],
    cards: [{ id: 'x', unit: 0, of: 'person', plan: 0, values: ['67.25', '99.75'] }],
  })
  expect(province.scoreAll()).toEqual({ measures: 2, decidedExactly: expect.any(Number) })
  expect(province.unit(0)).toEqual({ id: 'only', outcome: 'scored', official: '80.25' })
  expect(scoreCard({ ...PLAN.template, cardId: 'x' }).final?.official).toBe('0.00')
})

test('law: where every rounding is a tie, any run of changes leaves the scores of a province opened anew', () => {
  // two people of one weight and steps of a hundredth: every other mean ends in five thousandths, which doubles leave open
  const one = planOf(card([objective('o', [measure('a', 10_000, [])])], {}, { cap: '120', parentCap: '120' }))
  if (one.kind !== 'plan') throw new Error(one.because)
  const units: ProvinceUnit[] = [
    { id: 'top', parent: null, weight: 1, parts: { own: 0, people: 0, units: 1 } },
    { id: 'north', parent: 0, weight: 1 },
    { id: 'south', parent: 0, weight: 1 },
  ]
  const value = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2))
  const changes = fc.array(fc.tuple(fc.nat(3), fc.oneof(value, fc.constant<'not_applicable'>('not_applicable'))), {
    minLength: 1,
    maxLength: 12,
  })
  let ties = 0
  fc.assert(
    fc.property(fc.array(value, { minLength: 4, maxLength: 4 }), changes, (start, run) => {
      const held: ProvinceCard[] = start.map((first, at) => ({
        id: `c${at}`,
        unit: 1 + (at % 2),
        of: 'person',
        plan: 0,
        values: [first],
      }))
      const changed = openProvince({ plans: [one.plan], units, cards: held })
      ties += changed.scoreAll().decidedExactly
      const now = [...held]
      for (const [at, next] of run) {
        changed.change(at, 0, next)
        now[at] = { id: `c${at}`, unit: 1 + (at % 2), of: 'person', plan: 0, values: [next] }
        const anew = openProvince({ plans: [one.plan], units, cards: now })
        anew.scoreAll()
        for (const unit of units.keys()) expect(changed.unit(unit)).toEqual(anew.unit(unit))
      }
    }),
    { numRuns: 80 },
  )
  expect(ties).toBeGreaterThan(20)
})
