import { compare, div, exact, mul, sum } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion, type PayClaim } from './apportion.ts'
import type { PayFactors } from './factors.ts'
import { lineTicketOf, replayLine } from './lineTicket.ts'
import { payPool } from './payPool.ts'
import type { PayPerson, PayRun, PayRunInput, PayUnit } from './payRun.ts'
import { settleCorrection } from './settleCorrection.ts'
import { payChanges, paySpread, perHeadFen } from './spread.ts'
import { yuan } from './yuan.ts'

const FACTORS: PayFactors = {
  grades: [
    { grade: 'excellent', factor: '1.5' },
    { grade: 'qualified', factor: '1.2' },
    { grade: 'basic', factor: '0.6', mustCut: true },
    { grade: 'unqualified', factor: '0', mustCut: true },
  ],
  unitScore: { from: '0.8', to: '1.2' },
  personScore: { from: '0.8', to: '1.2' },
}
const people = fc.array(
  fc.record({
    unit: fc.constantFrom('u', 'v'),
    grade: fc.constantFrom('excellent', 'qualified', 'basic', 'unqualified'),
    postCoefficient: fc.integer({ min: 80, max: 200 }).map((hundredths) => (hundredths / 100).toFixed(2)),
    attendance: fc.constantFrom('1', '0.9', '0.5'),
    time: fc.constantFrom('1', '0.5', '0.25'),
    score: fc.integer({ min: 40, max: 110 }).map(String),
  }),
  { minLength: 2, maxLength: 12 },
)
const unit = (id: string, score: string): PayUnit => ({ id, name: { zh: id, en: id }, postMix: '1', score })
const UNITS = [unit('u', '96'), unit('v', '88')]
const runOf = (drawn: readonly Omit<PayPerson, 'id' | 'name'>[], more: Partial<PayRunInput> = {}): PayRunInput => ({
  ...{ poolFen: 5_000_000, reserveBp: 200, factors: FACTORS, units: UNITS },
  people: [
    // somebody in each unit has a claim, so that every run can be shared
    { id: 'base-u', name: 'base', unit: 'u', postCoefficient: '1', grade: 'qualified', attendance: '1', time: '1', score: '80' },
    { id: 'base-v', name: 'base', unit: 'v', postCoefficient: '1', grade: 'qualified', attendance: '1', time: '1', score: '80' },
    ...drawn.map((one, at) => ({ id: `p${at}`, name: `p${at}`, ...one })),
  ],
  ...more,
})
type Shared = Extract<PayRun, { kind: 'apportioned' }>
const shared = (input: PayRunInput): Shared => {
  const result = payPool(input)
  if (result.kind === 'refused') throw new Error(result.because)
  return result
}
const fenOf = (result: Shared, person: string) => result.lines.find((line) => line.person === person)?.fen ?? Number.NaN

