import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consequencesOf, type PastYear, termResult } from './consequences.ts'
import { cycleStages, guardsBefore, phaseOfStage, stageMove } from './cycleStages.ts'
import { type CycleGuard, cycleTransitions } from './cycleStates.ts'
import type { Outcome } from './grade.ts'
import { groupMean } from './groupMean.ts'
import { type OpenItem, opennessRate } from './opennessRate.ts'
import { correlation, holm, mean, meanWithInterval, midranks, variance } from './raterStatistics.ts'
import { type SeatRateGround, seatRate } from './seatRate.ts'
import { rules } from './testing/rules.ts'
import { mayMove, reachable } from './transitions.ts'

const OUTCOMES: readonly Outcome[] = ['excellent', 'qualified', 'basic', 'unqualified', 'ungraded']

describe('what a result leads to', () => {
  test.each(OUTCOMES)('%s: its row of the table and nothing else, with its article', (outcome) => {
    const row = rules.effects.find((each) => each.outcome === outcome)!
    const result = consequencesOf({ year: 2026, outcome }, [{ year: 2025, outcome: 'qualified' }], rules.effects)
    if (result.kind === 'undefined') throw new Error(result.because)
    const kinds = result.proposals.map(({ kind }) => kind)
    expect(kinds.includes('pay-step')).toBe(row.payStep)
    expect(kinds.includes('no-pay-step')).toBe(!row.payStep)
    expect(kinds).toContain(`performance-pay-${row.performancePay}`)
    expect(kinds.includes('year-counts')).toBe(row.yearCounts)
    expect(kinds.includes('promotion-barred-next-year')).toBe(row.promotionBarred)
    expect(result.proposals.every(({ citation, text }) => citation === row.citation && text.zh !== '' && text.en !== '')).toBe(true)
  })

  test('law: years running count back without a gap, and a second year of the same brings what its row says', () => {
    const past = fc.array(fc.constantFrom(...OUTCOMES, null), { maxLength: 6 })
    fc.assert(
      fc.property(fc.constantFrom(...OUTCOMES), past, (outcome, before) => {
        const years = before.flatMap((each, at): PastYear[] => (each === null ? [] : [{ year: 2025 - at, outcome: each }]))
        const result = consequencesOf({ year: 2026, outcome }, years.toReversed(), rules.effects)
        if (result.kind === 'undefined') throw new Error(result.because)
        const run = before.findIndex((each) => each !== outcome)
        const expected = 1 + (run === -1 ? before.length : run)
        expect(result.yearsRunning).toBe(expected)
        const row = rules.effects.find((each) => each.outcome === outcome)!
        expect(result.proposals.some(({ kind }) => kind === 'second-year-running')).toBe(expected >= 2 && row.secondYearRunning !== null)
        expect(result.proposals.some(({ kind }) => kind === 'promotion-barred-now')).toBe(before[0] === 'basic')
      }),
    )
  })

  test('a later year is not looked at, and a year nobody knows is said', () => {
    const result = consequencesOf({ year: 2024, outcome: 'basic' }, [{ year: 2025, outcome: 'basic' }], rules.effects)
    expect(result).toMatchObject({ yearsRunning: 1, unknownYears: [2023] })
    expect(consequencesOf({ year: 2026, outcome: 'basic' }, [{ year: 2024, outcome: 'basic' }], rules.effects)).toMatchObject({
      unknownYears: [2025],
    })
    expect(consequencesOf({ year: 2026, outcome: 'basic' }, [], [])).toEqual({
      kind: 'undefined',
      because: 'outcome-without-rule',
      outcome: 'basic',
    })
  })

  test('the term, all cases: tasks done or not, for a good reason or not, a year below or none', () => {
    const good: PastYear[] = [
      { year: 2024, outcome: 'excellent' },
      { year: 2025, outcome: 'qualified' },
    ]
    const weak: PastYear[] = [...good, { year: 2026, outcome: 'basic' }]
    expect(termResult({ tasksDone: true, goodReasonIfNot: false, years: good })).toEqual({ kind: 'known', result: 'qualified' })
    expect(termResult({ tasksDone: true, goodReasonIfNot: false, years: weak })).toEqual({
      kind: 'undefined',
      because: 'a-year-below-qualified',
      years: [2026],
    })
    expect(termResult({ tasksDone: false, goodReasonIfNot: false, years: good })).toEqual({ kind: 'known', result: 'unqualified' })
    expect(termResult({ tasksDone: false, goodReasonIfNot: true, years: good })).toEqual({
      kind: 'undefined',
      because: 'good-reason',
      years: [],
    })
    expect(termResult({ tasksDone: true, goodReasonIfNot: false, years: [] })).toEqual({
      kind: 'undefined',
      because: 'no-years',
      years: [],
    })
    expect(termResult({ tasksDone: true, goodReasonIfNot: false, years: [{ year: 2026, outcome: 'ungraded' }] })).toMatchObject({
      because: 'a-year-below-qualified',
    })
  })
})

