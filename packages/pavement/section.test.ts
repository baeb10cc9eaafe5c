import { describe, expect, test } from 'vitest'
import { networkRates } from './network.ts'
import type { SectionRecord } from './record.ts'
import { assessSection, conditionIndices, reaches } from './section.ts'
import { jtg5210 } from './testing/parameters.ts'
import { workedExample } from './testing/workedExample.ts'

function officialOf(record: SectionRecord): Record<string, string> {
  const { indices } = assessSection(record, jtg5210)
  return Object.fromEntries(
    conditionIndices.map((index) => {
      const each = indices[index]
      return [index, each.kind === 'computed' || each.kind === 'given' ? each.official : each.kind]
    }),
  )
}

describe('the worked example: one kilometre of a class-1 asphalt road', () => {
  test('has every index of the domain facts, from damage counts to MQI 88.99, good', () => {
    expect(officialOf(workedExample)).toMatchObject({
      PCI: '88.47',
      RQI: '91.79',
      RDI: '91.60',
      PBI: '75.00',
      PWI: '87.90',
      PQI: '88.53',
      SCI: '91.40',
      BCI: '90.00',
      TCI: '89.10',
      MQI: '88.99',
    })
    expect(assessSection(workedExample, jtg5210).indices.MQI).toMatchObject({ kind: 'computed', grade: 'road-good' })
  })

  test('says which indices were computed and which were not surveyed', () => {
    const { computed, missing, given } = assessSection(workedExample, jtg5210)
    expect(computed).toEqual(['PCI', 'RQI', 'RDI', 'PBI', 'PWI', 'SCI', 'BCI', 'TCI', 'PQI', 'MQI'])
    expect(missing).toEqual(['SRI', 'PSSI'])
    expect(given).toEqual([])
  })

  test('names the unverified parameters it rests on, and only those in use', () => {
    const parameters = assessSection(workedExample, jtg5210).toVerify.map(({ parameter }) => parameter)
    expect(parameters).toContain('rqi.high')
    expect(parameters).toContain('distress.asphalt.transverse')
    expect(parameters).not.toContain('distress.asphalt.rut')
    expect(parameters).not.toContain('rdi')
    expect(parameters).not.toContain('scaling')
  })
})

test('a given index is taken as it is and rests on no parameter', () => {
  const record: SectionRecord = {
    ...workedExample,
    roadClass: 'class-3',
    distress: { kind: 'given', index: '79.73' },
    roughness: { kind: 'given', index: '86.39' },
  }
  const { indices, given, toVerify } = assessSection(record, jtg5210)
  expect(given).toEqual(['PCI', 'RQI'])
  expect(indices.PQI).toMatchObject({ kind: 'computed', official: '82.39', grade: 'road-good' })
  expect(toVerify.map(({ parameter }) => parameter)).not.toContain('rqi.ordinary')
})

test('a given index outside 0 to 100 is refused by name', () => {
  const record: SectionRecord = { ...workedExample, distress: { kind: 'given', index: '120' } }
  expect(assessSection(record, jtg5210).indices.PCI).toEqual({ kind: 'undefined', index: 'PCI', because: 'outside-0-100', field: 'PCI' })
})

test('without a survey of the pavement there is no PCI, no PQI and no MQI, and no zero either', () => {
  const record: SectionRecord = { ...workedExample, distress: { kind: 'not-surveyed', because: 'the vehicle broke down' } }
  const { indices, missing } = assessSection(record, jtg5210)
  expect(missing).toEqual(['PCI', 'SRI', 'PSSI', 'PQI', 'MQI'])
  expect(indices.PQI).toEqual({ kind: 'undefined', index: 'PQI', because: 'missing-part', parts: ['PCI'] })
  expect(indices.MQI).toEqual({ kind: 'undefined', index: 'MQI', because: 'missing-part', parts: ['PQI'] })
  expect(reaches(indices.MQI, '80')).toBe(null)
})

test('rutting does not apply to concrete, and PQI does not ask for it', () => {
  const record: SectionRecord = {
    ...workedExample,
    pavement: 'concrete',
    distress: { kind: 'ratio', percent: '1' },
    rutting: { kind: 'not-applicable' },
  }
  const { indices, notApplicable } = assessSection(record, jtg5210)
  expect(notApplicable).toEqual(['RDI'])
  expect(indices.PQI.kind).toBe('computed')
})

