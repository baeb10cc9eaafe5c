import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { listCycles } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Library } from '../platform/library.ts'
import { type AppraisalRow, isDecided } from './data.ts'
import { listMembers } from './decision/data.ts'
import { otherRows } from './others/data.ts'
import { listRoles } from './raters/data.ts'
import { placeOf, ratedOf, readRaters } from './raters/raters.ts'
import { listRatings } from './rating/data.ts'
import { listInvestigations } from './record/data.ts'
import { listReopenings } from './reopening/data.ts'
import { reopeningAnswered } from './reopening/reopen.ts'
import { listRemedyCases, ungradedInCase } from './results/data.ts'
import { mayDecideRemedy } from './results/remedies.ts'
import { type Task, task } from './task.ts'

type Asked = { readonly tx: Tx; readonly institutionId: string; readonly actor: Actor; readonly today: string; readonly library: Library }
type Cycle = Awaited<ReturnType<typeof listCycles>>[number]

/** Where a committee is set, its chair answers for the leaders; else any leader does. */
async function speaksForTheLeaders({ tx, institutionId, actor }: Asked, cycleId: string): Promise<boolean> {
  if (!mayByRole(actor, 'grade.decide')) return false
  const chair = (await listMembers(tx, institutionId, cycleId)).find((one) => one.member_class === 'chair')
  return chair === undefined || chair.person_id === actor.personId
}

/** Who asked for something about the raters of this cycle, or was asked to rate. */
export async function tasksOfRaters(asked: Asked, cycle: Cycle, rows: readonly AppraisalRow[]): Promise<Task[]> {
  const { tx, institutionId, actor, today, library } = asked
  const open = new Map(rows.flatMap((row) => (isDecided(row.state) || row.state === 'proposed' ? [] : [[row.appraisal_id, row] as const])))
  const roles = (await listRoles(tx, institutionId, cycle.cycleId)).filter((role) => open.has(role.appraisalId))
  if (roles.length === 0 || !mayByRole(actor, 'rating.give')) return []
  const tasks: Task[] = []
  const waiting = roles.filter((role) => role.state === 'asked')
  const asks = waiting.filter((role) => role.kind !== 'nominated' && role.raterPersonId !== actor.personId)
  if (mayByRole(actor, 'participation.keep') && asks.length > 0) {
    const zh = `答复 ${asks.length} 项谢绝评分的申请`
    const en = asks.length === 1 ? 'Answer a rater who asks to be let off' : `Answer ${asks.length} raters who ask to be let off`
    tasks.push(task(`let-off.${cycle.year}`, zh, en, `/appraise/raters?year=${cycle.year}`))
  }
  const nominated = [...new Set(waiting.filter((role) => role.kind === 'nominated').map((role) => role.appraisalId))]
  const about = nominated.flatMap((appraisalId) => open.get(appraisalId) ?? [])
  const raters = about.length === 0 ? [] : await readRaters(tx, { institutionId, cycle, today, library }, about.map(ratedOf))
  for (const [at, row] of about.entries()) {
    const of = raters[at]
    if (row.person_id === actor.personId || of === undefined || placeOf(of, actor.personId)?.group !== 'superior') continue
    const zh = `答复 ${row.name} 的评分人提名`
    tasks.push(
      task(`nomination.${row.appraisal_id}`, zh, `Answer whom ${row.name} asks for as raters`, `/appraise/ratings/${row.appraisal_id}`),
    )
  }
  return [...tasks, ...(await tasksOfInvited(asked, cycle, roles, open))]
}

type Role = Awaited<ReturnType<typeof listRoles>>[number]

/** Somebody nominated learns of it here: to rate, or to decline. */
async function tasksOfInvited(
  { tx, institutionId, actor }: Asked,
  cycle: Cycle,
  roles: readonly Role[],
  open: ReadonlyMap<string, AppraisalRow>,
) {
  const own = roles.filter((role) => role.raterPersonId === actor.personId && role.state === 'granted')
  const left = new Set(own.filter(({ kind }) => kind === 'declined' || kind === 'recused').map(({ appraisalId }) => appraisalId))
  const invited = own.filter(({ kind, appraisalId }) => kind === 'nominated' && !left.has(appraisalId))
  if (invited.length === 0) return []
  const given = new Set(
    (await listRatings(tx, institutionId, cycle.cycleId)).flatMap((one) =>
      one.rater_person_id === actor.personId ? [one.appraisal_id] : [],
    ),
  )
  return invited
    .filter(({ appraisalId }) => !given.has(appraisalId))
    .map(({ appraisalId }) => {
      const name = open.get(appraisalId)?.name ?? ''
      return task(
        `invited.${appraisalId}`,
        `您被提名为 ${name} 评分：请评分或谢绝`,
        `You were named to rate ${name}: rate, or decline`,
        `/appraise/ratings/${appraisalId}`,
      )
    })
}

