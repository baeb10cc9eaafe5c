import type { CellProblem } from '../../platform/spreadsheet/columns.ts'
import type { Unit } from '../units/data.ts'

export const cannotMoveAfterLeaving = (column: string): CellProblem => ({
  column,
  message: {
    zh: '此人已离职，部门、岗位和负责人标记须与离职时一致。请按原值填写，或核对离职日期。',
    en: 'This person has left: unit, post and headship must be as they were on the last day. Enter those, or check the day of leaving.',
  },
})

export const cannotLeaveBefore = (column: string, from: string): CellProblem => ({
  column,
  message: {
    zh: `离职日期早于现岗位的开始日期 ${from}。请核对离职日期。`,
    en: `The day of leaving is before the present post began, ${from}. Check the day of leaving.`,
  },
})

export const unitIsClosed = (column: string, unit: Pick<Unit, 'code' | 'closedOn'>): CellProblem => ({
  column,
  message: {
    zh: `部门“${unit.code}”已于 ${unit.closedOn} 撤销。请改为现有部门。`,
    en: `The unit “${unit.code}” was closed on ${unit.closedOn}. Use a unit that exists today.`,
  },
})

export const secondHead = (column: string, { unit, head }: { unit: string; head: string }): CellProblem => ({
  column,
  message: {
    zh: `部门“${unit}”同期已有负责人 ${head}，一个部门同一时间只能有一名负责人。请在同一文件中把其中一人改为“否”。`,
    en: `The unit “${unit}” is headed by ${head} in the same days, and a unit has one head at a time. Enter “no” for one of them in the same file.`,
  },
})

export const joinsTooLate = (column: string, joinedOn: string): CellProblem => ({
  column,
  message: {
    zh: `入职日期 ${joinedOn} 在一年以后。请核对年份；确需提前登记的，请在入职前一年内导入。`,
    en: `${joinedOn} is more than a year away. Check the year; somebody who is to join can be entered within a year of the day.`,
  },
})

/** Not a fault: somebody who is known already but has not begun. */
export const joinsLater = (column: string, joinedOn: string): CellProblem => ({
  column,
  message: {
    zh: `${joinedOn} 才入职：届时自动列入名单，此前不计人数，也不参加考核。`,
    en: `Joins on ${joinedOn}: on the lists from that day, and before it neither appraised nor counted.`,
  },
})