describe('both tiers', () => {
  test('law: a line is its weight’s part of its unit’s share, and a unit its weight’s part of the pool, to the fen', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const result = shared(runOf(drawn))
        const weights = sum(result.units.map(({ weight }) => weight))
        for (const { weight, shareFen } of result.units) {
          const quota = div(mul(result.distributedFen, weight), weights)
          expect(Math.abs(shareFen - Number(quota.valueOf()))).toBeLessThan(1)
        }
        for (const { unit: own, weight, unitWeight, unitShareFen, fen } of result.lines) {
          expect(unitShareFen).toBe(result.units.find(({ id }) => id === own)?.shareFen)
          expect(Math.abs(fen - Number(div(mul(unitShareFen, weight), unitWeight).valueOf()))).toBeLessThan(1)
        }
        for (const { id, shareFen } of result.units)
          expect(result.lines.filter((line) => line.unit === id).reduce((total, { fen }) => total + fen, 0)).toBe(shareFen)
      }),
      { numRuns: 60 },
    )
  })

  test('law: the weight is the product of the five factors shown, and the score factor the score over the unit mean, held', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const input = runOf(drawn)
        const result = shared(input)
        for (const { person, inputs, weight } of result.lines) {
          const own = input.people.find(({ id }) => id === person)!
          const mates = input.people.filter(({ unit: where }) => where === own.unit).map(({ score }) => score ?? '0')
          const mean = div(sum(mates), mates.length)
          const raw = div(own.score ?? '0', mean)
          const held = compare(raw, '0.8') < 0 ? exact('0.8') : compare(raw, '1.2') > 0 ? exact('1.2') : raw
          expect(compare(inputs.scoreFactor, held)).toBe(0)
          const product = [inputs.postCoefficient, inputs.gradeFactor, inputs.attendance, inputs.time, inputs.scoreFactor].reduce(
            (so, factor) => mul(so, factor),
            exact(1),
          )
          expect(compare(weight, product)).toBe(0)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('law: somebody like another in all but the better grade never gets less', () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom('excellent', 'qualified', 'basic'),
        fc.constantFrom('qualified', 'basic', 'unqualified'),
        (drawn, better, worse) => {
          const order = ['excellent', 'qualified', 'basic', 'unqualified']
          fc.pre(order.indexOf(better) < order.indexOf(worse))
          const twin = { unit: 'u', postCoefficient: '1.3', attendance: '1', time: '1', score: '90' }
          const result = shared(runOf([...drawn, { ...twin, grade: better }, { ...twin, grade: worse }]))
          expect(fenOf(result, `p${drawn.length}`)).toBeGreaterThanOrEqual(fenOf(result, `p${drawn.length + 1}`))
        },
      ),
      { numRuns: 50 },
    )
  })

  test('law: twins differ by a fen at most', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const twin = { unit: 'v', postCoefficient: '1.1', grade: 'qualified', attendance: '0.9', time: '1', score: '95' }
        const result = shared(runOf([...drawn, twin, twin]))
        expect(Math.abs(fenOf(result, `p${drawn.length}`) - fenOf(result, `p${drawn.length + 1}`))).toBeLessThanOrEqual(1)
      }),
      { numRuns: 50 },
    )
  })

  test('law: the same input gives the same output, texts and all', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const input = runOf(drawn)
        expect(JSON.stringify(payPool(structuredClone(input)))).toBe(JSON.stringify(payPool(input)))
      }),
      { numRuns: 20 },
    )
  })

  test('law: all factors of a unit ten times over change nobody’s fen inside it', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const inside = drawn.map((one) => ({ ...one, unit: 'u' }))
        const one = runOf(inside, { units: [UNITS[0]!], people: runOf(inside).people.filter(({ unit: own }) => own === 'u') })
        const tenfold = {
          ...one,
          people: one.people.map((person) => ({ ...person, postCoefficient: roundHalfAway(mul(person.postCoefficient, 10), 2) })),
        }
        expect(shared(tenfold).lines.map(({ fen }) => fen)).toEqual(shared(one).lines.map(({ fen }) => fen))
      }),
      { numRuns: 40 },
    )
  })

  test('law: a higher unit score never lowers the unit’s share', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 50, max: 130 }), fc.integer({ min: 0, max: 40 }), (drawn, score, more) => {
        const shareWith = (own: number) => shared(runOf(drawn, { units: [unit('u', String(own)), UNITS[1]!] })).units[0]!.shareFen
        expect(shareWith(score + more)).toBeGreaterThanOrEqual(shareWith(score))
      }),
      { numRuns: 40 },
    )
  })

  test('the reserve by hand: 2 % of 100,000.33 yuan is 2,000.00 (rounded down), the rest is shared', () => {
    const result = shared(runOf([], { poolFen: 10_000_033 }))
    expect([result.reserveFen, result.distributedFen]).toEqual([200_000, 9_800_033])
    expect(shared(runOf([], { reserveBp: 10_000 })).distributedFen).toBe(0)
    expect(shared(runOf([], { reserveBp: undefined })).reserveFen).toBe(100_000)
  })
})

/** Shares within bounds by halving the price of a point of weight: a second way that shares no code with the package. */
function byPrice(pool: number, claims: readonly { weight: number; lower: number; upper: number }[]): number[] {
  const at = (price: number) => claims.map(({ weight, lower, upper }) => Math.min(upper, Math.max(lower, weight * price)))
  let [low, high] = [0, pool]
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2
    if (at(middle).reduce((total, one) => total + one, 0) < pool) low = middle
    else high = middle
  }
  return at(high)
}