/** Acts that wait for the committee or for the authority, with their legal clocks, in whatever stage the cycle is by now. */
export async function tasksOfWaiting(asked: Asked): Promise<Task[]> {
  const { tx, institutionId, actor } = asked
  const tasks: Task[] = []
  const cycles = await listCycles(tx, institutionId)
  if (mayByRole(actor, 'remedy.decide')) tasks.push(...(await tasksOfRemedies(asked, cycles)))
  if (mayByRole(actor, 'grade.decide')) {
    const cases = new Set((await listInvestigations(tx, institutionId)).flatMap((one) => (one.closed_on === null ? [one.person_id] : [])))
    const ungraded = (await ungradedInCase(tx, institutionId)).filter((one) => !cases.has(one.personId))
    for (const { cycleId, year } of cycles) {
      const late = ungraded.filter((one) => one.cycleId === cycleId && one.personId !== actor.personId)
      const may = await reopeningAnswered(tx, institutionId, cycleId, actor)
      const asks = (await listReopenings(tx, institutionId, { cycleId })).filter((one) => one.state === 'asked' && may(one))
      const href = `/appraise/reopening?year=${year}`
      if (asks.length > 0) {
        const en =
          asks.length === 1
            ? `Answer a request to reopen an appraisal of ${year}`
            : `Answer ${asks.length} requests to reopen appraisals of ${year}`
        tasks.push(task(`reopening.${year}`, `答复 ${asks.length} 份 ${year} 年度考核重新开启申请`, en, href))
      }
      if (late.length > 0 && (await speaksForTheLeaders(asked, cycleId))) {
        const en =
          late.length === 1
            ? `A case is closed: supply the grade of ${year} (Art. 42)`
            : `${late.length} cases are closed: supply the grades of ${year} (Art. 42)`
        tasks.push(task(`late-grade.${year}`, `案件已办结，为 ${late.length} 人补定 ${year} 年度等次（第42条）`, en, href))
      }
    }
  }
  return [...tasks, ...(await tasksOfOthers(asked, cycles))]
}

/** Reviews before the chair, appeals before the authority: the first of the last days is named. */
async function tasksOfRemedies(asked: Asked, cycles: readonly Cycle[]): Promise<Task[]> {
  const { tx, institutionId, actor } = asked
  const open = (await listRemedyCases(tx, institutionId)).filter((one) => mayDecideRemedy(actor, one))
  const own: typeof open = []
  for (const { cycleId } of cycles) {
    const ofCycle = open.filter((one) => one.cycleId === cycleId)
    if (ofCycle.length > 0 && (actor.roles.includes('authority') || (await speaksForTheLeaders(asked, cycleId)))) own.push(...ofCycle)
  }
  const [first] = own.map((one) => one.decideBy).toSorted()
  if (first === undefined) return []
  const isAuthority = actor.roles.includes('authority')
  const zh = `决定 ${own.length} 件${isAuthority ? '申诉' : '复核'}`
  const [one, many] = isAuthority ? ['an appeal', 'appeals'] : ['a review', 'reviews']
  return [{ ...task('remedies', zh, `Decide ${own.length === 1 ? one : `${own.length} ${many}`}`, '/appraise/remedies'), dueOn: first }]
}

/** Term and special appraisals: first the rater, then the committee. */
async function tasksOfOthers(asked: Asked, cycles: readonly Cycle[]): Promise<Task[]> {
  const { tx, institutionId, actor } = asked
  if (actor.personId === null || !mayByRole(actor, 'rating.give')) return []
  const open = (await otherRows(tx, institutionId).execute()).filter((row) => row.decided_on === null)
  const toRate = open.filter((row) => row.rated_on === null && row.rater_person_id === actor.personId)
  const tasks = toRate.map((row) =>
    task(
      `other.${row.other_appraisal_id}`,
      `评价 ${row.name} 的${row.kind === 'term' ? '聘期' : '专项'}任务`,
      `Say how ${row.name} did in the ${row.kind === 'term' ? 'term' : 'special task'}`,
      '/appraise/others',
    ),
  )
  const current = cycles.find((cycle) => cycle.stage === 'appraise') ?? cycles[0]
  const toDecide = open.filter((row) => row.rated_on !== null && row.person_id !== actor.personId)
  if (toDecide.length > 0 && current && (await speaksForTheLeaders(asked, current.cycleId))) {
    const en = toDecide.length === 1 ? 'Decide a term or special appraisal' : `Decide ${toDecide.length} term or special appraisals`
    tasks.push(task('decide-others', `集体研究 ${toDecide.length} 项聘期或专项考核`, en, '/appraise/others'))
  }
  return tasks
}
