import type { Actor } from '@milepost/access/actor'
import type { myData } from '@milepost/contract/open/myData'
import { plainYuan } from '@milepost/contract/reward/money'
import { paidInAll } from '@milepost/contract/reward/outcome'
import type { Bilingual } from '@milepost/terms/bilingual'
import { GRADES } from '@milepost/terms/grades'
import { ROLE_NAMES } from '@milepost/terms/roles'
import type { z } from 'zod'
import { appraisalTicket } from '../../appraise/published.ts'
import { findCardOfPerson, findScorecardId } from '../../design/published.ts'
import { findPerson, listAbsences, listAssignments, listCycles, listUnits } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/http/clock.ts'
import type { Library } from '../../platform/library.ts'
import { creditsOf, payLineOf } from '../../reward/published.ts'
import { checkInsOf } from '../../run/published.ts'
import { listObjections } from '../objection/data.ts'
import { findAccount, listRequests, listSessions, listTrail } from './data.ts'
import { heldFacts } from './heldFacts.ts'
import { type Kind, REGISTER } from './register.ts'
import { requestOf } from './requestOf.ts'

type Fact = { name: Bilingual; value: Bilingual }
type Asked = {
  readonly actor: Actor & { readonly accountId: string }
  readonly today: string
  readonly timeZone: string
  readonly library: Library
}
const fact = (zh: string, en: string, value: string | Bilingual): Fact => ({
  name: { zh, en },
  value: typeof value === 'string' ? { zh: value, en: value } : { zh: value.zh, en: value.en || value.zh },
})
const EVER = { from: '1900-01-01', to: '2999-12-31' }

/** Everything the program holds about the person who asks, kind by kind as the register lists them. */
export async function gatherMyData(tx: Tx, institutionId: string, asked: Asked): Promise<z.input<typeof myData>> {
  const { accountId, personId } = asked.actor
  const found: Record<Kind['code'], Fact[]> = {
    trail: [],
    ...(await personFacts(tx, institutionId, personId, asked)),
  }
  found.account.unshift(...(await accountFacts(tx, institutionId, asked)))
  for (const { year, line_zh, line_en, facts } of await listObjections(tx, institutionId, accountId))
    found.appraisal.push(fact(`${year} 年对“${line_zh}”的异议`, `Objection to “${line_en || line_zh}”, ${year}`, facts))
  const trail = await listTrail(tx, institutionId, { accountId, personId }, 200)
  found.trail = [fact('条数（最近 200 条见下）', 'Entries (the newest 200 are listed below)', String(trail.length))]
  return {
    kinds: REGISTER.map((kind) => ({ ...kind, facts: found[kind.code] })),
    trail: trail.map((event) => ({
      at: event.at.toISOString(),
      actor: event.actor_name,
      action: event.action,
      mine: event.account_id === accountId,
    })),
    requests: (await listRequests(tx, institutionId, { accountId })).map(requestOf),
  }
}

async function accountFacts(tx: Tx, institutionId: string, { actor, timeZone }: Asked): Promise<Fact[]> {
  const account = await findAccount(tx, institutionId, actor.accountId)
  const sessions = await listSessions(tx, institutionId, actor.accountId)
  const roles = actor.roles.map((role) => ROLE_NAMES[role])
  return [
    fact('用户名', 'User name', account.username),
    fact('显示姓名', 'Name shown', account.display_name),
    fact('角色', 'Roles', { zh: roles.map(({ zh }) => zh).join('、'), en: roles.map(({ en }) => en).join(', ') }),
    fact('建立日期', 'Made on', dayIn(timeZone, account.created_at)),
    fact('当前登录', 'Sessions open now', String(sessions.length)),
  ]
}

type OfPerson = Record<Exclude<Kind['code'], 'trail'>, Fact[]>

