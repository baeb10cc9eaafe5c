import { addDays } from '@milepost/appraisal/days'
import { listAppraisals, proposeGrades, scoreAppraisals } from '@milepost/contract/appraise/appraisals'
import { decideGrades, setCommittee } from '@milepost/contract/appraise/decision'
import { closeNotice, postNotice } from '@milepost/contract/appraise/notice'
import { decideRemedy, fileRemedy, listRemedies, recordInterview, serveResults } from '@milepost/contract/appraise/results'
import { createCycle } from '@milepost/contract/institution/cycles'
import { readUnits } from '@milepost/contract/institution/units'
import { createPeriods } from '@milepost/contract/run/periods'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Bureau, openBureau } from './appraise/testing/bureau.ts'
import { runDay } from './dayRun.ts'
import { newId } from './platform/newId.ts'
import { definitionOf } from './run/testing/runScene.ts'

/**
 * 2026 played day by day from 5 January, over Spring Festival, National Day and their exchanged weekends: 2025 is
 * appraised and noticed, served, reviewed and talked over, while the values of 2026 come due quarter by quarter. The days a legal clock
 * ends are worked out by hand from the State Council's calendar of 2026; on each day before, the act that has to wait is tried and refused.
 * A run goes to the end of April, when the last legal clock has run; MILEPOST_WHOLE_YEAR=1 goes on to New Year's Eve.
 */
const LAST_DAY = process.env.MILEPOST_WHOLE_YEAR ? '2026-12-31' : '2026-04-30'
const until = (days: readonly string[]) => days.filter((day) => day <= LAST_DAY)

/** 8 in the morning in Shanghai is the hour at which a day is worked through. */
const MORNING = 'T01:00:00Z'

let bureau: Bureau
const told: { day: string; key: string; person: string | null }[] = []
const refused: { day: string; act: string; code: string }[] = []
let noticeId = ''

beforeAll(async () => {
  bureau = await openBureau(`2026-01-05${MORNING}`)
  await bureau.enrol()
  await valuesOf2026()
}, 60_000)
afterAll(() => bureau.close())

/** The east station reports one measure a quarter; its head is 4001. */
async function valuesOf2026() {
  const { app, office } = bureau
  const name = { zh: '2026年度', en: '2026' }
  await office.call(createCycle, { year: 2026, name, startsOn: '2026-01-01', endsOn: '2026-12-31' })
  const { units } = await office.call(readUnits, {})
  const station = units.find(({ code }) => code === 'DZ')?.unitId ?? ''
  const own = { institution_id: app.institutionId }
  const named = { name_zh: '甲', name_en: 'A' }
  const [scorecard_id, perspective_id, objective_id, measure_id, card_id] = [newId(), newId(), newId(), newId(), newId()]
  const cycleId = await app.inInstitution(async (tx) => {
    const { cycle_id } = await tx.selectFrom('cycle').select('cycle_id').where('year', '=', 2026).executeTakeFirstOrThrow()
    await tx
      .insertInto('scorecard')
      .values({ ...own, ...named, scorecard_id, cycle_id, state: 'published' })
      .execute()
    const at = { code: 'PS', order_no: 1 }
    await tx
      .insertInto('perspective')
      .values({ ...own, ...named, ...at, perspective_id, scorecard_id, weight_bp: 10_000 })
      .execute()
    await tx
      .insertInto('objective')
      .values({ ...own, ...named, ...at, objective_id, scorecard_id, perspective_id })
      .execute()
    const definition = JSON.stringify(definitionOf({ code: 'Q', frequency: 'quarter' }))
    const kind = { unit_zh: '%', unit_en: '%', direction: 'up', time_aggregation: 'last', unit_aggregation: 'none' }
    await tx
      .insertInto('measure')
      .values({ ...own, ...named, ...kind, measure_id, code: 'Q', definition })
      .execute()
    await tx
      .insertInto('card')
      .values({ ...own, card_id, scorecard_id, holder_kind: 'unit', unit_id: station })
      .execute()
    const line = { card_measure_id: newId(), card_id, measure_id, objective_id, order_no: 1, weight_bp: 10_000 }
    const rule = JSON.stringify({ kind: 'ratio_up', target: '100' })
    await tx
      .insertInto('card_measure')
      .values({ ...own, ...line, rule, value_scope: 'own' })
      .execute()
    return cycle_id
  })
  await office.call(createPeriods, { cycleId, kinds: ['quarter'], dueAfterDays: 15 })
  await app.standAt(cycleId, 'run')
}

