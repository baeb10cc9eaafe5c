import { listAppraisals } from '@milepost/contract/appraise/appraisals'
import { closeVote, enterVoteBallots, openVote } from '@milepost/contract/appraise/democraticVotes'
import { noticeMissing, readMissing, talkAboutMissing, waiveMissing } from '@milepost/contract/appraise/missing'
import { decideOtherAppraisal, openOtherAppraisal, rateOtherAppraisal } from '@milepost/contract/appraise/otherAppraisals'
import { submitSelfReport } from '@milepost/contract/appraise/selfReport'
import { readPeople } from '@milepost/contract/institution/people'
import { CAST } from '../cast.ts'
import { chanceOf } from '../chance.ts'
import { MISSING, OPEN_VOTE, REPORT_WORDS, TERM, VOTE, VOTE_GROUPS } from '../content/beside.ts'
import { STATION_CHIEF } from '../content/posts.ts'
import type { Scene } from '../scene.ts'

type Cycle = { readonly cycleId: string }

/** Everybody reports on the own year but those on long leave; of them the secretary waives it, after two notices and a talk. */
export async function reportOnTheYear(scene: Scene, { cycleId }: Cycle): Promise<void> {
  const { appraisals } = await scene.act(CAST.office, listAppraisals, { cycleId })
  const { people } = await scene.act(CAST.office, readPeople, {})
  const here = new Set(people.map((one) => one.employeeNo))
  const chance = chanceOf('self-reports')
  scene.clock.moveTo('2026-01-07')
  const { missing } = await scene.act(CAST.office, readMissing, { cycleId })
  const lacking = new Set(missing.filter((one) => one.what === 'self-report').map((one) => one.personId))
  for (const { personId, employeeNo, unit, participation } of appraisals) {
    const isAway = participation.row === 'long-leave' || participation.row === 'maternity-leave'
    if (!lacking.has(personId) || isAway || !here.has(employeeNo)) continue
    const { did, short, next } = REPORT_WORDS
    const body = {
      results: `在${unit.zh}岗位上，全年${chance.pick(did)} ${chance.whole(6, 40)} 次，${chance.pick(did)} ${chance.whole(3, 25)} 次。`,
      shortfalls: `${chance.pick(short)}，被指出 ${chance.whole(1, 4)} 次。`,
      'next-year': `明年${chance.pick(next)}。`,
    }
    await scene.act(employeeNo, submitSelfReport, { cycleId, body })
  }
  let waived = 0
  for (const what of ['self-report', 'routine-record'] as const) {
    const left = (await scene.act(CAST.office, readMissing, { cycleId })).missing.filter((one) => one.what === what)
    if (left.length === 0) continue
    const of = { cycleId, what, personIds: left.map((one) => one.personId) }
    scene.clock.moveTo(what === 'self-report' ? '2026-01-07' : '2026-01-09', '16:00')
    await scene.act(CAST.office, noticeMissing, of)
    scene.clock.moveTo(what === 'self-report' ? '2026-01-08' : '2026-01-12')
    await scene.act(CAST.office, noticeMissing, of)
    await scene.act(CAST.office, talkAboutMissing, {
      ...of,
      talkedOn: what === 'self-report' ? '2026-01-08' : '2026-01-12',
      talk: MISSING.talk,
    })
    await scene.act(CAST.secretary, waiveMissing, { ...of, reason: MISSING.reason })
    waived += left.length
  }
  scene.say({
    zh: `述职：除休长假者外全部提交，经两次通知、谈话和批准免办 ${waived} 项`,
    en: `Reports: all but those on long leave, for whom ${waived} records were waived by name after two notices and a talk`,
  })
}

const GRADES = ['excellent', 'qualified', 'qualified', 'qualified', 'basic'] as const

