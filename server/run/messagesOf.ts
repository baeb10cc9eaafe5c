import { daysBetween } from '@milepost/appraisal/days'
import { type Cycle, listActiveAccounts, listCycles, listPeople, type NewMessage, readHeads } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import { listCheckIns } from './checkIns/data.ts'
import { midYearOf, whoOwes } from './checkIns/midYear.ts'
import { listPeriods } from './periods/data.ts'
import { rungOf } from './periods/dueLadder.ts'
import { listNotes } from './redLines/data.ts'
import { readReds } from './redLines/reds.ts'
import { isGap, isOverdue } from './scoring/gaps.ts'
import { type Due, readDue } from './scoring/readDue.ts'

type Asked = { readonly institutionId: string; readonly today: string }
/** The day worked through before this one; null: there was none. */
type LastDay = { readonly lastDay: string | null }
type Place = Due['places'][number]

/** Days before the day on which values are due at which whoever reports them is told; after it, once more on the first day past. */
const BEFORE = [7, 3, 1, 0]

/**
 * What the run has to tell people on a day: values that are due to those who answer for them, what is long overdue to the leaders, and red
 * lines without a note to their heads. A day the program stood still is made up for by the next, each occasion once.
 */
export async function messagesOf(tx: Tx, { institutionId, today, lastDay }: Asked & LastDay): Promise<NewMessage[]> {
  const messages: NewMessage[] = []
  for (const cycle of await listCycles(tx, institutionId)) {
    if (cycle.startsOn > today || cycle.stage === 'closed') continue
    // most days no period has come to another rung: then no figure is read
    const periods = await listPeriods(tx, institutionId, { cycleId: cycle.cycleId })
    if (periods.some((period) => isToTell(period, today) && isNewRung(period, { today, lastDay }))) {
      const { places } = await readDue(tx, institutionId, { cycle, today })
      messages.push(...(await ofDueValues(tx, { institutionId, today, cycle, places })))
    }
    if (cycle.stage === 'run') messages.push(...(await ofMidYear(tx, { institutionId, today, lastDay, cycle })))
    const isNewWeek = lastDay === null || weekOf(lastDay) < weekOf(today)
    if (isNewWeek && cycle.stage === 'run' && today <= cycle.endsOn)
      messages.push(...(await ofRedLines(tx, { institutionId, today, cycle })))
  }
  return messages
}

/** The period is over and open, and its day is near or past. */
const isToTell = (period: Pick<Place['period'], 'state' | 'endsOn' | 'dueOn'>, today: string) =>
  period.state === 'open' && period.endsOn < today && rungToTell(period.dueOn, today) !== null

const isNewRung = (
  { endsOn, dueOn }: Pick<Place['period'], 'endsOn' | 'dueOn'>,
  { today, lastDay }: LastDay & { readonly today: string },
) => lastDay === null || lastDay <= endsOn || rungToTell(dueOn, lastDay) !== rungToTell(dueOn, today)

/** Weeks from Monday to Sunday. */
const weekOf = (day: string) => Math.floor((Date.parse(day) / 86_400_000 + 3) / 7)

/** The rung a due day has come to: days before it, or 'past', or 'escalated'; null while it is far off. */
function rungToTell(dueOn: string, today: string): number | 'past' | 'escalated' | null {
  const rung = rungOf(dueOn, today)
  if (rung === 'escalated') return 'escalated'
  if (rung === 'overdue') return 'past'
  return BEFORE.findLast((days) => daysBetween(today, dueOn) <= days) ?? null
}

/** Heads whose mid-year reviews are still to hold: before their day, and once when it is past. */
async function ofMidYear(
  tx: Tx,
  { institutionId, today, lastDay, cycle }: Asked & LastDay & { readonly cycle: Cycle },
): Promise<NewMessage[]> {
  const by = cycle.midYearBy
  const rung = by === null ? null : rungToTell(by, today)
  if (by === null || rung === null || rung === 'escalated' || (lastDay !== null && rung === rungToTell(by, lastDay))) return []
  const talks = await listCheckIns(tx, institutionId, { cycleId: cycle.cycleId })
  const byHead = new Map<string, number>()
  for (const { person, head } of await whoOwes(tx, institutionId, { cycle, today }))
    if (!midYearOf(talks, person.personId)) byHead.set(head.personId, (byHead.get(head.personId) ?? 0) + 1)
  return [...byHead].map(
    ([personId, count]): NewMessage => ({
      key: `mid-year ${cycle.cycleId} ${personId} ${rung}`,
      personId,
      subject:
        rung === 'past'
          ? {
              zh: `${count} 人的年中回顾已过期未办`,
              en: count === 1 ? '1 mid-year review is overdue' : `${count} mid-year reviews are overdue`,
            }
          : {
              zh: `还有 ${count} 人未做年中回顾`,
              en: count === 1 ? '1 mid-year review still to hold' : `${count} mid-year reviews still to hold`,
            },
      body: {
        zh: `${cycle.year} 年度年中回顾应在 ${by} 前办完：一起看计划各项的现状，写明下半年重点和要调整的内容，由本人确认。`,
        en: `The mid-year reviews of ${cycle.year} are due by ${by}: look at the plan together, write down what the second half is about and what is to be changed; the employee confirms.`,
      },
      href: '/run/check-ins',
      dueOn: by,
    }),
  )
}