describe('the share of excellent', () => {
  const GROUNDS: readonly SeatRateGround[] = [
    'normal',
    'collective-merit',
    'recognised-innovation',
    'institution-excellent',
    'institution-unqualified',
    'held-accountable',
  ]
  test('law: raised only with an approval, lowered without asking, and contradictions are left to people', () => {
    fc.assert(
      fc.property(fc.subarray([...GROUNDS]), fc.constantFrom('', ' ', '人社 2026-7'), (grounds, approval) => {
        const rate = seatRate(grounds, approval, rules.seatRate)
        const lowers = grounds.some((ground) => ground === 'institution-unqualified' || ground === 'held-accountable')
        const raises = grounds.some(
          (ground) => ground !== 'normal' && ground !== 'institution-unqualified' && ground !== 'held-accountable',
        )
        if (lowers && raises) expect(rate).toMatchObject({ kind: 'undefined', because: 'grounds-contradict' })
        else if (lowers) expect(rate).toMatchObject({ basisPoints: 1500 })
        else if (!raises) expect(rate).toMatchObject({ basisPoints: 2000, ground: 'normal' })
        else if (approval.trim() === '') expect(rate).toMatchObject({ because: 'approval-missing' })
        else expect(rate).toMatchObject({ basisPoints: 2500, approval })
      }),
    )
  })
})

