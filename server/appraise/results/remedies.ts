import type { Actor } from '@milepost/access/actor'
import { decisionDue, filingDue, type RemedyKind, remediesOpenTo } from '@milepost/appraisal/caseClocks'
import { gradeRank } from '@milepost/appraisal/grade'
import { grade } from '@milepost/contract/appraise/appraisals'
import {
  decideRemedy,
  fileRemedy,
  fileRemedyFor,
  listRemedies,
  type PanelMember,
  serveRemedyToBoth,
} from '@milepost/contract/appraise/results'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import type { Bilingual } from '@milepost/terms/bilingual'
import { DECIDED_GRADES, GRADE_CHANGES } from '@milepost/terms/grades'
import {
  findCycle,
  findPerson,
  listCycles,
  listPeople,
  type NewMessage,
  queueMessages,
  workingDaysOf,
} from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { newId } from '../../platform/newId.ts'
import { type AppraisalRow, appraisalRows, findAppraisalRow } from '../data.ts'
import { findDecision } from '../decision/data.ts'
import { groupedBy } from '../groupedBy.ts'
import { areTied, tiesInForce } from '../record/tiesData.ts'
import { rulesOf } from '../rulePack.ts'
import { changeGrade } from './changeGrade.ts'
import { insertRemedy, listRemedyCases, listServices, type RemedyCase, setRemedyDecided, setRemedyServed } from './data.ts'

type Standing = {
  readonly institutionId: string
  readonly library: Library
  /** The last day of the year appraised, whose rules give the clocks. */
  readonly endsOn: string
  readonly service: { readonly servedOn: string } | null
  readonly remedies: readonly RemedyCase[]
  readonly grade: string | null
}
type Open = { readonly kind: RemedyKind; readonly until: string; readonly verified: boolean }

/** The grade that the first remedy spoke of opens the way; a review that changed it does not close the appeal. */
const opensTheWay = (of: string | null, remedies: readonly RemedyCase[]) =>
  remedies.length > 0 || remediesOpenTo(grade.catch('ungraded').parse(of)) === 'formal'

/** The next remedy and the last day to file it, whether that day has passed or not; null: none is left, or none is open to this grade. */
export async function remedyOpenTo(tx: Tx, standing: Standing): Promise<Open | null> {
  const { institutionId, library, endsOn, service, remedies } = standing
  if (service === null || !opensTheWay(standing.grade, remedies)) return null
  const rules = rulesOf(library, endsOn).cases
  const last = remedies.at(-1)
  if (last && last.decidedOn === null) return null
  const kind: RemedyKind | null =
    last === undefined ? 'review' : last.kind === 'review' ? 'appeal' : last.kind === 'appeal' ? 're-appeal' : null
  if (kind === null) return null
  const due = filingDue(kind, last?.decidedOn ?? service.servedOn, rules, await workingDaysOf(tx, institutionId))
  return due.kind === 'due' ? { kind, until: due.day, verified: rules.limits[kind].citation.verified } : null
}

type Filing = {
  readonly institutionId: string
  readonly library: Library
  readonly today: string
  readonly cycleId: string
  readonly kind: RemedyKind
  readonly grounds: string
  readonly representative: string
  readonly tie?: string
  readonly paper?: string
  readonly by: string
}

