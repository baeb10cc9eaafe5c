import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFormulas } from './checkFormulas.ts'
import { computeFormula, type EmptyPolicy } from './computeFormula.ts'
import { FORMULA_FAULTS, measuresIn } from './formulaTree.ts'
import { readFormula } from './readFormula.ts'
import { readUnit, sameUnit } from './units.ts'

const VALUES = {
  repaired: { '2025-01': '90', '2025-02': '10', '2025-03': null },
  reported: { '2025-01': '100', '2025-02': '40', '2025-03': '0' },
  km: { '2025-01': '12.5', '2025-02': '10' },
}
const compute = (text: string, period = '2025-02', empty?: EmptyPolicy) => {
  const read = readFormula(text)
  if (read.kind === 'refused') return `${read.because}@${read.at}`
  const values = new Map(Object.entries(VALUES).map(([code, series]) => [code, new Map(Object.entries(series))]))
  const result = computeFormula(read.formula, { values, period, empty })
  return result.kind === 'computed' ? result.value : `${result.because}@${result.at}`
}

describe('what can be written', () => {
  test.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['7 - 2 - 1', '4'],
    ['8 / 4 / 2', '1'],
    ['-2 * -3', '6'],
    ['1 / 3', '1/3'],
    ['0.1 + 0.2', '0.3'],
    ['repaired / reported * 100', '25'],
    ['sum(repaired) / sum(reported) * 100', '500/7'],
    ['avg(km)', '11.25'],
    ['prev(km)', '12.5'],
    ['last(repaired)', '10'],
    ['min(repaired, km, 11)', '10'],
    ['MAX(1, 2)', '2'],
    ['if(repaired >= 10, 1, 0)', '1'],
    ['if(repaired <> 10, 1, 1 / 0)', 'zero-denominator@24'],
    ['（repaired－km）÷（1＋1）', '0'],
    ['[repaired] × 2', '20'],
  ])('%s = %s', (text, value) => {
    expect(compute(text)).toBe(value)
  })

  test('only the branch taken is computed', () => {
    expect(compute('if(km > 0, repaired / km, 1 / 0)')).toBe('1')
  })

  test.each([
    ['', 'empty@0'],
    ['1 +', 'unexpected-end@3'],
    ['(1', 'unexpected-end@2'],
    ['1 2', 'unexpected-token@2'],
    ['* 2', 'unexpected-token@0'],
    ['1 ; 2', 'unknown-character@2'],
    ['process.exit(1)', 'unknown-function@0'],
    ['eval(km)', 'unknown-function@0'],
    ['sum(1 + 1)', 'needs-a-measure@0'],
    ['min(1)', 'wrong-number-of-inputs@0'],
    ['if(km, 1, 2)', 'condition-expected@5'],
    ['if(km > 1, 2)', 'wrong-number-of-inputs@0'],
    ['km > 1', 'condition-not-expected@3'],
    ['"a"', 'unknown-character@0'],
    [`${'('.repeat(60)}1${')'.repeat(60)}`, 'too-deep@40'],
    ['1'.repeat(501), 'too-long@500'],
  ])('"%s" is refused: %s', (text, fault) => {
    expect(compute(text)).toBe(fault)
  })

  test('names that mean something to the machine mean nothing here', () => {
    expect(compute('constructor + 1')).toBe('value-missing@0')
    expect(compute('__proto__')).toBe('value-missing@0')
    expect(compute('toString(1)')).toBe('unknown-function@0')
  })
})

describe('what is missing', () => {
  test('by default there is no result, with the place; a zero denominator is another case', () => {
    expect(compute('1 + repaired / reported', '2025-03')).toBe('value-missing@4')
    expect(compute('km / reported', '2025-03', 'zero')).toBe('zero-denominator@3')
  })
  test('it may count as zero, or be left out of sums, means and extremes', () => {
    expect(compute('repaired + 1', '2025-03', 'zero')).toBe('1')
    expect(compute('avg(repaired)', '2025-03', 'zero')).toBe('100/3')
    expect(compute('avg(repaired)', '2025-03', 'ignore')).toBe('50')
    expect(compute('max(repaired, 3)', '2025-03', 'ignore')).toBe('3')
    expect(compute('repaired + 1', '2025-03', 'ignore')).toBe('value-missing@0')
    expect(compute('sum(nothing)', '2025-03', 'ignore')).toBe('value-missing@0')
  })
  test('every value looked at is in the evidence', () => {
    const read = readFormula('prev(km) + km')
    if (read.kind === 'refused') throw new Error(read.because)
    const values = new Map([['km', new Map(Object.entries(VALUES.km))]])
    expect(computeFormula(read.formula, { values, period: '2025-02' }).used).toEqual([
      { code: 'km', period: '2025-01', value: '12.5' },
      { code: 'km', period: '2025-02', value: '10' },
    ])
  })
})