describe('steps of a machine', () => {
  const graph = fc.array(
    fc.record({
      from: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      to: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      guards: fc.subarray(['g1', 'g2', 'g3']),
    }),
    { maxLength: 9 },
  )
  test('law: one may go exactly where some way has all its guards, and is told the open ones otherwise', () => {
    fc.assert(
      fc.property(graph, fc.subarray(['g1', 'g2', 'g3']), (table, satisfied) => {
        const allowed = reachable(
          table.filter(({ guards }) => guards.every((guard) => satisfied.includes(guard))),
          'a',
        )
        const move = mayMove(table, { from: 'a', to: 'e', satisfied: new Set(satisfied) })
        expect(move.kind === 'allowed').toBe(allowed.has('e'))
        if (move.kind === 'refused') {
          expect(move.because).toBe(reachable(table, 'a').has('e') ? 'guards-open' : 'no-such-transition')
          if (move.because === 'guards-open') {
            expect(move.open.some((guard) => satisfied.includes(guard))).toBe(false)
            const mended = mayMove(table, { from: 'a', to: 'e', satisfied: new Set([...satisfied, ...move.open]) })
            expect(mended.kind).toBe('allowed')
          }
        }
      }),
    )
  })

  test('law: one more guard satisfied never closes a way', () => {
    fc.assert(
      fc.property(graph, fc.subarray(['g1', 'g2', 'g3']), fc.constantFrom('g1', 'g2', 'g3'), (table, satisfied, more) => {
        const before = mayMove(table, { from: 'a', to: 'e', satisfied: new Set(satisfied) })
        const after = mayMove(table, { from: 'a', to: 'e', satisfied: new Set([...satisfied, more]) })
        if (before.kind === 'allowed') expect(after.kind).toBe('allowed')
      }),
    )
  })

  test('all stages against all stages: forward one over its guards, back one, freely in the draft, and never out of the end', () => {
    const all = new Set<CycleGuard>([...cycleTransitions.flatMap(({ guards }) => guards), 'reason-recorded'])
    for (const from of cycleStages)
      for (const to of cycleStages) {
        const move = stageMove({ from, to, satisfied: all })
        const steps = cycleStages.indexOf(to) - cycleStages.indexOf(from)
        if (from === 'closed') expect(move).toMatchObject({ because: 'closed' })
        else if (from === to) expect(move).toMatchObject({ because: 'same-stage' })
        else if (phaseOfStage[from] === phaseOfStage[to]) expect(move).toMatchObject({ kind: 'allowed', way: 'free' })
        else if (phaseOfStage[from] === 'draft') expect(move.kind).toBe(to === 'run' ? 'allowed' : 'refused')
        else if (steps === 1) expect(move).toMatchObject({ kind: 'allowed', way: 'forward' })
        else if (steps > 1) expect(move).toMatchObject({ because: 'stage-skipped' })
        else if (steps < -1) expect(move).toMatchObject({ because: 'more-than-one-back' })
        const bare = stageMove({ from, to, satisfied: new Set() })
        if (move.kind === 'allowed' && move.way === 'forward')
          expect(bare).toMatchObject({ kind: 'refused', because: 'guards-open', guards: move.guards })
        if (move.kind === 'allowed') expect(guardsBefore(from, to)).toEqual(move.guards)
      }
  })
})

describe('openness', () => {
  const item = fc.record({
    weightBp: fc.integer({ min: 0, max: 5000 }),
    published: fc.constantFrom('on-time' as const, 'late' as const, 'missing' as const, 'not-due' as const),
    entitled: fc.option(fc.integer({ min: 0, max: 50 })),
    seen: fc.integer({ min: 0, max: 100 }),
  })
  const drawn = (given: readonly { weightBp: number; published: OpenItem['published']; entitled: number | null; seen: number }[]) =>
    given.map(
      ({ seen, ...one }, at): OpenItem => ({
        ...{ item: `i${at}`, audience: 'unit', ...one },
        viewed: one.entitled === null ? null : Math.floor((one.entitled * seen) / 100),
      }),
    )

  test('law: between 0 and 100; publishing one more in time never lowers it, one more reader neither', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), (given) => {
        const items = drawn(given)
        const rate = opennessRate(items)
        if (rate.kind === 'undefined') {
          expect(items.every(({ published, weightBp }) => published === 'not-due' || weightBp === 0)).toBe(true)
          return
        }
        expect(Number(rate.official)).toBeGreaterThanOrEqual(0)
        expect(Number(rate.official)).toBeLessThanOrEqual(100)
        for (const [at, one] of items.entries()) {
          const better = [...items]
          if (one.published === 'late' || one.published === 'missing') better[at] = { ...one, published: 'on-time' }
          else if (one.viewed !== null && one.entitled !== null && one.viewed < one.entitled)
            better[at] = { ...one, viewed: one.viewed + 1 }
          const after = opennessRate(better)
          if (after.kind === 'known') expect(Number(after.official)).toBeGreaterThanOrEqual(Number(rate.official))
        }
      }),
    )
  })

  test('by hand: half the weight in time and seen by 8 of 10, the other half late: 40 %', () => {
    const rate = opennessRate([
      { item: 'plan', audience: 'unit', weightBp: 5000, published: 'on-time', entitled: 10, viewed: 8 },
      { item: 'result', audience: 'self', weightBp: 5000, published: 'late', entitled: 10, viewed: 10 },
      { item: 'next', audience: 'public', weightBp: 9000, published: 'not-due', entitled: null, viewed: null },
    ])
    expect(rate).toMatchObject({ official: '40.00', missing: ['result'], readersNotCounted: [] })
  })

  test('more readers than people entitled is a fault of the records, named', () => {
    const broken = { item: 'plan', audience: 'unit', weightBp: 1, published: 'on-time', entitled: 3, viewed: 4 } as const
    expect(opennessRate([broken])).toEqual({ kind: 'undefined', because: 'more-viewed-than-entitled', item: 'plan' })
    expect(opennessRate([])).toEqual({ kind: 'undefined', because: 'nothing-due' })
  })
})

