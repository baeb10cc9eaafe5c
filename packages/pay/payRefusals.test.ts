import { describe, expect, test } from 'vitest'
import type { PayFactors } from './factors.ts'
import { payPool } from './payPool.ts'
import { inputRefusal } from './payRefusals.ts'
import type { PayPerson, PayRefusal, PayRunInput, PayUnit } from './payRun.ts'
import { refusalWords, warningWords } from './payWords.ts'

const FACTORS: PayFactors = {
  grades: [
    { grade: 'excellent', factor: '1.2' },
    { grade: 'qualified', factor: '1' },
    { grade: 'unqualified', factor: '0', mustCut: true },
  ],
  unitScore: { from: '0.8', to: '1.2' },
  personScore: { from: '0.8', to: '1.2' },
}
const person = (id: string, more: Partial<PayPerson> = {}): PayPerson => ({
  ...{ id, name: id, unit: 'u', postCoefficient: '1', grade: 'qualified', attendance: '1', time: '1', score: '90' },
  ...more,
})
const unit = (id: string, more: Partial<PayUnit> = {}): PayUnit => ({ id, name: { zh: id, en: id }, postMix: '1', score: '100', ...more })
const run = (more: Partial<PayRunInput>): PayRunInput => ({
  ...{ poolFen: 100_000, reserveBp: 0, factors: FACTORS, units: [unit('u')], people: [person('a'), person('b')] },
  ...more,
})
const sound = run({})

/** Every way a run can be wrong, the run that is wrong in that way alone, and whom it is about. */
const WRONG: readonly (readonly [PayRefusal, PayRunInput, readonly string[]])[] = [
  ['pool-not-whole-fen', run({ poolFen: 100.5 }), ['100.5']],
  ['pool-not-whole-fen', run({ poolFen: -1 }), ['-1']],
  ['pool-not-whole-fen', run({ poolFen: Number.NaN }), ['NaN']],
  ['pool-not-whole-fen', run({ poolFen: 2 ** 60 }), [String(2 ** 60)]],
  ['reserve-out-of-range', run({ reserveBp: 10_001 }), ['10001']],
  ['reserve-out-of-range', run({ reserveBp: -1 }), ['-1']],
  ['reserve-out-of-range', run({ reserveBp: 12.5 }), ['12.5']],
  ['same-unit-twice', run({ units: [unit('u'), unit('v'), unit('u')] }), ['u']],
  ['same-person-twice', run({ people: [person('a'), person('b'), person('a')] }), ['a']],
  ['not-a-number', run({ people: [person('a', { postCoefficient: '1,2' })] }), ['a']],
  ['not-a-number', run({ people: [person('a', { time: '' })] }), ['a']],
  ['not-a-number', run({ people: [person('a', { score: 'good' })] }), ['a']],
  ['not-a-number', run({ units: [unit('u', { postMix: '1e2' })] }), ['u']],
  ['not-a-number', run({ units: [unit('u', { headcount: 'twelve' })] }), ['u']],
  ['not-a-number', run({ factors: { ...FACTORS, unitScore: { from: 'low', to: '1' } } }), ['unitScore']],
  ['not-a-number', run({ factors: { ...FACTORS, personWithoutScore: '½' } }), ['personScore']],
  ['not-a-number', run({ factors: { ...FACTORS, grades: [...FACTORS.grades, { grade: 'extra', factor: 'x' }] } }), ['extra']],
  ['negative-factor', run({ people: [person('a', { attendance: '-0.1' }), person('b')] }), ['a']],
  ['negative-factor', run({ units: [unit('u', { score: '-5' })] }), ['u']],
  ['unknown-unit', run({ people: [person('a'), person('b', { unit: 'gone' })] }), ['b']],
  ['grade-without-factor', run({ people: [person('a', { grade: 'retired' }), person('b')] }), ['a']],
  ['unit-without-score', run({ units: [unit('u', { score: null })] }), ['u']],
  ['person-without-score', run({ people: [person('a', { score: null }), person('b')] }), ['a']],
  ['no-claims', run({ people: [person('a', { grade: 'unqualified' })] }), ['u']],
  ['bound-not-whole-fen', run({ people: [person('a', { upperFen: 0.5 }), person('b')] }), ['u']],
  ['lower-bounds-exceed-pool', run({ people: [person('a', { lowerFen: 100_001 }), person('b')] }), []],
  ['upper-bounds-below-pool', run({ people: [person('a', { upperFen: 40_000 }), person('b', { upperFen: 50_000 })] }), []],
]

