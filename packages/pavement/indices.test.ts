import { roundHalfAway } from '@milepost/exact/rounding'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bci } from './bci.ts'
import { distressRatio } from './distressRatio.ts'
import type { IndexValue } from './indexResult.ts'
import { pbi } from './pbi.ts'
import { pci } from './pci.ts'
import { pssi, strengthRatio } from './pssi.ts'
import { pwi, wearRatio } from './pwi.ts'
import { rdi } from './rdi.ts'
import { rqi } from './rqi.ts'
import { unscaled } from './scaling.ts'
import { sri } from './sri.ts'
import { jtg5210 } from './testing/parameters.ts'

function official(value: IndexValue): string {
  return value.kind === 'computed' ? roundHalfAway(value.value, 2) : value.kind
}

/** Spot values of the project's domain facts, section B9. */
const spots: readonly { index: string; of: (x: string) => IndexValue; rows: Readonly<Record<string, string>> }[] = [
  {
    index: 'PCI of asphalt',
    of: (x) => pci(x, jtg5210.pci.asphalt),
    rows: { '0': '100.00', '0.5': '88.73', '1': '85.00', '2': '80.04', '5': '70.89', '10': '61.27' },
  },
  {
    index: 'PCI of concrete',
    of: (x) => pci(x, jtg5210.pci.concrete),
    rows: { '0.5': '92.26', '1': '89.34', '2': '85.33', '5': '77.61', '10': '69.19' },
  },
  {
    index: 'RQI of expressways and class 1',
    of: (x) => rqi(x, jtg5210.rqi.high),
    rows: { '1.0': '95.26', '1.5': '93.55', '2': '91.29', '2.5': '88.34', '3': '84.55', '4.0': '74.07' },
  },
  {
    index: 'RQI of other classes',
    of: (x) => rqi(x, jtg5210.rqi.ordinary),
    rows: { '1.0': '96.80', '1.5': '95.77', '2': '94.43', '3': '90.46', '4.0': '84.16', '5.0': '74.84' },
  },
  {
    index: 'RDI',
    of: (x) => rdi(x, jtg5210.rdi),
    rows: { '3.61': '96.39', '7.79': '92.21', '11.79': '84.63', '10': '90.00', '15': '75.00', '40': '0.00', '41': '0.00' },
  },
  { index: 'PWI', of: (x) => pwi(x, jtg5210.pwi), rows: { '0': '100.00', '5': '94.00', '10': '89.66', '20': '82.19' } },
  { index: 'SRI', of: (x) => sri(x, jtg5210.sri), rows: { '40': '80.49', '45': '86.85', '50': '91.52', '54': '94.17' } },
  { index: 'PSSI', of: (x) => pssi(x, jtg5210.pssi), rows: { '0.8': '80.18', '0.9': '87.18', '1.0': '91.95' } },
]

describe('the indices agree with the spot values of the standard', () => {
  for (const { index, of, rows } of spots)
    test(index, () => {
      for (const [x, value] of Object.entries(rows)) expect(`${x}: ${official(of(x))}`).toBe(`${x}: ${value}`)
    })

  test('PBI takes 25 points for a medium bump and 50 for a heavy one, and none for a light one', () => {
    expect(official(pbi({ light: 2, medium: 1, heavy: 0 }, jtg5210.pbi, unscaled))).toBe('75.00')
    expect(official(pbi({ light: 0, medium: 0, heavy: 0 }, jtg5210.pbi, unscaled))).toBe('100.00')
    expect(official(pbi({ light: 0, medium: 1, heavy: 2 }, jtg5210.pbi, unscaled))).toBe('0.00')
  })

  test('the IRI at which a grade ends is the one the standard implies', () => {
    for (const [iri, edge] of Object.entries({ '2.235': '90.00', '3.482': '80.00', '4.311': '70.00', '4.991': '60.00' }))
      expect(Number(official(rqi(iri, jtg5210.rqi.high)))).toBeCloseTo(Number(edge), 1)
  })
})

