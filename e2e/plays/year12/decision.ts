import { readCalibration } from '@milepost/contract/appraise/appraisals'
import { calibrate } from '@milepost/contract/appraise/calibration'
import { confirmGrades } from '@milepost/contract/appraise/confirmations'
import { decideGrades } from '@milepost/contract/appraise/decision'
import { answerObjection, closeNotice, postNotice, raiseObjection, readNotices } from '@milepost/contract/appraise/notice'
import {
  confirmInterview,
  decideRemedy,
  fileRemedy,
  listResults,
  recordInterview,
  serveResults,
  signOpinion,
} from '@milepost/contract/appraise/results'
import { DONE } from '@milepost/contract/fields'
import { GRADES } from '@milepost/terms/grades'
import { CAST } from '../../../server/demo/cast.ts'
import { PHONE } from './desk.ts'
import type { Play, Seated } from './play.ts'
import { SEATS } from './roles.ts'

const YEAR = '?year=2025'

/** Calibration, the committee's decision, the second level, the notice, what each is told, and the ways open afterwards. */
export function decision(play: Play): void {
  const { scene } = play
  const office = SEATS.office.username
  play.before(SEATS.director.username, readCalibration, async ({ cycleId }) => {
    const disputing = await qualifiedWorker(play, cycleId)
    review(play, disputing)
    await play.sit(SEATS.director, 'changes one proposal in the calibration room, with reason and vote', async (desk) => {
      await desk.go(`/appraise/calibration${YEAR}`)
      await desk.picture('calibration-room')
      await desk.button('调整建议等次').click()
      await desk.choose('姓名', disputing, desk.dialog)
      await desk.choose('调整为', GRADES.basic.zh, desk.dialog)
      await desk.choose('理由类别', '事实证据', desk.dialog)
      await desk.fill('具体理由（至少 10 字）', '第三季度巡查记录三次漏记，有台账和照片为证，经核对属实。', desk.dialog)
      await desk.fill('同意票', '7', desk.dialog)
      await desk.picture('calibrate-dialog')
      await desk.send(desk.button(/保\s?存/, desk.dialog), calibrate)
    })
  })
  play.inBrowser({
    seated: SEATS.director,
    endpoint: decideGrades,
    what: 'records the collective decision, each differing grade with its reason and the vote by name',
    act: async (desk, { cycleId, lines, minutes }) => {
      const { people } = await scene.act(office, readCalibration, { cycleId })
      await desk.go(`/appraise/decision${YEAR}`)
      for (const { appraisalId, grade, reason } of lines) {
        const person = people.find((one) => one.appraisalId === appraisalId)
        if (!person || reason === '') continue
        await desk.search(person.name)
        await desk.choose(`${person.name} 决定等次`, GRADES[grade].zh)
        const why = desk.page.getByLabel(`${person.name} 理由（与建议不同时必填）`)
        if (person.proposedGrade !== grade) await why.first().fill(reason)
      }
      await desk.search('')
      await desk.page.getByText('记名', { exact: true }).click()
      await desk.page.locator('#minutes').fill(minutes)
      await desk.picture('decision-form')
      await desk.send(desk.button('记录集体决定'), decideGrades)
    },
    answer: async ({ cycleId, lines }) => {
      const { seats } = await scene.act(office, readCalibration, { cycleId })
      const excellent = lines.filter(({ grade }) => grade === 'excellent').length
      return { decisionId: '', decided: lines.length, excellent, seats: seats?.seats ?? 0 }
    },
  })
  play.inBrowser({
    seated: SEATS.director,
    endpoint: confirmGrades,
    what: 'confirms as the second level what lifts somebody out or takes something away',
    act: async (desk) => {
      await desk.go(`/appraise/confirmations${YEAR}`)
      await desk.picture('second-level')
      await desk.send(desk.button(/^全部确认（\d+ 人）$/), confirmGrades)
    },
    answer: ({ appraisalIds }) => ({ settled: appraisalIds.length }),
  })
  play.inBrowser({
    seated: SEATS.office,
    endpoint: postNotice,
    what: 'posts the notice',
    act: async (desk) => {
      await desk.go(`/appraise/notice${YEAR}`)
      await desk.send(desk.button('发布公示').first(), postNotice)
    },
    answer: async () => {
      const [notice] = (await scene.act(office, readNotices, {})).notices
      return { noticeId: notice?.noticeId ?? '', lastDay: notice?.lastDay ?? '' }
    },
  })
  play.inBrowser({
    seated: SEATS.worker,
    endpoint: raiseObjection,
    what: 'objects on the phone',
    act: async (desk, { facts }) => {
      await desk.go('/appraise/notice')
      await desk.page.getByLabel('提出异议', { exact: true }).fill(facts)
      await desk.picture('objection-phone')
      await desk.send(desk.button('提交异议'), raiseObjection)
    },
    answer: () => DONE,
  })
  play.inBrowser({
    seated: SEATS.discipline,
    endpoint: answerObjection,
    what: 'looks into the objection and answers it',
    act: async (desk, { answer }) => {
      await desk.go('/appraise/notice')
      await desk.page.getByLabel('答复', { exact: true }).first().fill(answer)
      await desk.send(desk.button('提交答复').first(), answerObjection)
    },
    answer: () => DONE,
  })
  play.inBrowser({
    seated: SEATS.office,
    endpoint: closeNotice,
    what: 'closes the notice after its five working days',
    act: async (desk) => {
      await desk.go(`/appraise/notice${YEAR}`)
      await desk.picture('notice')
      await desk.send(desk.button('结束公示'), closeNotice)
    },
    answer: async () => ({ final: (await scene.act(office, readNotices, {})).notices[0]?.count ?? 0 }),
  })
  play.inBrowser({
    seated: SEATS.office,
    endpoint: serveResults,
    what: 'serves the results in writing',
    act: async (desk) => {
      await desk.go(`/appraise/results${YEAR}`)
      await desk.send(desk.button('书面送达结果'), serveResults)
      await desk.picture('results-served')
    },
    answer: async ({ cycleId }) => ({ served: (await scene.act(office, listResults, { cycleId })).results.length }),
  })
  play.inBrowser({
    seated: SEATS.worker,
    endpoint: signOpinion,
    what: 'reads the written result on the phone and signs it',
    act: async (desk) => {
      await desk.go(`/appraise/mine${YEAR}`)
      await desk.picture('result-phone')
      await desk.button(/^同\s?意$/).click()
      await desk.send(desk.button(/保\s?存/, desk.dialog), signOpinion)
    },
    answer: () => DONE,
  })
  play.inBrowser({
    seated: SEATS.director,
    endpoint: recordInterview,
    what: 'writes down the feedback interview',
    act: async (desk, { personId, strengths, shortfalls, nextGoals }) => {
      await desk.go(`/appraise/people/${personId}${YEAR}`)
      await desk.button('登记面谈').click()
      await desk.fill('肯定的方面', strengths, desk.dialog)
      await desk.fill('不足与改进', shortfalls, desk.dialog)
      await desk.fill('下一步目标', nextGoals, desk.dialog)
      await desk.picture('interview-dialog')
      await desk.send(desk.button(/保\s?存/, desk.dialog), recordInterview)
    },
    answer: () => DONE,
  })
  play.inBrowser({
    seated: SEATS.engineer,
    endpoint: confirmInterview,
    what: 'confirms the interview with words of the own',
    act: async (desk, { says }) => {
      await desk.go(`/appraise/mine${YEAR}`)
      await desk.button('确认面谈记录').click()
      await desk.fill('本人意见', says ?? '', desk.dialog)
      await desk.send(desk.button(/保\s?存/, desk.dialog), confirmInterview)
    },
    answer: () => DONE,
  })
}