/** What is done on a day, by whom it is to be done. */
const ACTS: Readonly<Record<string, () => Promise<unknown>>> = {
  '2026-01-16': everybodyRates,
  '2026-02-10': decide,
  '2026-02-11': async () => {
    const { lastDay, noticeId: posted } = await bureau.office.call(postNotice, { cycleId: bureau.cycleId })
    // 12 and 13 February, Saturday the 14th (worked), 24 and 25 after Spring Festival
    expect(lastDay).toBe('2026-02-25')
    noticeId = posted
  },
  '2026-02-27': async () => expect(await bureau.office.call(serveResults, { cycleId: bureau.cycleId })).toEqual({ served: 26 }),
  '2026-03-12': talkWith4009,
  '2026-03-29': async () => {
    // thirty days from 27 February
    const grounds = '巡查记录因系统故障未能上传，有纸质底稿为证。'
    await (await bureau.as('4009')).call(fileRemedy, { cycleId: bureau.cycleId, kind: 'review', grounds, representative: '' })
  },
  '2026-04-26': reviewIsDecided,
}

/** Tried on every day, and refused until its day has come. */
const TRIED: readonly {
  from: string
  act: string
  done: string
  run: () => Promise<{ status: number; problem: { code: string } | null }>
}[] = [{ from: '2026-02-11', act: 'close the notice', done: '2026-02-26', run: () => bureau.office.ask(closeNotice, { noticeId }) }]

async function everybodyRates() {
  const { office, cycleId } = bureau
  const people = (await office.call(listAppraisals, { cycleId })).appraisals.map((one) => one.employeeNo)
  const isBest = (no: string) => no === '4002' || no === '4003'
  await bureau.runOfficially(Object.fromEntries(people.map((no) => [no, isBest(no) ? '95' : '75'])))
  await bureau.rate(
    people.map((no) => ({
      no,
      by: no.endsWith('001') ? '1001' : `${no[0]}001`,
      value: '85',
      criteria: isBest(no) ? '优秀' : '合格',
    })),
  )
}

async function decide() {
  const { office, director, cycleId, personId } = bureau
  await office.call(scoreAppraisals, { cycleId })
  await office.call(proposeGrades, { cycleId, grounds: ['normal'], approval: '' })
  const members = (['chair', 'leader', 'hr', 'discipline', 'staff-representative'] as const).map((memberClass, at) => ({
    memberClass,
    personId: personId(['1001', '2001', '3001', '3002', '4004'][at] ?? ''),
  }))
  await office.call(setCommittee, { cycleId, members })
  const { appraisals } = await office.call(listAppraisals, { cycleId })
  await director.call(decideGrades, {
    cycleId,
    decidedOn: '2026-02-10',
    minutes: '会议逐一审议各人情况，经集体研究确定如下等次。',
    present: members.map((one) => one.personId),
    lines: appraisals.map((one) => ({
      appraisalId: one.appraisalId,
      ...(one.employeeNo === '4009'
        ? { grade: 'basic' as const, reason: '多次巡查漏记，经集体研究确定' }
        : { grade: one.proposedGrade ?? ('ungraded' as const), reason: '' }),
    })),
  })
  await bureau.confirmAll()
}

async function talkWith4009() {
  const said = { strengths: '抢险到场及时。', shortfalls: '巡查记录不及时。', nextGoals: '按日填报巡查记录。' }
  const plan = { improvementPlan: '每周五由班长核对巡查记录。', improveBy: '2026-06-30' }
  const given = { cycleId: bureau.cycleId, personId: bureau.personId('4009'), heldOn: '2026-03-12', ...said, ...plan }
  await (await bureau.as('4001', ['unit-head'])).call(recordInterview, given)
}

async function reviewIsDecided() {
  const [one] = (await bureau.director.call(listRemedies, {})).remedies
  expect(one?.decideBy).toBe('2026-04-28')
  await bureau.director.call(decideRemedy, {
    remedyId: one?.remedyId ?? '',
    panel: ['1001', '2001', '3001'].map((no) => ({ personId: bureau.personId(no) })),
    outcome: 'changed',
    newGrade: 'qualified',
    findings: '经查纸质底稿属实，漏记事实不成立。',
  })
}

