import { needsSecondLevel } from '@milepost/appraisal/raterDuty'
import { grade } from '@milepost/contract/appraise/appraisals'
import { type Cycle, listPeople, readHeads } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { type AppraisalRow, appraisalRows, isDecided } from '../data.ts'
import { ratedOf, readRaters } from '../raters/raters.ts'
import { headAbove } from '../raters/superiors.ts'
import { areTied, tiesInForce } from '../record/tiesData.ts'
import { type Confirmation, listConfirmations } from './data.ts'

type Asked = { readonly institutionId: string; readonly cycle: Cycle; readonly today: string; readonly library: Library }
type Placed = { readonly personId: string; readonly name: string }

/** A grade the second level has to look at, by whom, and what became of it. */
export type SecondLook = {
  readonly row: AppraisalRow
  readonly grade: 'excellent' | 'basic' | 'unqualified'
  readonly superior: Placed | null
  readonly secondLevel: Placed | null
  readonly state: 'waiting' | 'confirmed' | 'returned' | 'nobody-above'
  readonly last: Confirmation | null
  /** The one return of this version has been used: the collective decision stands over it. */
  readonly wasReturned: boolean
}

const standing = (row: AppraisalRow) => grade.nullable().parse(isDecided(row.state) ? row.grade : row.proposed_grade)

/**
 * Grades of a cycle that the one above the superior confirms before anybody is told. An unqualified that the rule itself gives (Art. 44) needs no
 * look, nor does a grade where nobody stands above the superior. A return is used up once the committee has decided over it.
 */
export async function secondLooks(tx: Tx, { institutionId, cycle, today, library }: Asked): Promise<SecondLook[]> {
  const rows = (await appraisalRows(tx, institutionId, cycle.cycleId).execute()).filter((row) => {
    const stands = standing(row)
    return stands !== null && needsSecondLevel(stands) && row.participation !== 'unqualified'
  })
  if (rows.length === 0) return []
  const raters = await readRaters(tx, { institutionId, cycle, today, library }, rows.map(ratedOf))
  const heads = await readHeads(tx, institutionId, today)
  const people = new Map((await listPeople(tx, institutionId, today)).map((one) => [one.personId, one]))
  const ties = await tiesInForce(tx, institutionId)
  const given = await listConfirmations(tx, institutionId, cycle.cycleId)
  return rows.map((row, at): SecondLook => {
    const superior = people.get(raters[at]?.superiors.at(-1)?.personId ?? '') ?? null
    const isBarred = (other: string) => other === row.person_id || areTied(ties, row.person_id, other)
    const above = superior && headAbove(heads, superior, isBarred)
    const secondLevel = above === null ? null : (people.get(above) ?? null)
    const own = given.filter((one) => one.appraisalId === row.appraisal_id && one.version === row.version)
    const stands = standing(row) as SecondLook['grade']
    const last = own.filter((one) => one.grade === stands).at(-1) ?? null
    const wasReturned = own.some((one) => one.verdict === 'returned')
    const settledOver = isDecided(row.state) && wasReturned
    const state = last?.verdict === 'confirmed' ? 'confirmed' : settledOver || last ? 'returned' : secondLevel ? 'waiting' : 'nobody-above'
    return { row, grade: stands, superior, secondLevel, state, last: last ?? own.at(-1) ?? null, wasReturned }
  })
}

/** Whom nobody may be told of yet. What was sent back waits until the committee has decided over it. */
export const unconfirmed = (looks: readonly SecondLook[]): SecondLook[] => looks.filter(({ state }) => state === 'waiting')