describe('within bounds', () => {
  const bounded = fc.array(
    fc.record({
      weight: fc.integer({ min: 1, max: 40 }),
      lower: fc.integer({ min: 0, max: 2000 }),
      room: fc.option(fc.integer({ min: 0, max: 8000 })),
    }),
    { minLength: 1, maxLength: 8 },
  )
  test('law: everybody free gets the same for a point of weight; who is held is held on the right side', () => {
    fc.assert(
      fc.property(bounded, fc.integer({ min: 0, max: 40_000 }), (given, pool) => {
        const claims = given.map(({ weight, lower, room }, at): PayClaim => {
          const upper = room === null ? {} : { upperFen: lower + room }
          return { key: `k${at}`, weight, lowerFen: lower, ...upper }
        })
        const result = apportion(pool, claims)
        if (result.kind === 'refused') return
        const expected = byPrice(
          pool,
          given.map(({ weight, lower, room }) => ({ weight, lower, upper: room === null ? Number.POSITIVE_INFINITY : lower + room })),
        )
        for (const [at, share] of result.shares.entries()) {
          expect(Math.abs(share.fen - expected[at]!)).toBeLessThan(1.001)
          if (share.held === 'at-lower') expect(share.fen).toBe(given[at]!.lower)
          if (share.held === 'at-upper') expect(share.fen).toBe(given[at]!.lower + (given[at]!.room ?? Number.NaN))
        }
      }),
    )
  })

  test('law: a run is refused for its bounds exactly when no shares within them add up', () => {
    fc.assert(
      fc.property(bounded, fc.integer({ min: 0, max: 20_000 }), (given, pool) => {
        const claims = given.map(
          ({ weight, lower, room }, at): PayClaim => ({
            ...{ key: `k${at}`, weight, lowerFen: lower },
            ...(room === null ? {} : { upperFen: lower + room }),
          }),
        )
        const least = given.reduce((total, { lower }) => total + lower, 0)
        const most = given.reduce((total, { lower, room }) => total + (room === null ? Number.POSITIVE_INFINITY : lower + room), 0)
        const result = apportion(pool, claims)
        expect(result.kind).toBe(pool >= least && pool <= most ? 'apportioned' : 'refused')
        if (result.kind === 'refused') expect(result.amountFen).toBe(pool < least ? least - pool : pool - most)
      }),
    )
  })

  test('law: fractions as weights: only proportions matter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 12 }),
        (weights, pool, below) => {
          fc.pre(weights.some((weight) => weight > 0))
          const of = (weightOf: (weight: number) => string) => {
            const result = apportion(
              pool,
              weights.map((weight, at) => ({ key: `k${at}`, weight: weightOf(weight) })),
            )
            return result.kind === 'apportioned' ? result.shares.map(({ fen }) => fen) : result.because
          }
          expect(of((weight) => `${weight}/${below}`)).toEqual(of(String))
        },
      ),
    )
  })

  test('two hundred thousand people are shared out to the fen', () => {
    const claims = Array.from({ length: 200_000 }, (_, at): PayClaim => ({ key: String(at).padStart(6, '0'), weight: 80 + (at % 41) }))
    const result = apportion(9_999_999_999, claims)
    if (result.kind === 'refused') throw new Error(result.because)
    expect(result.shares.reduce((total, { fen }) => total + fen, 0)).toBe(9_999_999_999)
  })
})

describe('how far amounts lie apart', () => {
  const amounts = fc
    .array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 20 })
    .filter((all) => all.some((fen) => fen > 0))

  test('law: Gini is half the mean difference of all pairs over the mean', () => {
    fc.assert(
      fc.property(amounts, (all) => {
        const pairs = all.flatMap((a) => all.map((b) => Math.abs(a - b)))
        const mean = all.reduce((total, fen) => total + fen, 0) / all.length
        const gini = pairs.reduce((total, off) => total + off, 0) / pairs.length / (2 * mean)
        const spread = paySpread(all)
        if (spread.kind === 'undefined') throw new Error(spread.because)
        expect(Math.abs(Number(spread.gini) - gini)).toBeLessThanOrEqual(0.00005 + 1e-12)
        const paid = all.filter((fen) => fen > 0)
        expect([spread.highestFen, spread.lowestFen, spread.withNothing]).toEqual([
          Math.max(...all),
          Math.min(...paid),
          all.length - paid.length,
        ])
      }),
    )
  })

  test('law: a fen taken from the best paid and given to the worst paid never raises Gini', () => {
    fc.assert(
      fc.property(
        amounts.filter((all) => Math.max(...all) - Math.min(...all) > 2),
        (all) => {
          const moved = [...all]
          moved[all.indexOf(Math.max(...all))]! -= 1
          moved[all.indexOf(Math.min(...all))]! += 1
          const [before, after] = [paySpread(all), paySpread(moved)]
          if (before.kind === 'described' && after.kind === 'described') expect(Number(after.gini)).toBeLessThanOrEqual(Number(before.gini))
        },
      ),
    )
  })

  test('law: changes are what was added less what was taken, and nothing changes against itself', () => {
    const runs = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 999 }))
    fc.assert(
      fc.property(runs, runs, (before, after) => {
        const [one, other] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
        const { changes, raised, lowered, same } = payChanges(one, other)
        const total = (map: ReadonlyMap<string, number>) => [...map.values()].reduce((sumOf, fen) => sumOf + fen, 0)
        expect(changes.reduce((sumOf, { changeFen }) => sumOf + changeFen, 0)).toBe(total(other) - total(one))
        expect(raised + lowered + same + changes.filter(({ changeFen }) => changeFen === 0).length).toBe(
          new Set([...one.keys(), ...other.keys()]).size,
        )
        expect(payChanges(one, one).changes).toEqual([])
      }),
    )
  })

  test('a share per head is rounded to the fen, half away from nought', () => {
    expect([perHeadFen(100, 3), perHeadFen(5, 2), perHeadFen(0, 4), perHeadFen(7, 0)]).toEqual([33, 3, 0, null])
  })

  test('law: yuan read back are the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (fen) => {
        const text = yuan(fen)
        expect(Math.round(Number(text.replaceAll(',', '')) * 100)).toBe(fen === 0 ? 0 : fen)
        expect(text).toMatch(/^-?\d{1,3}(,\d{3})*\.\d{2}$/)
      }),
    )
  })
})