describe('means and ranks', () => {
  const ratings = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 30 })
  test('law: fewer than five plain, from five without the ends, from ten a tenth off either side', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const { mean: got, median, trimmedEachSide, n } = groupMean(given.map(String), rules.ratings.trim)
        const off = given.length < 5 ? 0 : given.length < 10 ? 1 : Math.floor(given.length / 10)
        const sorted = given.toSorted((a, b) => a - b)
        const kept = sorted.slice(off, sorted.length - off)
        expect(trimmedEachSide).toBe(off)
        expect(n).toBe(given.length)
        expect(got.valueOf()).toBeCloseTo(kept.reduce((sum, value) => sum + value, 0) / kept.length, 10)
        expect(median.valueOf()).toBeCloseTo((sorted[Math.floor((n - 1) / 2)]! + sorted[Math.ceil((n - 1) / 2)]!) / 2, 10)
      }),
    )
    expect(() => groupMean([], rules.ratings.trim)).toThrow(RangeError)
  })

  test('law: midranks count the smaller and half of the equal others; Holm never lowers a p', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 }), (values) => {
        const expected = values.map(
          (own) => 1 + values.filter((other) => other < own).length + (values.filter((other) => other === own).length - 1) / 2,
        )
        expect(midranks(values)).toEqual(expected)
        const p = values.map((value) => value / 50)
        const adjusted = holm(p)
        for (const [at, own] of p.entries()) {
          expect(adjusted[at]).toBeGreaterThanOrEqual(own)
          expect(adjusted[at]).toBeLessThanOrEqual(Math.min(1, own * p.length) + Math.max(...p) * p.length)
        }
        expect(Math.min(...adjusted)).toBeCloseTo(Math.min(1, Math.min(...p) * p.length), 12)
      }),
    )
  })

  test('law: a correlation is unchanged by other units, turns with a sign and is null where nothing varies', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), { minLength: 3, maxLength: 12 }),
        (pairs) => {
          const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
          const r = correlation(x, y)
          if (new Set(x).size === 1 || new Set(y).size === 1) {
            expect(r).toBeNull()
            return
          }
          expect(
            correlation(
              x.map((value) => 3 * value + 7),
              y,
            ),
          ).toBeCloseTo(r ?? 9, 10)
          expect(
            correlation(
              x.map((value) => -value),
              y,
            ),
          ).toBeCloseTo(-(r ?? 9), 10)
          expect(variance(x)).toBeCloseTo(x.reduce((sum, value) => sum + (value - mean(x)) ** 2, 0) / (x.length - 1), 8)
        },
      ),
    )
  })

  test('a mean has an interval from two values on', () => {
    const distributions = { tQuantile: () => 2, tUpper: () => 0.5, fUpper: () => 0.5 }
    expect(meanWithInterval([5], distributions)).toBeNull()
    const found = meanWithInterval([1, 3], distributions)
    expect(found).toEqual({ value: 2, low: expect.closeTo(0, 12), high: expect.closeTo(4, 12) })
    expect(() => mean([])).toThrow(RangeError)
    expect(variance([4])).toBe(0)
  })
})
