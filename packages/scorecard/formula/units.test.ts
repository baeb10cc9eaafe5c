import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMULA_FAULTS, measuresIn, partsOf } from './formulaTree.ts'
import { readFormula } from './readFormula.ts'
import { readUnit, sameUnit, unitOf } from './units.ts'

const parsed = (text: string) => {
  const result = readFormula(text)
  if (!('formula' in result)) throw new Error(JSON.stringify(result))
  return result.formula
}
const UNITS = new Map(
  Object.entries({ km: 'km', hours: 'h', cost: '元', share: '%', area: 'm²', width: 'm' }).map(([code, unit]) => [code, readUnit(unit)]),
)
const unit = (text: string) => {
  const found = unitOf(parsed(text), UNITS)
  return found.kind === 'unit' ? found.unit : found.because
}

describe('units', () => {
  test.each([
    ['km', { km: 1 }],
    ['km/h', { km: 1, h: -1 }],
    ['元/km/月', { 元: 1, km: -1, 月: -1 }],
    ['车·km', { 车: 1, km: 1 }],
    ['m2', { m: 2 }],
    ['m³/m²', { m: 1 }],
    ['%', {}],
    ['‰', {}],
    ['', {}],
    ['km/km', {}],
    [' 元 / km ', { 元: 1, km: -1 }],
  ])('"%s" is read as %o', (text, expected) => {
    expect(readUnit(text)).toEqual(expected)
  })
  test('law: a unit over itself measures nothing, and the order of factors does not matter', () => {
    const names = fc.uniqueArray(fc.constantFrom('km', 'h', '元', '人', 't'), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(names, (parts) => {
        const text = parts.join('·')
        expect(sameUnit(readUnit(text), readUnit(parts.toReversed().join('*')))).toBe(true)
        // "a·b/a/b": each part below takes one above away
        expect(readUnit(`${text}/${parts.join('/')}`)).toEqual({})
      }),
    )
  })
})

describe('the unit a formula gives', () => {
  test.each([
    ['km / hours', { km: 1, h: -1 }],
    ['sum(cost) / sum(km)', { 元: 1, km: -1 }],
    ['width * width', { m: 2 }],
    ['area - width * width', { m: 2 }],
    ['-km', { km: 1 }],
    ['share * km', { km: 1 }],
    ['100 * km / km', {}],
    ['max(km, 0)', { km: 1 }],
    ['if(km > 0, cost / km, 0)', { 元: 1, km: -1 }],
    ['min(last(hours), avg(hours))', { h: 1 }],
  ])('%s', (text, expected) => {
    expect(unit(text)).toEqual(expected)
  })
  test.each([
    ['km + hours', 'units-differ'],
    ['km + 1', 'units-differ'],
    ['max(km, 5)', 'units-differ'],
    ['if(km > hours, km, km)', 'units-differ'],
    ['if(km > 0, km, hours)', 'units-differ'],
    ['km * nobody', 'unknown-measure'],
    ['-nobody', 'unknown-measure'],
  ])('%s has none: %s', (text, because) => {
    expect(unit(text)).toBe(because)
  })
})

describe('the tree of a formula', () => {
  test('its measures each once, in the order they appear, wherever they stand', () => {
    expect(measuresIn(parsed('if(km > 0, -cost / km, max(hours, 2 * share))'))).toEqual(['km', 'cost', 'hours', 'share'])
    expect(measuresIn(parsed('1 + 2'))).toEqual([])
  })
  test('a number and a measure have no parts, the others have theirs', () => {
    expect(partsOf(parsed('7'))).toEqual([])
    expect(partsOf(parsed('km'))).toEqual([])
    expect(partsOf(parsed('-km'))).toHaveLength(1)
    expect(partsOf(parsed('km + 1'))).toHaveLength(2)
    expect(partsOf(parsed('min(km, 1, 2)'))).toHaveLength(3)
  })
  test('every fault is said in both languages', () => {
    for (const { zh, en } of Object.values(FORMULA_FAULTS)) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/)
      expect(en).toMatch(/^[A-Z][^\u4e00-\u9fff]+$/)
    }
  })
})
