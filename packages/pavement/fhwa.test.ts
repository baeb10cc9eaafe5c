import { describe, expect, test } from 'vitest'
import federal from '../../library/pavement/fhwa-490.json' with { type: 'json' }
import { routeLines } from './carriageways.ts'
import { type FhwaMeasured, fhwaCondition, fhwaShares } from './fhwa.ts'
import { gradeOf } from './grade.ts'
import { jtg5210 } from './testing/parameters.ts'

const { parameters } = federal
const asphalt = (iri: string | null, cracking: string | null, rutting: string | null): FhwaMeasured => ({
  pavement: 'asphalt',
  iriMetresPerKilometre: iri,
  crackingPercent: cracking,
  ruttingMillimetres: rutting,
  faultingMillimetres: null,
})
const ratingOf = (measured: FhwaMeasured) => {
  const condition = fhwaCondition(measured, parameters)
  return condition.kind === 'rated' ? condition.rating : condition.because
}

describe('the US federal rating of a section', () => {
  // 1 m/km is 63.36 in/mi: 1.49 m/km is 94, 1.50 is 95, 2.68 is 170, 2.70 is 171
  test.each([
    ['1.49', 'good'],
    ['1.50', 'fair'],
    ['2.68', 'fair'],
    ['2.70', 'poor'],
  ])('IRI of %s m/km is %s', (iri, rating) => {
    const condition = fhwaCondition(asphalt(iri, '2', '3'), parameters)
    expect(condition.kind === 'rated' && condition.metrics[0]?.rating).toBe(rating)
  })

  test('good when all metrics are, poor when two are, else fair', () => {
    expect(ratingOf(asphalt('1.2', '2', '3'))).toBe('good')
    expect(ratingOf(asphalt('1.2', '2', '12'))).toBe('fair')
    expect(ratingOf(asphalt('3.0', '2', '3'))).toBe('fair')
    expect(ratingOf(asphalt('3.0', '25', '3'))).toBe('poor')
    // 0.20 in is 5.08 mm: 5.1 mm is reported as 0.20 and is fair
    expect(ratingOf(asphalt('1.2', '2', '5.1'))).toBe('fair')
  })

  test('each kind of pavement has its metrics and its limits', () => {
    const jointed: FhwaMeasured = { ...asphalt('1.2', '16', null), pavement: 'jointed-concrete', faultingMillimetres: '4' }
    expect(fhwaCondition(jointed, parameters)).toMatchObject({
      rating: 'poor',
      metrics: [{ rating: 'good' }, { rating: 'poor' }, { metric: 'faulting', value: '0.16', rating: 'poor' }],
      verified: false,
    })
    expect(ratingOf({ ...asphalt('3.0', '11', null), pavement: 'continuous-concrete' })).toBe('poor')
  })

  test('a metric that was not measured leaves the section unrated, the others are still shown', () => {
    expect(fhwaCondition(asphalt('1.2', null, '3'), parameters)).toMatchObject({
      kind: 'undefined',
      because: 'metric-missing',
      missing: ['cracking'],
      metrics: [
        { metric: 'iri', value: '76' },
        { metric: 'rutting', value: '0.12' },
      ],
    })
    expect(fhwaCondition(asphalt('rough', '2', '3'), parameters)).toEqual({ kind: 'undefined', because: 'not-a-number', metric: 'iri' })
    expect(fhwaCondition(asphalt('-1', '2', '3'), parameters)).toEqual({ kind: 'undefined', because: 'negative', metric: 'iri' })
  })

  test('shares of the network by length, unrated length apart', () => {
    const section = (name: string, lengthMetres: string, measured: FhwaMeasured) => ({
      section: name,
      lengthMetres,
      condition: fhwaCondition(measured, parameters),
    })
    const shares = fhwaShares([
      section('a', '1500', asphalt('1.2', '2', '3')),
      section('b', '500', asphalt('3.0', '25', '3')),
      section('c', '1000', asphalt('1.2', '2', '12')),
      section('d', '700', asphalt(null, '2', '12')),
    ])
    expect(shares).toEqual({ kind: 'rated', good: '50.00', fair: '33.33', poor: '16.67', assessedMetres: '3000', unassessed: ['d'] })
    expect(fhwaShares([])).toEqual({ kind: 'undefined', because: 'no-assessed-length', unassessed: [] })
  })
})

describe('two carriageways of a route', () => {
  const section = (direction: 'up' | 'down' | 'both', km: number, mqi: string, route = 'S317') => {
    const { grade } = gradeOf(mqi, jtg5210.grades)
    const index = { kind: 'given', index: 'MQI', value: mqi, official: mqi, grade, evidence: {}, warnings: [] } as const
    return { route, direction, section: `${route} ${direction} ${km}`, lengthMetres: String(km * 1000), index }
  }

  test('up, down and full width, the full width weighted by length: (2 x 92 + 1 x 86) / 3', () => {
    const lines = routeLines([section('up', 2, '92'), section('down', 1, '86')], jtg5210.grades)
    expect(lines.map(({ part, graded }) => [part, graded?.official, graded?.grade])).toEqual([
      ['up', '92.00', 'road-excellent'],
      ['down', '86.00', 'road-good'],
      ['full', '90.00', 'road-excellent'],
    ])
  })

  test('a route surveyed as one has one line; routes keep their order', () => {
    const lines = routeLines([section('both', 1, '75', 'X1'), section('both', 1, '95', 'X0')], jtg5210.grades)
    expect(lines.map(({ route, part }) => [route, part])).toEqual([
      ['X1', 'both'],
      ['X0', 'both'],
    ])
  })
})
