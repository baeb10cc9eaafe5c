import { linkIndex, type RecordedTalk, suspicionsIn } from '@milepost/appraisal/linkIndex'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Refusal } from '@milepost/contract/refusals'
import type { suspicion } from '@milepost/contract/run/reviews'
import { readLinks } from '@milepost/contract/run/reviews'
import type { z } from 'zod'
import { findScorecardId, planStates } from '../../design/published.ts'
import { type Cycle, findCycle, listPeopleDuring, listUnits, type Person } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/http/clock.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { type CheckIn, listCheckIns } from '../checkIns/data.ts'
import { midYearOf, whoOwes } from '../checkIns/midYear.ts'
import { countsIn } from '../checkIns/quarter.ts'
import { type PeriodSpan, periodsOfYear } from '../periods/periodCode.ts'
import { listNotes } from '../redLines/data.ts'
import { readReds } from '../redLines/reds.ts'
import { type DuePlace, isOverdue } from '../scoring/gaps.ts'
import { readDue } from '../scoring/readDue.ts'
import { checksOf } from '../values/checkData.ts'
import { type StoredValue, waitingRequests } from '../values/data.ts'
import { readCheckers } from './checkers.ts'

type Links = OutputOf<typeof readLinks>
const DAY = 86_400_000
/** A talk is confirmed in time within so many days. */
const CONFIRM_DAYS = 10

/** How complete the cycle is in each unit so far: plans, talks, confirmations, values, verification; and who waits for whom. */
export const readLinksRoute = (later: LaterLinks) =>
  serve(readLinks, {
    run: async ({ tx, institutionId, input, today, library, config }) => {
      const cycle = await findCycle(tx, institutionId, input.cycleId)
      if (!cycle) throw new Refusal('not-found')
      const { units, known } = await unitLinks(tx, institutionId, { cycle, today, library, later, timeZone: config.timeZone })
      return { units, waiting: await waitingIn(tx, institutionId, known) }
    },
  })

/** What only the appraisal knows: its links in each unit, and how many of each unit are waited for. */
export type LaterLinks = (
  tx: Tx,
  institutionId: string,
  asked: { readonly cycle: Cycle; readonly today: string; readonly library: Library },
) => Promise<
  readonly {
    readonly unitId: string
    readonly links: readonly LinkRow[]
    readonly waiting: readonly { readonly what: 'signed' | 'interview'; readonly count: number; readonly since: string }[]
  }[]
>
type LinkRow = Links['units'][number]['links'][number]
type Asked = {
  readonly cycle: Cycle
  readonly today: string
  readonly library: Library
  readonly later: LaterLinks
  readonly timeZone: string
}

/** Links due and on time over all units, in per cent; null: nothing was due yet. */
export async function linksOnTime(tx: Tx, institutionId: string, given: Asked): Promise<number | null> {
  const links = (await unitLinks(tx, institutionId, given)).units.flatMap((unit) => unit.links)
  const due = links.reduce((sum, one) => sum + one.due, 0)
  return due === 0 ? null : (links.reduce((sum, one) => sum + one.onTime, 0) / due) * 100
}

