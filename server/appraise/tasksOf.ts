import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { GRADES } from '@milepost/terms/grades'
import { type Cycle, listCycles } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Library } from '../platform/library.ts'
import { type AppraisalRow, appraisalRows, isDecided } from './data.ts'
import { listNotices, listObjections } from './notice/data.ts'
import { remindersOf } from './raters/data.ts'
import { waitingSuperiors } from './raters/readRaters.ts'
import { reopenedYears } from './reopening/data.ts'
import { changedUnserved, waitingForPerson } from './results/data.ts'
import { talksOf } from './results/listTalks.ts'
import { whoReported } from './selfReport/data.ts'
import { type Task, task } from './task.ts'
import { tasksOfRaters, tasksOfWaiting } from './tasksOfOpen.ts'

type Asked = { readonly tx: Tx; readonly institutionId: string; readonly actor: Actor; readonly today: string; readonly library: Library }

/** What the appraisal asks of this person now. The year appraised is mostly the one before: every cycle that stands in this stage is looked at. */
export async function tasksOf(tx: Tx, institutionId: string, actor: Actor, today: string, library: Library): Promise<Task[]> {
  const asked = { tx, institutionId, actor, today, library }
  const tasks: Task[] = []
  for (const cycle of await listCycles(tx, institutionId)) {
    if (cycle.stage === 'appraise') tasks.push(...(await tasksOfCycle(asked, cycle)))
    tasks.push(...(await tasksOfInterviews(asked, cycle)))
  }
  return [
    ...tasks,
    ...(await tasksOfWaiting(asked)),
    ...(await tasksOfNotices(asked)),
    ...(await tasksOfChanges(asked)),
    ...(await tasksOfOwnResult(asked)),
  ]
}

/** A result that was served waits for a word, a talk for its confirmation, even after the cycle was closed. */
async function tasksOfOwnResult({ tx, institutionId, actor }: Asked): Promise<Task[]> {
  if (actor.personId === null) return []
  const { unsigned, unconfirmed } = await waitingForPerson(tx, institutionId, actor.personId)
  const at = (year: number) => `/appraise/mine?year=${year}`
  const changed = await changedUnserved(tx, institutionId, actor.personId)
  const reopened = await reopenedYears(tx, institutionId, actor.personId)
  return [
    ...reopened.map((year) =>
      task(
        `reopened.${year}`,
        `您的 ${year} 年度考核已重新开启，查看理由`,
        `Your appraisal of ${year} was opened again: read why`,
        at(year),
      ),
    ),
    ...changed.map(({ year, from, to }) =>
      task(
        `changed.${year}`,
        `您 ${year} 年度考核等次由“${GRADES[from].zh}”改为“${GRADES[to].zh}”，查看理由和复核办法`,
        `Your grade of ${year} became “${GRADES[to].en}” (was “${GRADES[from].en}”): read why, and how to ask for a review`,
        at(year),
      ),
    ),
    ...unsigned.map((year) =>
      task(`opinion.${year}`, `对 ${year} 年度考核结果签署意见`, `Say whether you agree with your result of ${year}`, at(year)),
    ),
    ...unconfirmed.map((year) =>
      task(`interview.${year}`, `确认 ${year} 年度结果反馈面谈记录`, `Confirm the interview about your result of ${year}`, at(year)),
    ),
  ]
}

/** A changed grade is served again: from that day the person may ask for a review. */
async function tasksOfChanges({ tx, institutionId, actor }: Asked): Promise<Task[]> {
  if (!mayByRole(actor, 'result.serve')) return []
  const years = (await changedUnserved(tx, institutionId, null)).map(({ year }) => year)
  return [...new Set(years)].map((year) => {
    const n = years.filter((one) => one === year).length
    const en = n === 1 ? `Serve a changed result of ${year} again` : `Serve ${n} changed results of ${year} again`
    return task(`serve.${year}`, `重新送达 ${n} 份变更后的 ${year} 年度考核结果`, en, `/appraise/results?year=${year}`)
  })
}

/** A head talks over each served result with the person; what is past its days is said as late, and stays until it is done. */
async function tasksOfInterviews({ tx, institutionId, actor, today, library }: Asked, cycle: Cycle): Promise<Task[]> {
  if (actor.personId === null || !mayByRole(actor, 'talk.list')) return []
  const own = (await talksOf(tx, { institutionId, actor, cycle, library, today })).filter((one) => !one.isHeld)
  const first = own.map((one) => one.dueOn).toSorted()[0]
  if (first === undefined) return []
  const late = own.filter((one) => one.dueOn < today).length
  const { year } = cycle
  const said = task(
    `talk.${year}`,
    `与 ${own.length} 名职工面谈 ${year} 年度结果${late > 0 ? `（${late} 人已逾期）` : ''}`,
    `Talk over the results of ${year} with ${own.length} of your people${late > 0 ? ` (${late} past the day)` : ''}`,
    `/appraise/talks?year=${year}`,
  )
  return [{ ...said, dueOn: first }]
}

