import type { ITEM_KINDS } from '@milepost/contract/diagnose/instrument'
import type { Bilingual } from '@milepost/terms/bilingual'
import { choiceColumnOr, optionalTextColumn, YES_NO } from '../../platform/spreadsheet/cellKinds.ts'

const KINDS: Readonly<Record<(typeof ITEM_KINDS)[number], Bilingual>> = {
  scale: { zh: '量表', en: 'scale' },
  number: { zh: '数字', en: 'number' },
  choice: { zh: '单选', en: 'choice' },
  several: { zh: '多选', en: 'several' },
  ranking: { zh: '排序', en: 'ranking' },
  date: { zh: '日期', en: 'date' },
  text: { zh: '文字', en: 'text' },
}

/** A questionnaire as an office writes it down: one item a row. */
export const SHEET_COLUMNS = {
  code: optionalTextColumn({ heading: { zh: '题号', en: 'code' }, example: 'Q1', most: 40 }),
  zh: optionalTextColumn({ heading: { zh: '题目', en: 'text zh' }, example: '我清楚本岗位的绩效目标。', most: 1000 }),
  en: optionalTextColumn({ heading: { zh: '英文题目', en: 'text en' }, example: 'I know the targets of my post.', most: 1000 }),
  kind: choiceColumnOr({ heading: { zh: '题型', en: 'kind' }, example: '量表', choices: KINDS, otherwise: 'scale' }),
  scale: optionalTextColumn({
    heading: { zh: '量表', en: 'scale' },
    example: '非常不同意；不同意；一般；同意；非常同意',
    most: 600,
  }),
  construct: optionalTextColumn({ heading: { zh: '构念', en: 'construct' }, example: 'P1 目标不清', most: 120 }),
  reversed: choiceColumnOr({ heading: { zh: '反向题', en: 'reversed' }, example: '否', choices: YES_NO, otherwise: 'no' }),
  options: optionalTextColumn({ heading: { zh: '选项', en: 'options' }, example: '', most: 4000 }),
}
