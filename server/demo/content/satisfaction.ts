import type { Instrument } from '@milepost/contract/diagnose/instrument'

const item = (code: string, zh: string, en: string): Instrument['items'][number] => ({
  code,
  kind: 'scale',
  construct: 'SAT',
  link: null,
  reverse: false,
  text: { zh, en },
})

/** The bureau's own short questionnaire for those who use the roads. */
export const SATISFACTION: { readonly code: string; readonly title: { zh: string; en: string }; readonly instrument: Instrument } = {
  code: 'road-users',
  title: { zh: '公路使用者满意度调查', en: 'Road-user satisfaction survey' },
  instrument: {
    scale: {
      least: 1,
      most: 5,
      points: [
        { value: 1, name: { zh: '很不满意', en: 'Very dissatisfied' } },
        { value: 2, name: { zh: '不满意', en: 'Dissatisfied' } },
        { value: 3, name: { zh: '一般', en: 'Neither' } },
        { value: 4, name: { zh: '满意', en: 'Satisfied' } },
        { value: 5, name: { zh: '很满意', en: 'Very satisfied' } },
      ],
      notApplicable: { zh: '不了解', en: 'Don’t know' },
    },
    constructs: [{ code: 'SAT', kind: 'outcome', name: { zh: '满意度', en: 'Satisfaction' } }],
    items: [
      item('ROAD', '路面平整、好走', 'The road surface is smooth'),
      item('SIGN', '标志标线清楚', 'Signs and markings are clear'),
      item('WORK', '施工提前告知、绕行方便', 'Works are announced and detours are easy'),
      item('CALL', '反映问题后处理得快', 'Problems reported are dealt with quickly'),
      item('ALL', '总体满意', 'Satisfied on the whole'),
    ],
    leastCell: 5,
    severityBands: [],
  },
}

export const ROAD_USERS = [
  { code: 'cars', name: { zh: '小客车驾驶人', en: 'Car drivers' }, answers: 160 },
  { code: 'trucks', name: { zh: '货车驾驶人', en: 'Truck drivers' }, answers: 70 },
  { code: 'residents', name: { zh: '沿线居民', en: 'Residents along the road' }, answers: 85 },
] as const

export const LIKED: Readonly<Record<string, number>> = { ROAD: 3.95, SIGN: 4.2, WORK: 3.75, CALL: 3.85, ALL: 4.05 }
