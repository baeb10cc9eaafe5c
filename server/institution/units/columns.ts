import { UNIT_KINDS } from '@milepost/terms/institution'
import {
  choiceColumn,
  optionalDayColumn,
  optionalTextColumn,
  optionalWholeColumn,
  textColumn,
} from '../../platform/spreadsheet/cellKinds.ts'

export const UNIT_SHEET = {
  code: textColumn({ heading: { zh: '部门编码', en: 'Unit code' }, example: 'YHK', most: 40 }),
  nameZh: textColumn({ heading: { zh: '部门名称', en: 'Unit name' }, example: '养护科', most: 80 }),
  nameEn: optionalTextColumn({ heading: { zh: '英文名称', en: 'English name' }, example: 'Maintenance Office', most: 120 }),
  kind: choiceColumn({ heading: { zh: '部门类型', en: 'Kind' }, example: '科室', choices: UNIT_KINDS }),
  parentCode: optionalTextColumn({ heading: { zh: '上级部门编码', en: 'Parent unit code' }, example: 'JU', most: 40 }),
  orderNo: optionalWholeColumn({ heading: { zh: '排序', en: 'Order' }, example: '60' }),
  closedOn: optionalDayColumn({ heading: { zh: '撤销日期', en: 'Closed on' }, example: '' }),
}
