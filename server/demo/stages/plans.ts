import { readCard } from '@milepost/contract/design/cards'
import {
  agreePlans as agreeProposed,
  amendPlan,
  answerAmendment,
  giveBackPlan,
  listPlans,
  proposePlan,
  readMyPlan,
  recordGoal,
  savePlan,
} from '@milepost/contract/design/plans'
import type { OutputOf } from '@milepost/contract/endpoint'
import { developmentGoals } from '../../design/published.ts'
import { CAST } from '../cast.ts'
import { goalsOf } from '../ownGoals.ts'
import type { Scene } from '../scene.ts'
import { aliasOf } from '../skill.ts'
import { superiorOf } from '../staff.ts'

type Plan = { readonly employeeNo: string; readonly cardId: string }

/** Everybody proposes the own plan and the head agrees it; the last ones, if asked, are left where they are. */
export async function agreePlans(scene: Scene, given: { cycleId: string; from: string; to: string; left: number }): Promise<void> {
  scene.clock.moveTo(given.from)
  const plans = await plansOf(scene, given.cycleId)
  await addGoal(scene, plans)
  const ready = plans.slice(0, plans.length - given.left)
  for (const { employeeNo, cardId } of ready) await scene.act(employeeNo, proposePlan, { cardId })
  await talkOver(scene, ready)
  scene.clock.moveTo(given.to)
  await agreeAtOnce(scene, given.cycleId, new Set(ready.map(({ cardId }) => cardId)))
  for (const { employeeNo, cardId } of plans.slice(ready.length, ready.length + Math.floor(given.left / 2)))
    await scene.act(employeeNo, proposePlan, { cardId })
  scene.say({ zh: `绩效计划：${ready.length} 人与负责人双方确认`, en: `Plans: ${ready.length} agreed by person and head` })
}

/** Every head agrees what the people of the unit have proposed, at one go. */
async function agreeAtOnce(scene: Scene, cycleId: string, ready: ReadonlySet<string>): Promise<void> {
  const { plans } = await scene.act(CAST.office, listPlans, { cycleId })
  const waiting = plans.filter(({ cardId }) => ready.has(cardId))
  for (const head of new Set(waiting.map(({ employeeNo }) => superiorOf(employeeNo)))) {
    const shown = waiting.filter(({ employeeNo }) => superiorOf(employeeNo) === head).map(({ cardId, revision }) => ({ cardId, revision }))
    const { leftOut } = await scene.act(head, agreeProposed, { cycleId, plans: shown })
    if (leftOut.length > 0)
      throw new Error(`${head} left out ${leftOut.map(({ person, because }) => `${person}: ${because.en}`).join('; ')}`)
  }
}

async function plansOf(scene: Scene, cycleId: string): Promise<Plan[]> {
  const { plans } = await scene.act(CAST.office, listPlans, { cycleId })
  return plans.flatMap(({ employeeNo, cardId, state }) => (state === 'draft' ? [{ employeeNo, cardId }] : []))
}

/** The pavement engineer takes on a second development goal that the library offers. */
async function addGoal(scene: Scene, plans: readonly Plan[]): Promise<void> {
  const plan = plans.find(({ employeeNo }) => employeeNo === CAST.engineer)
  if (!plan) return
  const card = await scene.act(CAST.engineer, readCard, { cardId: plan.cardId })
  const [suggested] = card.suggestedGoals
  if (!suggested) return
  const { year } = card.scorecard
  const lines = linesToSave(card)
  const goals = [
    ...goalsToSave(card),
    { goalId: null, ...suggested, support: '参加省厅路面新材料培训班，安排两周脱产时间', dueOn: `${year}-11-30` },
  ]
  await scene.act(CAST.engineer, savePlan, { cardId: plan.cardId, revision: card.revision, lines, goals })
}

type Card = OutputOf<typeof readCard>

