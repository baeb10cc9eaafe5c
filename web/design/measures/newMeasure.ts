import { UNSAID } from '@milepost/contract/design/measure'
import type { saveMeasure } from '@milepost/contract/design/measures'
import type { InputOf } from '@milepost/contract/endpoint'

export type MeasureForm = InputOf<typeof saveMeasure>

const EMPTY = { zh: '', en: '' }

/** An own measure before anything has been said of it. */
export const newMeasure = (): MeasureForm => ({
  code: '',
  name: EMPTY,
  unit: { zh: '%', en: '%' },
  direction: 'up',
  timeAggregation: 'last',
  unitAggregation: 'mean',
  ratioScale: '100',
  missingPolicy: 'zero',
  undefinedPolicy: 'not-applicable',
  minN: null,
  computedFrom: null,
  definition: {
    definition: EMPTY,
    purpose: EMPTY,
    formula: EMPTY,
    numerator: null,
    denominator: null,
    digits: 1,
    frequency: 'year',
    dataSource: EMPTY,
    owner: EMPTY,
    levels: ['institution', 'unit', 'person'],
    role: 'lag',
    control: 'own',
    accuracy: EMPTY,
    limitations: EMPTY,
    veto: false,
    public: false,
    exampleRule: { kind: 'floor_target_stretch', direction: 'up', floor: '0', target: '100', stretch: '100' },
    verified: true,
    ...UNSAID,
    benchmarks: [],
  },
})
