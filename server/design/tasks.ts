import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import type { task } from '@milepost/contract/institution/tasks'
import type { z } from 'zod'
import { type Cycle, currentCycle, listCycles } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import { amendmentActs } from './amendment/amendmentActs.ts'
import { listOpenAmendments } from './amendment/data.ts'
import { standingOfRow } from './amendment/views.ts'
import { countCards } from './card/data.ts'
import { listPlanRows } from './plan/data.ts'
import { waitsFor } from './plan/listPlans.ts'
import { sideOf } from './plan/planActs.ts'
import { findScorecardRow } from './scorecard/data.ts'
import { listTargetChanges } from './targetChange/data.ts'

type Task = z.infer<typeof task>
type Counts = Awaited<ReturnType<typeof countCards>>

type Say = (key: string, page: string, zh: string, en: string) => Task

/** The year in hand is understood; of the year to come the line names it and leads to it. */
const sayOf =
  ({ cycle, inHand }: When): Say =>
  (key, page, zh, en) => ({
    key: inHand ? `design.${key}` : `design.${cycle.year}.${key}`,
    text: inHand ? { zh, en } : { zh: `${cycle.year} 年度：${zh}`, en: `${cycle.year}: ${en}` },
    href: inHand ? page : `${page}?year=${cycle.year}`,
    dueOn: null,
    stage: 'design',
  })

/** What the design asks of this person now: in the current cycle, and in one to come that has reached the design. */
export async function tasksOf(tx: Tx, institutionId: string, actor: Actor, today: string): Promise<Task[]> {
  const current = await currentCycle(tx, institutionId, today)
  const coming = (await listCycles(tx, institutionId))
    .filter((cycle) => cycle.startsOn > today && cycle.hold !== 'cancelled' && !BEFORE_DESIGN.includes(cycle.stage))
    .reverse()
  const tasks: Task[] = []
  for (const cycle of new Map([...(current ? [current] : []), ...coming].map((one) => [one.cycleId, one])).values())
    if (cycle.stage !== 'closed')
      tasks.push(...(await tasksOfCycle(tx, institutionId, actor, { cycle, inHand: cycle.cycleId === current?.cycleId })))
  return tasks
}

const BEFORE_DESIGN: readonly string[] = ['diagnose', 'choose']

type When = { readonly cycle: Cycle; readonly inHand: boolean }

async function tasksOfCycle(tx: Tx, institutionId: string, actor: Actor, when: When): Promise<Task[]> {
  const { cycle } = when
  const say = sayOf(when)
  const scorecard = await findScorecardRow(tx, institutionId, { cycleId: cycle.cycleId })
  if (!scorecard) {
    if (!mayByRole(actor, 'scorecard.edit')) return []
    return [say('make', '/design/scorecard', '起草单位计分卡', 'Draft the scorecard')]
  }
  const counts = await countCards(tx, institutionId, scorecard.scorecard_id)
  return [
    ...officeTasks(actor, scorecard.state, counts, say),
    ...leaderTasks(actor, scorecard.state, counts, say),
    ...(await targetTasks(tx, institutionId, actor, { scorecardId: scorecard.scorecard_id, say })),
    ...(await planTasks(tx, institutionId, actor, { scorecardId: scorecard.scorecard_id, say })),
  ]
}

type Of = { readonly scorecardId: string; readonly say: Say }

function officeTasks(actor: Actor, state: string, { unitCards, plans, plansAgreed }: Counts, say: Say): Task[] {
  if (!mayByRole(actor, 'scorecard.edit')) return []
  if (unitCards === 0 && plans === 0)
    return [say('cascade', '/design/cascade', '把计分卡分解到部门和个人', 'Cascade the scorecard to units and people')]
  const open = plans - plansAgreed
  return [
    ...(state === 'draft'
      ? [say('finish', '/design/scorecard', '完善计分卡，提请领导发布', 'Finish the scorecard for a leader to publish')]
      : []),
    ...(open > 0
      ? [say('plans', '/design/plans', `${open} 份个人计划尚未双方确认`, `${open} plans are not agreed by both sides yet`)]
      : []),
  ]
}

function leaderTasks(actor: Actor, state: string, { unitCards, unitCardsAgreed }: Counts, say: Say): Task[] {
  if (!mayByRole(actor, 'scorecard.publish')) return []
  if (state === 'draft') return [say('publish', '/design/scorecard', '审阅并发布单位计分卡', 'Review and publish the scorecard')]
  const open = unitCards - unitCardsAgreed
  return open > 0 ? [say('agree-units', '/design/cascade', `下达 ${open} 张部门卡`, `Agree ${open} unit cards`)] : []
}

/** Requests to change a target that wait for a leader who did not ask. */
async function targetTasks(tx: Tx, institutionId: string, actor: Actor, { scorecardId, say }: Of): Promise<Task[]> {
  if (!mayByRole(actor, 'scorecard.publish')) return []
  const open = (await listTargetChanges(tx, institutionId, { scorecardId })).filter(
    (change) => change.decision === null && (change.askedByAccountId === null || change.askedByAccountId !== actor.accountId),
  )
  if (open.length === 0) return []
  return [
    say(
      'target-changes',
      '/design/versions',
      `决定 ${open.length} 项目标调整申请`,
      `Decide ${open.length} request${open.length === 1 ? '' : 's'} to change a target`,
    ),
  ]
}

async function planTasks(tx: Tx, institutionId: string, actor: Actor, { scorecardId, say }: Of): Promise<Task[]> {
  const own = actor.personId === null ? [] : await listPlanRows(tx, institutionId, { scorecardId, personId: actor.personId })
  const led = actor.headedUnitIds.length === 0 ? [] : await listPlanRows(tx, institutionId, { scorecardId, unitIds: actor.headedUnitIds })
  const mine = own.flatMap((plan): Task[] => {
    if (plan.state === 'draft')
      return [
        say(
          'my-plan',
          '/design/my-plan',
          '填写本年绩效计划和个人发展目标，并提交',
          'Complete your plan and development goals, and propose it',
        ),
      ]
    return waitsFor(actor, plan) ? [say('agree-mine', '/design/my-plan', '确认本人绩效计划', 'Agree your plan')] : []
  })
  const waiting = led.filter(
    (plan) => waitsFor(actor, plan) && sideOf(actor, { personId: plan.person_id ?? '', unitId: plan.unit_id ?? '' }) === 'head',
  )
  const amended = [...own, ...led].length === 0 ? [] : await amendmentTasks(tx, institutionId, actor, { scorecardId, say })
  if (waiting.length === 0) return [...mine, ...amended]
  return [
    ...mine,
    ...amended,
    say('agree-people', '/design/plans', `${waiting.length} 份计划等待您确认`, `${waiting.length} plans wait for your agreement`),
  ]
}

/** Changes to agreed plans that wait for this person, each with its plan. */
async function amendmentTasks(tx: Tx, institutionId: string, actor: Actor, { scorecardId, say }: Of): Promise<Task[]> {
  const of = { scorecardId, personId: actor.personId, unitIds: actor.headedUnitIds }
  return (await listOpenAmendments(tx, institutionId, of)).flatMap((row): Task[] => {
    if (!amendmentActs(actor, standingOfRow(row, { personId: row.person_id, unitId: row.unit_id })).agree) return []
    const href = `/design/cards/${row.card_id}`
    return [
      say(
        `amendment-${row.amendment_id}`,
        href,
        `答复 ${row.asked_by} 提请的计划调整`,
        `Answer the change to a plan asked by ${row.asked_by}`,
      ),
    ]
  })
}