async function personFacts(
  tx: Tx,
  institutionId: string,
  personId: string | null,
  { today, library, actor, timeZone }: Asked,
): Promise<OfPerson> {
  const nothing: OfPerson = {
    post: [],
    absence: [],
    plan: [],
    talk: [],
    appraisal: [],
    pay: [],
    training: [],
    record: [],
    duty: [],
    account: [],
  }
  const person = personId === null ? null : await findPerson(tx, institutionId, personId, today)
  if (!person) return nothing
  const units = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.name]))
  const facts: OfPerson = {
    ...nothing,
    post: [
      fact('职工编号', 'Employee number', person.employeeNo),
      fact('姓名', 'Name', { zh: person.name, en: person.nameEn }),
      fact('入职', 'Joined on', person.joinedOn),
      ...(await listAssignments(tx, institutionId, EVER))
        .filter((held) => held.personId === person.personId)
        .map((held) => {
          const [unit, until] = [units.get(held.unitId) ?? { zh: '', en: '' }, held.validTo ?? '']
          const place = { zh: `${unit.zh} ${held.post.title.zh}`, en: `${unit.en || unit.zh}, ${held.post.title.en || held.post.title.zh}` }
          return fact(`任职 ${held.validFrom} 至 ${until || '今'}`, `Post from ${held.validFrom} ${until ? `to ${until}` : 'on'}`, place)
        }),
    ],
    absence: (await listAbsences(tx, institutionId, EVER))
      .filter((absence) => absence.personId === person.personId)
      .map((absence) => fact('请假', 'Absent', `${absence.startsOn} – ${absence.endsOn}`)),
    training: (await creditsOf(tx, institutionId, person.personId)).map((one) =>
      fact(one.course, one.course, `${one.finishedOn} · ${one.hours}`),
    ),
    talk: (await checkInsOf(tx, institutionId, person.personId)).map((talk) =>
      talk.kind === 'mid-year' ? fact('年中回顾', 'Mid-year review', talk.heldOn) : fact('辅导谈话', 'Check-in', talk.heldOn),
    ),
  }
  for (const cycle of await listCycles(tx, institutionId))
    await addCycle(tx, institutionId, { cycle, personId: person.personId, facts, library, actor })
  for (const { kind, name, value } of await heldFacts(tx, institutionId, { personId: person.personId, timeZone }))
    if (kind !== 'trail') facts[kind].push(fact(name.zh, name.en, value))
  return facts
}

type InCycle = Pick<Asked, 'library' | 'actor'> & {
  readonly cycle: { cycleId: string; year: number }
  readonly personId: string
  readonly facts: OfPerson
}

async function addCycle(tx: Tx, institutionId: string, { cycle, personId, facts, library, actor }: InCycle): Promise<void> {
  const { cycleId, year } = cycle
  const scorecardId = await findScorecardId(tx, institutionId, cycleId)
  const card = scorecardId === null ? null : await findCardOfPerson(tx, institutionId, scorecardId, personId)
  const lines = card?.perspectives.flatMap((one) => one.objectives).flatMap((one) => one.measures) ?? []
  if (card)
    facts.plan.push(
      fact(`${year} 年指标`, `Measures ${year}`, {
        zh: lines.map(({ name }) => name.zh).join('、'),
        en: lines.map(({ name }) => name.en || name.zh).join(', '),
      }),
    )
  const detail = await appraisalTicket(tx, { institutionId, cycleId, personId, library, actor })
  if (detail) {
    facts.appraisal.push(fact(`${year} 年得分`, `Score ${year}`, detail.appraisal.officialScore ?? '–'))
    facts.appraisal.push(fact(`${year} 年等次`, `Grade ${year}`, detail.appraisal.grade === null ? '–' : GRADES[detail.appraisal.grade]))
  }
  for (const line of await payLineOf(tx, institutionId, cycleId, personId))
    facts.pay.push(fact(`${line.pool.zh}（元）`, `${line.pool.en || line.pool.zh} (yuan)`, plainYuan(paidInAll(line))))
}