/** The vote on the heads of units, on paper in two stacks, counted by group. */
export async function voteOnHeads(scene: Scene, { cycleId }: Cycle): Promise<void> {
  scene.clock.moveTo('2026-01-12', '15:00')
  const { people } = await scene.act(CAST.office, readPeople, {})
  const subjects = people.filter((one) => one.isHead && one.track !== 'leader').slice(0, 24)
  const paper = (code: 'leaders' | 'staff', weightBp: number, handedOut: number) => ({
    code,
    name: VOTE_GROUPS[code],
    weightBp,
    way: 'paper' as const,
    part: 'everybody' as const,
    unitIds: [],
    names: [],
    handedOut,
  })
  const { voteId } = await scene.act(CAST.office, openVote, {
    cycleId,
    name: VOTE,
    opensOn: '2026-01-12',
    closesOn: '2026-01-13',
    subjects: subjects.map((one) => ({ kind: 'person' as const, id: one.personId })),
    groups: [paper('leaders', 4000, 6), paper('staff', 6000, 40)],
  })
  const chance = chanceOf('vote on heads')
  const stack = (group: string, n: number) =>
    Array.from({ length: n }, () => ({
      group,
      votes: Object.fromEntries(subjects.map((_, at) => [`S${at + 1}`, chance.often(0.06) ? '' : chance.pick(GRADES)])),
    }))
  await scene.act(CAST.office, enterVoteBallots, { voteId, batch: '班子-1', ballots: stack('leaders', 6) })
  await scene.act(CAST.secondOfficer, enterVoteBallots, { voteId, batch: '职工-1', ballots: stack('staff', 37) })
  await scene.act(CAST.office, closeVote, { voteId })
  scene.say({
    zh: `民主测评：${subjects.length} 名部门负责人，43 张票按组计票`,
    en: `A democratic vote on ${subjects.length} heads of units: 43 ballots counted by group`,
  })
}

/** This year's vote is still open: staff find it on their first page and answer by a blind ballot. */
export async function openTrialVote(scene: Scene, { cycleId, day, until }: Cycle & { day: string; until: string }): Promise<void> {
  scene.clock.moveTo(day)
  const { people } = await scene.act(CAST.office, readPeople, {})
  const subjects = people.filter((one) => one.isHead && one.post.title.zh === STATION_CHIEF)
  const group = (code: string, name: { zh: string; en: string }, part: 'heads' | 'others', weightBp: number) => ({
    code,
    name,
    weightBp,
    way: 'online' as const,
    part,
    unitIds: [],
    names: [],
    handedOut: null,
  })
  await scene.act(CAST.office, openVote, {
    cycleId,
    name: OPEN_VOTE,
    opensOn: day,
    closesOn: until,
    subjects: subjects.map((one) => ({ kind: 'person' as const, id: one.personId })),
    groups: [
      group('heads', { zh: '中层干部', en: 'Heads of units' }, 'heads', 4000),
      group('others', { zh: '职工', en: 'Other staff' }, 'others', 6000),
    ],
  })
}

/** One contract ends with the year: rated by the superior before it, decided by the committee with the annual grades. */
export async function appraiseTerm(scene: Scene): Promise<void> {
  const { people } = await scene.act(CAST.office, readPeople, {})
  const idOf = (employeeNo: string) => people.find((one) => one.employeeNo === employeeNo)?.personId ?? ''
  const { reason, tasks, opinion } = TERM
  const { otherAppraisalId } = await scene.act(CAST.office, openOtherAppraisal, {
    kind: 'term',
    personId: idOf(CAST.engineer),
    startsOn: '2023-01-01',
    endsOn: '2025-12-31',
    reason,
    tasks,
    raterPersonId: idOf(CAST.director),
  })
  await scene.act(CAST.director, rateOtherAppraisal, { otherAppraisalId, tasksDone: true, goodReason: false, opinion })
  const present = [CAST.director, CAST.secretary, ...CAST.deputies, CAST.personnel, CAST.disciplineHead, CAST.worker].map(idOf)
  await scene.act(CAST.director, decideOtherAppraisal, { otherAppraisalId, result: 'qualified', present, reason: '' })
}
