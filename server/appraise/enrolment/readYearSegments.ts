import { type HeldPost, yearSegments } from '@milepost/appraisal/transfers'
import { readYearSegments } from '@milepost/contract/appraise/history'
import { Refusal } from '@milepost/contract/refusals'
import { type Assignment, findCycle, listAssignments, listPeopleDuring, listUnits, personSubject } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { type HeadsInForce, headAbove, headsDuring } from '../raters/superiors.ts'
import { listRatings } from '../rating/data.ts'
import { areTied, tiesInForce } from '../record/tiesData.ts'
import { rulesOf } from '../rulePack.ts'

/** Nothing is deleted when somebody moves or gets another head: each stretch keeps its superior, its days, and the day by which it is rated. */
export const readYearSegmentsRoute = serve(readYearSegments, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, library }) => {
    const { cycleId, personId } = input
    const cycle = await findCycle(tx, institutionId, cycleId)
    if (!cycle) throw new Refusal('not-found')
    const days = { from: cycle.startsOn, to: cycle.endsOn }
    const held = (await listAssignments(tx, institutionId, days)).filter((one) => one.personId === personId)
    const inForce = await headsDuring(tx, institutionId, days)
    const ties = await tiesInForce(tx, institutionId)
    const isBarred = (other: string) => other === personId || areTied(ties, personId, other)
    const rules = rulesOf(library, cycle.endsOn).segments
    const units = new Map((await listUnits(tx, institutionId)).map((one) => [one.unitId, one.name]))
    const people = new Map((await listPeopleDuring(tx, institutionId, days)).map((one) => [one.personId, one.name]))
    const ratedBy = new Set(
      (await listRatings(tx, institutionId, cycleId)).flatMap((one) =>
        one.rater_group === 'superior' && one.ratee_person_id === personId
          ? [`${one.for_post} ${one.on_behalf_of ?? one.rater_person_id}`]
          : [],
      ),
    )
    const divided = (kind: 'primary' | 'concurrent') =>
      yearSegments(
        held.filter((one) => one.kind === kind).flatMap((one) => stretches(one, inForce, isBarred)),
        days,
        rules,
      )
    const main = divided('primary')
    const second = held.some((one) => one.kind === 'concurrent') ? divided('concurrent') : null
    const shown = (result: typeof main | null, post: 'main' | 'second') =>
      result?.kind === 'divided'
        ? result.segments.map(({ unit, rater, ...segment }) => ({
            post,
            ...segment,
            unit: units.get(unit) ?? { zh: '', en: '' },
            superior: rater === null ? null : (people.get(rater) ?? null),
            rated: ratedBy.has(`${post} ${rater}`),
          }))
        : []
    return {
      segments: [...shown(main, 'main'), ...shown(second, 'second')],
      unitOfMostTime: main.kind === 'divided' && main.unitOfMostTime !== null ? (units.get(main.unitOfMostTime) ?? null) : null,
      daysWithout: main.kind === 'divided' ? main.daysWithout : 0,
      leastDays: rules.minimumDays,
    }
  },
})

/** One post, cut where the head above changed. */
function stretches(post: Assignment, inForce: readonly HeadsInForce[], isBarred: (personId: string) => boolean): HeldPost[] {
  return inForce.flatMap((one) => {
    const from = post.validFrom > one.from ? post.validFrom : one.from
    const to = post.validTo !== null && post.validTo < one.to ? post.validTo : one.to
    if (from > to) return []
    return [{ unit: post.unitId, rater: headAbove(one.heads, { personId: post.personId, unitId: post.unitId }, isBarred), from, to }]
  })
}
