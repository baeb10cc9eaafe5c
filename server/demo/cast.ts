import { headOfUnit, holderOf, leaders } from './staff.ts'

/** Accounts of nobody in the register: three administrators kept apart, and the authority above. */
export const OPERATORS = {
  system: { username: 'system.admin', name: '沈立成' },
  security: { username: 'security.admin', name: '邵安宁' },
  audit: { username: 'audit.admin', name: '严正清' },
  authority: { username: 'authority', name: '市交通运输局 郭一鸣' },
} as const

const named = (member: { readonly employeeNo: string } | undefined): string => {
  if (!member) throw new RangeError('nobody plays this part')
  return member.employeeNo
}

/** Who acts in the year, by user name (the employee number). */
export const CAST = {
  ...{ system: OPERATORS.system.username, security: OPERATORS.security.username, audit: OPERATORS.audit.username },
  authority: OPERATORS.authority.username,
  director: named(leaders[0]),
  secretary: named(leaders[1]),
  deputies: leaders.slice(2).map(named),
  office: named(holderOf('JXZY', 0)),
  secondOfficer: named(holderOf('JXZY', 1)),
  personnel: named(headOfUnit('RSK')),
  discipline: named(holderOf('JJY', 0)),
  disciplineHead: named(headOfUnit('JJS')),
  engineer: named(holderOf('LMGCS')),
  worker: named(holderOf('YHG')),
} as const