async function tasksOfCycle(asked: Asked, cycle: Cycle): Promise<Task[]> {
  const { tx, institutionId, actor } = asked
  const { year } = cycle
  const rows = await appraisalRows(tx, institutionId, cycle.cycleId).execute()
  if (rows.length === 0)
    return mayByRole(actor, 'appraisal.open')
      ? [task(`open.${year}`, `建立 ${year} 年度考核`, `Open the appraisals of ${year}`, `/appraise?year=${year}`)]
      : []
  const tasks = [...(await ratingTasks(asked, cycle, rows)), ...(await tasksOfRaters(asked, cycle, rows))]
  // after a reopening what is decided stands, and only the rest goes this way again
  const undecided = rows.filter((row) => !isDecided(row.state))
  const graded = undecided.filter((row) => row.participation === 'graded' || row.participation === 'within-ceiling')
  const isScored = graded.every((row) => row.state === 'scored' || row.state === 'proposed')
  if (mayByRole(actor, 'grade.propose') && isScored && undecided.some((row) => row.state === 'scored'))
    tasks.push(
      task(`propose.${year}`, `测算 ${year} 年优秀名额`, `Compute the excellent seats of ${year}`, `/appraise/calibration?year=${year}`),
    )
  if (mayByRole(actor, 'grade.decide') && undecided.length > 0 && undecided.every((row) => row.state === 'proposed'))
    tasks.push(task(`decide.${year}`, `集体研究确定 ${year} 年等次`, `Decide the grades of ${year}`, `/appraise/decision?year=${year}`))
  if (mayByRole(actor, 'notice.post') && undecided.length === 0 && rows.some((row) => row.state === 'decided')) {
    const posted = (await listNotices(tx, institutionId)).some((one) => one.cycle_id === cycle.cycleId && one.withdrawn_at === null)
    if (!posted)
      tasks.push(task(`post.${year}`, `公示 ${year} 年拟定优秀人员`, `Post the notice of ${year}`, `/appraise/notice?year=${year}`))
  }
  return tasks
}

/** The superior's rating is the one nobody can do without; when all are in, the office computes the scores. */
async function ratingTasks({ tx, institutionId, actor, today, library }: Asked, cycle: Cycle, rows: readonly AppraisalRow[]) {
  const { cycleId, year } = cycle
  const open = rows.filter((row) => row.state === 'enrolled')
  if (open.length === 0) return []
  const { waiting } = await waitingSuperiors(tx, { institutionId, cycle, today, library })
  const mine = waiting.find((one) => one.raterPersonId === actor.personId)
  const tasks: Task[] = []
  if (mayByRole(actor, 'self-report.write') && open.some((row) => row.person_id === actor.personId)) {
    const reported = await whoReported(tx, institutionId, cycleId)
    if (actor.personId !== null && !reported.has(actor.personId))
      tasks.push(task(`report.${year}`, `填写 ${year} 年度述职`, `Write your report of ${year}`, `/appraise/report?year=${year}`))
  }
  if (mayByRole(actor, 'rating.give') && mine) {
    const n = mine.people.length
    const reminded = (await remindersOf(tx, institutionId, cycleId)).get(mine.raterPersonId)?.length ?? 0
    const zh = `为 ${n} 名职工评分${reminded > 0 ? `（已催办 ${reminded} 次）` : ''}`
    const en = `Rate ${n} of your people${reminded > 0 ? ` (reminded ${reminded} times)` : ''}`
    tasks.push(task(`rate.${year}`, zh, en, `/appraise/ratings?year=${year}`))
  }
  if (mayByRole(actor, 'appraisal.score') && waiting.length === 0)
    tasks.push(task(`score.${year}`, `计算 ${year} 年考核得分`, `Compute the scores of ${year}`, `/appraise?year=${year}`))
  return tasks
}

async function tasksOfNotices({ tx, institutionId, actor, today }: Asked): Promise<Task[]> {
  const tasks: Task[] = []
  if (mayByRole(actor, 'notice.post')) {
    const over = (await listNotices(tx, institutionId)).filter(
      (one) => one.closed_at === null && one.withdrawn_at === null && today > one.last_day,
    )
    for (const { year } of over)
      tasks.push(
        task(`close.${year}`, `${year} 年公示期满，请结束公示`, `The notice of ${year} is over: close it`, `/appraise/notice?year=${year}`),
      )
  }
  if (mayByRole(actor, 'objection.answer')) {
    const open = (await listObjections(tx, institutionId)).filter(
      (one) => one.answer === null && one.raised_by_account_id !== actor.accountId,
    )
    if (open.length > 0)
      tasks.push(
        task(
          'answer',
          `答复 ${open.length} 条异议`,
          open.length === 1 ? 'Answer an objection' : `Answer ${open.length} objections`,
          '/appraise/notice',
        ),
      )
  }
  return tasks
}
