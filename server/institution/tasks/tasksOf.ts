import type { Actor, Role } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { addDays } from '@milepost/appraisal/days'
import { commentOnPlan } from '@milepost/contract/institution/cycleSteps'
import type { task } from '@milepost/contract/institution/tasks'
import { STAGES } from '@milepost/terms/cycle'
import type { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { listAccounts } from '../accounts/data.ts'
import { accountsOfTheDeparted, headsWithoutRole, peopleWithoutAccount, vacantRoles } from '../accounts/staffing.ts'
import { hasActed } from '../audit/data.ts'
import { listCalendarYears } from '../calendar/data.ts'
import { listCycles } from '../cycles/data.ts'
import { phaseDaysOf } from '../cycles/phaseData.ts'
import { findHearing, listComments } from '../hearing/data.ts'
import { listHeadships, listPeople } from '../people/data.ts'
import { listUnits } from '../units/data.ts'
import { TASKS } from './texts.ts'

type Task = z.infer<typeof task>

/** What the institution itself asks of this person now; a line disappears when it is done. */
export async function tasksOf(tx: Tx, institutionId: string, actor: Actor, today: string): Promise<Task[]> {
  const is = (role: Role) => actor.roles.includes(role)
  return [
    ...(is('performance-office') || is('system-admin') ? await tasksOfRegister(tx, institutionId, today) : []),
    ...(is('performance-office') ? await tasksOfOffice(tx, institutionId, today) : []),
    ...(await tasksOfHearings(tx, institutionId, actor, today)),
    ...(is('system-admin') ? await tasksOfSystem(tx, institutionId, today) : []),
    ...(is('security-admin') ? await tasksOfSecurity(tx, institutionId, today) : []),
  ]
}

const line = (key: keyof typeof TASKS, href: string, count = 0): Task => ({
  key: `institution.${key}`,
  text: TASKS[key](count),
  href,
  dueOn: null,
  stage: 'institution',
})

/** Units first, then posts and people: each import needs the one before. */
async function tasksOfRegister(tx: Tx, institutionId: string, today: string): Promise<Task[]> {
  if ((await listUnits(tx, institutionId)).length === 0) return [line('import-units', '/institution/import?what=units')]
  if ((await listPeople(tx, institutionId, today)).length === 0) return [line('import-people', '/institution/import?what=people')]
  return []
}

const NEXT_YEAR_KNOWN = '11-15'

async function tasksOfOffice(tx: Tx, institutionId: string, today: string): Promise<Task[]> {
  const year = Number(today.slice(0, 4))
  const years = await listCalendarYears(tx, institutionId)
  // the State Council tells the working days of a year in the November before; its clocks start to run into it
  const isNextDue = today.slice(5) >= NEXT_YEAR_KNOWN && (await listCycles(tx, institutionId)).some((one) => one.year === year + 1)
  const unverified = years.find((one) => one.year === year && !one.verified)
  return [
    ...(await tasksOfPhases(tx, institutionId, today)),
    ...((await listCycles(tx, institutionId)).length === 0 ? [line('create-cycle', '/institution/cycles')] : []),
    ...(years.some((one) => one.year === year) ? [] : [line('open-calendar', `/institution/calendar?year=${year}`, year)]),
    ...(unverified ? [line('verify-calendar', `/institution/calendar?year=${year}`, year)] : []),
    ...(isNextDue && !years.some((one) => one.year === year + 1)
      ? [line('open-calendar', `/institution/calendar?year=${year + 1}`, year + 1)]
      : []),
  ]
}

/** The last week of a phase, and as long as it is overdue. */
const PHASE_NEAR = 7

async function tasksOfPhases(tx: Tx, institutionId: string, today: string): Promise<Task[]> {
  const tasks: Task[] = []
  for (const cycle of await listCycles(tx, institutionId)) {
    if (cycle.stage === 'closed' || cycle.hold !== 'none') continue
    const lastDay = (await phaseDaysOf(tx, institutionId, cycle.cycleId))[cycle.stage]
    if (lastDay === null || today < addDays(lastDay, -PHASE_NEAR)) continue
    const { zh, en } = STAGES[cycle.stage]
    const text = {
      zh: `${cycle.year} 年度“${zh}”环节计划 ${lastDay} 前完成，看还差什么`,
      en: `“${en}” of ${cycle.year} is planned to end by ${lastDay}: see what is still missing`,
    }
    tasks.push({
      key: `institution.phase.${cycle.cycleId}`,
      text,
      href: `/institution/cycles?year=${cycle.year}`,
      dueOn: lastDay,
      stage: 'institution',
    })
  }
  return tasks
}

/** Staff are told of a plan put to them until they have said something or it is over; the office of what still has no answer. */
async function tasksOfHearings(tx: Tx, institutionId: string, actor: Actor, today: string): Promise<Task[]> {
  const [mayComment, mayAnswer] = [mayByRole(actor, 'hearing.comment'), mayByRole(actor, 'cycle.edit')]
  const tasks: Task[] = []
  for (const cycle of await listCycles(tx, institutionId)) {
    const hearing = cycle.stage === 'closed' ? null : await findHearing(tx, institutionId, cycle.cycleId)
    if (!hearing) continue
    const href = `/institution/hearing?year=${cycle.year}`
    const comments = await listComments(tx, institutionId, cycle.cycleId)
    const open = comments.filter((one) => one.answer === null).length
    if (mayAnswer && open > 0) tasks.push(line('answer-comments', href, open))
    const asked = mayComment && !mayAnswer && today <= hearing.lastDay && actor.accountId !== null
    if (asked && !(await hasActed(tx, institutionId, { action: HEARD, accountId: actor.accountId, since: hearing.opensOn })))
      tasks.push({ ...line('hearing', href, cycle.year), dueOn: hearing.lastDay })
  }
  return tasks
}

const HEARD = commentOnPlan.audit ?? ''

async function tasksOfSystem(tx: Tx, institutionId: string, today: string): Promise<Task[]> {
  const accounts = await listAccounts(tx, institutionId)
  const people = await listPeople(tx, institutionId, today)
  const without = peopleWithoutAccount(people, accounts).length
  const departed = accountsOfTheDeparted(accounts, people).length
  return [
    ...(vacantRoles(accounts).includes('security-admin') ? [line('name-security-admin', '/institution/accounts')] : []),
    ...(without > 0 ? [line('create-accounts', '/institution/accounts', without)] : []),
    ...(departed > 0 ? [line('disable-departed', '/institution/accounts', departed)] : []),
  ]
}

async function tasksOfSecurity(tx: Tx, institutionId: string, today: string): Promise<Task[]> {
  const accounts = await listAccounts(tx, institutionId)
  const vacant = vacantRoles(accounts)
  const heads = headsWithoutRole(accounts, await listHeadships(tx, institutionId, today)).length
  return [
    ...(vacant.includes('audit-admin') ? [line('grant-audit-admin', '/institution/accounts')] : []),
    ...(vacant.includes('performance-office') ? [line('grant-performance-office', '/institution/accounts')] : []),
    ...(heads > 0 ? [line('grant-unit-heads', '/institution/accounts', heads)] : []),
  ]
}
