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
