import type { Actor } from '@milepost/access/actor'
import { listPlans } from '@milepost/contract/design/plans'
import { findCycle, listPeopleDuring } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { findScorecardRow } from '../scorecard/data.ts'
import { listPlanRows, type PlanRow } from './data.ts'
import { planActs } from './planActs.ts'

const SEES_ALL = ['performance-office', 'leader', 'discipline'] as const
const seesAll = (actor: Actor) => actor.roles.some((role) => SEES_ALL.some((one) => one === role))

export const listPlansRoute = serve(listPlans, {
  run: async ({ tx, institutionId, input, actor }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    const scorecard = cycle ? await findScorecardRow(tx, institutionId, { cycleId: cycle.cycleId }) : undefined
    if (!cycle || !scorecard) return { plans: [] }
    const scope = seesAll(actor) ? {} : { unitIds: actor.headedUnitIds }
    const rows = await listPlanRows(tx, institutionId, { scorecardId: scorecard.scorecard_id, ...scope })
    const people = await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn })
    const posts = new Map(people.map((person) => [person.personId, person.post.title]))
    return {
      plans: rows.map((row) => ({
        cardId: row.card_id,
        personId: row.person_id ?? '',
        person: row.name,
        employeeNo: row.employee_no,
        unit: { zh: row.name_zh, en: row.name_en || row.name_zh },
        post: posts.get(row.person_id ?? '') ?? { zh: '', en: '' },
        state: stateOf(row),
        measures: Number(row.measures),
        totalBp: Number(row.total_bp ?? 0),
        goals: Number(row.goals),
        agreedByPerson: row.agreed_by_person_at !== null,
        agreedByHead: row.agreed_by_head_at !== null,
        waitsForMe: waitsFor(actor, row),
      })),
    }
  },
})

const stateOf = (row: Pick<PlanRow, 'state'>) => (row.state === 'agreed' || row.state === 'proposed' ? row.state : 'draft')

/** The plan is proposed and this actor is the side that has not agreed yet. */
export const waitsFor = (actor: Actor, row: PlanRow): boolean =>
  planActs(actor, {
    state: stateOf(row),
    personId: row.person_id ?? '',
    unitId: row.unit_id ?? '',
    agreedByPerson: row.agreed_by_person_at !== null,
    agreedByHead: row.agreed_by_head_at !== null,
  }).agree
