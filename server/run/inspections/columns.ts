import type { ConditionParameters, DeductionKind, DistressKind, Severity, StructureClass } from '@milepost/pavement/parameters'
import type { Bilingual } from '@milepost/terms/bilingual'
import {
  choiceColumn,
  choiceColumnOr,
  optionalDecimalColumn,
  optionalTextColumn,
  optionalWholeColumn,
  textColumn,
  YES_NO,
} from '../../platform/spreadsheet/cellKinds.ts'
import type { Column } from '../../platform/spreadsheet/columns.ts'
import { stakeColumn } from './stake.ts'

export const DIRECTIONS = {
  up: { zh: '上行', en: 'up' },
  down: { zh: '下行', en: 'down' },
  both: { zh: '全幅', en: 'both' },
} as const
const ROAD_CLASSES = {
  expressway: { zh: '高速公路', en: 'expressway' },
  'class-1': { zh: '一级公路', en: 'class 1' },
  'class-2': { zh: '二级公路', en: 'class 2' },
  'class-3': { zh: '三级公路', en: 'class 3' },
  'class-4': { zh: '四级公路', en: 'class 4' },
} as const
export const PAVEMENTS = { asphalt: { zh: '沥青', en: 'asphalt' }, concrete: { zh: '水泥', en: 'concrete' } } as const

type ClassOrNone = StructureClass | 'none' | 'blank'
const CLASSES = {
  '1': { zh: '1类', en: 'class 1' },
  '2': { zh: '2类', en: 'class 2' },
  '3': { zh: '3类', en: 'class 3' },
  '4': { zh: '4类', en: 'class 4' },
  '5': { zh: '5类', en: 'class 5' },
  none: { zh: '无', en: 'none' },
  blank: { zh: '未查', en: 'not surveyed' },
} as const satisfies Record<ClassOrNone, Bilingual>
const CULVERTS = {
  ...CLASSES,
  '1': { zh: '好', en: 'good' },
  '2': { zh: '较好', en: 'fairly good' },
  '3': { zh: '较差', en: 'fairly poor' },
  '4': { zh: '差', en: 'poor' },
  '5': { zh: '危险', en: 'dangerous' },
} as const satisfies Record<ClassOrNone, Bilingual>

const figure = (zh: string, en: string, example = '') => optionalDecimalColumn({ heading: { zh, en }, example })
const count = (zh: string, en: string, example = '') => optionalWholeColumn({ heading: { zh, en }, example })
const worst = (zh: string, en: string, choices: Record<ClassOrNone, Bilingual>) =>
  choiceColumnOr<ClassOrNone>({ heading: { zh, en }, example: '', choices, otherwise: 'blank' })

export const SECTION_SHEET = {
  route: textColumn({ heading: { zh: '路线编码', en: 'Route' }, example: 'G109', most: 40 }),
  from: stakeColumn({ zh: '起点桩号', en: 'From stake' }, 'K12+000'),
  to: stakeColumn({ zh: '终点桩号', en: 'To stake' }, 'K13+000'),
  direction: choiceColumn({ heading: { zh: '方向', en: 'Direction' }, example: '上行', choices: DIRECTIONS }),
  roadClass: choiceColumn({ heading: { zh: '技术等级', en: 'Road class' }, example: '一级公路', choices: ROAD_CLASSES }),
  pavement: choiceColumn({ heading: { zh: '路面类型', en: 'Pavement' }, example: '沥青', choices: PAVEMENTS }),
  unitCode: optionalTextColumn({ heading: { zh: '管养部门编码', en: 'Unit code' }, example: 'GLZ1', most: 40 }),
  iri: figure('IRI（m/km）', 'IRI (m/km)', '1.9'),
  rd: figure('RD（mm）', 'RD (mm)', '8.4'),
  dr: figure('DR（%）', 'DR (%)', '0.528'),
  surveyedArea: figure('调查面积（m²）', 'Surveyed area (m2)'),
  bumpsLight: count('跳车·轻（处）', 'Bumps, light', '2'),
  bumpsMedium: count('跳车·中（处）', 'Bumps, medium', '1'),
  bumpsHeavy: count('跳车·重（处）', 'Bumps, heavy', '0'),
  wr: figure('WR（%）', 'WR (%)', '12.222'),
  mpdCentre: figure('MPD 中（mm）', 'MPD centre (mm)'),
  mpdLeft: figure('MPD 左（mm）', 'MPD left (mm)'),
  mpdRight: figure('MPD 右（mm）', 'MPD right (mm)'),
  sfc: figure('SFC', 'SFC'),
  ssr: figure('SSR', 'SSR'),
  bridge: worst('桥梁最差类别', 'Worst bridge class', CLASSES),
  tunnel: worst('隧道最差类别', 'Worst tunnel class', CLASSES),
  culvert: worst('涵洞最差等级', 'Worst culvert class', CULVERTS),
  slopeEndangersTraffic: choiceColumnOr<keyof typeof YES_NO>({
    heading: { zh: '边坡严重坍塌影响行车安全', en: 'Slope endangers traffic' },
    example: '否',
    choices: YES_NO,
    otherwise: 'no',
  }),
  pci: figure('PCI', 'PCI'),
  rqi: figure('RQI', 'RQI'),
  rdi: figure('RDI', 'RDI'),
  pbi: figure('PBI', 'PBI'),
  pwi: figure('PWI', 'PWI'),
  sri: figure('SRI', 'SRI'),
  pssi: figure('PSSI', 'PSSI'),
  sci: figure('SCI', 'SCI', '91.4'),
  bci: figure('BCI', 'BCI'),
  tci: figure('TCI', 'TCI', '89.1'),
}

const SEVERITIES: Record<Severity, Bilingual> = {
  light: { zh: '·轻', en: ', light' },
  medium: { zh: '·中', en: ', medium' },
  heavy: { zh: '·重', en: ', heavy' },
  any: { zh: '', en: '' },
}

/** One column a kind of damage and severity, as the parameters in use know them. */
export type DamageColumn = {
  readonly part: 'distress' | 'sci' | 'tci'
  readonly kind: string
  readonly severity: Severity
  readonly column: Column<string | null>
}

export function damageColumns(parameters: ConditionParameters): DamageColumn[] {
  const distress = new Map([...parameters.distress.asphalt, ...parameters.distress.concrete].map((kind) => [kind.id, kind]))
  return [
    ...[...distress.values()].flatMap((kind) => columnsOf('distress', kind, severitiesIn(parameters, kind.id))),
    ...parameters.sci.flatMap((kind) => columnsOf('sci', kind, keysOf(kind.deductions))),
    ...parameters.tci.flatMap((kind) => columnsOf('tci', kind, keysOf(kind.deductions))),
  ]
}

const ORDER: readonly Severity[] = ['light', 'medium', 'heavy', 'any']
const keysOf = (rates: Partial<Record<Severity, unknown>>) => ORDER.filter((severity) => rates[severity] !== undefined)

function severitiesIn({ distress }: ConditionParameters, id: string): Severity[] {
  const kinds = [...distress.asphalt, ...distress.concrete].filter((kind) => kind.id === id)
  return ORDER.filter((severity) => kinds.some((kind) => kind.weights[severity] !== undefined))
}

function columnsOf(part: DamageColumn['part'], kind: DistressKind | DeductionKind, severities: readonly Severity[]): DamageColumn[] {
  return severities.map((severity) => ({
    part,
    kind: kind.id,
    severity,
    column: figure(`${kind.name.zh}${SEVERITIES[severity].zh}`, `${kind.name.en}${SEVERITIES[severity].en}`),
  }))
}