describe('units', () => {
  const findings = (unit: string, formula: string) =>
    checkFormulas([
      { code: 'cost', unit: '元' },
      { code: 'km', unit: 'km' },
      { code: 'days', unit: 'd' },
      { code: 'x', unit, formula },
    ]).findings.map(({ because }) => because)

  test.each([
    ['元/km', 'cost / km'],
    ['km', 'km + km'],
    ['%', 'km / km * 100'],
    ['km·d', 'km * days'],
    ['km2', 'km * km'],
    ['km²', 'km * km'],
    ['元', 'if(cost > 0, cost, 0)'],
    ['km', 'max(km, 0)'],
  ])('%s from %s is sound', (unit, formula) => {
    expect(findings(unit, formula)).toEqual([])
  })
  test.each([
    ['元', 'cost + km', 'units-differ'],
    ['元', 'if(cost > km, 1, 2)', 'units-differ'],
    ['km', 'km + 1', 'units-differ'],
    ['元', 'cost / km', 'unit-not-declared'],
    ['元', 'cost + tolls', 'unknown-measure'],
    ['元', 'cost +', 'unexpected-end'],
  ])('%s from %s is refused: %s', (unit, formula, because) => {
    expect(findings(unit, formula)).toEqual([because])
  })
  test.each([
    ['km / 0', 3],
    ['km / 0.00', 3],
    ['km + km / (2 - 1 - 1)', 8],
    ['if(km > 0, km, km / -0)', 18],
    ['max(km / (1 / (0 / 5)), km)', 10],
  ])('%s is refused: its divisor is 0 whatever is reported', (formula, at) => {
    const checked = checkFormulas([
      { code: 'km', unit: 'km' },
      { code: 'x', unit: 'km', formula },
    ])
    expect(checked.findings).toEqual([{ code: 'x', because: 'divides-by-zero', at: expect.any(Number) }])
    expect(formula[checked.findings[0]?.at ?? -1]).toBe('/')
    expect(checked.findings[0]?.at).toBeGreaterThanOrEqual(at)
    expect(checked.formulas.size).toBe(0)
  })
  test('a divisor that may come to 0 is not refused: what is reported decides', () => {
    expect(findings('%', 'km / (km - km)')).toEqual([])
    expect(findings('km', 'km / 0.5')).toEqual([])
  })
  test('a unit and its powers', () => {
    expect(readUnit('元/km·d')).toEqual({ 元: 1, km: -1, d: -1 })
    expect(sameUnit(readUnit('km/km'), readUnit('%'))).toBe(true)
  })
})

describe('circles', () => {
  test('formulas that refer to each other in a circle are named with the circle; the rest keep an order', () => {
    const checked = checkFormulas([
      { code: 'a', unit: '', formula: 'b + 1' },
      { code: 'b', unit: '', formula: 'c + 1' },
      { code: 'c', unit: '', formula: 'a + 1' },
      { code: 'sum2', unit: '', formula: 'd * 2' },
      { code: 'd', unit: '' },
    ])
    expect(checked.findings).toEqual([{ code: 'a', because: 'cycle', at: 0, circle: ['a', 'b', 'c'] }])
    expect(checked.order).toEqual(['d', 'sum2'])
    expect([...checked.formulas.keys()]).toEqual(['sum2'])
  })
  test('a measure that names itself is a circle of one', () => {
    expect(checkFormulas([{ code: 'a', unit: '', formula: 'a + 1' }]).findings).toMatchObject([{ because: 'cycle', circle: ['a'] }])
  })
})

const trees = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: 0, max: 99 }).map(String),
    fc.constantFrom('km', 'repaired', '[a b]'),
    fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `max(${a}, ${b})`),
    fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(([a, b, c]) => `if(${a} > ${b}, ${b}, ${c})`),
  ),
})).tree

test('law: whatever is composed by the rules is read, names its measures, and is computed or says why not', () => {
  fc.assert(
    fc.property(trees, (text) => {
      if (text.length > 500) return
      const read = readFormula(text)
      if (read.kind === 'refused') throw new Error(`${text}: ${read.because}`)
      expect(measuresIn(read.formula).every((code) => text.includes(code))).toBe(true)
      expect(compute(text)).not.toContain('NaN')
    }),
  )
})

test('law: no text whatever makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const read = readFormula(text)
      if (read.kind === 'refused') expect(FORMULA_FAULTS[read.because].zh.length).toBeGreaterThan(2)
    }),
  )
})