const linesToSave = (card: Card) =>
  card.perspectives.flatMap((perspective) =>
    perspective.objectives.flatMap((objective) =>
      objective.measures.map((line) => ({
        cardMeasureId: line.cardMeasureId,
        measure: { measureId: line.measureId },
        objectiveId: objective.objectiveId,
        weightBp: line.weightBp,
        rule: line.rule,
        valueScope: line.valueScope,
        cascadeKind: line.cascadeKind,
        parentCardMeasureId: line.parentCardMeasureId,
      })),
    ),
  )

const goalsToSave = ({ goals }: Card) =>
  goals.map(({ goalId, objectiveId, title, proof, support, dueOn }) => ({ goalId, objectiveId, title, proof, support, dueOn }))

/** After the floods the road worker asks to be measured more by the first line of the plan; the head agrees, and both versions count by their days. */
export async function amendAfterFloods(scene: Scene, given: { cycleId: string; asked: string; agreed: string }): Promise<void> {
  scene.clock.moveTo(given.asked)
  const { cardId } = await scene.act(CAST.worker, readMyPlan, { cycleId: given.cycleId })
  if (cardId === null) return
  const card = await scene.act(CAST.worker, readCard, { cardId })
  const [first, second, ...rest] = linesToSave(card)
  if (!first || !second) return
  const moved = Math.floor(second.weightBp / 2)
  const lines = [{ ...first, weightBp: first.weightBp + moved }, { ...second, weightBp: second.weightBp - moved }, ...rest]
  const reason = '7 月水毁后调入抢通班，工作重心变化'
  const asked = { cardId, revision: card.revision, lines, goals: goalsToSave(card), reason }
  const { amendmentId } = await scene.act(CAST.worker, amendPlan, asked)
  scene.clock.moveTo(given.agreed)
  await scene.act(superiorOf(CAST.worker), answerAmendment, { amendmentId, answer: 'agree', note: '' })
}

/** One plan is given back with a reason, and proposed again after a talk. */
async function talkOver(scene: Scene, plans: readonly Plan[]): Promise<void> {
  const plan = plans.find(({ employeeNo }) => employeeNo === CAST.worker)
  if (!plan) return
  await scene.act(superiorOf(CAST.worker), giveBackPlan, { cardId: plan.cardId, note: '巡查完成率按新排班核一下目标值，周五碰头后再报。' })
  await scene.act(CAST.worker, proposePlan, { cardId: plan.cardId })
}

/** At the end of the year the head says how each development goal came out, as the measure of them counts it. */
export async function recordGoals(scene: Scene, { cycleId, year, day }: { cycleId: string; year: number; day: string }): Promise<void> {
  scene.clock.moveTo(day)
  const { plans } = await scene.act(CAST.office, listPlans, { cycleId })
  const agreed = plans.filter(({ employeeNo, state }) => state === 'agreed' && superiorOf(employeeNo) !== employeeNo)
  const told = { achieved: 0, all: 0 }
  // a card is opened in 80 ms with everything above it; here the goals alone are wanted, of 300 people
  const goals = await scene.services.database.inInstitution(scene.institutionId, (tx) =>
    developmentGoals(
      tx,
      scene.institutionId,
      agreed.map(({ cardId }) => cardId),
    ),
  )
  for (const { employeeNo, cardId } of agreed) {
    const head = superiorOf(employeeNo)
    const { reached } = goalsOf(year, aliasOf(employeeNo))
    for (const [at, { goalId }] of goals.filter((one) => one.cardId === cardId).entries()) {
      const state = at < reached ? 'achieved' : Number(employeeNo) % 2 === 0 ? 'partly-achieved' : 'not-achieved'
      await scene.act(head, recordGoal, { goalId, state, evidence: GOAL_OUTCOMES[state] })
      told.all += 1
      if (state === 'achieved') told.achieved += 1
    }
  }
  scene.say({
    zh: `发展目标：${told.all} 项由负责人记录结果，达成 ${told.achieved} 项`,
    en: `Development goals: how ${told.all} came out is on record, ${told.achieved} achieved`,
  })
}

const GOAL_OUTCOMES = {
  achieved: '年底核对：达成标志已具备，证明材料已归档。',
  'partly-achieved': '已完成大部分，余下部分转入下一年继续。',
  'not-achieved': '汛期抢险占用时间，未能完成，转入下一年。',
} as const
