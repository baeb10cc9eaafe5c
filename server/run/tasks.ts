import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { findScorecard } from '../design/published.ts'
import { listCycles } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import { listCheckIns } from './checkIns/data.ts'
import { readMyPeople, withCheckIns } from './checkIns/people.ts'
import { quarterOf } from './checkIns/quarter.ts'
import { listIncidents } from './incidents/data.ts'
import { listPeriods } from './periods/data.ts'
import { rungOf } from './periods/dueLadder.ts'
import { tasksOfRedLines } from './redLines/tasksOf.ts'
import { listRuns } from './scoring/data.ts'
import { isGap, isOverdue } from './scoring/gaps.ts'
import { type Due, readDue } from './scoring/readDue.ts'
import { line, type Scene, type Task } from './taskLine.ts'
import { waitingRequests } from './values/data.ts'
import { valuesToVerify } from './values/tasksOf.ts'
import { readWaitsFor } from './values/waitsFor.ts'

/** Cycles that still run or were left open when the next one began. */
const MOST_CYCLES = 2

/** What the run asks of this person now: values that are due, requests to decide, talks to hold and to confirm. */
export async function tasksOf(tx: Tx, institutionId: string, actor: Actor, today: string): Promise<Task[]> {
  const cycles = (await listCycles(tx, institutionId)).filter((cycle) => cycle.startsOn <= today && cycle.stage !== 'closed')
  const tasks: Task[] = []
  for (const cycle of cycles.slice(0, MOST_CYCLES).reverse()) {
    const scene: Scene = { tx, institutionId, actor, cycle, today }
    const due = once(() => readDue(tx, institutionId, { cycle, today }))
    if (mayByRole(actor, 'period.close')) tasks.push(...(await tasksOfOffice(scene, due)))
    if (mayByRole(actor, 'veto.decide')) tasks.push(...(await escalatedToLeaders(scene, due)))
    tasks.push(...(await tasksOfRedLines(scene)))
    if (mayByRole(actor, 'value.verify')) tasks.push(...(await valuesToVerify(scene)))
    if (mayByRole(actor, 'value.confirm')) tasks.push(...(await tasksToDecide(scene)))
    if (today <= cycle.endsOn) tasks.push(...(await checkInsToHold(scene)))
  }
  return [...tasks, ...(await checkInsToConfirm(tx, institutionId, actor)), ...(await incidentsToRead(tx, institutionId, actor))]
}

/** Reads at the first ask and gives the same to whoever asks next; not at all if nobody asks. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => {
    asked ??= read()
    return asked
  }
}

async function tasksOfOffice({ tx, institutionId, cycle, today }: Scene, due: () => Promise<Due>): Promise<Task[]> {
  const scorecard = await findScorecard(tx, institutionId, cycle.cycleId)
  if (scorecard?.state !== 'published') return []
  const periods = await listPeriods(tx, institutionId, { cycleId: cycle.cycleId })
  if (periods.length === 0)
    return [
      line(
        `periods.${cycle.cycleId}`,
        { zh: `建立 ${cycle.year} 年填报期间`, en: `Create the periods of ${cycle.year}` },
        `/run/periods?year=${cycle.year}`,
      ),
    ]
  const { places } = await due()
  const overdue = places.filter(isOverdue)
  const byPeriod = new Map(overdue.map(({ period }) => [period.periodId, period]))
  const missing = [...byPeriod.values()]
    .filter((period) => period.state === 'open')
    .map((period) => {
      const count = overdue.filter((place) => place.period.periodId === period.periodId).length
      const text = {
        zh: `${period.code} 还有 ${count} 项应报未报`,
        en: count === 1 ? `1 value due for ${period.code} is missing` : `${count} values due for ${period.code} are missing`,
      }
      return line(`missing.${period.periodId}`, text, `/run/missing?year=${cycle.year}&period=${period.code}`, period.dueOn)
    })
  const soon = periods
    .filter((period) => period.state === 'open' && period.endsOn < today && rungOf(period.dueOn, today) === 'due-soon')
    .flatMap((period) => {
      const count = places.filter((place) => place.period.periodId === period.periodId && isGap(place) && !isOverdue(place)).length
      const text = {
        zh: `${period.code} 截止在即，还有 ${count} 项未报`,
        en: count === 1 ? `${period.code} is due soon: 1 value still to come` : `${period.code} is due soon: ${count} values still to come`,
      }
      const href = `/run/missing?year=${cycle.year}&period=${period.code}&when=all`
      return count === 0 ? [] : [line(`due-soon.${period.periodId}`, text, href, period.dueOn)]
    })
  const complete = periods
    .filter((period) => period.state === 'open' && period.dueOn < today && !byPeriod.has(period.periodId))
    .map((period) =>
      line(
        `close.${period.periodId}`,
        { zh: `数据已齐，关闭 ${period.code}`, en: `${period.code} is complete: close it` },
        `/run/periods?year=${cycle.year}`,
        period.dueOn,
      ),
    )
  const allClosed = periods.every((period) => period.state === 'closed')
  const run = allClosed && (await listRuns(tx, institutionId, cycle.cycleId)).length === 0
  return [
    ...missing,
    ...soon,
    ...complete,
    ...(run
      ? [
          line(
            `official.${cycle.cycleId}`,
            { zh: `${cycle.year} 年正式计分`, en: `Run the official scores of ${cycle.year}` },
            `/run/official?year=${cycle.year}`,
          ),
        ]
      : []),
  ]
}

/** What has been due for more than a week and is still not there goes up to the leaders. */
async function escalatedToLeaders({ cycle, today }: Scene, due: () => Promise<Due>): Promise<Task[]> {
  const { places } = await due()
  const late = places.filter(
    (place) => isOverdue(place) && place.period.state === 'open' && rungOf(place.period.dueOn, today) === 'escalated',
  )
  const [first] = late.map((place) => place.period.dueOn).sort()
  if (first === undefined) return []
  const text = {
    zh: `${late.length} 项数据逾期超过一周仍未报`,
    en:
      late.length === 1 ? '1 value has been overdue for more than a week' : `${late.length} values have been overdue for more than a week`,
  }
  return [line(`escalated.${cycle.cycleId}`, text, `/run/missing?year=${cycle.year}`, first)]
}

