import { addDays } from '@milepost/appraisal/days'
import {
  type appraisalLine,
  listAppraisals,
  openAppraisals,
  proposeGrades,
  readCalibration,
  scoreAppraisals,
} from '@milepost/contract/appraise/appraisals'
import { confirmGrades, readConfirmations } from '@milepost/contract/appraise/confirmations'
import { decideGrades, setCommittee } from '@milepost/contract/appraise/decision'
import { answerObjection, closeNotice, postNotice, raiseObjection, readNotices } from '@milepost/contract/appraise/notice'
import { importRatings } from '@milepost/contract/appraise/ratings'
import { recordSanction } from '@milepost/contract/appraise/record'
import { confirmInterview, listResults, recordInterview, serveResults, signOpinion } from '@milepost/contract/appraise/results'
import { submitSelfReport } from '@milepost/contract/appraise/selfReport'
import { recordHearing } from '@milepost/contract/appraise/standing'
import { declareTie } from '@milepost/contract/appraise/ties'
import type { OutputOf } from '@milepost/contract/endpoint'
import { readPeople } from '@milepost/contract/institution/people'
import type { z } from 'zod'
import { dayIn } from '../../platform/http/clock.ts'
import { CAST } from '../cast.ts'
import {
  ANSWER,
  CHANGES,
  HEARD,
  IMPROVEMENT,
  INTERVIEW,
  INTERVIEW_ANSWER,
  MINUTES,
  OBJECTION,
  REPORTS,
  WARNING,
} from '../content/decision.ts'
import { ratingsTable } from '../ratings.ts'
import type { Scene } from '../scene.ts'
import { holderOf, superiorOf } from '../staff.ts'
import { appraiseTerm, reportOnTheYear, voteOnHeads } from './beside.ts'

type Line = z.infer<typeof appraisalLine>

/** Ratings, scores, seats, and the committee's decision by name. */
export async function appraise(scene: Scene, cycleId: string): Promise<void> {
  scene.clock.moveTo('2026-01-06')
  await scene.act(CAST.office, openAppraisals, { cycleId })
  await putOnRecord(scene, cycleId)
  await reportOnTheYear(scene, { cycleId })
  await voteOnHeads(scene, { cycleId })
  scene.clock.moveTo('2026-01-13')
  const { appraisals } = await scene.act(CAST.office, listAppraisals, { cycleId })
  await scene.bring(CAST.office, importRatings, { cycleId, step: 'save' }, ratingsTable(scene.services.library, appraisals))
  scene.clock.moveTo('2026-01-14')
  const { scored, missing } = await scene.act(CAST.office, scoreAppraisals, { cycleId })
  scene.say({
    zh: `考核：${scored} 人有得分，${missing.length} 人按规定暂无`,
    en: `Appraise: ${scored} people have a score, ${missing.length} have none yet`,
  })
  const seats = await scene.act(CAST.office, proposeGrades, { cycleId, grounds: ['normal'], approval: '' })
  scene.clock.moveTo('2026-01-16', '14:30')
  const decided = await decide(scene, cycleId)
  await appraiseTerm(scene)
  scene.say({
    zh: `集体研究：名额 ${seats.seats}，确定优秀 ${decided.excellent} 人，名额线上并列 ${seats.ties} 处`,
    en: `The committee: ${seats.seats} seats, ${decided.excellent} excellent, ${seats.ties} ties at the last seat`,
  })
}

/** A warning that bounds a grade, a kinship that takes a voice, the former units of those who came within the year, and two reports. */
async function putOnRecord(scene: Scene, cycleId: string): Promise<void> {
  const { people } = await scene.act(CAST.office, readPeople, {})
  const personId = (employeeNo: string) => people.find((person) => person.employeeNo === employeeNo)?.personId ?? ''
  const warned = personId(holderOf('YHG', 20).employeeNo)
  await scene.act(CAST.discipline, recordSanction, { personId: warned, ...WARNING })
  await scene.act(CAST.engineer, declareTie, { personId: null, otherPersonId: personId(holderOf('JSY', 3).employeeNo), kind: 'in-law' })
  for (const username of [CAST.engineer, CAST.worker])
    await scene.act(username, submitSelfReport, { cycleId, body: REPORTS[username === CAST.worker ? 'worker' : 'engineer'] })
  const { appraisals } = await scene.act(CAST.office, listAppraisals, { cycleId })
  for (const { appraisalId, participation } of appraisals)
    if (participation.grader.hears !== 'nobody') await scene.act(CAST.office, recordHearing, { appraisalId, ...HEARD })
}

/** The committee is set with the plan, before anybody is appraised. */
export async function nameCommittee(scene: Scene, cycleId: string): Promise<void> {
  await scene.act(CAST.office, setCommittee, { cycleId, members: await membersOf(scene) })
}

async function membersOf(scene: Scene) {
  const { people } = await scene.act(CAST.office, readPeople, {})
  const personId = (employeeNo: string) => people.find((person) => person.employeeNo === employeeNo)?.personId ?? ''
  return [
    { personId: personId(CAST.director), memberClass: 'chair' as const },
    ...[CAST.secretary, ...CAST.deputies].map((employeeNo) => ({ personId: personId(employeeNo), memberClass: 'leader' as const })),
    { personId: personId(CAST.personnel), memberClass: 'hr' as const },
    { personId: personId(CAST.disciplineHead), memberClass: 'discipline' as const },
    ...[CAST.engineer, CAST.worker].map((employeeNo) => ({ personId: personId(employeeNo), memberClass: 'staff-representative' as const })),
  ]
}

