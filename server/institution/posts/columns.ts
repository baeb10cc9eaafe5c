import { POST_CLASSES } from '@milepost/terms/posts'
import { choiceColumn, optionalDecimalColumn, optionalTextColumn, textColumn } from '../../platform/spreadsheet/cellKinds.ts'

export const POST_SHEET = {
  code: textColumn({ heading: { zh: '岗位编码', en: 'Post code' }, example: 'LMGCS', most: 40 }),
  titleZh: textColumn({ heading: { zh: '岗位名称', en: 'Post title' }, example: '路面养护工程师', most: 80 }),
  titleEn: optionalTextColumn({ heading: { zh: '英文名称', en: 'English title' }, example: 'Pavement Engineer', most: 120 }),
  postClass: choiceColumn({ heading: { zh: '岗位类别', en: 'Post class' }, example: '专业技术岗位', choices: POST_CLASSES }),
  coefficient: optionalDecimalColumn({ heading: { zh: '岗位系数', en: 'Pay coefficient' }, example: '1.15' }),
  cardTemplate: optionalTextColumn({ heading: { zh: '计分卡模板', en: 'Card template' }, example: '', most: 80 }),
}
