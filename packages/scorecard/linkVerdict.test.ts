import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkVerdict, type MapSeries } from './linkVerdict.ts'

const series = (values: readonly (number | null)[]): MapSeries =>
  values.map((value, at) => ({ period: `2024-${String(at + 1).padStart(2, '0')}`, value }))
/** Repairs in time, by month; complaints fall one month after they rise. */
const REPAIRS = [60, 64, 61, 70, 72, 69, 75, 80, 78, 83, 81, 88]
const AFTER_ONE = [40, ...REPAIRS.slice(0, -1).map((value) => 100 - value)]
const ask = (sign: '+' | '-', lag: number, to: readonly (number | null)[] = AFTER_ONE, more = {}) =>
  linkVerdict({ from: 'repairs', to: 'complaints', sign, lag }, { from: series(REPAIRS), to: series(to), ...more })

describe('an arrow of the strategy map', () => {
  test('fewer complaints one month after more repairs: consistent with "-" at lag 1, inconsistent with "+"', () => {
    expect(ask('-', 1)).toMatchObject({ verdict: 'consistent', because: 'as-declared', r: expect.closeTo(-1, 9), n: 10 })
    expect(ask('+', 1)).toMatchObject({ verdict: 'inconsistent', because: 'opposite-to-declared' })
  })
  test('with the wrong lag the clearest one is offered as a hint', () => {
    const now = ask('-', 0)
    expect(now.verdict).not.toBe('consistent')
    expect(now.clearestLag).toMatchObject({ lag: 1, r: expect.closeTo(-1, 9) })
  })
  test('two series that only grow with time are not cause and effect', () => {
    const grows = REPAIRS.map((_, at) => at * 10 + (at % 2))
    expect(ask('+', 0, grows).verdict).not.toBe('consistent')
  })
  test('too little to compare is untested, not weak evidence', () => {
    expect(ask('-', 6)).toMatchObject({ verdict: 'untested', because: 'too-few-periods', r: null })
    expect(
      ask(
        '-',
        1,
        REPAIRS.map(() => 7),
      ),
    ).toMatchObject({ verdict: 'untested', because: 'constant-series' })
  })
  test('a gap and a break of the series take their changes out, and it is said how many', () => {
    const gappy = AFTER_ONE.map((value, at) => (at === 5 ? null : value))
    expect(ask('-', 1, gappy)).toMatchObject({ n: 8, excluded: 2 })
    expect(ask('-', 1, AFTER_ONE, { breaks: ['2024-06'] })).toMatchObject({ n: 8, excluded: 2 })
  })
  test('the words say that going together proves no cause', () => {
    expect(ask('-', 1).words.en).toContain('no cause')
  })
})

test('law: the verdict turns with the sign, and scale and offset do not matter', () => {
  const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 14, maxLength: 14 })
  fc.assert(
    fc.property(values, values, (a, b) => {
      const on = (sign: '+' | '-', scale = 1) =>
        linkVerdict({ from: 'a', to: 'b', sign, lag: 0 }, { from: series(a), to: series(b.map((one) => one * scale + 3)) })
      const turned = { consistent: 'inconsistent', inconsistent: 'consistent', untested: 'untested' } as const
      expect(on('-').verdict).toBe(turned[on('+').verdict])
      expect(on('+', 4).verdict).toBe(on('+').verdict)
    }),
  )
})
