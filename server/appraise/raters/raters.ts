import { daysBetween } from '@milepost/appraisal/days'
import { z } from 'zod'
import { type Assignment, type Cycle, listAssignments } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { groupedBy } from '../groupedBy.ts'
import { areTied, tiesInForce } from '../record/tiesData.ts'
import { rulesOf } from '../rulePack.ts'
import { listRoles, type RaterRole } from './data.ts'
import { headsDuring, type Superior, superiorsOf } from './superiors.ts'

const raterGroup = z.enum(['superior', 'peers', 'subordinates', 'service-users'])
type RaterGroup = z.infer<typeof raterGroup>
/** Art. 39: somebody who holds two posts is rated in each by the raters of that post. */
export type ForPost = 'main' | 'second'

export type Rater = {
  readonly personId: string
  readonly group: RaterGroup
  /** Superiors: the days of the year they answered for the person. */
  readonly days: number | null
  /** Rates for somebody who cannot. */
  readonly onBehalfOf: string | null
  readonly forPost: ForPost
}

export type RatedPerson = {
  readonly appraisalId: string
  readonly personId: string
  readonly unitId: string
  readonly secondPostId: string | null
}

/** An appraisal as the people behind it are looked for. */
export const ratedOf = (row: { appraisal_id: string; person_id: string; unit_id: string; second_post_id: string | null }): RatedPerson => ({
  appraisalId: row.appraisal_id,
  personId: row.person_id,
  unitId: row.unit_id,
  secondPostId: row.second_post_id,
})

/** Who rates one person, and what became of those who do not. */
export type RatersOfOne = {
  readonly raters: readonly Rater[]
  /** Superiors by post, before anybody was replaced or waived; whoever stepped aside or was let off has given way to the one above. */
  readonly superiors: readonly Superior[]
  /** The same of the second post, with the days it was held. */
  readonly second: { readonly superiors: readonly Superior[]; readonly days: number } | null
  readonly headsUnits: boolean
  /** Superiors whose rating was waived: their days no longer count. */
  readonly waived: readonly string[]
  readonly roles: readonly RaterRole[]
}

/** Up to so many people only those near them are read: a sheet in the last hour must not cost the whole institution. */
const FEW = 20

type Asked = { readonly institutionId: string; readonly cycle: Cycle; readonly today: string; readonly library: Library }

/**
 * Raters by posts as they stood in the year: superiors by stretch, colleagues of the unit and people of the headed units as of its last day.
 * Nobody rates themselves or somebody they are tied to; what was nominated, declined, replaced or waived comes on top.
 */
export async function readRaters(tx: Tx, asked: Asked, people: readonly RatedPerson[]): Promise<RatersOfOne[]> {
  const { institutionId, cycle, today } = asked
  const last = today < cycle.endsOn ? today : cycle.endsOn
  const days = { from: cycle.startsOn, to: last < cycle.startsOn ? cycle.startsOn : last }
  const leastDays = rulesOf(asked.library, cycle.endsOn).segments.minimumDays
  const few = people.length <= FEW
  const near = few ? { personIds: people.map((one) => one.personId), unitIds: people.map((one) => one.unitId) } : undefined
  const assignments = await listAssignments(tx, institutionId, days, near)
  const inForce = await headsDuring(tx, institutionId, days, assignments)
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
  const roles = groupedBy(
    await listRoles(tx, institutionId, cycle.cycleId, few ? people.map((one) => one.appraisalId) : undefined),
    (one) => one.appraisalId,
  )
  return people.map((person) => {
    const isBarred = (other: string) => other === person.personId || areTied(ties, person.personId, other)
    const own = roles.get(person.appraisalId) ?? []
    const held = byPerson.get(person.personId) ?? []
    const gaveWay = gaveWayIn(own, today)
    const superiorsBy = (assignments: readonly Assignment[]) => {
      const standing = { personId: person.personId, assignments, inForce, leastDays }
      const found = superiorsOf({ ...standing, isBarred: (other) => isBarred(other) || gaveWay.has(other) })
      // at the very top nobody is left to take the place
      return found.length > 0 || gaveWay.size === 0 ? found : superiorsOf({ ...standing, isBarred })
    }
    const superiors = superiorsBy(held.filter(({ kind }) => kind === 'primary'))
    const other = held.filter((one) => one.kind === 'concurrent' && one.post.postId === person.secondPostId)
    const second = other.length === 0 ? null : { superiors: superiorsBy(other), days: daysHeld(other, days) }
    const units = (headed.get(person.personId) ?? []).map((one) => one.unitId)
    const above = new Set(superiors.map((one) => one.personId))
    const below = units.flatMap((unitId) => staffOf.get(unitId) ?? []).filter((one) => !above.has(one.personId))
    const beside = (staffOf.get(person.unitId) ?? []).filter(
      (one) => !above.has(one.personId) && !below.some((other) => other.personId === one.personId),
    )
    const main = { onBehalfOf: null, forPost: 'main' as const }
    const byPost: Rater[] = [
      ...superiors.map((one) => ({ ...main, personId: one.personId, group: 'superior' as const, days: one.days })),
      ...below.map((one) => ({ ...main, personId: one.personId, group: 'subordinates' as const, days: null })),
      ...beside.map((one) => ({ ...main, personId: one.personId, group: 'peers' as const, days: null })),
      ...(second ? ofSecondPost(second.superiors, other, staffOf) : []),
    ]
    return {
      raters: withRoles(byPost, own, today).filter((one) => !isBarred(one.personId)),
      superiors,
      second,
      headsUnits: units.length > 0,
      waived: own.filter((role) => role.kind === 'waived' && role.state === 'granted').map((role) => role.raterPersonId),
      roles: own,
    }
  })
}

