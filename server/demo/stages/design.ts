import { saveCard } from '@milepost/contract/design/cards'
import { draftCascade } from '@milepost/contract/design/cascade'
import { type BonusRule, DEFAULT_RULES } from '@milepost/contract/design/schemeRules'
import { carryForward, createScorecard, publishScorecard, readScorecard, setSchemeRules } from '@milepost/contract/design/scorecard'
import { createCycle } from '@milepost/contract/institution/cycles'
import { decideBonus, enterBonus, readBonuses } from '@milepost/contract/run/bonuses'
import { PERSPECTIVES, saveWeighing } from '@milepost/contract/run/weighing'
import { CAST } from '../cast.ts'
import { HEARINGS } from '../content/hearings.ts'
import type { Scene } from '../scene.ts'
import { answerHearing, hear } from './cycle.ts'
import { setStrategy } from './strategy.ts'

export async function openCycle(scene: Scene, year: number): Promise<string> {
  const { cycleId } = await scene.act(CAST.office, createCycle, {
    year,
    name: { zh: `${year} 年度`, en: `${year}` },
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
  })
  return cycleId
}

/** The scorecard from the library's template, its objectives tied to the findings, broken down to every unit and person, and published. */
export async function designFromTemplate(scene: Scene, cycleId: string): Promise<string> {
  scene.clock.moveTo('2025-02-06')
  const { scorecardId } = await scene.act(CAST.office, createScorecard, { cycleId, from: 'template' })
  await setStrategy(scene, { scorecardId, cycleId })
  await hear(scene, cycleId, HEARINGS.first)
  scene.clock.moveTo('2025-02-12')
  const drafted = await scene.act(CAST.office, draftCascade, { scorecardId })
  await scene.act(CAST.office, saveWeighing, { scorecardId, about: PERSPECTIVES, revision: 0, ...WEIGHED })
  scene.clock.moveTo('2025-02-17', '10:00')
  await answerHearing(scene, cycleId, HEARINGS.first)
  scene.clock.moveTo('2025-02-17', '15:00')
  await scene.act(CAST.director, publishScorecard, { scorecardId, reason: '' })
  scene.say({
    zh: `设计：单位计分卡发布，分解到 ${drafted.units.drafted} 个部门、${drafted.people.drafted} 人`,
    en: `Design: the scorecard is published and broken down to ${drafted.units.drafted} units and ${drafted.people.drafted} people`,
  })
  return scorecardId
}

/** The year after: what was designed is carried forward, one weight is moved, and the cascade is drafted anew. */
export async function designFromLastYear(scene: Scene, given: { scorecardId: string; cycleId: string }): Promise<string> {
  scene.clock.moveTo('2026-02-09')
  const { scorecardId } = await scene.act(CAST.office, carryForward, given)
  await hear(scene, given.cycleId, HEARINGS.second)
  const { card } = await scene.act(CAST.office, readScorecard, { cycleId: given.cycleId })
  if (!card) throw new Error('the scorecard of the new year has no card')
  const lines = card.perspectives.flatMap((perspective) =>
    perspective.objectives.flatMap((objective) => objective.measures.map((line) => ({ ...line, objectiveId: objective.objectiveId }))),
  )
  await scene.act(CAST.office, saveCard, {
    cardId: card.cardId,
    revision: card.revision,
    lines: lines.map((line) => ({
      cardMeasureId: line.cardMeasureId,
      measure: { measureId: line.measureId },
      objectiveId: line.objectiveId,
      weightBp: line.weightBp + (SHIFTED[line.code] ?? 0),
      rule: line.rule,
      valueScope: line.valueScope,
      cascadeKind: line.cascadeKind,
      parentCardMeasureId: line.parentCardMeasureId,
    })),
  })
  await scene.act(CAST.office, draftCascade, { scorecardId })
  // the hearing ended on 14 February; the holiday on the 23rd
  scene.clock.moveTo('2026-02-24', '10:00')
  await answerHearing(scene, given.cycleId, HEARINGS.second)
  const rules = (await scene.act(CAST.office, readScorecard, { cycleId: given.cycleId })).scorecard?.rules ?? DEFAULT_RULES
  await scene.act(CAST.office, setSchemeRules, { scorecardId, rules: { ...rules, bonus: BONUS } })
  scene.clock.moveTo('2026-02-24', '15:00')
  await scene.act(CAST.director, publishScorecard, { scorecardId, reason: '' })
  await praise(scene, given.cycleId)
  scene.say({ zh: '2026：沿用并调整计分卡，重新分解', en: '2026: the scorecard is carried forward, adjusted and broken down anew' })
  return scorecardId
}

/** What may count outside the weights from the second year on. */
const BONUS: BonusRule = {
  cap: '3',
  items: [
    { code: 'B1', name: { zh: '上级通报表扬或竞赛获奖', en: 'Commended by the authority or winner of a contest' }, points: '2' },
    { code: 'B2', name: { zh: '抢险救灾表现突出', en: 'Outstanding in an emergency' }, points: '2' },
    { code: 'K1', name: { zh: '报表迟报、错报', en: 'Returns late or wrong' }, points: '-1' },
  ],
}

/** One occasion entered and granted, a second one that still waits. */
async function praise(scene: Scene, cycleId: string): Promise<void> {
  const { cards } = await scene.act(CAST.office, readBonuses, { cycleId })
  const [first, second] = cards.filter(({ kind, name }) => kind === 'unit' && name.zh.endsWith('站'))
  if (!first || !second) return
  const { bonusId } = await scene.act(CAST.office, enterBonus, {
    ...{ cardId: first.cardId, item: 'B2', points: '1' },
    ...{ reason: '春节雨雪期间连续保通四昼夜，无一处中断', evidence: '市局值班通报〔2026〕3号，2月10日' },
  })
  await scene.act(CAST.director, decideBonus, { bonusId, verdict: 'granted', reason: '属实，同意加分' })
  await scene.act(CAST.office, enterBonus, {
    ...{ cardId: second.cardId, item: 'K1', points: '-0.5' },
    ...{ reason: '一月报表迟报两天', evidence: '数据报送登记簿第 12 号' },
  })
}

/** The perspectives compared in pairs and put in order, to stand beside the weights set by hand. */
const WEIGHED = {
  judgements: { 'PS/IP': '1', 'PS/LG': '2', 'PS/FB': '3', 'IP/LG': '2', 'IP/FB': '2', 'LG/FB': '1' },
  order: ['PS', 'IP', 'LG', 'FB'],
  ratios: [1.2, 1.4, 1.2],
}

/** More weight on requests closed in time, less on the share of good roads: those who use the road are heard more. */
const SHIFTED: Readonly<Record<string, number>> = { PS01: -100, PS08: 100 }
