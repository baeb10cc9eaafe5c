import type { EarlierResults } from '@milepost/contract/reward/pools'
import { type Cycle, listCycles } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { readBasis } from './readBasis.ts'
import type { readinessOf } from './settledPool.ts'

type Readiness = ReturnType<typeof readinessOf>

/** While somebody of the cycle has no grade, its pool may be tried out on earlier results. */
export const isUngraded = ({ appraised, decided }: Readiness): boolean => appraised === 0 || decided < appraised

/**
 * The newest earlier cycle with results in force, for trying a pool out before anybody is graded; null: there is none. Only looked at:
 * nothing is computed, signed or paid on it. Who has no result in force in it is left out and counted.
 */
export async function readEarlier(tx: Tx, institutionId: string, cycle: Cycle): Promise<EarlierResults | null> {
  const before = (await listCycles(tx, institutionId)).filter(({ year, hold }) => year < cycle.year && hold !== 'cancelled')
  for (const one of before) {
    const basis = await readBasis(tx, institutionId, one)
    const people = basis.people.filter(({ isFinal, grade }) => isFinal && grade !== null)
    if (people.length === 0) continue
    const sharing = new Set(people.map(({ payUnit }) => payUnit))
    return {
      year: one.year,
      basis: {
        ...basis,
        units: basis.units.filter(({ code }) => sharing.has(code)),
        // of the year before that, nothing is needed
        people: people.map((person) => ({ ...person, lastGrade: null })),
      },
      leftOut: basis.people.length - people.length,
    }
  }
  return null
}
