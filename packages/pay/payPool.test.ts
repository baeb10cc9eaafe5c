import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PayFactors } from './factors.ts'
import { payPool } from './payPool.ts'
import type { PayPerson, PayRun, PayRunInput } from './payRun.ts'
import { yuan } from './yuan.ts'

/** The grade factors and limits proposed in the dossier (performance pay). */
const FACTORS: PayFactors = {
  grades: [
    { grade: 'excellent', factor: '1.2' },
    { grade: 'qualified', factor: '1.0' },
    { grade: 'basically-qualified', factor: '0.6', mustCut: true },
    { grade: 'undecided', factor: '0.5', mustCut: true },
    { grade: 'unqualified', factor: '0', mustCut: true },
  ],
  unitScore: { from: '0.8', to: '1.2' },
  personScore: { from: '0.8', to: '1.2' },
}
const person = (id: string, unit: string, more: Partial<PayPerson> = {}): PayPerson => ({
  id,
  name: id,
  unit,
  postCoefficient: '1.0',
  grade: 'qualified',
  attendance: '1',
  time: '1',
  score: '85',
  ...more,
})
const unit = (id: string, score: string | null = '100') => ({ id, name: { zh: id, en: id }, postMix: '1', score })
const run = (more: Partial<PayRunInput>): PayRun =>
  payPool({ poolFen: 1_000_000, reserveBp: 0, factors: FACTORS, units: [unit('u')], people: [], ...more })
const fen = (result: PayRun) =>
  result.kind === 'apportioned' ? Object.fromEntries(result.lines.map((line) => [line.person, line.fen])) : result

test('alike in everything, people of one unit share alike; the odd fen goes to the smaller number', () => {
  expect(fen(run({ poolFen: 100, people: [person('3', 'u'), person('1', 'u'), person('2', 'u')] }))).toEqual({ '1': 34, '2': 33, '3': 33 })
})

test('grade, post, attendance and time multiply; unqualified receives nothing', () => {
  const people = [
    person('a', 'u', { grade: 'excellent' }),
    person('b', 'u', { grade: 'unqualified' }),
    person('c', 'u', { postCoefficient: '2', time: '0.5', attendance: '0.8' }),
  ]
  expect(fen(run({ people }))).toEqual({ a: 600_000, b: 0, c: 400_000 })
})

test('a unit share goes by head count, post mix and the unit score held between the limits', () => {
  const units = [unit('high', '150'), { ...unit('low', '40'), postMix: '1.5' }]
  const result = run({
    poolFen: 2_400_000,
    units,
    people: [person('a', 'high'), person('b', 'low'), person('c', 'low', { grade: 'excellent' })],
  })
  if (result.kind === 'refused') throw new Error(result.because)
  expect(result.units.map(({ weight, shareFen }) => [weight, shareFen])).toEqual([
    ['1.2', 800_000],
    ['2.4', 1_600_000],
  ])
  expect(result.warnings.map(({ code, at }) => [code, at])).toEqual([
    ['unit-score-clipped', 'high'],
    ['unit-score-clipped', 'low'],
  ])
})

test('the score factor is the score over the unit mean, held between the limits', () => {
  const result = run({ people: [person('a', 'u', { score: '99' }), person('b', 'u', { score: '90' }), person('c', 'u', { score: '51' })] })
  if (result.kind === 'refused') throw new Error(result.because)
  expect(result.lines.map(({ inputs }) => [inputs.unitMean, inputs.scoreFactor])).toEqual([
    ['80', '1.2'],
    ['80', '1.125'],
    ['80', '0.8'],
  ])
})

test('the reserve is kept back to the fen, and reserve and lines add up to the pool', () => {
  const result = run({ poolFen: 1_000_033, reserveBp: 200, people: [person('a', 'u'), person('b', 'u'), person('c', 'u')] })
  if (result.kind === 'refused') throw new Error(result.because)
  expect(result.reserveFen).toBe(20_000)
  expect(result.reserveFen + result.lines.reduce((sum, line) => sum + line.fen, 0)).toBe(1_000_033)
})

test('a unit in which nobody has a claim gets nothing and is named', () => {
  const result = run({ units: [unit('u'), unit('v')], people: [person('a', 'u'), person('b', 'v', { grade: 'unqualified' })] })
  expect(fen(result)).toEqual({ a: 1_000_000, b: 0 })
  expect(result).toMatchObject({ warnings: [{ code: 'unit-without-claims', at: 'v' }] })
})

test('a grade that cannot change the amount is pointed out', () => {
  expect(run({ people: [person('a', 'u', { grade: 'basically-qualified' })] })).toMatchObject({
    warnings: [{ code: 'grade-has-no-effect', at: 'a' }],
  })
})