async function unitLinks(
  tx: Tx,
  institutionId: string,
  { cycle, today, library, later, timeZone }: Asked,
): Promise<{ units: Links['units']; known: Known }> {
  const days = { from: cycle.startsOn, to: cycle.endsOn < today ? cycle.endsOn : today }
  const people = days.from <= days.to ? await listPeopleDuring(tx, institutionId, days) : []
  const scorecardId = await findScorecardId(tx, institutionId, cycle.cycleId)
  const planOf = scorecardId ? await planStates(tx, institutionId, scorecardId) : new Map<string, string>()
  const talks = await listCheckIns(tx, institutionId, { cycleId: cycle.cycleId })
  const { places } = await readDue(tx, institutionId, { cycle, today })
  const due = places.filter((place) => place.period.dueOn < today)
  const checks = await checksOf(
    tx,
    institutionId,
    due.flatMap(({ value }) => (value ? [value.valueId] : [])),
  )
  const owing = await whoOwes(tx, institutionId, { cycle, today })
  const quarters = periodsOfYear(cycle.year, 'quarter').filter((quarter) => quarter.endsOn < today)
  const unitOf = new Map(people.map((person) => [person.personId, person.unitId]))
  const appraised = await later(tx, institutionId, { cycle, today, library })
  const units = (await listUnits(tx, institutionId)).filter((unit) => unit.kind !== 'bureau')
  const rows = units.flatMap((unit): Links['units'] => {
    const own = people.filter((person) => person.unitId === unit.unitId)
    if (own.length === 0) return []
    const ownTalks = talks.filter((talk) => unitOf.get(talk.personId) === unit.unitId)
    const ownDue = due.filter(
      ({ holder }) =>
        (holder.kind === 'unit' ? holder.unitId : holder.kind === 'person' ? unitOf.get(holder.personId) : null) === unit.unitId,
    )
    const links = [
      planLink(own, planOf),
      { link: 'check-in' as const, ...talksHeld(own, ownTalks, quarters) },
      {
        link: 'mid-year' as const,
        ...midYears(
          owing.filter(({ person }) => person.unitId === unit.unitId),
          talks,
          { cycle, today },
        ),
      },
      { link: 'confirmed' as const, ...confirmed(ownTalks, today) },
      { link: 'value' as const, ...values(ownDue, timeZone) },
      { link: 'verified' as const, ...verified(ownDue, checks) },
      ...(appraised.find((one) => one.unitId === unit.unitId)?.links ?? []),
    ]
    const index = linkIndex(links)
    return [
      {
        ...{ unitId: unit.unitId, name: { ...unit.name }, people: own.length, links },
        index: index.kind === 'computed' ? index.index : null,
        suspicions: suspicionsIn(ownTalks.map(recordedIn(timeZone))).map(suspicionView),
      },
    ]
  })
  return { units: rows, known: { cycle, today, timeZone, people, planOf, talks, owing, places, checks, appraised } }
}

function planLink(own: readonly Person[], planOf: ReadonlyMap<string, string>) {
  const drafted = own.filter((person) => planOf.has(person.personId))
  return {
    link: 'plan' as const,
    due: drafted.length,
    onTime: drafted.filter((person) => planOf.get(person.personId) === 'agreed').length,
    late: 0,
  }
}

function talksHeld(own: readonly Person[], talks: readonly CheckIn[], quarters: readonly PeriodSpan[]) {
  const held = own.flatMap((person) =>
    quarters.filter((quarter) => talks.some((talk) => talk.personId === person.personId && countsIn(quarter, talk))),
  ).length
  const due = own.flatMap((person) => quarters.filter(({ endsOn }) => person.joinedOn <= endsOn)).length
  return { due, onTime: Math.min(held, due), late: 0 }
}

type Owing = Awaited<ReturnType<typeof whoOwes>>

/** Due once their day is over; late when held after it. */
function midYears(owing: Owing, talks: readonly CheckIn[], { cycle, today }: { readonly cycle: Cycle; readonly today: string }) {
  const by = cycle.midYearBy
  if (by === null || today <= by) return { due: 0, onTime: 0, late: 0 }
  const held = owing.flatMap(({ person }) => midYearOf(talks, person.personId) ?? [])
  const onTime = held.filter(({ heldOn }) => heldOn <= by).length
  return { due: owing.length, onTime, late: held.length - onTime }
}

function confirmed(talks: readonly CheckIn[], today: string) {
  const ripe = talks.filter(
    (talk) => talk.confirmedByPersonAt !== null || Date.parse(today) - talk.recordedAt.getTime() > CONFIRM_DAYS * DAY,
  )
  const inTime = ripe.filter(
    (talk) => talk.confirmedByPersonAt !== null && talk.confirmedByPersonAt.getTime() - talk.recordedAt.getTime() <= CONFIRM_DAYS * DAY,
  )
  return { due: ripe.length, onTime: inTime.length, late: ripe.filter((talk) => talk.confirmedByPersonAt !== null).length - inTime.length }
}

function values(due: readonly DuePlace[], timeZone: string) {
  const there = due.filter((place) => !isOverdue(place))
  const inTime = there.filter(({ value, period }) => value === null || dayIn(timeZone, value.recordedAt) <= period.dueOn)
  return { due: due.length, onTime: inTime.length, late: there.length - inTime.length }
}

function verified(due: readonly DuePlace[], checks: Awaited<ReturnType<typeof checksOf>>) {
  const figures = due.filter(({ value }) => value?.state === 'reported' || value?.state === 'estimated')
  return {
    due: figures.length,
    onTime: figures.filter(({ value }) => value && checks.get(value.valueId)?.verdict === 'verified').length,
    late: 0,
  }
}

