import { compare, max, min, sum } from '@milepost/exact/exact'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bci } from './bci.ts'
import { distressRatio } from './distressRatio.ts'
import { gradeOf } from './grade.ts'
import type { IndexValue } from './indexResult.ts'
import { mqi } from './mqi.ts'
import { networkRates } from './network.ts'
import type { StructureClass } from './parameters.ts'
import { pbi } from './pbi.ts'
import { pci } from './pci.ts'
import { pqi } from './pqi.ts'
import { pssi } from './pssi.ts'
import { pwi } from './pwi.ts'
import { rdi } from './rdi.ts'
import type { SectionRecord } from './record.ts'
import { rqi } from './rqi.ts'
import { unscaled } from './scaling.ts'
import { assessSection, conditionIndices } from './section.ts'
import { sri } from './sri.ts'
import { jtg5210 } from './testing/parameters.ts'
import { workedExample } from './testing/workedExample.ts'

const numberIn = (index: IndexValue): string => {
  if (index.kind !== 'computed' && index.kind !== 'given') throw new Error(index.kind === 'undefined' ? index.because : index.kind)
  return index.value
}
/** A decimal with two places. */
const decimal = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((hundredths) => (hundredths / 100).toFixed(2))
const index = decimal(100)
const bothOf = (most: number): fc.Arbitrary<readonly [string, string]> =>
  fc.tuple(decimal(most), decimal(most)).map(([one, other]) => (Number(one) <= Number(other) ? [one, other] : [other, one]))

describe('worse measurements never give a better index', () => {
  const falling: readonly [string, number, (x: string) => IndexValue][] = [
    ['PCI on asphalt', 100, (x) => pci(x, jtg5210.pci.asphalt)],
    ['PCI on concrete', 100, (x) => pci(x, jtg5210.pci.concrete)],
    ['RQI of high classes', 20, (x) => rqi(x, jtg5210.rqi.high)],
    ['RQI of the others', 20, (x) => rqi(x, jtg5210.rqi.ordinary)],
    ['RDI', 60, (x) => rdi(x, jtg5210.rdi)],
    ['PWI', 100, (x) => pwi(x, jtg5210.pwi)],
  ]
  test.each(falling)('%s falls with its measurement and stays within 0 and 100', (_name, most, of) => {
    fc.assert(
      fc.property(bothOf(most), ([less, more]) => {
        const [better, worse] = [numberIn(of(less)), numberIn(of(more))]
        expect(compare(better, worse)).toBeGreaterThanOrEqual(0)
        for (const value of [better, worse]) expect(compare(value, 0) >= 0 && compare(value, 100) <= 0).toBe(true)
      }),
    )
  })

  test('SRI and PSSI rise with the friction and the strength', () => {
    fc.assert(
      fc.property(bothOf(90), ([less, more]) => {
        expect(compare(numberIn(sri(more, jtg5210.sri)), numberIn(sri(less, jtg5210.sri)))).toBeGreaterThanOrEqual(0)
        expect(compare(numberIn(pssi(more, jtg5210.pssi)), numberIn(pssi(less, jtg5210.pssi)))).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('one more bump never raises PBI', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), fc.nat(6), (light, medium, heavy) => {
        const of = (more: number) => numberIn(pbi({ light, medium: medium + more, heavy }, jtg5210.pbi, unscaled))
        expect(compare(of(0), of(1))).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('BCI is that of the worst structure, whatever stands beside it', () => {
    const structure = fc
      .constantFrom<StructureClass>('1', '2', '3', '4', '5')
      .map((structureClass) => ({ kind: 'bridge' as const, name: 'b', structureClass }))
    fc.assert(
      fc.property(fc.array(structure, { minLength: 1, maxLength: 6 }), (structures) => {
        const alone = structures.map((one) => numberIn(bci([one], jtg5210.bci)))
        const worst = alone.toSorted((one, other) => compare(one, other))[0] ?? '100'
        expect(compare(numberIn(bci(structures, jtg5210.bci)), worst)).toBe(0)
      }),
    )
  })
})

describe('the distress ratio', () => {
  const kinds = jtg5210.distress.asphalt
  const damage = fc.constantFrom(...kinds).chain((kind) =>
    fc.record({
      kind: fc.constant(kind.id),
      severity: fc.constantFrom(...(Object.keys(kind.weights) as (keyof typeof kind.weights)[])),
      amount: decimal(50),
    }),
  )
  const ratio = (damages: readonly { kind: string; severity: 'light' | 'medium' | 'heavy' | 'any'; amount: string }[], area = '3750') => {
    const found = distressRatio({ damages, surveyedSquareMetres: area }, kinds)
    if (found.kind === 'undefined') throw new Error(found.because)
    return found
  }

  test('adds up: two surveys of the same area together are the sum of both, in any order', () => {
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 6 }), fc.array(damage, { maxLength: 6 }), (one, other) => {
        const together = ratio([...other, ...one])
        const apart = [ratio(one), ratio(other)].map(({ weightedSquareMetres }) => weightedSquareMetres)
        expect(compare(together.weightedSquareMetres, sumOf(apart))).toBe(0)
        expect(together.lines).toHaveLength(one.length + other.length)
      }),
    )
  })

  test('twice the area is half the ratio', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), (damages) => {
        expect(compare(sumOf([ratio(damages, '7500').percent, ratio(damages, '7500').percent]), ratio(damages).percent)).toBe(0)
      }),
    )
  })
})