/** Somebody without any part of the own in the year, graded qualified by the criteria. */
async function qualifiedWorker(play: Play, cycleId: string): Promise<string> {
  const { people } = await play.scene.act(SEATS.office.username, readCalibration, { cycleId })
  const taken = new Set<string>([...Object.values(SEATS).flatMap(({ username }) => username ?? []), ...CAST.deputies, CAST.disciplineHead])
  const found = people.find(
    (one) =>
      one.participation.grade === 'graded' &&
      one.proposedGrade === 'qualified' &&
      one.standing === 'not-a-candidate' &&
      one.secondPost === null &&
      !taken.has(one.employeeNo),
  )
  return found?.employeeNo ?? ''
}

/** Graded basic by the committee, the worker disagrees and asks for a review; a panel of three changes the grade, and the change is served. */
function review(play: Play, disputing: string): void {
  const worker = { role: 'worker who disagrees', username: disputing, size: PHONE }
  play.inBrowser({
    seated: worker,
    endpoint: signOpinion,
    what: 'disagrees with the result on the phone and asks for a review',
    act: async (desk) => {
      await desk.go(`/appraise/mine${YEAR}`)
      await desk.picture('result-disputed-phone')
      await desk.button('不同意').click()
      await desk.send(desk.button(/保\s?存/, desk.dialog), signOpinion)
      await desk.button('申请复核').click()
      await desk.fill('事实和理由（至少 10 字）', '三次漏记是终端故障，纸质底稿齐全，请予核对。', desk.dialog)
      await desk.send(desk.button('申请复核', desk.dialog), fileRemedy)
    },
    answer: async () => {
      await decideReview(play, worker)
      return DONE
    },
  })
}

async function decideReview(play: Play, worker: Seated): Promise<void> {
  await play.sit(SEATS.director, 'decides the review with a panel of three', async (desk) => {
    await desk.go('/appraise/remedies')
    await desk.picture('remedies')
    await desk.button('作出决定').first().click()
    for (const [at, username] of [SEATS.deputy, SEATS.personnel, SEATS.discipline].map((one) => one.username).entries())
      await desk.choose(`审理人员 ${at + 1}`, username, desk.dialog)
    await desk.choose('决定', '变更', desk.dialog)
    await desk.choose('变更为', GRADES.qualified.zh, desk.dialog)
    await desk.fill('认定与理由（至少 10 字）', '核对纸质底稿和终端日志，漏记不成立，变更为合格。', desk.dialog)
    await desk.picture('remedy-dialog')
    await desk.send(desk.button('作出决定', desk.dialog), decideRemedy)
  })
  await play.sit(SEATS.office, 'serves the changed result', async (desk) => {
    await desk.go(`/appraise/results${YEAR}`)
    await desk.send(desk.button('书面送达结果'), serveResults)
  })
  await play.sit(worker, 'signs the changed result on the phone', async (desk) => {
    await desk.go(`/appraise/mine${YEAR}`)
    await desk.button(/^同\s?意$/).click()
    await desk.send(desk.button(/保\s?存/, desk.dialog), signOpinion)
  })
}
