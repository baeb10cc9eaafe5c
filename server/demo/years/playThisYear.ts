import { dayIn } from '../../platform/http/clock.ts'
import { CAST } from '../cast.ts'
import type { Scene } from '../scene.ts'
import { nameCommittee } from '../stages/appraise.ts'
import { askRoadUsers } from '../stages/askRoadUsers.ts'
import { openTrialVote } from '../stages/beside.ts'
import { talkOver } from '../stages/checkIns.ts'
import { stageIs } from '../stages/cycle.ts'
import { planInitiatives, settleInitiatives } from '../stages/initiatives.ts'
import { reviewMidYear } from '../stages/midYear.ts'
import { hearThePublic } from '../stages/open.ts'
import { agreePlans } from '../stages/plans.ts'
import { checkActions, explainRedLines, holdReview } from '../stages/redLines.ts'
import { surveyRoads } from '../stages/roads.ts'
import { changeTargets } from '../stages/targets.ts'
import { closePeriods, openPeriods, reportPeriods, verifyReported } from '../stages/values.ts'
import type { Left } from './playWholeYear.ts'

const YEAR = 2026
const UNREPORTED = 0.004
/** The days on which heads sit down with their people. */
const MID_YEAR = ['2026-07-21', '2026-07-22', '2026-07-27', '2026-07-29', '2026-07-30']

/** 2026 as far as it has come, with something left for everybody to do: plans that wait, values that are missing, talks not yet confirmed. */
export async function playThisYear(scene: Scene, { cycleId, satisfactionId, today }: Left & { readonly today: Date }): Promise<void> {
  const lastDay = dayIn(scene.services.config.timeZone, today)
  const report = (codes: readonly string[], day: string, unreported = UNREPORTED) =>
    reportPeriods(scene, { cycleId, year: YEAR, periods: codes, day, unreported })
  const reviewed = (day: string) => reviewMidYear(scene, { cycleId, day, days: MID_YEAR, waiting: [CAST.worker] })
  await agreePlans(scene, { cycleId, from: '2026-03-05', to: '2026-03-12', left: 8 })
  await nameCommittee(scene, cycleId)
  await stageIs(scene, cycleId, 'run')
  const periods = await openPeriods(scene, cycleId)
  const steps: readonly (readonly [day: string, step: () => Promise<unknown>])[] = [
    ['2026-03-23', () => hearThePublic(scene)],
    ['2026-03-25', () => talkOver(scene, { days: ['2026-03-25', '2026-03-26', '2026-03-27', '2026-03-30'] })],
    ['2026-04-10', () => report(['2026Q1'], '2026-04-10')],
    ['2026-04-20', () => planInitiatives(scene, { cycleId, day: '2026-04-20' })],
    ['2026-06-23', () => talkOver(scene, { days: ['2026-06-23', '2026-06-24', '2026-06-25', '2026-06-26'] })],
    ['2026-07-10', () => report(['2026Q2', '2026H1'], '2026-07-10')],
    [
      '2026-07-17',
      () =>
        askRoadUsers(scene, {
          questionnaireId: satisfactionId,
          periods,
          period: '2026H1',
          from: '2026-07-10',
          to: '2026-07-17',
          lift: 0.15,
        }),
    ],
    ['2026-07-21', () => reviewed('2026-07-21')],
    ['2026-07-22', () => reviewed('2026-07-22')],
    [
      '2026-07-24',
      async () => {
        await verifyReported(scene, cycleId, ['2026Q1', '2026Q2', '2026H1'])
        await closePeriods(scene, periods, ['2026Q1', '2026Q2', '2026H1'])
      },
    ],
    ['2026-07-27', () => reviewed('2026-07-27')],
    ['2026-07-28', () => changeTargets(scene, { cycleId, day: '2026-07-28' })],
    ['2026-07-29', () => reviewed('2026-07-29')],
    ['2026-07-30', () => reviewed('2026-07-30')],
    ['2026-08-04', () => explainRedLines(scene, { cycleId, day: '2026-08-04', unsaid: 4 })],
    ['2026-08-06', () => holdReview(scene, { cycleId, day: '2026-08-06', title: '2026 年上半年绩效分析会' })],
    [
      '2026-09-22',
      () => talkOver(scene, { days: ['2026-09-22', '2026-09-23', '2026-09-24', '2026-09-28'], waiting: [CAST.engineer, CAST.worker] }),
    ],
    ['2026-10-12', () => report(['2026Q3'], '2026-10-12', 0.02)],
    ['2026-10-20', () => checkActions(scene, { cycleId, day: '2026-10-20' })],
    ['2026-10-27', () => surveyRoads(scene, { periods, year: YEAR, day: '2026-10-27' })],
    ['2026-10-29', () => settleInitiatives(scene, { cycleId, day: '2026-10-29' })],
    ['2026-11-16', () => openTrialVote(scene, { cycleId, day: '2026-11-16', until: '2026-12-11' })],
  ]
  for (const [day, step] of steps) if (day <= lastDay) await step()
  scene.say({ zh: '2026：按计划推进到三季度', en: '2026: under way, reported up to the third quarter' })
}
