import type { Role } from '@milepost/access/actor'
import { listAppraisals, openAppraisals } from '@milepost/contract/appraise/appraisals'
import { confirmGrades, readConfirmations } from '@milepost/contract/appraise/confirmations'
import { importRatings } from '@milepost/contract/appraise/ratings'
import { layRules } from '@milepost/contract/appraise/rules'
import { recordHearing } from '@milepost/contract/appraise/standing'
import { openCalendarYear } from '@milepost/contract/institution/calendar'
import { createCycle, readCycles } from '@milepost/contract/institution/cycles'
import { importAbsences, importPeople, readPeople } from '@milepost/contract/institution/people'
import { importPosts } from '@milepost/contract/institution/posts'
import { importUnits } from '@milepost/contract/institution/units'
import type { CardInput } from '@milepost/scorecard/card'
import { ENGINE_VERSION } from '@milepost/scorecard/engineVersion'
import { scoreCard } from '@milepost/scorecard/scoreCard'
import { newId } from '../../platform/newId.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { ratingItems } from '../rating/items.ts'
import { ABSENCES, formOf, PEOPLE, POSTS, sheet, UNITS } from './people.ts'

export type Bureau = {
  readonly app: TestApp
  readonly office: Client
  readonly director: Client
  readonly cycleId: string
  personId(employeeNo: string): string
  /** The account of somebody of the bureau. */
  as(employeeNo: string, roles?: readonly Role[]): Promise<Client>
  enrol(): Promise<void>
  appraisalId(employeeNo: string): Promise<string>
  /** One row a rating: every item gets the same value. */
  rate(rows: readonly Rated[]): Promise<void>
  /** The official run gives these cards these scores; a card without data is provisional. */
  runOfficially(scores: Readonly<Record<string, string | null>>, provisional?: readonly string[]): Promise<void>
  /** The second level, which is the director for everybody below a head, confirms what waits. */
  confirmAll(): Promise<number>
  /** Another day, on which everybody is still signed in. */
  /** Lays an own pack over the year of the bureau. */
  layPack(changes: Record<string, unknown>): Promise<void>
  moveTo(iso: string): Promise<void>
  close(): Promise<void>
}

export type Rated = {
  readonly no: string
  readonly group?: string
  readonly by?: string
  readonly value: string
  readonly criteria?: string
  /** The columns of every form filled in, not only of the person’s own. */
  readonly everyItem?: true
}

/** The bureau on a day of 2026 (the 20th of September if none is given) on which the year 2025 is appraised. */
export async function openBureau(now = '2026-09-20T01:00:00Z'): Promise<Bureau> {
  const app = await openTestApp()
  app.setNow(now)
  const office = await app.signIn(['performance-office'], { name: '绩效办' })
  await office.call(importUnits, { step: 'save' }, sheet(UNITS))
  await office.call(importPosts, { step: 'save' }, sheet(POSTS))
  await office.call(importPeople, { step: 'save' }, sheet(PEOPLE))
  await office.call(importAbsences, { step: 'save' }, sheet(ABSENCES))
  await office.call(openCalendarYear, { year: 2026 })
  await office.call(createCycle, {
    year: 2025,
    name: { zh: '2025年度考核', en: 'Appraisal 2025' },
    startsOn: '2025-01-01',
    endsOn: '2025-12-31',
  })
  const cycleId = (await office.call(readCycles, {})).cycles[0]?.cycleId ?? ''
  await app.standAt(cycleId, 'appraise')
  const { people } = await office.call(readPeople, { left: 'with' })
  const ids = new Map(people.map((person) => [person.employeeNo, person.personId]))
  const personId = (no: string) => {
    const found = ids.get(no)
    if (!found) throw new Error(`nobody has the number ${no}`)
    return found
  }
  const bureau = { app, office, cycleId, personId }
  const director = await app.signIn(['leader'], { personId: personId('1001'), name: '单局长' })
  return {
    ...bureau,
    director,
    confirmAll: async () => {
      const waiting = (await director.call(readConfirmations, { cycleId })).people.filter((one) => one.mayConfirm)
      const appraisalIds = waiting.map((one) => one.appraisalId)
      if (appraisalIds.length > 0) await director.call(confirmGrades, { cycleId, appraisalIds, verdict: 'confirmed', reason: '' })
      return appraisalIds.length
    },
    as: (no, roles = ['employee']) => app.signIn(roles, { personId: personId(no), name: `职工${no}` }),
    enrol: async () => {
      const daysElsewhere = [
        { personId: personId('4011'), days: 60 },
        { personId: personId('4012'), days: 30 },
      ]
      await office.call(openAppraisals, { cycleId, daysElsewhere })
      // 4011 came from another unit within the year, which has to be heard (Art. 37)
      const { appraisals } = await office.call(listAppraisals, { cycleId })
      const appraisalId = appraisals.find((one) => one.employeeNo === '4011')?.appraisalId ?? ''
      const opinion = { heard: '市政养护处', heardOn: dayBefore(now), opinion: '在原单位工作踏实，完成任务较好。', suggestedGrade: null }
      await office.call(recordHearing, { appraisalId, ...opinion })
    },
    appraisalId: async (no) => {
      const { appraisals } = await office.call(listAppraisals, { cycleId })
      return appraisals.find((one) => one.employeeNo === no)?.appraisalId ?? ''
    },
    rate: async (rows) => {
      const report = await office.call(importRatings, { cycleId, step: 'save' }, ratingsSheet(app, rows))
      if (!report.saved) throw new Error(JSON.stringify(report.rows.filter((row) => row.verdict === 'wrong')))
    },
    runOfficially: (scores, provisional = []) => runOfficially(bureau, scores, provisional),
    layPack: async (changes) => {
      // a pack is laid before the year is appraised: the cycle stands in the year for a moment
      await app.standAt(cycleId, 'run')
      const own = { name: { zh: '省级实施细则', en: 'Provincial rules' }, source: '省人社〔2025〕8 号', inForceFrom: '2025-01-01' }
      await office.call(layRules, { ...own, changes })
      await app.standAt(cycleId, 'appraise')
    },
    moveTo: async (iso) => {
      app.setNow(iso)
      const [now, end] = [new Date(iso), new Date(Date.parse(iso) + 3_600_000)]
      await app.inInstitution((tx) => tx.updateTable('account_session').set({ last_seen_at: now, ends_at: end }).execute())
    },
    close: () => app.close(),
  }
}