/** Files the remedy that is open now of a result that was served, whoever brings it. */
async function file(tx: Tx, row: AppraisalRow | undefined, { library, today, cycleId, by, ...filing }: Filing) {
  const { institutionId, kind } = filing
  const cycle = await findCycle(tx, institutionId, cycleId)
  const service = row && (await listServices(tx, institutionId, cycleId)).get(row.appraisal_id)
  if (!cycle || !row || !service) throw new Refusal('result-not-served')
  const remedies = (await listRemedyCases(tx, institutionId, cycleId)).filter((one) => one.appraisalId === row.appraisal_id)
  if (!opensTheWay(row.grade, remedies)) throw new Refusal('remedy-not-open', { because: 'grade' })
  if (remedies.some((one) => one.kind === kind)) throw new Refusal('remedy-filed')
  const open = await remedyOpenTo(tx, { institutionId, library, endsOn: cycle.endsOn, service, remedies, grade: row.grade })
  if (open === null || open.kind !== kind) throw new Refusal('remedy-not-open', { because: 'order' })
  if (today > open.until) throw new Refusal('remedy-not-open', { because: 'late', due: open.until })
  const calendar = await workingDaysOf(tx, institutionId)
  const due = decisionDue(kind, { receivedOn: today, acceptedOn: null }, rulesOf(library, cycle.endsOn).cases, calendar)
  if (due.kind === 'undefined') throw new Refusal('calendar-year-missing', { year: due.because === 'year-not-covered' ? due.year : 0 })
  const filed = { ...filing, remedyId: newId(), appraisalId: row.appraisal_id, filedOn: today, by, decideBy: due.decide.day }
  if (!(await insertRemedy(tx, filed))) throw new Refusal('remedy-filed')
  return { remedyId: filed.remedyId, decideBy: filed.decideBy }
}

export const fileRemedyRoute = serve(fileRemedy, {
  run: async ({ tx, institutionId, input, library, actor, today, audit }) => {
    if (actor.personId === null) throw new Refusal('not-permitted')
    const [row] = await appraisalRows(tx, institutionId, input.cycleId).where('appraisal.person_id', '=', actor.personId).execute()
    const filed = await file(tx, row, { institutionId, library, today, by: actor.name, ...input })
    audit({
      kind: 'remedy',
      id: filed.remedyId,
      detail: { kind: input.kind, appraisalId: row?.appraisal_id ?? '', decideBy: filed.decideBy },
    })
    return filed
  },
})

/** Art. 6 of the appeal rules: a relative or guardian speaks for somebody who cannot; the office takes it in with the paper and tells the person. */
export const fileRemedyForRoute = serve(fileRemedyFor, {
  run: async ({ tx, institutionId, input, library, actor, now, today, audit }) => {
    const appraisal = await findAppraisalRow(tx, institutionId, input.appraisalId)
    if (!appraisal) throw new Refusal('not-found')
    if (appraisal.person_id === actor.personId) throw new Refusal('missing-own')
    const [row] = await appraisalRows(tx, institutionId, appraisal.cycle_id).where('appraisal_id', '=', input.appraisalId).execute()
    const { name, tie, paper } = input.representative
    const { kind, grounds } = input
    const filing = { institutionId, library, today, cycleId: appraisal.cycle_id, kind, grounds, representative: name, tie, paper }
    const filed = await file(tx, row, { ...filing, by: actor.name })
    await queueMessages(tx, institutionId, [filedForYou(appraisal.person_id, filed.remedyId, name)], now)
    audit({ kind: 'remedy', id: filed.remedyId, detail: { kind, appraisalId: appraisal.appraisal_id, representative: name } })
    return filed
  },
})

const filedForYou = (personId: string, remedyId: string, who: string): NewMessage => ({
  key: `remedy for ${remedyId}`,
  personId,
  subject: { zh: `${who} 已代您提出复核或申诉`, en: `${who} has filed a review or appeal for you` },
  body: {
    zh: '申请由代理人提出并附证明，决定将同时送达您和代理人。',
    en: 'It was filed by your representative with a paper; the decision will be handed to both of you.',
  },
  href: '/appraise/mine',
  dueOn: null,
})

export const serveRemedyToBothRoute = serve(serveRemedyToBoth, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    const one = (await listRemedyCases(tx, institutionId)).find((each) => each.remedyId === input.remedyId)
    if (!one || one.representativePaper === null) throw new Refusal('not-found')
    if (one.decidedOn === null) throw new Refusal('remedy-undecided')
    await setRemedyServed(tx, { institutionId, remedyId: one.remedyId, on: today })
    audit({ kind: 'remedy', id: one.remedyId })
    return DONE
  },
})