const recordedIn =
  (timeZone: string) =>
  (talk: CheckIn): RecordedTalk => ({
    recordedAt: talk.recordedAt.getTime(),
    daysUntilRecorded: Math.round((Date.parse(dayIn(timeZone, talk.recordedAt)) - Date.parse(talk.heldOn)) / DAY),
    text: talk.progress,
  })

function suspicionView(one: ReturnType<typeof suspicionsIn>[number]): z.infer<typeof suspicion> {
  const detail = one.kind === 'within-an-hour' ? new Date(one.from).toISOString() : one.kind === 'copied' ? one.text.slice(0, 60) : ''
  return { kind: one.kind, count: one.count, detail }
}

type Known = {
  readonly cycle: Cycle
  readonly today: string
  readonly timeZone: string
  readonly people: readonly Person[]
  readonly planOf: ReadonlyMap<string, string>
  readonly talks: readonly CheckIn[]
  readonly owing: Owing
  readonly places: readonly DuePlace[]
  readonly checks: Awaited<ReturnType<typeof checksOf>>
  readonly appraised: Awaited<ReturnType<LaterLinks>>
}

/** Who is waited for, for what, how many and since when: most first. No person is named who is not an office. */
async function waitingIn(tx: Tx, institutionId: string, known: Known): Promise<Links['waiting']> {
  const { cycle, today, timeZone, people, planOf, talks, owing, places, checks, appraised } = known
  const units = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.name]))
  const unitOf = new Map(people.map((person) => [person.personId, person.unitId]))
  const year = `?year=${cycle.year}`
  const waits = new Map<string, Links['waiting'][number]>()
  const wait = (what: Links['waiting'][number]['what'], who: { zh: string; en: string }, since: string | null, href: string) => {
    const key = `${what} ${who.zh}`
    const before = waits.get(key)
    const oldest = before?.since && (since === null || before.since < since) ? before.since : since
    waits.set(key, { what, who: { zh: who.zh, en: who.en }, count: (before?.count ?? 0) + 1, since: oldest, href })
  }
  const unitName = (unitId: string | undefined) => units.get(unitId ?? '') ?? { zh: '–', en: '–' }
  for (const person of people)
    if ((planOf.get(person.personId) ?? 'agreed') !== 'agreed') wait('plan', unitName(person.unitId), null, '/design/plans')
  for (const { person } of owing)
    if (cycle.midYearBy !== null && today > cycle.midYearBy && !midYearOf(talks, person.personId))
      wait('mid-year', unitName(person.unitId), cycle.midYearBy, `/run/mid-year${year}`)
  for (const talk of talks)
    if (talk.confirmedByPersonAt === null) wait('confirm', unitName(unitOf.get(talk.personId)), talk.heldOn, '/run/check-ins')
  for (const place of places)
    if (isOverdue(place) && place.period.state === 'open')
      wait('value', place.measure.definition.owner, place.period.dueOn, `/run/missing${year}`)
  const checkers = await readCheckers(tx, institutionId, { today, unitName, unitOf })
  const waitForOther = (what: 'verify' | 'not-applicable', value: StoredValue, query: string) => {
    const { who, unitId } = checkers(what, value)
    wait(what, who, dayIn(timeZone, value.recordedAt), `/run/values${year}${query}${unitId === null ? '' : `&unit=${unitId}`}`)
  }
  for (const { value } of places)
    if (value && (value.state === 'reported' || value.state === 'estimated') && checks.get(value.valueId)?.verdict !== 'verified')
      waitForOther('verify', value, '&check=none&period=all')
  for (const value of await waitingRequests(tx, institutionId, cycle.cycleId)) waitForOther('not-applicable', value, '&asked=only')
  const notes = await listNotes(tx, institutionId, { cycleId: cycle.cycleId })
  for (const { card, line } of await readReds(tx, institutionId, { cycle, today }))
    if (!notes.some((note) => note.cardId === card.cardId && note.measureId === line.measureId))
      wait('red-line', card.name, null, `/run/red-lines${year}`)
  for (const { unitId, waiting } of appraised)
    for (const { what, count, since } of waiting)
      waits.set(`${what} ${unitId}`, { what, who: { ...unitName(unitId) }, count, since, href: `/appraise/results${year}` })
  return [...waits.values()].sort((a, b) => b.count - a.count)
}
