import type { Term } from './bilingual.ts'

/** Condition indices of JTG 5210, each 0 to 100. */
export const CONDITION_INDICES = {
  MQI: { zh: '公路技术状况指数', en: 'Maintenance quality indicator', source: 'jtg-5210-2018' },
  PQI: { zh: '路面技术状况指数', en: 'Pavement quality index', source: 'jtg-5210-2018' },
  PCI: { zh: '路面损坏状况指数', en: 'Pavement surface condition index', source: 'jtg-5210-2018' },
  RQI: { zh: '路面行驶质量指数', en: 'Riding quality index', source: 'jtg-5210-2018' },
  RDI: { zh: '路面车辙深度指数', en: 'Rutting depth index', source: 'jtg-5210-2018' },
  PBI: { zh: '路面跳车指数', en: 'Pavement bumping index', source: 'jtg-5210-2018' },
  PWI: { zh: '路面磨耗指数', en: 'Surface wearing index', source: 'jtg-5210-2018' },
  SRI: { zh: '路面抗滑性能指数', en: 'Skidding resistance index', source: 'jtg-5210-2018' },
  PSSI: { zh: '路面结构强度指数', en: 'Structural strength index', source: 'jtg-5210-2018' },
  SCI: { zh: '路基技术状况指数', en: 'Subgrade condition index', source: 'jtg-5210-2018' },
  BCI: { zh: '桥隧构造物技术状况指数', en: 'Bridge, tunnel and culvert condition index', source: 'jtg-5210-2018' },
  TCI: { zh: '沿线设施技术状况指数', en: 'Traffic facility condition index', source: 'jtg-5210-2018' },
} as const satisfies Record<string, Term>

export type ConditionIndex = keyof typeof CONDITION_INDICES

/** Condition grades of the road, best first: a road is 优等, a person 优秀. */
export const CONDITION_GRADES = {
  'road-excellent': { zh: '优等路', en: 'Road in excellent condition', source: 'jtg-5210-2018' },
  'road-good': { zh: '良等路', en: 'Road in good condition', source: 'jtg-5210-2018' },
  'road-fair': { zh: '中等路', en: 'Road in fair condition', source: 'jtg-5210-2018' },
  'road-poor': { zh: '次等路', en: 'Road in poor condition', source: 'jtg-5210-2018' },
  'road-bad': { zh: '差等路', en: 'Road in bad condition', source: 'jtg-5210-2018' },
} as const satisfies Record<string, Term>

export type ConditionGrade = keyof typeof CONDITION_GRADES