describe('every index stays within 0 and 100 and never rises with damage', () => {
  const quantity = fc
    .integer({ min: 0, max: 200_000 })
    .map((thousandths) => `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`)
  const falling = spots.filter(({ index }) => index !== 'SRI' && index !== 'PSSI')
  for (const { index, of } of spots)
    test(index, () => {
      const rises = !falling.some((each) => each.index === index)
      fc.assert(
        fc.property(quantity, quantity, (one, other) => {
          const [low, high] = Number(one) <= Number(other) ? [one, other] : [other, one]
          const atLow = of(low)
          const atHigh = of(high)
          if (atLow.kind !== 'computed' || atHigh.kind !== 'computed') return false
          const values = [Number(atLow.value), Number(atHigh.value)] as const
          const isOrdered = rises ? values[0] <= values[1] : values[0] >= values[1]
          return isOrdered && values.every((value) => value >= 0 && value <= 100)
        }),
      )
    })
})

describe('what cannot be computed is named', () => {
  test('a text, a negative value and an empty value are three different gaps from zero', () => {
    expect(rqi('n/a', jtg5210.rqi.high)).toEqual({ kind: 'undefined', because: 'not-a-number', field: 'iri' })
    expect(rqi('', jtg5210.rqi.high)).toEqual({ kind: 'undefined', because: 'not-a-number', field: 'iri' })
    expect(rdi('-1', jtg5210.rdi)).toEqual({ kind: 'undefined', because: 'negative', field: 'rutDepth' })
    expect(official(rdi('0', jtg5210.rdi))).toBe('100.00')
  })

  test('a survey of no area has no distress ratio', () => {
    expect(distressRatio({ damages: [], surveyedSquareMetres: '0' }, jtg5210.distress.asphalt)).toEqual({
      kind: 'undefined',
      because: 'no-area',
    })
  })

  test('damage of a kind or severity the standard does not know is not skipped', () => {
    const survey = (kind: string, severity: 'medium' | 'any') => ({
      damages: [{ kind, severity, amount: '1' }],
      surveyedSquareMetres: '3750',
    })
    expect(distressRatio(survey('graffiti', 'any'), jtg5210.distress.asphalt)).toEqual({
      kind: 'undefined',
      because: 'unknown-damage',
      damage: 'graffiti',
    })
    expect(distressRatio(survey('transverse', 'medium'), jtg5210.distress.asphalt)).toEqual({
      kind: 'undefined',
      because: 'severity-not-rated',
      damage: 'transverse',
      severity: 'medium',
    })
  })

  test('wear needs a profile depth in the lane centre, strength a measured deflection', () => {
    expect(wearRatio({ centre: '0', left: '0.8', right: '0.8' })).toEqual({ kind: 'undefined', because: 'no-profile-depth' })
    expect(strengthRatio({ standard: '20', deflection: '0' })).toEqual({ kind: 'undefined', because: 'no-deflection' })
  })
})

test('a wheel path rougher than the centre counts as no wear', () => {
  expect(wearRatio({ centre: '0.80', left: '0.90', right: '0.85' })).toEqual({ kind: 'ratio', percent: '0' })
})

test('a value that runs over its limits is held there and says so', () => {
  const worst = pci('150', jtg5210.pci.asphalt)
  expect(worst.kind === 'computed' && worst.warnings.map(({ code }) => code)).toEqual(['limited-to-0-100'])
})

test('the worst structure speaks for all, and a section without one is 100', () => {
  const structures = [
    { kind: 'bridge', name: 'A', structureClass: '2' },
    { kind: 'culvert', name: 'B', structureClass: '3' },
  ] as const
  expect(official(bci(structures, jtg5210.bci))).toBe('60.00')
  const none = bci([], jtg5210.bci)
  expect(none).toMatchObject({ value: '100', warnings: [{ code: 'no-structure' }] })
})