describe('what is wrong is refused before a fen is shared', () => {
  test('a sound run is not', () => {
    expect(inputRefusal(sound)).toBeNull()
    expect(payPool(sound).kind).toBe('apportioned')
  })

  test.each(WRONG)('%s: %#', (because, input, at) => {
    const result = payPool(input)
    expect(result).toMatchObject({ kind: 'refused', because })
    if (result.kind === 'refused' && because !== 'no-claims' && because !== 'bound-not-whole-fen') expect(result.at).toEqual(at)
  })

  test('every refusal is met here but crossed bounds, which a person alone can have', () => {
    const met = new Set(WRONG.map(([because]) => because))
    const all: readonly PayRefusal[] = [
      ...(['pool-not-whole-fen', 'reserve-out-of-range', 'not-a-number', 'negative-factor', 'same-person-twice'] as const),
      ...(['same-unit-twice', 'unknown-unit', 'grade-without-factor', 'unit-without-score', 'person-without-score'] as const),
      ...(['no-claims', 'bound-not-whole-fen', 'lower-bounds-exceed-pool', 'upper-bounds-below-pool'] as const),
    ]
    expect(all.filter((because) => !met.has(because))).toEqual([])
    const crossed = payPool(run({ people: [person('a', { lowerFen: 9, upperFen: 8 }), person('b')] }))
    expect(crossed).toMatchObject({ kind: 'refused' })
  })

  test('one fault at a time: the first in the order in which they can be mended', () => {
    const all = run({ poolFen: -1, reserveBp: -1, units: [unit('u'), unit('u')], people: [person('a', { grade: 'x' }), person('a')] })
    expect(payPool(all)).toMatchObject({ because: 'pool-not-whole-fen' })
    expect(payPool({ ...all, poolFen: 1 })).toMatchObject({ because: 'reserve-out-of-range' })
    expect(payPool({ ...all, poolFen: 1, reserveBp: 0 })).toMatchObject({ because: 'same-unit-twice' })
    expect(payPool({ ...all, poolFen: 1, reserveBp: 0, units: [unit('u')] })).toMatchObject({ because: 'same-person-twice' })
  })

  test('somebody with several wrong figures is named once', () => {
    const result = payPool(run({ people: [person('a', { time: 'x', attendance: 'y', score: 'z' }), person('b', { time: '?' })] }))
    expect(result).toMatchObject({ because: 'not-a-number', at: ['a', 'b'] })
  })
})

describe('a refusal in words', () => {
  test.each([...new Set(WRONG.map(([because]) => because)), 'bounds-crossed' as const])(
    '%s is said in both languages, with whom',
    (because) => {
      const words = refusalWords(because, 123_456, ['李强', '王芳'])
      expect(words.zh).toMatch(/[\u4e00-\u9fff]/)
      expect(words.en).toMatch(/^[A-Z].*[a-z]/)
      expect(words.en).not.toMatch(/undefined|NaN/)
    },
  )

  test('amounts are yuan, and a list is cut after ten with the number of the rest', () => {
    expect(refusalWords('lower-bounds-exceed-pool', 1_234_567, [])).toEqual({
      zh: '下限合计超出总额 12,345.67 元',
      en: 'The lower bounds exceed the pool by 12,345.67 yuan',
    })
    const many = Array.from({ length: 13 }, (_, at) => `p${at}`)
    const { zh, en } = refusalWords('unknown-unit', 0, many)
    expect(en).toContain('p9 and 3 more')
    expect(en).not.toContain('p10')
    expect(zh).toContain('等 13 个')
  })

  test('warnings name whom they are about', () => {
    for (const code of ['unit-without-claims', 'grade-has-no-effect', 'unit-score-clipped', 'person-score-clipped'] as const) {
      const { zh, en } = warningWords(code, '养护站')
      expect([zh.includes('养护站'), en.includes('养护站')]).toEqual([true, true])
    }
  })
})

describe('the amount of a refusal is what would mend it', () => {
  test('lower bounds: with so much more in the pool the run is sound', () => {
    const people = [person('a', { lowerFen: 80_000 }), person('b', { lowerFen: 40_000 })]
    const refused = payPool(run({ people }))
    if (refused.kind !== 'refused') throw new Error('refused')
    expect(refused.amountFen).toBe(20_000)
    expect(payPool(run({ poolFen: 100_000 + refused.amountFen, people })).kind).toBe('apportioned')
    expect(payPool(run({ poolFen: 100_000 + refused.amountFen - 1, people })).kind).toBe('refused')
  })

  test('upper bounds: with so much less in the pool the run is sound', () => {
    const people = [person('a', { upperFen: 30_000 }), person('b', { upperFen: 50_000 })]
    const refused = payPool(run({ people }))
    if (refused.kind !== 'refused') throw new Error('refused')
    expect(refused.amountFen).toBe(20_000)
    expect(payPool(run({ poolFen: 100_000 - refused.amountFen, people })).kind).toBe('apportioned')
    expect(payPool(run({ poolFen: 100_000 - refused.amountFen + 1, people })).kind).toBe('refused')
  })
})
