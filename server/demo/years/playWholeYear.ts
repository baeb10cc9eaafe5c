import { runOfficialScores } from '@milepost/contract/run/scores'
import { CAST } from '../cast.ts'
import { MOOD_2025, MOOD_2026 } from '../content/diagnosis.ts'
import type { Scene } from '../scene.ts'
import { appraise, giveNotice, nameCommittee, serveAndTalk } from '../stages/appraise.ts'
import { askRoadUsers, registerSatisfaction } from '../stages/askRoadUsers.ts'
import { checkIn } from '../stages/checkIns.ts'
import { choose } from '../stages/choose.ts'
import { stageIs } from '../stages/cycle.ts'
import { designFromLastYear, designFromTemplate, openCycle } from '../stages/design.ts'
import { askWave, diagnose } from '../stages/diagnose.ts'
import { reviewMidYear } from '../stages/midYear.ts'
import { publish } from '../stages/open.ts'
import { agreePlans, amendAfterFloods, recordGoals } from '../stages/plans.ts'
import { recognise } from '../stages/recognise.ts'
import { reward } from '../stages/reward.ts'
import { surveyRoads } from '../stages/roads.ts'
import { recordAbsences, welcomeJoiners } from '../stages/staffChanges.ts'
import { closePeriods, grantAsked, openPeriods, reportPeriods, verifyReported } from '../stages/values.ts'

const YEAR = 2025
const UNREPORTED = 0.004
const PERIODS = ['2025Q1', '2025Q2', '2025H1', '2025Q3', '2025Q4', '2025H2', '2025']

/** The days on which heads sit down with their people, half-way through. */
const MID_YEAR = ['2025-07-28', '2025-07-29', '2025-07-30', '2025-07-31']

/** What the next year goes on with. */
export type Left = { readonly cycleId: string; readonly scorecardId: string; readonly satisfactionId: string }

/** 2025 from the diagnosis to the public page; its appraisal runs while the next year is being designed. */
export async function playWholeYear(scene: Scene): Promise<Left> {
  const cycleId = await openCycle(scene, YEAR)
  const { questionnaireId } = await diagnose(scene, MOOD_2025)
  await stageIs(scene, cycleId, 'choose')
  await choose(scene)
  await stageIs(scene, cycleId, 'design')
  const scorecardId = await designFromTemplate(scene, cycleId)
  await agreePlans(scene, { cycleId, from: '2025-02-18', to: '2025-02-26', left: 0 })
  await nameCommittee(scene, cycleId)
  await stageIs(scene, cycleId, 'run')
  const satisfactionId = await liveThrough(scene, { cycleId, scorecardId })

  await stageIs(scene, cycleId, 'appraise')
  const nextCycleId = await openCycle(scene, YEAR + 1)
  await appraise(scene, cycleId)
  await giveNotice(scene, cycleId)
  await serveAndTalk(scene, cycleId)
  await stageIs(scene, cycleId, 'reward')
  const name = { zh: '2026 年第二轮诊断调查', en: 'Diagnosis 2026, second wave' }
  await askWave(scene, { questionnaireId, name, openedOn: '2026-01-28', closedOn: '2026-02-03', mood: MOOD_2026 })
  scene.say({ zh: '诊断：第二轮，与第一轮同题可比', en: 'Diagnose: the second wave asks the same, so the two compare' })
  await reward(scene, cycleId)
  await recognise(scene, cycleId)
  await stageIs(scene, nextCycleId, 'choose')
  await stageIs(scene, nextCycleId, 'design')
  const nextScorecardId = await designFromLastYear(scene, { scorecardId, cycleId: nextCycleId })
  await stageIs(scene, cycleId, 'open')
  await publish(scene, cycleId)
  await stageIs(scene, cycleId, 'closed')
  return { cycleId: nextCycleId, scorecardId: nextScorecardId, satisfactionId }
}

async function liveThrough(scene: Scene, { cycleId, scorecardId }: { cycleId: string; scorecardId: string }): Promise<string> {
  const report = (periods: readonly string[], day: string) =>
    reportPeriods(scene, { cycleId, year: YEAR, periods, day, unreported: UNREPORTED })
  const periods = await openPeriods(scene, cycleId)
  await recordAbsences(scene)
  const talked = new Set<string>()
  await checkIn(scene, { day: '2025-03-26', share: 0.15, confirmed: 0.9, talked })
  await report(['2025Q1'], '2025-04-10')
  await checkIn(scene, { day: '2025-06-25', share: 0.15, confirmed: 0.9, talked })
  await report(['2025Q2', '2025H1'], '2025-07-10')
  await grantAsked(scene, cycleId)
  const satisfactionId = await registerSatisfaction(scene)
  await askRoadUsers(scene, { questionnaireId: satisfactionId, periods, period: '2025H1', from: '2025-07-10', to: '2025-07-15', lift: 0 })
  scene.clock.moveTo('2025-07-16')
  await welcomeJoiners(scene, scorecardId)
  await agreePlans(scene, { cycleId, from: '2025-07-21', to: '2025-07-25', left: 0 })
  for (const day of MID_YEAR) await reviewMidYear(scene, { cycleId, day, days: MID_YEAR })
  await amendAfterFloods(scene, { cycleId, asked: '2025-08-18', agreed: '2025-08-22' })
  await checkIn(scene, { day: '2025-09-24', share: 0.15, confirmed: 0.9, talked })
  await report(['2025Q3'], '2025-10-13')
  await surveyRoads(scene, { periods, year: YEAR, day: '2025-10-28' })
  await askRoadUsers(scene, {
    questionnaireId: satisfactionId,
    periods,
    period: '2025H2',
    from: '2025-11-10',
    to: '2025-11-21',
    lift: 0.08,
  })
  await checkIn(scene, { day: '2025-12-17', share: 1, confirmed: 0.5, talked })
  await recordGoals(scene, { cycleId, year: YEAR, day: '2025-12-29' })
  await report(['2025Q4', '2025H2', '2025'], '2026-01-05')
  await verifyReported(scene, cycleId, PERIODS)
  await closePeriods(scene, periods, PERIODS)
  const official = await scene.act(CAST.office, runOfficialScores, { cycleId, reason: '' })
  scene.say({
    zh: `执行：四个季度数据齐备，正式计分 ${official.cards} 张卡`,
    en: `Run: four quarters are in, ${official.cards} cards are scored officially`,
  })
  return satisfactionId
}