const sumOf = (texts: readonly string[]) => sum(texts)

describe('put together', () => {
  const rulesOf = (tier: 'high' | 'ordinary') => ({
    weightsBasisPoints: jtg5210.pqi.asphalt[tier].weightsBasisPoints,
    skidPart: 'PWI' as const,
    partPlaces: null,
  })
  const parts = fc.record({ PCI: index, RQI: index, RDI: index, PBI: index, PWI: index })

  test('PQI and MQI lie between their lowest and highest part, and equal parts give that value', () => {
    fc.assert(
      fc.property(parts, index, (given, same) => {
        const value = numberIn(pqi(given, rulesOf('high')))
        const [first = '0', ...rest] = Object.values(given)
        expect(compare(value, min(first, ...rest)) >= 0 && compare(value, max(first, ...rest)) <= 0).toBe(true)
        const equal = { SCI: same, PQI: same, BCI: same, TCI: same }
        expect(
          compare(numberIn(mqi(equal, { weightsBasisPoints: jtg5210.mqi.weightsBasisPoints, partPlaces: null, heldAtZeroBy: [] })), same),
        ).toBe(0)
      }),
    )
  })

  test('a missing part is named and its weight is given to nobody', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom('PCI', 'RQI', 'RDI', 'PBI'), (given, left) => {
        const without = Object.fromEntries(Object.entries(given).filter(([part]) => part !== left))
        expect(pqi(without, rulesOf('high'))).toEqual({ kind: 'undefined', because: 'missing-part', parts: [left] })
      }),
    )
  })

  test('a danger holds MQI at zero whatever the parts are', () => {
    fc.assert(
      fc.property(index, index, index, index, (SCI, PQI, BCI, TCI) => {
        const held = mqi(
          { SCI, PQI, BCI, TCI },
          { weightsBasisPoints: jtg5210.mqi.weightsBasisPoints, partPlaces: null, heldAtZeroBy: ['bridge 1'] },
        )
        expect(numberIn(held)).toBe('0')
      }),
    )
  })

  test('the grade follows the unrounded value: it never rises when the value falls', () => {
    const order = ['road-excellent', 'road-good', 'road-fair', 'road-poor', 'road-bad']
    fc.assert(
      fc.property(bothOf(100), ([less, more]) => {
        const rank = (value: string) => order.indexOf(gradeOf(value, jtg5210.grades).grade)
        expect(rank(less)).toBeGreaterThanOrEqual(rank(more))
      }),
    )
  })

  test('every index of a section is computed, given, not applicable, or a named gap: never a silent number', () => {
    const record: fc.Arbitrary<SectionRecord> = fc
      .record({
        roughness: fc.oneof(
          decimal(10).map((iri) => ({ kind: 'measured' as const, iri })),
          fc.constant({ kind: 'not-surveyed' as const, because: '雨天' }),
        ),
        rutting: fc.oneof(
          decimal(40).map((millimetres) => ({ kind: 'measured' as const, millimetres })),
          fc.constant({ kind: 'not-surveyed' as const, because: '' }),
        ),
        distress: fc.oneof(
          decimal(100).map((percent) => ({ kind: 'ratio' as const, percent })),
          index.map((each) => ({ kind: 'given' as const, index: each })),
        ),
      })
      .map((change) => ({ ...workedExample, ...change }))
    fc.assert(
      fc.property(record, (given) => {
        const { indices, computed, given: taken, missing, notApplicable } = assessSection(given, jtg5210)
        expect([...computed, ...taken, ...missing, ...notApplicable].toSorted()).toEqual([...conditionIndices].toSorted())
        for (const each of Object.values(indices)) {
          if (each.kind === 'computed' || each.kind === 'given') expect(each.official).toMatch(/^\d{1,3}\.\d{2}$/)
          if (each.kind === 'undefined') expect(each.because).not.toBe('')
        }
        if (missing.includes('PCI') || missing.includes('RQI') || missing.includes('RDI'))
          expect(missing).toEqual(expect.arrayContaining(['PQI', 'MQI']))
      }),
    )
  })
})

describe('a network', () => {
  const section = fc.record({ lengthMetres: fc.integer({ min: 1, max: 5000 }).map(String), value: index })
  const network = (given: readonly { lengthMetres: string; value: string }[]) =>
    networkRates(
      given.map(({ lengthMetres, value }, at) => ({
        section: String(at),
        lengthMetres,
        index: {
          kind: 'given',
          index: 'MQI',
          value,
          official: value,
          grade: gradeOf(value, jtg5210.grades).grade,
          evidence: {},
          warnings: [],
        },
      })),
    )

  test('rates of the five grades add up to the length, and cutting a section in two changes nothing', () => {
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 8 }), (given) => {
        const rates = network(given)
        if (rates.kind === 'undefined') throw new Error(rates.because)
        const metres = Object.values(rates.byGrade).reduce((total, { lengthMetres }) => total + Number(lengthMetres), 0)
        expect(metres).toBe(Number(rates.assessedMetres))
        const halves = network(
          given.flatMap(({ lengthMetres, value }) => [
            { lengthMetres: `${Number(lengthMetres) / 2}`, value },
            { lengthMetres: `${Number(lengthMetres) / 2}`, value },
          ]),
        )
        if (halves.kind === 'undefined') throw new Error(halves.because)
        expect(halves.mean).toEqual(rates.mean)
        expect(halves.goodOrBetterRate.percent).toBe(rates.goodOrBetterRate.percent)
      }),
    )
  })
})
