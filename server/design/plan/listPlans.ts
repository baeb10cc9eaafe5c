import type { Actor } from '@milepost/access/actor'
import { listPlans } from '@milepost/contract/design/plans'
import { refusalText } from '@milepost/contract/refusals'
import type { Bilingual } from '@milepost/terms/bilingual'
import { findCycle, listPeopleDuring } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { cardsWhere } from '../card/readCards.ts'
import { findScorecardRow } from '../scorecard/data.ts'
import { listGoalRows, listPlanRows, type PlanRow } from './data.ts'
import { listNotAgreed } from './exceptionData.ts'
import { type PlanStanding, planActs } from './planActs.ts'
import { whyPlanUnfit } from './whyPlanUnfit.ts'

const SEES_ALL = ['performance-office', 'leader', 'discipline'] as const
const seesAll = (actor: Actor) => actor.roles.some((role) => SEES_ALL.some((one) => one === role))

export const listPlansRoute = serve(listPlans, {
  run: async ({ tx, institutionId, input, actor }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    const scorecard = cycle ? await findScorecardRow(tx, institutionId, { cycleId: cycle.cycleId }) : undefined
    if (!cycle || !scorecard) return { plans: [] }
    const scope = seesAll(actor) ? {} : { unitIds: actor.headedUnitIds }
    const rows = await listPlanRows(tx, institutionId, { scorecardId: scorecard.scorecard_id, ...scope })
    const excepted = new Map((await listNotAgreed(tx, institutionId, scorecard.scorecard_id)).map((one) => [one.card_id, one]))
    const people = await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn })
    const posts = new Map(people.map((person) => [person.personId, person.post.title]))
    const faults = await faultsOf(
      tx,
      institutionId,
      rows.flatMap((row) => (waitsFor(actor, row) ? [row.card_id] : [])),
    )
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
        goals: row.goals,
        agreedByPerson: row.agreed_by_person_at !== null,
        agreedByHead: row.agreed_by_head_at !== null,
        waitsForMe: waitsFor(actor, row),
        revision: row.revision,
        fault: faults.get(row.card_id) ?? null,
        exception: exceptionOf(excepted.get(row.card_id)),
      })),
    }
  },
})

const exceptionOf = (one: Awaited<ReturnType<typeof listNotAgreed>>[number] | undefined) =>
  one?.reason != null && one.decided_at && one.decided_by !== null
    ? { reason: one.reason, by: one.decided_by, at: one.decided_at.toISOString() }
    : null

const stateOf = (row: Pick<PlanRow, 'state'>) => (row.state === 'agreed' || row.state === 'proposed' ? row.state : 'draft')

/** The plan is proposed and this actor is the side that has not agreed yet. */
export const waitsFor = (actor: Actor, row: PlanRow): boolean => planActs(actor, standingOf(row)).agree

type Row = Pick<PlanRow, 'state' | 'person_id' | 'unit_id' | 'agreed_by_person_at' | 'agreed_by_head_at'>

export const standingOf = (row: Row): PlanStanding => ({
  state: stateOf(row),
  personId: row.person_id ?? '',
  unitId: row.unit_id ?? '',
  agreedByPerson: row.agreed_by_person_at !== null,
  agreedByHead: row.agreed_by_head_at !== null,
})

/** What keeps each of these plans from being agreed, in words. */
async function faultsOf(tx: Tx, institutionId: string, cardIds: readonly string[]): Promise<Map<string, Bilingual>> {
  const cards = cardIds.length === 0 ? [] : await cardsWhere(tx, institutionId, { cardIds })
  const withGoals = new Set((await listGoalRows(tx, institutionId, cardIds)).map(({ card_id }) => card_id))
  return new Map(
    cards.flatMap((card) => {
      const unfit = whyPlanUnfit(card, withGoals.has(card.cardId) ? [1] : [])
      return unfit === null ? [] : [[card.cardId, refusalText(unfit.code, unfit.details)] as const]
    }),
  )
}
