import { roundHalfAway } from '@milepost/exact/rounding'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gradeOf } from './grade.ts'
import type { IndexValue } from './indexResult.ts'
import { type MqiParts, mqi } from './mqi.ts'
import { type PqiParts, pqi } from './pqi.ts'
import { jtg5210 } from './testing/parameters.ts'

const high = { ...jtg5210.pqi.asphalt.high, skidPart: jtg5210.skidPart, partPlaces: null }
const ordinary = { ...jtg5210.pqi.asphalt.ordinary, skidPart: jtg5210.skidPart, partPlaces: null }
const whole = { weightsBasisPoints: jtg5210.mqi.weightsBasisPoints, partPlaces: null, heldAtZeroBy: [] }

function valueOfIndex(value: IndexValue): string {
  return value.kind === 'computed' ? value.value : JSON.stringify(value)
}
const official = (value: IndexValue) => (value.kind === 'computed' ? roundHalfAway(value.value, 2) : value.kind)

describe('filled-in rows of provincial forms are reproduced to the last digit (domain facts B9)', () => {
  test('PQI of a class 2-4 kilometre', () => {
    expect(valueOfIndex(pqi({ PCI: '79.73', RQI: '86.39' }, ordinary))).toBe('82.394')
  })

  test('PQI of three expressway rows', () => {
    const rows: readonly [PqiParts, string, string][] = [
      [{ PCI: '93.87', RQI: '95.87', RDI: '98.39', PBI: '100', PWI: '99.32' }, '96.306', '96.31'],
      [{ PCI: '95.31', RQI: '95.90', RDI: '98.12', PBI: '100', PWI: '98.96' }, '96.7425', '96.74'],
      [{ PCI: '92.44', RQI: '95.83', RDI: '98.65', PBI: '100', PWI: '99.69' }, '95.8695', '95.87'],
    ]
    for (const [parts, exactly, printed] of rows) {
      expect(valueOfIndex(pqi(parts, high))).toBe(exactly)
      expect(official(pqi(parts, high))).toBe(printed)
    }
  })

  test('MQI of two routes', () => {
    const rows: readonly [MqiParts, string, string][] = [
      [{ SCI: '94.32', PQI: '94.26', BCI: '95.97', TCI: '98.92' }, '94.936', '94.94'],
      [{ SCI: '96.24', PQI: '86.80', BCI: '87.03', TCI: '94.13' }, '88.3158', '88.32'],
    ]
    for (const [parts, exactly, printed] of rows) {
      expect(valueOfIndex(mqi(parts, whole))).toBe(exactly)
      expect(official(mqi(parts, whole))).toBe(printed)
    }
  })

  test('the form rounds PQI to two places before it enters MQI: 82.1878, where the exact sum is 82.1906', () => {
    const parts: MqiParts = { SCI: '53.66', PQI: '82.394', BCI: '100', TCI: '82.22' }
    expect(valueOfIndex(mqi(parts, { ...whole, partPlaces: 2 }))).toBe('82.1878')
    expect(valueOfIndex(mqi(parts, whole))).toBe('82.1906')
  })
})

describe('parts', () => {
  test('skidding takes the place of wear where wear was not surveyed', () => {
    expect(valueOfIndex(pqi({ PCI: '91.2', RQI: '93.4', RDI: '88.8', PBI: '100', SRI: '86.1' }, high))).toBe('91.87')
  })

  test('where both were surveyed the parameters choose, and the reader is told', () => {
    const both = pqi({ PCI: '90', RQI: '90', RDI: '90', PBI: '90', PWI: '90', SRI: '40' }, high)
    expect(both).toMatchObject({ value: '90', warnings: [{ code: 'both-wear-and-skid-surveyed', taken: 'PWI' }] })
  })

  test('a missing part is named and its weight is not given to others', () => {
    expect(pqi({ PCI: '90', RQI: '90', PBI: '100' }, high)).toEqual({
      kind: 'undefined',
      because: 'missing-part',
      parts: ['RDI', 'PWI-or-SRI'],
    })
    expect(mqi({ SCI: '90', PQI: '90', TCI: '90' }, whole)).toEqual({ kind: 'undefined', because: 'missing-part', parts: ['BCI'] })
  })

  test('a danger holds MQI at zero and is named', () => {
    const parts: MqiParts = { SCI: '90', PQI: '90', BCI: '0', TCI: '90' }
    expect(mqi(parts, { ...whole, heldAtZeroBy: ['bridge A'] })).toMatchObject({
      value: '0',
      warnings: [{ code: 'held-at-zero', because: ['bridge A'] }],
    })
  })

  test('MQI lies between its lowest and its highest part', () => {
    const part = fc.integer({ min: 0, max: 10_000 }).map((cents) => roundHalfAway(`${cents}/100`, 2))
    fc.assert(
      fc.property(part, part, part, part, (SCI, PQI, BCI, TCI) => {
        const value = mqi({ SCI, PQI, BCI, TCI }, whole)
        const all = [SCI, PQI, BCI, TCI].map(Number)
        return value.kind === 'computed' && Number(value.value) >= Math.min(...all) && Number(value.value) <= Math.max(...all)
      }),
    )
  })
})

describe('grades', () => {
  test('every cut belongs to the better grade', () => {
    const rows = {
      '100': 'road-excellent',
      '90': 'road-excellent',
      '89.99': 'road-good',
      '80': 'road-good',
      '70': 'road-fair',
      '60': 'road-poor',
      '59.99': 'road-bad',
      '0': 'road-bad',
    }
    for (const [value, grade] of Object.entries(rows)) expect(gradeOf(value, jtg5210.grades).grade).toBe(grade)
  })

  test('89.995 is shown as 90.00, stays good, and the reader is told', () => {
    expect(gradeOf('89.995', jtg5210.grades)).toEqual({ grade: 'road-good', warnings: [{ code: 'at-the-edge-of-a-grade', edge: '90' }] })
  })
})
