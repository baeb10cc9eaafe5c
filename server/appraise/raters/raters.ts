import { z } from 'zod'
import { type Cycle, listAssignments } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { groupedBy } from '../groupedBy.ts'
import { areTied, tiesInForce } from '../record/tiesData.ts'
import { rulesOf } from '../rulePack.ts'
import { listRoles, type RaterRole } from './data.ts'
import { headsDuring, type Superior, superiorsOf } from './superiors.ts'

export const raterGroup = z.enum(['superior', 'peers', 'subordinates', 'service-users'])
export type RaterGroup = z.infer<typeof raterGroup>

export type Rater = {
  readonly personId: string
  readonly group: RaterGroup
  /** Superiors: the days of the year they answered for the person. */
  readonly days: number | null
  /** Rates for somebody who cannot. */
  readonly onBehalfOf: string | null
}

export type RatedPerson = { readonly appraisalId: string; readonly personId: string; readonly unitId: string }

/** Who rates one person, and what became of those who do not. */
export type RatersOfOne = {
  readonly raters: readonly Rater[]
  /** Superiors by post before anybody declined, was replaced or waived. */
  readonly superiors: readonly Superior[]
  readonly headsUnits: boolean
  /** Superiors whose rating was waived: their days no longer count. */
  readonly waived: readonly string[]
  readonly roles: readonly RaterRole[]
}

type Asked = { readonly institutionId: string; readonly cycle: Cycle; readonly today: string; readonly library: Library }

/**
 * Raters by posts as they stood in the year: superiors by stretch, colleagues of the unit and people of the headed units as of its last day.
 * Nobody rates themselves or somebody they are tied to; what was nominated, declined, replaced or waived comes on top.
 */
export async function readRaters(tx: Tx, asked: Asked, people: readonly RatedPerson[]): Promise<RatersOfOne[]> {
  const { institutionId, cycle, today } = asked
  const last = today < cycle.endsOn ? today : cycle.endsOn
  const days = { from: cycle.startsOn, to: last < cycle.startsOn ? cycle.startsOn : last }
  const leastDays = rulesOf(asked.library).segments.minimumDays
  const inForce = await headsDuring(tx, institutionId, days)
  const assignments = await listAssignments(tx, institutionId, days)
  const byPerson = groupedBy(assignments, (one) => one.personId)
  const atEnd = assignments.filter((one) => one.validFrom <= days.to && (one.validTo === null || one.validTo >= days.to))
  const staffOf = groupedBy(
    atEnd.filter(({ kind }) => kind === 'primary'),
    (one) => one.unitId,
  )
  const headed = groupedBy(
    atEnd.filter(({ isHead }) => isHead),
    (one) => one.personId,
  )
  const ties = await tiesInForce(tx, institutionId)
  const roles = groupedBy(await listRoles(tx, institutionId, cycle.cycleId), (one) => one.appraisalId)
  return people.map((person) => {
    const isBarred = (other: string) => other === person.personId || areTied(ties, person.personId, other)
    const own = roles.get(person.appraisalId) ?? []
    const held = byPerson.get(person.personId) ?? []
    const superiors = superiorsOf({ personId: person.personId, assignments: held, inForce, leastDays, isBarred })
    const units = (headed.get(person.personId) ?? []).map((one) => one.unitId)
    const above = new Set(superiors.map((one) => one.personId))
    const below = units.flatMap((unitId) => staffOf.get(unitId) ?? []).filter((one) => !above.has(one.personId))
    const beside = (staffOf.get(person.unitId) ?? []).filter(
      (one) => !above.has(one.personId) && !below.some((other) => other.personId === one.personId),
    )
    const byPost: Rater[] = [
      ...superiors.map((one) => ({ personId: one.personId, group: 'superior' as const, days: one.days, onBehalfOf: null })),
      ...below.map((one) => ({ personId: one.personId, group: 'subordinates' as const, days: null, onBehalfOf: null })),
      ...beside.map((one) => ({ personId: one.personId, group: 'peers' as const, days: null, onBehalfOf: null })),
    ]
    return {
      raters: withRoles(byPost, own, today).filter((one) => !isBarred(one.personId)),
      superiors,
      headsUnits: units.length > 0,
      waived: own.filter((role) => role.kind === 'waived' && role.state === 'granted').map((role) => role.raterPersonId),
      roles: own,
    }
  })
}

function withRoles(byPost: readonly Rater[], roles: readonly RaterRole[], today: string): Rater[] {
  const granted = roles.filter((role) => role.state === 'granted')
  const gone = new Set(granted.filter((role) => role.kind !== 'nominated' && role.kind !== 'stands-in').map((role) => role.raterPersonId))
  const raters = byPost.filter((one) => !gone.has(one.personId))
  for (const role of granted) {
    if (role.kind === 'nominated' && !gone.has(role.raterPersonId) && !raters.some((one) => one.personId === role.raterPersonId))
      raters.push({ personId: role.raterPersonId, group: role.group, days: null, onBehalfOf: null })
    if (role.kind === 'stands-in' && role.standInPersonId !== null && (role.untilOn ?? '') >= today) {
      const place = byPost.find((one) => one.personId === role.raterPersonId)
      if (place) raters.push({ ...place, personId: role.standInPersonId, onBehalfOf: place.personId })
    }
  }
  return raters
}

/** The place somebody rates from: the strongest, where there are several. */
export const placeOf = (of: RatersOfOne, personId: string | null): Rater | null =>
  raterGroup.options.flatMap((group) => of.raters.filter((one) => one.personId === personId && one.group === group))[0] ?? null
