import type { ValueScope } from '@milepost/contract/design/card'
import {
  choiceColumnOr,
  decimalColumn,
  optionalDecimalColumn,
  optionalTextColumn,
  textColumn,
} from '../../platform/spreadsheet/cellKinds.ts'
import type { ValuesOf } from '../../platform/spreadsheet/columns.ts'

export const HOLDER_KINDS = {
  any: { zh: '自动', en: 'any' },
  institution: { zh: '单位', en: 'institution' },
  unit: { zh: '部门', en: 'unit' },
  person: { zh: '个人', en: 'person' },
} as const

export const SCOPES = {
  own: { zh: '自身', en: 'own' },
  unit: { zh: '所在部门', en: 'unit' },
  institution: { zh: '全单位', en: 'institution' },
} as const

/** The file in which cards come in: one row a measure on a card. A file holds whole cards. */
export const CARD_COLUMNS = {
  holder: textColumn({ heading: { zh: '对象', en: 'Holder' }, example: 'GL01', most: 60 }),
  holderKind: choiceColumnOr<keyof typeof HOLDER_KINDS>({
    heading: { zh: '对象类别', en: 'Kind of holder' },
    example: '部门',
    choices: HOLDER_KINDS,
    otherwise: 'any',
  }),
  measure: textColumn({ heading: { zh: '指标代码', en: 'Measure' }, example: 'PS01', most: 40 }),
  objective: optionalTextColumn({ heading: { zh: '战略目标代码', en: 'Objective' }, example: 'P2', most: 20 }),
  weight: decimalColumn({ heading: { zh: '权重（%）', en: 'Weight (%)' }, example: '40' }),
  floor: optionalDecimalColumn({ heading: { zh: '底线值', en: 'Floor' }, example: '75' }),
  target: optionalDecimalColumn({ heading: { zh: '目标值', en: 'Target' }, example: '88' }),
  stretch: optionalDecimalColumn({ heading: { zh: '挑战值', en: 'Stretch' }, example: '93' }),
  low: optionalDecimalColumn({ heading: { zh: '区间下限', en: 'Band from' }, example: '' }),
  high: optionalDecimalColumn({ heading: { zh: '区间上限', en: 'Band to' }, example: '' }),
  tolerance: optionalDecimalColumn({ heading: { zh: '容差', en: 'Tolerance' }, example: '' }),
  scope: choiceColumnOr<ValueScope>({ heading: { zh: '取值范围', en: 'Values of' }, example: '自身', choices: SCOPES, otherwise: 'own' }),
} as const

export type CardRowValues = ValuesOf<typeof CARD_COLUMNS>

/** What names the institution's own card in the column of holders. */
export const INSTITUTION_WORDS: readonly string[] = ['institution', '单位', '全单位', '本单位']