test('an expressway is excellent in PCI from 92, concrete in RQI from 88', () => {
  const expressway: SectionRecord = { ...workedExample, roadClass: 'expressway', distress: { kind: 'given', index: '91.50' } }
  expect(assessSection(expressway, jtg5210).indices.PCI).toMatchObject({ grade: 'road-good' })
  expect(assessSection({ ...expressway, roadClass: 'class-1' }, jtg5210).indices.PCI).toMatchObject({ grade: 'road-excellent' })
  const concrete: SectionRecord = { ...workedExample, pavement: 'concrete', roughness: { kind: 'given', index: '88.50' } }
  expect(assessSection(concrete, jtg5210).indices.RQI).toMatchObject({ grade: 'road-excellent' })
})

test('a class-5 bridge or a slope that endangers traffic holds MQI at zero', () => {
  const bridge: SectionRecord = {
    ...workedExample,
    structures: { kind: 'listed', structures: [{ kind: 'bridge', name: 'K12+300', structureClass: '5' }] },
  }
  expect(assessSection(bridge, jtg5210).indices.MQI).toMatchObject({
    official: '0.00',
    warnings: [{ code: 'held-at-zero', because: ['bridge K12+300'] }],
  })
  expect(assessSection({ ...workedExample, slopeEndangersTraffic: true }, jtg5210).indices.MQI).toMatchObject({ official: '0.00' })
})

test('deductions of a shorter section are scaled to the kilometre', () => {
  const half: SectionRecord = { ...workedExample, lengthMetres: '500' }
  const { indices, toVerify } = assessSection(half, jtg5210)
  expect(indices.PBI).toMatchObject({ official: '50.00', warnings: [{ code: 'scaled-to-unit-length', lengthMetres: '500' }] })
  expect(toVerify.map(({ parameter }) => parameter)).toContain('scaling')
  expect(assessSection({ ...workedExample, lengthMetres: '0' }, jtg5210).indices.SCI).toMatchObject({ because: 'no-length' })
})

test('facilities of which only some were looked at are averaged over those, and the others are named', () => {
  const record: SectionRecord = {
    ...workedExample,
    facilities: {
      kind: 'counted',
      surveyed: ['barrier', 'sign', 'marking'],
      damages: [{ kind: 'barrier', severity: 'heavy', amount: '1' }],
    },
  }
  const { indices } = assessSection(record, jtg5210)
  expect(indices.TCI).toMatchObject({
    official: '89.29',
    warnings: [{ code: 'weights-of-surveyed-kinds-only', notSurveyed: ['fence', 'planting'] }],
  })
})

describe('network rates', () => {
  const at = (section: string, lengthMetres: string, mqi: string) => {
    const parts = { distress: { kind: 'given', index: mqi }, roughness: { kind: 'given', index: mqi } } as const
    return { section, lengthMetres, index: assessSection({ ...workedExample, roadClass: 'class-2', ...parts }, jtg5210).indices.PQI }
  }

  test('a route form is reproduced: 125.243 km excellent, 74.353 good, 5.5 poor of 237.851', () => {
    const rates = networkRates([at('a', '125243', '92'), at('b', '74353', '85'), at('c', '32755', '75'), at('d', '5500', '65')])
    expect(rates).toMatchObject({
      excellentRate: { official: '52.66' },
      goodOrBetterRate: { official: '83.92' },
      poorOrWorseRate: { official: '2.31' },
    })
  })

  test('length without a value is shown apart and in no rate', () => {
    const gap = assessSection({ ...workedExample, distress: { kind: 'not-surveyed', because: 'closed' } }, jtg5210).indices.MQI
    const rates = networkRates([at('a', '1000', '92'), { section: 'b', lengthMetres: '500', index: gap }])
    expect(rates).toMatchObject({
      assessedMetres: '1000',
      unassessedMetres: '500',
      unassessed: ['b'],
      excellentRate: { official: '100.00' },
    })
  })

  test('a network nobody surveyed has no rate', () => {
    expect(networkRates([])).toEqual({ kind: 'undefined', because: 'no-assessed-length', unassessed: [] })
  })
})