/** A review is decided by the institution, an appeal by the authority above; a panel of three or more, five being common, always odd. */
const bodyOf = (kind: RemedyKind) => (kind === 'review' ? ('leader' as const) : ('authority' as const))
const leastPanelOf = (kind: RemedyKind) => (kind === 'review' ? 1 : 3)
export const mayDecideRemedy = (actor: Actor, one: RemedyCase) =>
  one.decidedOn === null && actor.roles.includes(bodyOf(one.kind)) && actor.personId !== one.personId

/** Whoever recorded the first decision does not have it judged by one alone. */
const leastPanelFor = (one: RemedyCase, actor: Actor, recordedBy: string | undefined) =>
  Math.max(leastPanelOf(one.kind), recordedBy === actor.name ? 3 : 1)

/**
 * The names of a panel, each once: of a review staff without the person and those tied to them, of an appeal people of the authority, by
 * name. null: somebody who may not sit on it.
 */
async function panelOf(
  tx: Tx,
  institutionId: string,
  { one, panel, today }: { readonly one: RemedyCase; readonly panel: readonly PanelMember[]; readonly today: string },
): Promise<readonly string[] | null> {
  const person = await findPerson(tx, institutionId, one.personId, today)
  const ties = await tiesInForce(tx, institutionId)
  const names = new Map<string, string>()
  for (const member of panel) {
    if ('name' in member !== (bodyOf(one.kind) === 'authority')) return null
    if ('name' in member) {
      if (member.name === person?.name) return null
      names.set(member.name, member.name)
      continue
    }
    const known = await findPerson(tx, institutionId, member.personId, today)
    if (!known || member.personId === one.personId || areTied(ties, member.personId, one.personId)) return null
    names.set(member.personId, known.name)
  }
  return [...names.values()]
}

export const decideRemedyRoute = serve(decideRemedy, {
  run: async ({ tx, institutionId, input, library, actor, now, today, audit }) => {
    const one = (await listRemedyCases(tx, institutionId)).find((each) => each.remedyId === input.remedyId)
    if (!one) throw new Refusal('not-found')
    if (one.decidedOn !== null) throw new Refusal('remedy-decided')
    if (!mayDecideRemedy(actor, one)) throw new Refusal('not-permitted')
    const names = await panelOf(tx, institutionId, { one, panel: input.panel, today })
    const least = leastPanelFor(one, actor, (await findDecision(tx, institutionId, one.cycleId))?.recorded_by)
    if (names === null || names.length % 2 === 0 || names.length < least) throw new Refusal('panel-not-fit', { least })
    if (input.outcome === 'changed') {
      const before = DECIDED_GRADES.find((each) => each === one.grade)
      if (input.newGrade === null || input.newGrade === before) throw new Refusal('remedy-changes-nothing')
      if (before === undefined || gradeRank(input.newGrade) > gradeRank(before)) throw new Refusal('remedy-heavier')
    }
    const newGrade = input.outcome === 'changed' ? input.newGrade : null
    const decided = { institutionId, remedyId: one.remedyId, on: today, by: actor.name, panel: names, outcome: input.outcome, newGrade }
    if (!(await setRemedyDecided(tx, { ...decided, findings: input.findings }))) throw new Refusal('remedy-decided')
    if (newGrade === null) await queueMessages(tx, institutionId, [await upheldFor(tx, { institutionId, library, today }, one)], now)
    else
      await changeGrade(tx, {
        institutionId,
        appraisalId: one.appraisalId,
        to: newGrade,
        because: one.kind,
        reason: input.findings,
        decidedBy: names,
        at: now,
      })
    audit({ kind: 'remedy', id: one.remedyId, detail: { outcome: input.outcome, newGrade, panel: names } })
    return DONE
  },
})