type Given = Asked & { readonly cycle: Cycle; readonly places: readonly Place[] }

/** One message a person, a period and a rung: to the head of the unit a value is of, for the institution's own to the performance office. */
async function ofDueValues(tx: Tx, { institutionId, today, cycle, places }: Given): Promise<NewMessage[]> {
  const open = places.filter((place) => isToTell(place.period, today) && isGap(place))
  if (open.length === 0) return []
  const tellers = await readTellers(tx, institutionId, today)
  const told = new Map<string, { personId: string; period: Place['period']; rung: number | 'past' | 'escalated'; count: number }>()
  for (const place of open) {
    const rung = rungToTell(place.period.dueOn, today)
    if (rung === null || (typeof rung !== 'number' && !isOverdue(place))) continue
    const people = rung === 'escalated' ? tellers.leaders : tellers.answering(place.holder)
    for (const personId of people) {
      const key = `values-due ${place.period.periodId} ${personId} ${rung}`
      told.set(key, { personId, period: place.period, rung, count: (told.get(key)?.count ?? 0) + 1 })
    }
  }
  return [...told].map(([key, { personId, period, rung, count }]): NewMessage => {
    const isPast = typeof rung !== 'number'
    return {
      key,
      personId,
      subject: isPast
        ? { zh: `${period.code} 有 ${count} 项数据逾期未报`, en: `${period.code}: ${count} values are overdue` }
        : { zh: `${period.code} 还有 ${count} 项数据未报`, en: `${period.code}: ${count} values still to come` },
      body: isPast
        ? {
            zh: `截止日 ${period.dueOn} 已过。未报的数据不算零，也不会变绿；请补报，或申请“不适用”。`,
            en: `They were due on ${period.dueOn}. What is missing is not zero and never turns green: report it, or ask for “not applicable”.`,
          }
        : { zh: `请在 ${period.dueOn} 前填报。`, en: `They are due on ${period.dueOn}.` },
      href: `/run/missing?year=${cycle.year}&period=${period.code}`,
      dueOn: period.dueOn,
    }
  })
}

/** Who answers for the values of a holder, and who is told of what is long overdue. */
async function readTellers(tx: Tx, institutionId: string, today: string) {
  const heads = await readHeads(tx, institutionId, today)
  const unitOf = new Map((await listPeople(tx, institutionId, today)).map((one) => [one.personId, one.unitId]))
  const accounts = await listActiveAccounts(tx, institutionId)
  const holding = (role: 'performance-office' | 'leader') =>
    accounts.flatMap((one) => (one.personId !== null && one.roles.includes(role) ? [one.personId] : []))
  const office = holding('performance-office')
  return {
    leaders: holding('leader'),
    answering: (holder: Place['holder']): readonly string[] => {
      const unitId = holder.kind === 'unit' ? holder.unitId : holder.kind === 'person' ? (unitOf.get(holder.personId) ?? null) : null
      const head = unitId === null ? null : heads.headOfUnit(unitId)
      return head ? [head.personId] : office
    },
  }
}

/** Heads whose units have a red or silent line without its note: once a week, on the first working round of it. */
async function ofRedLines(tx: Tx, { institutionId, today, cycle }: Asked & { readonly cycle: Cycle }): Promise<NewMessage[]> {
  const notes = new Set((await listNotes(tx, institutionId, { cycleId: cycle.cycleId })).map((note) => `${note.cardId} ${note.measureId}`))
  const unsaid = (await readReds(tx, institutionId, { cycle, today })).filter(
    ({ card, line }) => card.unitId !== null && !notes.has(`${card.cardId} ${line.measureId}`),
  )
  if (unsaid.length === 0) return []
  const heads = await readHeads(tx, institutionId, today)
  const byHead = new Map<string, number>()
  for (const { card } of unsaid) {
    const head = card.unitId === null ? null : heads.headOfUnit(card.unitId)
    if (head) byHead.set(head.personId, (byHead.get(head.personId) ?? 0) + 1)
  }
  const week = weekOf(today)
  return [...byHead].map(
    ([personId, count]): NewMessage => ({
      key: `red-lines ${cycle.cycleId} ${personId} week ${week}`,
      personId,
      subject: { zh: `本部门 ${count} 项红灯待说明`, en: `${count} red lines of your units need their notes` },
      body: {
        zh: '请写明事实、原因、措施、责任人和完成日期。',
        en: 'Write the fact, the cause, the action, who owns it and by when.',
      },
      href: `/run/red-lines?year=${cycle.year}`,
      dueOn: null,
    }),
  )
}