/** The program stands still: 12 to 14 April, a day of the ladder among them, and the whole of the National Day holiday. */
const isStopped = (day: string) => (day >= '2026-04-12' && day <= '2026-04-14') || (day >= '2026-10-01' && day <= '2026-10-07')

test('no clock of the law is skipped, nothing is told twice, and a stop is made up for by the next day', async () => {
  const { app } = bureau
  const numbers = new Map(['1001', '2001', '3001', '4001'].map((no) => [bureau.personId(no), no]))
  const seen = new Set<string>()
  for (let day = '2026-01-05'; day <= LAST_DAY; day = addDays(day, 1)) {
    if (ACTS[day] || TRIED.some(({ from, done }) => day >= from && day <= done)) await bureau.moveTo(`${day}${MORNING}`)
    await ACTS[day]?.()
    for (const { from, act, done, run } of TRIED) {
      if (day < from || day > done) continue
      const { status, problem } = await run()
      if (status !== 200) refused.push({ day, act, code: problem?.code ?? '' })
      else expect([act, day]).toEqual([act, done])
    }
    if (isStopped(day)) continue
    const at = new Date(`${day}${MORNING}`)
    const { told: fresh } = await runDay(app.services, app.institutionId, at)
    // worked through again the same day, it has nothing to say
    if (day.endsWith('-15')) expect((await runDay(app.services, app.institutionId, at)).told).toBeNull()
    if (!fresh) continue
    const rows = await app.inInstitution((tx) =>
      tx.selectFrom('message').select(['key', 'person_id']).where('created_at', '=', at).execute(),
    )
    expect(rows).toHaveLength(fresh)
    for (const { key, person_id } of rows) {
      expect(seen.has(key), `${key} is told once`).toBe(false)
      seen.add(key)
      told.push({ day, key, person: person_id === null ? null : (numbers.get(person_id) ?? '?') })
    }
  }
}, 120_000)

const daysOf = (start: string, person?: string) =>
  told.filter(({ key, person: who }) => key.startsWith(start) && (person === undefined || who === person)).map(({ day }) => day)

test('raters hear of their day seven, three and one days before it and on it; from the day they have rated, nothing', () => {
  // opened on Monday 5 January: ten working days lead to Monday the 19th; rated on the 16th
  expect([...new Set(told.filter(({ key }) => key.startsWith('rate')).map(({ day }) => day))]).toEqual(['2026-01-12'])
})

test('the notice stays open through five working days, over Spring Festival, to the end of the last', () => {
  const notice = refused.filter(({ act }) => act === 'close the notice')
  expect(notice).toHaveLength(15)
  expect(new Set(notice.map(({ code }) => code))).toEqual(new Set(['notice-not-over']))
  expect(notice.at(-1)?.day).toBe('2026-02-25')
})

test('heads are told of interviews three days before the fifteenth and the day after it, the level above a week after it, each once; the chair of a review by its ladder until it is decided', () => {
  expect([...new Set(daysOf('interview'))]).toEqual(['2026-03-11', '2026-03-15', '2026-03-21'])
  expect(daysOf('remedy')).toEqual(['2026-04-21', '2026-04-25'])
})

test('values: a week, three days, a day before, on the day, a day past, then the leader; a stop leaves out the rungs it slept through', () => {
  const second = ['2026-07-08', '2026-07-12', '2026-07-14', '2026-07-15', '2026-07-16']
  // of the third quarter the first rung, 8 October, follows the holiday on which the program stood
  const third = ['2026-10-08', '2026-10-12', '2026-10-14', '2026-10-15', '2026-10-16']
  expect(daysOf('values-due', '4001')).toEqual(until(['2026-04-08', '2026-04-15', '2026-04-16', ...second, ...third]))
  expect(daysOf('values-due', '1001')).toEqual(until(['2026-04-23', '2026-07-23', '2026-10-23']))
})

test('red lines without a word are reminded of at most once in a week, all year', () => {
  const weeks = daysOf('red-lines', '4001').map((day) => Math.floor((Date.parse(day) / 86_400_000 + 3) / 7))
  // the first value is late from 16 April
  expect(weeks.length).toBeGreaterThanOrEqual(LAST_DAY > '2026-05' ? 30 : 2)
  expect(new Set(weeks).size).toBe(weeks.length)
})