async function tasksToDecide({ tx, institutionId, actor, cycle, today }: Scene): Promise<Task[]> {
  const waiting = await waitingRequests(tx, institutionId, cycle.cycleId)
  if (waiting.length === 0) return []
  const count = waiting.filter(await readWaitsFor(tx, institutionId, actor, today)).length
  if (count === 0) return []
  const text = {
    zh: `${count} 项“不适用”申请待同意`,
    en: count === 1 ? '1 request for “not applicable” to decide' : `${count} requests for “not applicable” to decide`,
  }
  return [line(`not-applicable.${cycle.cycleId}`, text, `/run/values?year=${cycle.year}&asked=only`)]
}

async function checkInsToHold({ tx, institutionId, actor, cycle, today }: Scene): Promise<Task[]> {
  const people = await readMyPeople(tx, institutionId, actor, today)
  if (people.length === 0) return []
  const mine = withCheckIns(cycle, people, await listCheckIns(tx, institutionId, { cycleId: cycle.cycleId }), today)
  const reviews = midYearToHold(cycle, mine.filter(({ midYear }) => midYear === 'to-hold' || midYear === 'late').length)
  const due = mine.filter((one) => one.dueThisQuarter)
  if (due.length === 0) return reviews
  const { code, endsOn } = quarterOf(today)
  const text = {
    zh: `${code} 还有 ${due.length} 人未做过程辅导`,
    en: due.length === 1 ? `1 check-in of ${code} still to hold` : `${due.length} check-ins of ${code} still to hold`,
  }
  return [...reviews, line(`check-ins.${code}`, text, '/run/check-ins', endsOn)]
}

function midYearToHold({ cycleId, year, midYearBy }: Scene['cycle'], count: number): Task[] {
  if (count === 0 || midYearBy === null) return []
  const text = {
    zh: `${year} 年度还有 ${count} 人未做年中回顾`,
    en: count === 1 ? `1 mid-year review of ${year} still to hold` : `${count} mid-year reviews of ${year} still to hold`,
  }
  return [line(`mid-year.${cycleId}`, text, '/run/check-ins', midYearBy)]
}

async function checkInsToConfirm(tx: Tx, institutionId: string, actor: Actor): Promise<Task[]> {
  if (actor.personId === null) return []
  const open = (await listCheckIns(tx, institutionId, { personId: actor.personId })).filter((one) => one.confirmedByPersonAt === null)
  return open.map((one) =>
    line(
      `check-in.${one.checkInId}`,
      one.kind === 'mid-year'
        ? { zh: `确认 ${one.heldOn} 的年中回顾记录`, en: `Confirm the mid-year review of ${one.heldOn}` }
        : { zh: `确认 ${one.heldOn} 的过程辅导记录`, en: `Confirm the check-in of ${one.heldOn}` },
      '/run/check-ins',
    ),
  )
}

/** What was recorded about this person and is not read yet: reading it, and saying something to it, is the person's. */
async function incidentsToRead(tx: Tx, institutionId: string, actor: Actor): Promise<Task[]> {
  if (actor.personId === null) return []
  const open = (await listIncidents(tx, institutionId, { personId: actor.personId })).filter((one) => one.confirmedAt === null)
  return open.map((one) =>
    line(
      `incident.${one.incidentId}`,
      { zh: `阅 ${one.happenedOn} 的关键事件记录`, en: `Read the critical incident of ${one.happenedOn}` },
      '/run/check-ins',
    ),
  )
}
