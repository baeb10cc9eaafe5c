import { CAST } from './cast.ts'
import { chanceOf } from './chance.ts'
import { UNITS } from './content/units.ts'
import { JOINERS, STAFF } from './staff.ts'

type Reached = { readonly reached: number; readonly set: number }

/** One development goal each, the pavement engineer two; nine of ten are reached. The draw leaves the two duty officers at the last seat. */
export function goalsOf(year: number, employeeNo: string): Reached {
  const set = employeeNo === CAST.engineer ? 2 : 1
  const chance = chanceOf(`goals/38/${year}/${employeeNo}`)
  return { set, reached: Array.from({ length: set }, () => chance.often(0.92)).filter(Boolean).length }
}

/** Those of everybody in a unit and in the units below it. */
export function goalsIn(year: number, unitCode: string): Reached {
  const inside = new Set([unitCode])
  for (const { code, parent } of UNITS) if (parent !== null && inside.has(parent)) inside.add(code)
  const all = [...STAFF, ...JOINERS].filter((one) => inside.has(one.unitCode)).map(({ employeeNo }) => goalsOf(year, employeeNo))
  return { set: all.reduce((sum, { set }) => sum + set, 0), reached: all.reduce((sum, { reached }) => sum + reached, 0) }
}
