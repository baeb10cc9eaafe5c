import type { UnitKind } from '@milepost/terms/institution'

/** The invented bureau: its town, counties and places are nowhere on a map. */
export const BUREAU = {
  code: 'CZGL',
  unitCode: 'JU',
  name: { zh: '苍泽市公路事业发展中心', en: 'Cangze Highway Development Centre' },
} as const

export type UnitRow = {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly kind: UnitKind
  readonly parent: string | null
  /** The card of the library that fits it. */
  readonly template: string | null
}

const office = (code: string, zh: string, en: string, template: string): UnitRow => ({
  code,
  zh,
  en,
  kind: 'office',
  parent: BUREAU.unitCode,
  template,
})

export const OFFICES: readonly UnitRow[] = [
  office('BGS', '办公室', 'General Office', 'office-general'),
  office('RSK', '人事科', 'Personnel Office', 'office-hr'),
  office('CWK', '财务科', 'Finance Office', 'office-finance'),
  office('GHK', '规划计划科', 'Planning Office', 'office-planning'),
  office('GCK', '工程科', 'Works Office', 'office-works'),
  office('YHK', '养护科', 'Maintenance Office', 'office-maintenance'),
  office('QSK', '桥隧科', 'Bridges and Tunnels Office', 'office-structures'),
  office('LCK', '路产科', 'Road Property Office', 'office-road-property'),
  office('AQK', '安全科', 'Safety Office', 'office-safety'),
  office('XXK', '科技信息科（路网监测中心）', 'Information Office (Road Network Monitoring)', 'office-information'),
  office('JJS', '纪检室', 'Discipline Office', 'office-discipline'),
  office('GH', '工会', 'Trade Union', 'office-union'),
]

type Place = {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly areas: readonly (readonly [zh: string, en: string])[]
}

/** Six counties, each with a station and three work areas. */
export const PLACES: readonly Place[] = [
  {
    code: 'DH',
    zh: '东河',
    en: 'Donghe',
    areas: [
      ['柳林', 'Liulin'],
      ['石桥', 'Shiqiao'],
      ['青坡', 'Qingpo'],
    ],
  },
  {
    code: 'XS',
    zh: '西山',
    en: 'Xishan',
    areas: [
      ['云岭', 'Yunling'],
      ['红崖', 'Hongya'],
      ['松口', 'Songkou'],
    ],
  },
  {
    code: 'NP',
    zh: '南屏',
    en: 'Nanping',
    areas: [
      ['白沙', 'Baisha'],
      ['竹溪', 'Zhuxi'],
      ['大湾', 'Dawan'],
    ],
  },
  {
    code: 'BY',
    zh: '北原',
    en: 'Beiyuan',
    areas: [
      ['黄塬', 'Huangyuan'],
      ['长岗', 'Changgang'],
      ['二十里铺', 'Ershilipu'],
    ],
  },
  {
    code: 'YM',
    zh: '云门',
    en: 'Yunmen',
    areas: [
      ['古渡', 'Gudu'],
      ['泉头', 'Quantou'],
      ['麦场', 'Maichang'],
    ],
  },
  {
    code: 'AL',
    zh: '安陵',
    en: 'Anling',
    areas: [
      ['新店', 'Xindian'],
      ['双塔', 'Shuangta'],
      ['马家川', 'Majiachuan'],
    ],
  },
]

export const stationCode = (place: Pick<Place, 'code'>): string => `${place.code}Z`
export const workAreaCode = (place: Pick<Place, 'code'>, at: number): string => `${place.code}Z-${at + 1}`

/** Bureau, 12 offices, 6 stations, 18 work areas. */
export const UNITS: readonly UnitRow[] = [
  { code: BUREAU.unitCode, ...BUREAU.name, kind: 'bureau', parent: null, template: null },
  ...OFFICES,
  ...PLACES.flatMap((place): UnitRow[] => [
    {
      code: stationCode(place),
      zh: `${place.zh}公路站`,
      en: `${place.en} Station`,
      kind: 'station',
      parent: BUREAU.unitCode,
      template: 'station',
    },
    ...place.areas.map(
      ([zh, en], at): UnitRow => ({
        code: workAreaCode(place, at),
        zh: `${zh}养护工区`,
        en: `${en} Work Area`,
        kind: 'work-area',
        parent: stationCode(place),
        template: 'work-area',
      }),
    ),
  ]),
]
