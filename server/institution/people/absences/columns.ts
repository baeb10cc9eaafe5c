import { choiceColumn, dayColumn, textColumn } from '../../../platform/spreadsheet/cellKinds.ts'

/** Kind and days only: no diagnosis is ever asked for. */
const ABSENCE_KINDS = {
  sick: { zh: '病假', en: 'Sick leave' },
  personal: { zh: '事假', en: 'Personal leave' },
  study: { zh: '非单位派出学习', en: 'Study at own wish' },
  maternity: { zh: '产假', en: 'Maternity leave' },
  other: { zh: '其他', en: 'Other' },
} as const

export const ABSENCE_SHEET = {
  employeeNo: textColumn({ heading: { zh: '职工编号', en: 'Employee number' }, example: '10086', most: 40 }),
  kind: choiceColumn({ heading: { zh: '请假类别', en: 'Kind of absence' }, example: '病假', choices: ABSENCE_KINDS }),
  startsOn: dayColumn({ heading: { zh: '开始日期', en: 'From' }, example: '2026-03-02' }),
  endsOn: dayColumn({ heading: { zh: '结束日期', en: 'To' }, example: '2026-03-13' }),
}
