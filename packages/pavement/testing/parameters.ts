import type { ConditionParameters, DeductionKind, DeductionRate, DistressKind, Severity } from '../parameters.ts'

/** Parameters of JTG 5210-2018 as the project's sources give them, for tests; the ones in use come from the library. */
const read = { verified: true, source: 'JTG 5210-2018, two independent sources' }
const single = { verified: false, source: 'JTG 5210-2018, one source' }

type Weights = Partial<Record<Severity, string>>

function distress(id: string, measure: string | null, weights: Weights): DistressKind {
  return { id, name: { zh: id, en: id }, measuredIn: measure === null ? 'm2' : 'm', influenceWidth: measure, weights, ...single }
}

function deduction(id: string, measuredIn: DeductionKind['measuredIn'], points: Weights, weightBasisPoints: number): DeductionKind {
  const rate = (value: string): DeductionRate => ({ points: value, per: '1', part: 'in-proportion' })
  const deductions: Partial<Record<Severity, DeductionRate>> = {}
  for (const severity of ['light', 'medium', 'heavy', 'any'] as const) {
    const value = points[severity]
    if (value !== undefined) deductions[severity] = rate(value)
  }
  return { id, name: { zh: id, en: id }, measuredIn, deductions, weightBasisPoints, ...single }
}

const byThree = { light: '0.6', heavy: '1.0' }
const byClass = { '1': '0', '2': '10', '3': '40', '4': '70', '5': '100' }

export const jtg5210: ConditionParameters = {
  standard: 'JTG 5210-2018',
  version: 'test',
  unitLengthMetres: '1000',
  mqi: {
    weightsBasisPoints: { SCI: 800, PQI: 7000, BCI: 1200, TCI: 1000 },
    zeroRule: { applies: true, verified: false, source: 'general knowledge' },
    ...read,
  },
  pqi: {
    asphalt: {
      high: { weightsBasisPoints: { PCI: 3500, RQI: 3000, RDI: 1500, PBI: 1000, 'PWI-or-SRI': 1000 }, ...read },
      ordinary: { weightsBasisPoints: { PCI: 6000, RQI: 4000 }, ...read },
    },
    concrete: {
      high: { weightsBasisPoints: { PCI: 5000, RQI: 3000, PBI: 1000, 'PWI-or-SRI': 1000 }, ...single },
      ordinary: { weightsBasisPoints: { PCI: 6000, RQI: 4000 }, ...single },
    },
  },
  skidPart: 'PWI',
  pci: { asphalt: { a0: '15.00', a1: '0.412', ...read }, concrete: { a0: '10.66', a1: '0.461', ...single } },
  distress: {
    asphalt: [
      distress('alligator', null, { light: '0.6', medium: '0.8', heavy: '1.0' }),
      distress('longitudinal', '0.2', byThree),
      distress('transverse', '0.2', byThree),
      distress('rut', '0.4', byThree),
      distress('pothole', null, { light: '0.8', heavy: '1.0' }),
      distress('patch-block', null, { any: '0.1' }),
    ],
    concrete: [distress('crack', '1', { light: '0.6', medium: '0.8', heavy: '1.0' })],
  },
  rqi: { high: { a0: '0.026', a1: '0.65', ...single }, ordinary: { a0: '0.0185', a1: '0.58', ...single } },
  rdi: { shallowMillimetres: '10', deepMillimetres: '40', a0: '1.0', a1: '3.0', ...read },
  pbi: { deductions: { light: '0', medium: '25', heavy: '50' }, ...single },
  pwi: { a0: '1.696', a1: '0.785', ...single },
  sri: { least: '35.0', a0: '28.6', a1: '-0.105', ...single },
  pssi: { a0: '15.71', a1: '-5.19', ...single },
  sci: [
    deduction('shoulder', 'm2', { light: '1', heavy: '2' }, 1000),
    deduction('slope', 'place', { light: '20', medium: '50', heavy: '100' }, 2500),
    deduction('gully', 'place', { light: '20', medium: '30', heavy: '50' }, 1500),
    deduction('subgrade-structure', 'place', { light: '20', medium: '50', heavy: '100' }, 1000),
    deduction('kerb', 'm', { any: '4' }, 500),
    deduction('settlement', 'place', { light: '20', medium: '30', heavy: '50' }, 2500),
    deduction('drainage', 'place', { light: '20', medium: '50', heavy: '100' }, 1000),
  ],
  tci: [
    deduction('barrier', 'place', { light: '10', heavy: '30' }, 2500),
    deduction('fence', 'place', { any: '20' }, 1000),
    deduction('sign', 'place', { any: '20' }, 2500),
    deduction('marking', 'm', { any: '0.1' }, 2000),
    deduction('planting', 'm', { any: '0.1' }, 2000),
  ],
  bci: { bridge: byClass, tunnel: byClass, culvert: byClass, ...single },
  scaling: { indices: ['SCI', 'TCI', 'PBI'], verified: false, source: 'general knowledge' },
  partPlaces: null,
  grades: { leastOfGrade: ['90', '80', '70', '60'], ...read },
  gradeExceptions: [
    {
      index: 'PCI',
      roadClass: 'expressway',
      pavement: null,
      leastOfGrade: ['92', '80', '70', '60'],
      verified: false,
      source: 'general knowledge',
    },
    {
      index: 'RQI',
      roadClass: null,
      pavement: 'concrete',
      leastOfGrade: ['88', '80', '70', '60'],
      verified: false,
      source: 'general knowledge',
    },
  ],
}
