import type { Holder } from '@milepost/contract/run/holder'
import {
  choiceColumnOr,
  optionalDecimalColumn,
  optionalTextColumn,
  optionalWholeColumn,
  textColumn,
  YES_NO,
} from '../../platform/spreadsheet/cellKinds.ts'
import { periodColumn } from '../periods/periodCode.ts'
import { valueColumn } from './cellValue.ts'

export const LEVELS = {
  any: { zh: '不限', en: 'any' },
  institution: { zh: '本单位', en: 'institution' },
  unit: { zh: '部门', en: 'unit' },
  person: { zh: '个人', en: 'person' },
} as const satisfies Record<Holder['kind'] | 'any', { zh: string; en: string }>

/** One value a row. */
export const VALUE_SHEET = {
  measureCode: textColumn({ heading: { zh: '指标编码', en: 'Measure code' }, example: 'PS08', most: 40 }),
  scope: textColumn({ heading: { zh: '填报对象', en: 'Holder' }, example: 'YHK', most: 80 }),
  level: choiceColumnOr<keyof typeof LEVELS>({
    heading: { zh: '对象类别', en: 'Level' },
    example: '部门',
    choices: LEVELS,
    otherwise: 'any',
  }),
  periodCode: periodColumn,
  value: valueColumn,
  numerator: optionalDecimalColumn({ heading: { zh: '分子', en: 'Numerator' }, example: '193' }),
  denominator: optionalDecimalColumn({ heading: { zh: '分母', en: 'Denominator' }, example: '200' }),
  n: optionalWholeColumn({ heading: { zh: '样本数', en: 'Answers' }, example: '' }),
  estimated: choiceColumnOr<keyof typeof YES_NO>({
    heading: { zh: '暂估', en: 'Estimated' },
    example: '否',
    choices: YES_NO,
    otherwise: 'no',
  }),
  note: optionalTextColumn({ heading: { zh: '说明', en: 'Note' }, example: '' }),
}
