import type { Services } from '../platform/http/services.ts'
import { MOOD_2025 } from './content/diagnosis.ts'
import type { Say } from './scene.ts'
import { checkIn } from './stages/checkIns.ts'
import { choose } from './stages/choose.ts'
import { designFromTemplate, openCycle, stageIs } from './stages/design.ts'
import { diagnose } from './stages/diagnose.ts'
import { foundBureau } from './stages/foundBureau.ts'
import { agreePlans } from './stages/plans.ts'
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
  await reportPeriod(scene, { cycleId, year: 2025, period: '2025Q1', day: '2025-04-10', unreported: 0.004 })
}
