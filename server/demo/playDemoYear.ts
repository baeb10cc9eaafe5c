import { runOfficialScores } from '@milepost/contract/run/scores'
import type { Services } from '../platform/http/services.ts'
import { CAST } from './cast.ts'
import { MOOD_2025 } from './content/diagnosis.ts'
import type { Say, Scene } from './scene.ts'
import { appraise, giveNotice } from './stages/appraise.ts'
import { askRoadUsers, registerSatisfaction } from './stages/askRoadUsers.ts'
import { checkIn } from './stages/checkIns.ts'
import { choose } from './stages/choose.ts'
import { designFromTemplate, openCycle, stageIs } from './stages/design.ts'
import { diagnose } from './stages/diagnose.ts'
import { foundBureau } from './stages/foundBureau.ts'
import { publish } from './stages/open.ts'
import { agreePlans } from './stages/plans.ts'
import { reward } from './stages/reward.ts'
import { surveyRoads } from './stages/roads.ts'
import { recordAbsences, welcomeJoiners } from './stages/staffChanges.ts'
import { closePeriods, grantAsked, openPeriods, reportPeriod } from './stages/values.ts'

/** One invented bureau lives through a year of all seven rooms, by the same endpoints a user calls, each act by a named person. */
export async function playDemoYear(services: Services, say: Say): Promise<void> {
  const scene = await foundBureau(services, say)
  const cycleId = await openCycle(scene, 2025)
  await diagnose(scene, MOOD_2025)
  await stageIs(scene, cycleId, 'choose')
  await choose(scene)
  await stageIs(scene, cycleId, 'design')
  const scorecardId = await designFromTemplate(scene, cycleId)
  await agreePlans(scene, { cycleId, from: '2025-02-18', to: '2025-02-26', left: 0 })
  await stageIs(scene, cycleId, 'run')
  await openPeriods(scene, cycleId)
  await recordAbsences(scene)
  await liveThrough(scene, { cycleId, scorecardId })
  await stageIs(scene, cycleId, 'appraise')
  await appraise(scene, cycleId)
  await giveNotice(scene, cycleId)
  await stageIs(scene, cycleId, 'reward')
  await reward(scene, cycleId)
  await stageIs(scene, cycleId, 'open')
  await publish(scene, cycleId)
  await stageIs(scene, cycleId, 'closed')
}

async function liveThrough(scene: Scene, { cycleId, scorecardId }: { cycleId: string; scorecardId: string }): Promise<void> {
  const unreported = 0.004
  await checkIn(scene, { cycleId, day: '2025-03-26', share: 0.25, confirmed: 0.9 })
  await reportPeriod(scene, { cycleId, year: 2025, period: '2025Q1', day: '2025-04-10', unreported })
  await grantAsked(scene, cycleId)
  const questionnaireId = await registerSatisfaction(scene)
  await checkIn(scene, { cycleId, day: '2025-06-25', share: 0.25, confirmed: 0.9 })
  await reportPeriod(scene, { cycleId, year: 2025, period: '2025Q2', day: '2025-07-10', unreported })
  await reportPeriod(scene, { cycleId, year: 2025, period: '2025H1', day: '2025-07-10', unreported })
  await grantAsked(scene, cycleId)
  await askRoadUsers(scene, { questionnaireId, cycleId, period: '2025H1', from: '2025-07-10', to: '2025-07-11', lift: 0 })
  scene.clock.moveTo('2025-07-16')
  await welcomeJoiners(scene, scorecardId)
  await agreePlans(scene, { cycleId, from: '2025-07-21', to: '2025-07-25', left: 0 })
  await checkIn(scene, { cycleId, day: '2025-09-24', share: 0.25, confirmed: 0.9 })
  await reportPeriod(scene, { cycleId, year: 2025, period: '2025Q3', day: '2025-10-13', unreported })
  await surveyRoads(scene, { cycleId, year: 2025, day: '2025-10-28' })
  await askRoadUsers(scene, { questionnaireId, cycleId, period: '2025H2', from: '2025-11-10', to: '2025-11-21', lift: 0.08 })
  await reportPeriod(scene, { cycleId, year: 2025, period: '2025Q4', day: '2026-01-05', unreported })
  await reportPeriod(scene, { cycleId, year: 2025, period: '2025H2', day: '2026-01-05', unreported })
  await reportPeriod(scene, { cycleId, year: 2025, period: '2025', day: '2026-01-05', unreported })
  await closePeriods(scene, cycleId, ['2025Q1', '2025Q2', '2025H1', '2025Q3', '2025Q4', '2025H2', '2025'])
  const official = await scene.act(CAST.office, runOfficialScores, { cycleId, reason: '' })
  scene.say({
    zh: `执行：四个季度数据齐备，正式计分 ${official.cards} 张卡`,
    en: `Run: four quarters are in, ${official.cards} cards are scored officially`,
  })
}
