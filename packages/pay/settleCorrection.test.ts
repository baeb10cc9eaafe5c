import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion } from './apportion.ts'
import { settleCorrection } from './settleCorrection.ts'
import { groupStanding } from './spread.ts'

/** The worked pool of seven with E's grade factor corrected from 0.6 to 1.0: weight 6.48 becomes 10.8. */
const weights = { A: '18', B: '14.4', C: '17.28', D: '7', E: '6.48', F: '14.4', G: '16.5' }
const lines = (given: Record<string, string>, pool = 10_000_000) => {
  const result = apportion(
    pool,
    Object.entries(given).map(([key, weight]) => ({ key, weight })),
  )
  if (result.kind === 'refused') throw new Error(result.because)
  return result.shares.map(({ key, fen }) => ({ person: key, fen }))
}
const paid = lines(weights)
const due = lines({ ...weights, E: '10.8' })

describe('a correction after pay', () => {
  test('who was wronged is paid the difference from the reserve, to the fen: 10.8 of 98.38 less 6.48 of 94.06', () => {
    const settled = settleCorrection({ paid, due, corrected: ['E'], reserveFen: 500_000 })
    if (settled.kind === 'refused') throw new Error(settled.because)
    // 10 000 000 x 10.8 / 98.38 = 1 097 784.1...
    expect(settled.lines[0]).toEqual({ person: 'E', paidFen: 688_922, dueFen: 1_097_784, fromReserveFen: 408_862, reason: 'corrected-up' })
    expect(settled).toMatchObject({ paidFen: 408_862, reserveAfterFen: 91_138, othersDifferenceFen: -408_862, loweredPeople: [] })
    expect(settled.lines.slice(1).every(({ fromReserveFen, reason }) => fromReserveFen === 0 && reason === 'not-corrected')).toBe(true)
  })

  test('a reserve that does not cover it is refused with the amount', () => {
    expect(settleCorrection({ paid, due, corrected: ['E'], reserveFen: 400_000 })).toMatchObject({
      kind: 'refused',
      because: 'reserve-too-small',
      shortFen: 8862,
      // what it is short for stands there too: nobody has to guess who waits
      paidFen: 408_862,
      lines: expect.arrayContaining([expect.objectContaining({ person: 'E', fromReserveFen: 408_862 })]),
      text: { zh: '预留不足：须补发 4,088.62 元，预留余 4,000.00 元，还差 88.62 元' },
    })
  })

  test('a correction downwards is listed and nothing is taken back', () => {
    const settled = settleCorrection({ paid: due, due: paid, corrected: ['E'], reserveFen: 0 })
    expect(settled).toMatchObject({ kind: 'settled', paidFen: 0, loweredPeople: ['E'], loweredFen: 408_862 })
  })

  test('what is missing is named', () => {
    expect(settleCorrection({ paid, due, corrected: [], reserveFen: 1 })).toMatchObject({ because: 'nobody-corrected' })
    expect(settleCorrection({ paid, due, corrected: ['Z'], reserveFen: 1 })).toMatchObject({ because: 'unknown-person', people: ['Z'] })
    expect(settleCorrection({ paid: [...paid, { person: 'A', fen: 1 }], due, corrected: ['A'], reserveFen: 1 })).toMatchObject({
      because: 'same-person-twice',
    })
  })

  test('nobody ever loses, and the reserve pays exactly what is paid', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(amounts, amounts, fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), (had, have, who) => {
        const of = (fen: readonly number[]) => fen.map((each, at) => ({ person: String(at), fen: each }))
        const settled = settleCorrection({ paid: of(had), due: of(have), corrected: who.map(String), reserveFen: 600_000 })
        if (settled.kind === 'refused') throw new Error(settled.because)
        expect(settled.lines.every(({ fromReserveFen }) => fromReserveFen >= 0)).toBe(true)
        expect(settled.reserveBeforeFen - settled.reserveAfterFen).toBe(settled.lines.reduce((sum, each) => sum + each.fromReserveFen, 0))
        for (const at of who)
          expect((had[at] ?? 0) + (settled.lines.find(({ person }) => person === String(at))?.fromReserveFen ?? 0)).toBeGreaterThanOrEqual(
            have[at] ?? 0,
          )
      }),
    )
  })
})

describe('leaders against the mean', () => {
  test('two of five with 300 and 200 of 1000 fen: 1.25 times the mean, half of the pay for 40 % of the people', () => {
    expect(groupStanding([300, 200], [300, 200, 150, 250, 100])).toEqual({
      kind: 'known',
      n: 2,
      meanFen: 250,
      ratio: '1.25',
      shareOfPay: '50.00',
      shareOfPeople: '40.00',
    })
  })

  test('no leaders, or no pay, is named', () => {
    expect(groupStanding([], [1])).toEqual({ kind: 'undefined', because: 'nobody-in-the-group' })
    expect(groupStanding([0], [0, 0])).toEqual({ kind: 'undefined', because: 'nothing-distributed' })
  })
})