/**
 * Superiors who stepped aside, or were let off by the office: somebody has to rate, so the one above takes the place, as above a relative. Where
 * somebody stands in for them, that one does.
 */
function gaveWayIn(roles: readonly RaterRole[], today: string): ReadonlySet<string> {
  const granted = roles.filter((role) => role.state === 'granted')
  const replaced = new Set(granted.filter((role) => standsIn(role, today)).map((role) => role.raterPersonId))
  return new Set(
    granted
      .filter(({ kind, group }) => (kind === 'recused' || kind === 'declined') && group === 'superior')
      .flatMap(({ raterPersonId }) => (replaced.has(raterPersonId) ? [] : [raterPersonId])),
  )
}

const standsIn = ({ kind, standInPersonId, untilOn }: RaterRole, today: string) =>
  kind === 'stands-in' && standInPersonId !== null && (untilOn ?? '') >= today

const daysHeld = (posts: readonly Assignment[], within: { from: string; to: string }): number =>
  posts.reduce((sum, { validFrom, validTo }) => {
    const from = validFrom > within.from ? validFrom : within.from
    const to = validTo !== null && validTo < within.to ? validTo : within.to
    return from <= to ? sum + daysBetween(from, to) + 1 : sum
  }, 0)

/** The raters of the second post: who stood above in it, and the colleagues of its unit. */
function ofSecondPost(
  superiors: readonly Superior[],
  posts: readonly Assignment[],
  staffOf: ReadonlyMap<string, readonly Assignment[]>,
): Rater[] {
  const above = new Set(superiors.map((one) => one.personId))
  const second = { onBehalfOf: null, forPost: 'second' as const }
  const beside = new Set(posts.flatMap((one) => staffOf.get(one.unitId) ?? []).map((one) => one.personId))
  return [
    ...superiors.map((one) => ({ ...second, personId: one.personId, group: 'superior' as const, days: one.days })),
    ...[...beside].filter((one) => !above.has(one)).map((personId) => ({ ...second, personId, group: 'peers' as const, days: null })),
  ]
}

function withRoles(byPost: readonly Rater[], roles: readonly RaterRole[], today: string): Rater[] {
  const granted = roles.filter((role) => role.state === 'granted')
  const gone = new Set(granted.filter((role) => role.kind !== 'nominated' && role.kind !== 'stands-in').map((role) => role.raterPersonId))
  const raters = byPost.filter((one) => !gone.has(one.personId))
  for (const role of granted) {
    if (role.kind === 'nominated' && !gone.has(role.raterPersonId) && !raters.some((one) => one.personId === role.raterPersonId))
      raters.push({ personId: role.raterPersonId, group: role.group, days: null, onBehalfOf: null, forPost: 'main' })
    if (standsIn(role, today) && role.standInPersonId !== null && !gone.has(role.standInPersonId)) {
      for (const place of byPost.filter((one) => one.personId === role.raterPersonId && one.group === 'superior'))
        raters.push({ ...place, personId: role.standInPersonId, onBehalfOf: place.personId })
    }
  }
  return raters
}

/** The place somebody rates from: the strongest, where there are several; of one post, if asked. */
export const placeOf = (of: RatersOfOne, personId: string | null, forPost?: ForPost): Rater | null =>
  raterGroup.options.flatMap((group) =>
    of.raters.filter((one) => one.personId === personId && one.group === group && (forPost === undefined || one.forPost === forPost)),
  )[0] ?? null

/** One place in each post somebody rates a person in. */
export const placesOf = (of: RatersOfOne, personId: string): Rater[] =>
  (['main', 'second'] as const).flatMap((forPost) => placeOf(of, personId, forPost) ?? [])