export function ratingsSheet(app: TestApp, rows: readonly Rated[]) {
  const items = ratingItems(app.services.library)
  return sheet(
    rows.map((row) => ({
      被评人工号: row.no,
      评分人类别: row.group ?? '上级',
      评分人: row.by ?? '1001',
      对照标准: row.criteria ?? '',
      ...Object.fromEntries(
        items.map(({ text, postClasses }) => [text.zh, row.everyItem || postClasses.includes(formOf(row.no)) ? row.value : '']),
      ),
    })),
  )
}

const dayBefore = (iso: string) => new Date(Date.parse(iso) - 2 * 86_400_000).toISOString().slice(0, 10)

type Base = Pick<Bureau, 'app' | 'cycleId' | 'personId'>

async function runOfficially(
  { app, cycleId, personId }: Base,
  scores: Readonly<Record<string, string | null>>,
  provisional: readonly string[],
): Promise<void> {
  const { institutionId } = app
  await app.inInstitution(async (tx) => {
    const old = await tx.selectFrom('scorecard').select('scorecard_id').where('cycle_id', '=', cycleId).executeTakeFirst()
    const scorecardId = old?.scorecard_id ?? newId()
    if (!old) {
      const row = { cycle_id: cycleId, name_zh: '计分卡', name_en: 'Scorecard', state: 'published' }
      await tx
        .insertInto('scorecard')
        .values({ institution_id: institutionId, scorecard_id: scorecardId, ...row })
        .execute()
    }
    const runs = await tx.selectFrom('score_run').select('revision').where('cycle_id', '=', cycleId).execute()
    const runId = newId()
    await tx
      .insertInto('score_run')
      .values({
        institution_id: institutionId,
        run_id: runId,
        cycle_id: cycleId,
        revision: runs.length + 1,
        engine_version: ENGINE_VERSION,
        input_hash: 'test',
        ran_at: new Date('2026-01-20T01:00:00Z'),
        ran_by: '绩效办',
      })
      .execute()
    for (const [no, score] of Object.entries(scores)) {
      const cardId = await cardOf(tx, { institutionId, scorecardId, personId: personId(no) })
      const input = score === null ? null : planOf(cardId, `职工${no}`, score)
      await tx
        .insertInto('card_score')
        .values({
          institution_id: institutionId,
          run_id: runId,
          card_id: cardId,
          input: JSON.stringify(input ?? {}),
          result: JSON.stringify(input === null ? {} : scoreCard(input)),
          score,
          official_score: score === null ? null : Number(score).toFixed(2),
          coverage_bp: 10_000,
          status: score === null ? 'unscored' : 'B',
          provisional: provisional.includes(no),
        })
        .execute()
    }
  })
}

/** A plan of one measure whose score is its actual. */
function planOf(cardId: string, holder: string, actual: string): CardInput {
  const name = { zh: holder, en: holder }
  const values = [{ period: '2025', state: 'reported' as const, actual }]
  const measures = [{ id: 'one', name, unit: name, weightBp: 10_000, rule: { kind: 'ratio_up' as const, target: '100' }, values }]
  return {
    ...{ cardId, scope: 'person', name, mode: 'official', period: { from: '2025-01-01', to: '2025-12-31' } },
    perspectives: [{ id: 'perspective', name, objectives: [{ id: 'objective', name, measures }] }],
  }
}

type Tx = Parameters<Parameters<TestApp['inInstitution']>[0]>[0]

async function cardOf(tx: Tx, given: { institutionId: string; scorecardId: string; personId: string }): Promise<string> {
  const known = await tx.selectFrom('card').select('card_id').where('person_id', '=', given.personId).executeTakeFirst()
  if (known) return known.card_id
  const { unit_id } = await tx.selectFrom('assignment').select('unit_id').where('person_id', '=', given.personId).executeTakeFirstOrThrow()
  const cardId = newId()
  await tx
    .insertInto('card')
    .values({
      institution_id: given.institutionId,
      card_id: cardId,
      scorecard_id: given.scorecardId,
      holder_kind: 'person',
      person_id: given.personId,
      unit_id,
      state: 'agreed',
    })
    .execute()
  return cardId
}