test('runs that cannot be right are refused by name, with the people or units', () => {
  expect(run({ people: [person('a', 'u', { grade: 'retired' })] })).toMatchObject({ because: 'grade-without-factor', at: ['a'] })
  expect(run({ people: [person('a', 'nowhere')] })).toMatchObject({ because: 'unknown-unit', at: ['a'] })
  expect(run({ people: [person('a', 'u'), person('a', 'u')] })).toMatchObject({ because: 'same-person-twice', at: ['a'] })
  expect(run({ people: [person('a', 'u', { score: null })] })).toMatchObject({ because: 'person-without-score', at: ['a'] })
  expect(run({ units: [unit('u', null)], people: [person('a', 'u')] })).toMatchObject({ because: 'unit-without-score', at: ['u'] })
  expect(run({ people: [person('a', 'u', { attendance: 'full' })] })).toMatchObject({ because: 'not-a-number', at: ['a'] })
  expect(run({ people: [person('a', 'u', { time: '-1' })] })).toMatchObject({ because: 'negative-factor', at: ['a'] })
  expect(run({ people: [person('a', 'u', { grade: 'unqualified' })] })).toMatchObject({ because: 'no-claims', amountFen: 1_000_000 })
  expect(run({ poolFen: 0.5, people: [person('a', 'u')] })).toMatchObject({ because: 'pool-not-whole-fen' })
})

test('people without a score take the factor agreed for that', () => {
  const factors = { ...FACTORS, personWithoutScore: '0.5' }
  expect(fen(run({ factors, people: [person('a', 'u', { score: null }), person('b', 'u')] }))).toEqual({ a: 333_333, b: 666_667 })
})

test('bounds of people hold through both tiers, or the amount is said', () => {
  const people = [person('a', 'u', { upperFen: 100_000 }), person('b', 'v'), person('c', 'v', { lowerFen: 800_000 })]
  expect(fen(run({ units: [unit('u'), unit('v')], people }))).toEqual({ a: 100_000, b: 100_000, c: 800_000 })
  expect(run({ people: [person('a', 'u', { upperFen: 100_000 })] })).toMatchObject({
    because: 'upper-bounds-below-pool',
    amountFen: 900_000,
  })
})

test('every line explains its own inputs in both languages', () => {
  const result = run({ poolFen: 1_234_567, people: [person('赵一', 'u', { grade: 'excellent' }), person('钱二', 'u')] })
  if (result.kind === 'refused') throw new Error(result.because)
  expect(result.lines[0]?.text).toEqual({
    zh: '赵一：岗位系数 1 × 等次系数 1.2 × 出勤 1 × 在岗 1 × 绩效系数 1 = 1.2，占本单位 2.2 中的份额，本单位 12,345.67 元，应得 6,734.00 元',
    en: '赵一: post 1 × grade 1.2 × attendance 1 × time 1 × score 1 = 1.2 of 2.2 in the unit, whose share is 12,345.67 yuan: 6,734.00 yuan',
  })
})

test('a factor that is rounded to be shown says so', () => {
  const result = run({ poolFen: 100, people: [person('a', 'u', { attendance: '2/3' }), person('b', 'u')] })
  if (result.kind === 'refused') throw new Error(result.because)
  expect(result.lines[0]?.text.en).toContain('attendance ≈0.6667 × time 1 × score 1 = ≈0.6667 of ≈1.6667 in the unit')
  expect(result.lines[0]?.text.zh).toContain('计算用精确值')
  expect(result.lines[1]?.text.en).toContain('attendance 1 ×')
})

test('yuan are shown with separators and two places', () => {
  expect([0, 5, 100, 123_456_789, -50].map(yuan)).toEqual(['0.00', '0.05', '1.00', '1,234,567.89', '-0.50'])
})

test('law: whatever the factors, lines add up to what is distributed, and order does not matter', () => {
  const someone = fc.record({
    unit: fc.constantFrom('u', 'v', 'w'),
    grade: fc.constantFrom(...FACTORS.grades.map(({ grade }) => grade)),
    postCoefficient: fc.integer({ min: 100, max: 200 }).map((hundredths) => `${hundredths}/100`),
    score: fc.integer({ min: 0, max: 120 }).map(String),
  })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50_000_000 }), fc.array(someone, { minLength: 1, maxLength: 25 }), (poolFen, drawn) => {
      const people = [person('first', 'u'), ...drawn.map(({ unit: at, ...more }, index) => person(`p${index}`, at, more))]
      const units = [unit('u', '91.2'), unit('v', '77'), unit('w', '104.5')]
      const result = run({ poolFen, reserveBp: 200, units, people })
      if (result.kind === 'refused') throw new Error(result.because)
      expect(result.lines.reduce((sum, line) => sum + line.fen, result.reserveFen)).toBe(poolFen)
      expect(fen(run({ poolFen, reserveBp: 200, units: units.toReversed(), people: people.toReversed() }))).toEqual(fen(result))
    }),
    { numRuns: 50 },
  )
})