async function decide(scene: Scene, cycleId: string): Promise<OutputOf<typeof decideGrades>> {
  const { people, seats } = await scene.act(CAST.director, readCalibration, { cycleId })
  const members = await membersOf(scene)
  return scene.act(CAST.director, decideGrades, {
    cycleId,
    decidedOn: '2026-01-16',
    minutes: MINUTES,
    present: members.map(({ personId }) => personId),
    vote: { kind: 'by-name', votes: members.map(({ personId }) => ({ person: personId, says: 'for' as const })) },
    lines: settled(people, seats?.open ?? 0),
  })
}

/** As proposed, but for the tie at the last seat, which the committee settles, and the few cases it sees otherwise; every change has its reason. */
function settled(people: readonly Line[], open: number): { appraisalId: string; grade: NonNullable<Line['grade']>; reason: string }[] {
  const tied = people.filter(({ standing }) => standing === 'tied-at-last-seat').map(({ appraisalId }) => appraisalId)
  const seated = people.filter(({ proposedGrade }) => proposedGrade === 'excellent')
  const heldBack = people.filter(({ standing }) => standing === 'held-back-by-seats')
  const yielding = seated.at(-1)?.appraisalId
  const taking = best(heldBack)?.appraisalId
  return people.map(({ appraisalId, proposedGrade, participation }) => {
    if (tied.includes(appraisalId)) {
      const takesSeat = tied.indexOf(appraisalId) < open
      return takesSeat
        ? { appraisalId, grade: 'excellent' as const, reason: CHANGES.tieTaken }
        : { appraisalId, grade: 'qualified' as const, reason: CHANGES.tieLeft }
    }
    if (taking !== undefined && appraisalId === yielding) return { appraisalId, grade: 'qualified' as const, reason: CHANGES.yielded }
    if (appraisalId === taking) return { appraisalId, grade: 'excellent' as const, reason: CHANGES.taken }
    const byRule = participation.grade === 'graded' || participation.grade === 'within-ceiling' ? 'qualified' : 'ungraded'
    return { appraisalId, grade: proposedGrade ?? byRule, reason: proposedGrade === null ? CHANGES.noProposal : '' }
  })
}

const best = (lines: readonly Line[]): Line | undefined =>
  lines.toSorted((a, b) => Number(b.officialScore ?? 0) - Number(a.officialScore ?? 0))[0]

/** Whoever stands above the superior confirms what lifts somebody out and what takes something away. */
async function confirm(scene: Scene, cycleId: string): Promise<void> {
  const looks = (await scene.act(CAST.office, readConfirmations, { cycleId })).people.filter((one) => one.state === 'waiting')
  const { people } = await scene.act(CAST.office, readPeople, {})
  for (const name of new Set(looks.map((one) => one.secondLevel))) {
    const username = people.find((person) => person.name === name)?.employeeNo ?? ''
    const appraisalIds = looks.filter((one) => one.secondLevel === name).map((one) => one.appraisalId)
    await scene.act(username, confirmGrades, { cycleId, appraisalIds, verdict: 'confirmed', reason: '' })
  }
}

/** Five working days inside the house; one objection is raised and answered before the grades become final. */
export async function giveNotice(scene: Scene, cycleId: string): Promise<void> {
  scene.clock.moveTo('2026-01-19')
  await confirm(scene, cycleId)
  const { noticeId, lastDay } = await scene.act(CAST.office, postNotice, { cycleId })
  scene.clock.moveTo('2026-01-21', '10:20')
  await scene.act(CAST.worker, raiseObjection, { noticeId, facts: OBJECTION })
  scene.clock.moveTo('2026-01-23', '15:00')
  const { notices } = await scene.act(CAST.discipline, readNotices, {})
  for (const { objectionId } of notices.flatMap(({ objections }) => objections))
    await scene.act(CAST.discipline, answerObjection, { objectionId, answer: ANSWER })
  scene.clock.moveTo(addDays(lastDay, 1))
  const { final } = await scene.act(CAST.office, closeNotice, { noticeId })
  scene.say({
    zh: `公示至 ${lastDay}，答复异议 1 条，${final} 人等次生效`,
    en: `Notice until ${lastDay}, one objection answered, ${final} grades final`,
  })
}

/** Served in writing and signed by everybody; talked over by each head and confirmed by both. */
export async function serveAndTalk(scene: Scene, cycleId: string): Promise<void> {
  const told = await scene.act(CAST.office, serveResults, { cycleId })
  const { people } = await scene.act(CAST.office, readPeople, {})
  const { results } = await scene.act(CAST.office, listResults, { cycleId })
  const here = new Set(people.map((person) => person.employeeNo))
  const served = results.filter((one) => here.has(one.employeeNo))
  for (const { employeeNo } of served) await scene.act(employeeNo, signOpinion, { cycleId, opinion: 'agree', text: '' })
  const heldOn = dayIn(scene.services.config.timeZone, scene.clock.now())
  for (const { employeeNo, personId, grade } of served) {
    const plan = grade === 'basic' || grade === 'unqualified' ? IMPROVEMENT : {}
    await scene.act(superiorOf(employeeNo), recordInterview, { cycleId, personId, heldOn, ...INTERVIEW, ...plan })
    await scene.act(employeeNo, confirmInterview, { cycleId, says: INTERVIEW_ANSWER })
  }
  scene.say({
    zh: `结果：书面送达 ${told.served} 人，${served.length} 人签署意见并面谈`,
    en: `Results: served to ${told.served}; ${served.length} opinions signed and talked over`,
  })
}