type Told = { readonly institutionId: string; readonly library: Library; readonly today: string }

/** Whoever asked learns at once that the grade stays, and of the way that is open next with its last day. */
async function upheldFor(tx: Tx, { institutionId, library, today }: Told, one: RemedyCase): Promise<NewMessage> {
  const cycle = await findCycle(tx, institutionId, one.cycleId)
  const year = cycle?.year ?? 0
  const remedies = (await listRemedyCases(tx, institutionId, one.cycleId)).filter((each) => each.appraisalId === one.appraisalId)
  const service = (await listServices(tx, institutionId, one.cycleId)).get(one.appraisalId) ?? null
  const given = { institutionId, library, endsOn: cycle?.endsOn ?? today, service, remedies, grade: one.grade }
  const next = await remedyOpenTo(tx, given)
  const [done, way] = [REMEDIES[one.kind], next && REMEDIES[next.kind]]
  return {
    key: `remedy decided ${one.remedyId}`,
    personId: one.personId,
    subject: { zh: `您的${done.zh}已作出决定：维持 ${year} 年度考核等次`, en: `Your ${done.en} is decided: the grade of ${year} stays` },
    body:
      next && way
        ? {
            zh: `认定与理由在“我的考核”中。仍有异议的，可在 ${next.until} 前提出${way.zh}。`,
            en: `The findings are on “My appraisal”. You may ask for ${way.en === 'appeal' ? 'an' : 'a'} ${way.en} until ${next.until}.`,
          }
        : { zh: '认定与理由在“我的考核”中。此决定为最终决定。', en: 'The findings are on “My appraisal”. This decision is the last one.' },
    href: `/appraise/mine?year=${year}`,
    dueOn: next?.until ?? null,
  }
}

const REMEDIES: Readonly<Record<RemedyKind, Bilingual>> = {
  review: GRADE_CHANGES.review,
  appeal: GRADE_CHANGES.appeal,
  're-appeal': GRADE_CHANGES['re-appeal'],
}

export const listRemediesRoute = serve(listRemedies, {
  run: async ({ tx, institutionId, actor, today }) => {
    const cases = (await listRemedyCases(tx, institutionId)).filter((one) => actor.roles.includes(bodyOf(one.kind)))
    const byCycle = groupedBy(cases, (one) => one.cycleId)
    const years = new Map((await listCycles(tx, institutionId)).map((one) => [one.cycleId, one.year]))
    const rows = new Map<string, Awaited<ReturnType<ReturnType<typeof appraisalRows>['execute']>>[number]>()
    for (const cycleId of byCycle.keys())
      for (const row of await appraisalRows(tx, institutionId, cycleId).execute()) rows.set(row.appraisal_id, row)
    const people = cases.some((one) => mayDecideRemedy(actor, one)) ? await listPeople(tx, institutionId, today) : []
    const ties = await tiesInForce(tx, institutionId)
    const recorders = new Map<string, string | undefined>()
    for (const cycleId of byCycle.keys()) recorders.set(cycleId, (await findDecision(tx, institutionId, cycleId))?.recorded_by)
    return {
      remedies: cases.flatMap((one) => {
        const row = rows.get(one.appraisalId)
        if (!row) return []
        return [
          {
            ...one,
            name: row.name,
            year: years.get(one.cycleId) ?? 0,
            unit: { zh: row.unit_zh, en: row.unit_en },
            grade: grade.nullable().parse(row.grade),
            mayDecide: mayDecideRemedy(actor, one),
            leastPanel: leastPanelFor(one, actor, recorders.get(one.cycleId)),
            barred: mayDecideRemedy(actor, one)
              ? people.flatMap(({ personId }) => (personId === one.personId || areTied(ties, one.personId, personId) ? [personId] : []))
              : [],
          },
        ]
      }),
      people: people.map(({ personId, name, employeeNo }) => ({ personId, name, employeeNo })),
    }
  },
})
