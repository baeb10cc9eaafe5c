import { type MeasureDraft, UNSAID } from '@milepost/contract/design/measure'
import { type Control, DIRECTIONS, FREQUENCIES, type Frequency } from '@milepost/terms/strategy'
import {
  choiceColumn,
  choiceColumnOr,
  optionalDecimalColumn,
  optionalTextColumn,
  optionalWholeColumn,
  textColumn,
  YES_NO,
} from '../../platform/spreadsheet/cellKinds.ts'
import type { ValuesOf } from '../../platform/spreadsheet/columns.ts'

export const OVER_TIME = {
  sum: { zh: '累计', en: 'sum' },
  mean: { zh: '平均', en: 'mean' },
  last: { zh: '期末值', en: 'last' },
  ratio: { zh: '分子合计除以分母合计', en: 'ratio of sums' },
  'weighted-mean': { zh: '加权平均', en: 'weighted mean' },
  survey: { zh: '按答卷数加权', en: 'weighted by answers' },
  min: { zh: '最小值', en: 'smallest' },
  max: { zh: '最大值', en: 'largest' },
} as const

const { last: _last, ...ACROSS } = OVER_TIME
export const OVER_UNITS = { ...ACROSS, none: { zh: '不合并', en: 'not put together' } } as const

export const WHEN_MISSING = {
  zero: { zh: '按零分', en: 'zero' },
  exclude: { zh: '不计入', en: 'exclude' },
  carry: { zh: '沿用上期', en: 'carry' },
} as const
export const WHEN_UNDEFINED = {
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  full: { zh: '满分', en: 'full marks' },
  carry: { zh: '沿用上期', en: 'carry' },
} as const
export const ROLES = { lead: { zh: '先行指标', en: 'lead' }, lag: { zh: '结果指标', en: 'lag' } } as const
export const CONTROL_CHOICES = {
  own: { zh: '自主可控', en: 'own' },
  shared: { zh: '部分可控', en: 'shared' },
  external: { zh: '外部影响大', en: 'external' },
} as const

/** The file in which an institution brings its own measures: one row a measure. */
export const MEASURE_COLUMNS = {
  code: textColumn({ heading: { zh: '指标代码', en: 'Code' }, example: 'GR01', most: 40 }),
  name: textColumn({ heading: { zh: '指标名称', en: 'Name' }, example: '行驶质量良好里程比例' }),
  nameEn: optionalTextColumn({ heading: { zh: '英文名称', en: 'Name in English' }, example: 'Share of miles with good ride', most: 200 }),
  unit: textColumn({ heading: { zh: '计量单位', en: 'Unit of measure' }, example: '%', most: 40 }),
  unitEn: optionalTextColumn({ heading: { zh: '英文单位', en: 'Unit in English' }, example: '%', most: 40 }),
  direction: choiceColumn({ heading: { zh: '方向', en: 'Direction' }, example: '越高越好', choices: DIRECTIONS }),
  overTime: choiceColumn({ heading: { zh: '跨期汇总', en: 'Over time' }, example: '期末值', choices: OVER_TIME }),
  overUnits: choiceColumn({ heading: { zh: '跨部门汇总', en: 'Over units' }, example: '分子合计除以分母合计', choices: OVER_UNITS }),
  ratioScale: optionalDecimalColumn({ heading: { zh: '比率倍数', en: 'Ratio factor' }, example: '100' }),
  missing: choiceColumnOr<MeasureDraft['missingPolicy']>({
    heading: { zh: '缺报处理', en: 'When missing' },
    example: '按零分',
    choices: WHEN_MISSING,
    otherwise: 'zero',
  }),
  whenUndefined: choiceColumnOr<MeasureDraft['undefinedPolicy']>({
    heading: { zh: '分母为零', en: 'When the denominator is zero' },
    example: '不适用',
    choices: WHEN_UNDEFINED,
    otherwise: 'not-applicable',
  }),
  leastAnswers: optionalWholeColumn({ heading: { zh: '最少答卷数', en: 'Fewest answers' }, example: '' }),
  digits: optionalWholeColumn({ heading: { zh: '小数位数', en: 'Digits' }, example: '1' }),
  frequency: choiceColumnOr<Frequency>({
    heading: { zh: '填报频率', en: 'Frequency' },
    example: '每年',
    choices: FREQUENCIES,
    otherwise: 'year',
  }),
  definition: optionalTextColumn({ heading: { zh: '定义', en: 'Definition' }, example: '平整度良好的评定里程占评定里程的比例' }),
  formula: optionalTextColumn({ heading: { zh: '计算公式', en: 'Formula' }, example: '良好里程 ÷ 评定里程 × 100' }),
  source: optionalTextColumn({ heading: { zh: '数据来源', en: 'Data source' }, example: '路况检测' }),
  owner: optionalTextColumn({ heading: { zh: '填报责任', en: 'Reported by' }, example: '养护科' }),
  role: choiceColumnOr<'lead' | 'lag'>({
    heading: { zh: '性质', en: 'Role' },
    example: '结果指标',
    choices: ROLES,
    otherwise: 'lag',
  }),
  control: choiceColumnOr<Control>({
    heading: { zh: '可控程度', en: 'Control' },
    example: '部分可控',
    choices: CONTROL_CHOICES,
    otherwise: 'own',
  }),
  public: choiceColumnOr<keyof typeof YES_NO>({
    heading: { zh: '可对外公开', en: 'May be published' },
    example: '是',
    choices: YES_NO,
    otherwise: 'no',
  }),
} as const

export type MeasureRowValues = ValuesOf<typeof MEASURE_COLUMNS>
const both = (text: string) => ({ zh: text, en: text })
const DEFAULT_DIGITS = 2

/** A row of the file as a measure; texts given in one language stand for both. */
export function draftOfRow(row: MeasureRowValues): MeasureDraft {
  return {
    code: row.code,
    name: { zh: row.name, en: row.nameEn || row.name },
    libraryCode: null,
    unit: { zh: row.unit, en: row.unitEn || row.unit },
    direction: row.direction,
    timeAggregation: row.overTime,
    unitAggregation: row.overUnits,
    ratioScale: row.ratioScale,
    missingPolicy: row.missing,
    undefinedPolicy: row.whenUndefined,
    minN: row.leastAnswers,
    computedFrom: null,
    definition: {
      definition: both(row.definition),
      purpose: both(''),
      formula: both(row.formula),
      numerator: null,
      denominator: null,
      digits: row.digits ?? DEFAULT_DIGITS,
      frequency: row.frequency,
      dataSource: both(row.source),
      owner: both(row.owner),
      levels: ['institution', 'unit', 'person'],
      role: row.role,
      control: row.control,
      accuracy: both(''),
      limitations: both(''),
      veto: false,
      public: row.public === 'yes',
      exampleRule: null,
      verified: true,
      ...UNSAID,
      benchmarks: [],
    },
  }
}