test('law: an appeal won is paid from the reserve to the fen, whatever the grade it changed', () => {
  fc.assert(
    fc.property(people, (drawn) => {
      const before = runOf([...drawn, { unit: 'u', postCoefficient: '1', grade: 'basic', attendance: '1', time: '1', score: '85' }])
      const who = `p${drawn.length}`
      const after = { ...before, people: before.people.map((one) => (one.id === who ? { ...one, grade: 'qualified' } : one)) }
      const [was, is] = [shared(before), shared(after)]
      const lines = (result: Shared) => result.lines.map(({ person, fen }) => ({ person, fen }))
      const settled = settleCorrection({ paid: lines(was), due: lines(is), corrected: [who], reserveFen: 5_000_000 })
      if (settled.kind === 'refused') throw new Error(settled.because)
      expect(settled.paidFen).toBe(fenOf(is, who) - fenOf(was, who))
      expect(settled.paidFen).toBeGreaterThanOrEqual(0)
      expect(settled.lines.filter(({ fromReserveFen }) => fromReserveFen !== 0).every(({ person }) => person === who)).toBe(true)
      expect(settled.reserveAfterFen).toBe(5_000_000 - settled.paidFen)
    }),
    { numRuns: 40 },
  )
})

describe('the ticket of an amount', () => {
  const bounded = fc.record({
    lower: fc.option(fc.integer({ min: 0, max: 90_000 })),
    upper: fc.option(fc.integer({ min: 200_000, max: 900_000 })),
  })

  test('law: with the colleagues as sums only, everybody’s amount comes out the same to the fen, with and without bounds', () => {
    fc.assert(
      fc.property(people, fc.array(bounded, { minLength: 12, maxLength: 12 }), fc.boolean(), (drawn, bounds, isBounded) => {
        const given = drawn.map((one, at) => {
          const { lower, upper } = bounds[at] ?? { lower: null, upper: null }
          return isBounded
            ? { ...one, ...(lower === null ? {} : { lowerFen: lower }), ...(upper === null ? {} : { upperFen: upper }) }
            : one
        })
        const input = runOf(given)
        const run = payPool(input)
        if (run.kind === 'refused') return
        for (const { person, fen } of run.lines) {
          const ticket = lineTicketOf(input, person)
          if (!ticket) throw new Error('no ticket')
          expect(ticket.fen).toBe(fen)
          expect(replayLine(ticket)).toEqual([])
        }
      }),
    )
  })

  test('an amount, a share or a factor that was changed does not come out the same', () => {
    const input = runOf([{ unit: 'u', grade: 'excellent', postCoefficient: '1.20', attendance: '1', time: '1', score: '90' }])
    const ticket = lineTicketOf(input, 'p0')
    if (!ticket) throw new Error('no ticket')
    expect(replayLine({ ...ticket, fen: ticket.fen + 1 })).toEqual(['amount'])
    expect(replayLine({ ...ticket, unitShareFen: ticket.unitShareFen - 1 })).toEqual(['unit-share'])
    expect(replayLine({ ...ticket, own: { ...ticket.own, grade: 'qualified' } })).toEqual(['amount'])
    expect(replayLine({ ...ticket, unit: { ...ticket.unit, score: '90' } })).toEqual(['unit-weight'])
    expect(replayLine({ ...ticket, poolFen: ticket.poolFen + 100 })).toEqual(['unit-share'])
    expect(lineTicketOf(input, 'nobody')).toBeNull()
  })
})
