import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { importCards, readCard } from '@milepost/contract/design/cards'
import { readCascade } from '@milepost/contract/design/cascade'
import { importMeasures, readMeasureLibrary } from '@milepost/contract/design/measures'
import {
  createScorecard,
  publishScorecard,
  readScorecard,
  saveLink,
  saveObjective,
  savePerspectives,
} from '@milepost/contract/design/scorecard'
import type { Instrument } from '@milepost/contract/diagnose/instrument'
import { readDiagnosis, readItems } from '@milepost/contract/diagnose/results'
import { exportAnswers, readStatistics } from '@milepost/contract/diagnose/statistics'
import { createQuestionnaire, importAnswers, listWaves, openWave, readQuestionnaire } from '@milepost/contract/diagnose/waves'
import { createCycle } from '@milepost/contract/institution/cycles'
import { importUnits } from '@milepost/contract/institution/units'
import { preparePublication, publishPublication, readPublic } from '@milepost/contract/open/publications'
import { listRestatable, readRestatement } from '@milepost/contract/open/restatement'
import { readDryRunFacts } from '@milepost/contract/run/dryRun'
import { dryRunCards } from '@milepost/contract/run/dryRunCards'
import { readLinkVerdicts } from '@milepost/contract/run/linkVerdicts'
import { closePeriod, createPeriods, readPeriods, reopenPeriod } from '@milepost/contract/run/periods'
import { feedSurveyMeasure, readCardScore, runOfficialScores } from '@milepost/contract/run/scores'
import { importValues } from '@milepost/contract/run/values'
import { dryRun } from '@milepost/scorecard/dryRun/dryRun'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from './testing/testApp.ts'

const data = path.resolve(import.meta.dirname, '../../shared/data')
const roadsFile = path.join(data, 'mndot-pavement/district_year_measures.csv')
const surveyFolder = path.join(data, 'utah-winter-roads')

type Row = Readonly<Record<string, string>>
const readCsv = (file: string): Row[] => parse(readFileSync(file), { columns: true, bom: true })
const lines = (...rows: readonly string[]) => rows.join('\n')
const DISTRICTS = ['1', '2', '3', '4', '5', '6', '7', '8']
const YEARS = Array.from({ length: 12 }, (_, at) => 2003 + at)

describe.skipIf(!existsSync(roadsFile) || !existsSync(surveyFolder))('a road authority brings its own files (../shared/data)', () => {
  let app: TestApp
  let office: Client
  const cycles = new Map<number, string>()
  const cards = new Map<string, string>()
  let scorecardId = ''

  beforeAll(async () => {
    app = await openTestApp()
    office = await app.signIn(['performance-office'])
  })
  afterAll(() => app.close())

  const addObjective = (of: string, perspectiveId: string) =>
    office.call(saveObjective, {
      ...{ scorecardId: of, objectiveId: null, perspectiveId, code: 'P1', name: { zh: '平整安全', en: 'Smooth and safe' } },
      ...{ statement: { zh: '', en: '' }, findingId: null, themeId: null, ownerPersonId: null },
    })

  test('eight districts come in as units', async () => {
    const file = lines(
      '部门编码,部门名称,英文名称,部门类型,上级部门编码',
      'HQ,州公路局,Road authority,bureau,',
      ...DISTRICTS.map((code) => `${code},第 ${code} 片区,District ${code},station,HQ`),
    )
    const report = await office.call(importUnits, { step: 'save' }, { name: 'units.csv', bytes: file })
    expect(report).toMatchObject({ saved: true, counts: { new: 9, wrong: 0 } })
  })

  test('condition, safety and the public’s voice come in as measures of its own', async () => {
    const file = lines(
      'code,name,nameEn,unit,direction,overTime,overUnits,leastAnswers,digits,public',
      'GOOD,行驶良好里程比例,Good ride,%,higher is better,last,weighted mean,,1,yes',
      'POOR,行驶差里程比例,Poor ride,%,lower is better,last,weighted mean,,1,yes',
      'SERIOUS,重伤事故起数,Serious crashes,起,lower is better,sum,sum,,0,yes',
      'SAT,冬季养护满意度,Satisfaction with winter maintenance,分,higher is better,weighted by answers,weighted by answers,30,1,yes',
    )
    const report = await office.call(importMeasures, { step: 'save' }, { name: 'measures.csv', bytes: file })
    expect(report).toMatchObject({ saved: true, counts: { new: 4, wrong: 0 } })
  })

  test('twelve years are cycles with a period each', async () => {
    for (const year of [...YEARS, 2024]) {
      const name = { zh: `${year} 年`, en: `${year}` }
      const { cycleId } = await office.call(createCycle, { year, name, startsOn: `${year}-01-01`, endsOn: `${year}-12-31` })
      cycles.set(year, cycleId)
      expect(await office.call(createPeriods, { cycleId, kinds: ['year'], dueAfterDays: 15 })).toMatchObject({ created: [String(year)] })
    }
  })

  test('the file as it is: the total’s rows are named as nobody’s, the districts’ are saved, and once more changes nothing', async () => {
    const condition = {
      unitColumn: 'district',
      periodColumn: 'year',
      columns: { pct_miles_iri_lt95: 'GOOD', pct_miles_iri_gt170: 'POOR' },
      weightColumn: 'miles_rated',
      nColumn: null,
    }
    const safety = { ...condition, columns: { inc_inj: 'SERIOUS' }, weightColumn: null }
    const file = { name: 'district_year_measures.csv', bytes: readFileSync(roadsFile) }
    const looked = await office.call(importValues, { step: 'save', mapping: condition }, file)
    expect(looked).toMatchObject({ saved: false, counts: { new: 192, wrong: 24 } })
    expect(looked.rows.filter(({ verdict }) => verdict === 'wrong').every(({ key }) => key.includes('ALL'))).toBe(true)
    expect(await office.call(importValues, { step: 'save-right-rows', mapping: condition }, file)).toMatchObject({ saved: true })
    expect(await office.call(importValues, { step: 'save-right-rows', mapping: safety }, file)).toMatchObject({ counts: { new: 96 } })
    expect(await office.call(importValues, { step: 'save-right-rows', mapping: condition }, file)).toMatchObject({
      counts: { new: 0, changed: 0, same: 192 },
    })
  })

  test('cards of the authority and of every district come in by file', async () => {
    const cycleId = cycles.get(2014) ?? ''
    scorecardId = (await office.call(createScorecard, { cycleId, from: 'empty' })).scorecardId
    const perspective = { perspectiveId: null, code: 'PS', name: { zh: '公众', en: 'Public' }, weightBp: 10_000 }
    await office.call(savePerspectives, { scorecardId, perspectives: [perspective] })
    const { scorecard } = await office.call(readScorecard, { cycleId })
    await addObjective(scorecardId, scorecard?.perspectives[0]?.perspectiveId ?? '')
    const card = (holder: string, serious: string, satisfaction: string) => [
      `${holder},GOOD,P1,${satisfaction === '' ? 60 : 50},30,70,85`,
      `${holder},POOR,P1,25,20,5,2`,
      `${holder},SERIOUS,P1,15,${serious}`,
      ...(satisfaction === '' ? [] : [`${holder},SAT,P1,10,${satisfaction}`]),
    ]
    const file = lines(
      'holder,measure,objective,weight,floor,target,stretch',
      ...card('institution', '900,600,400', '50,75,90'),
      ...DISTRICTS.flatMap((district) => card(district, '200,60,30', '')),
    )
    const report = await office.call(importCards, { scorecardId, step: 'save' }, { name: 'cards.csv', bytes: file })
    expect(report).toMatchObject({ saved: true, counts: { new: 28, wrong: 0 } })
    const view = await office.call(readScorecard, { cycleId })
    cards.set('ALL', view.card?.cardId ?? '')
    for (const unit of (await office.call(readCascade, { scorecardId })).units) if (unit.card) cards.set(unit.code, unit.card.cardId)
    expect([...cards.keys()].sort()).toEqual([...DISTRICTS, 'ALL'])
  })

  /** The figure a card scores for a measure in a year, and the score of the card. */
  async function scored(code: string, year: number) {
    const { result, lines: shown } = await office.call(readCardScore, {
      cardId: cards.get(code) ?? '',
      cycleId: cycles.get(year) ?? '',
      mode: 'official',
    })
    const figure = (measure: string) => {
      const line = shown.find((one) => one.code === measure)
      return Number(result.measures.find(({ id }) => id === line?.cardMeasureId)?.actual?.shown)
    }
    return { good: figure('GOOD'), poor: figure('POOR'), serious: figure('SERIOUS'), final: result.final }
  }

  test('the scorecard of every district and year is there, and its figures are the file’s', async () => {
    const districtYears = readCsv(roadsFile).filter(({ district }) => district !== 'ALL')
    expect(districtYears).toHaveLength(96)
    for (const row of districtYears) {
      const card = await scored(row.district ?? '', Number(row.year))
      expect(card.good).toBeCloseTo(Number(row.pct_miles_iri_lt95), 6)
      expect(card.serious).toBe(Number(row.inc_inj))
      expect(Number(card.final?.official)).toBeGreaterThanOrEqual(0)
    }
  })

  test('the program’s own aggregates over districts agree with the source’s totals, year by year', async () => {
    const rows = readCsv(roadsFile)
    for (const total of rows.filter(({ district }) => district === 'ALL')) {
      const card = await scored('ALL', Number(total.year))
      const rated = rows.filter(({ district, year }) => district !== 'ALL' && year === total.year).map((row) => Number(row.miles_rated))
      // the total also holds the few miles that belong to no district; their share bounds what they can move
      const elsewhere = 100 * (1 - rated.reduce((sum, miles) => sum + miles, 0) / Number(total.miles_rated)) + 0.001
      expect(Math.abs(card.good - Number(total.pct_miles_iri_lt95))).toBeLessThanOrEqual(elsewhere)
      expect(Math.abs(card.poor - Number(total.pct_miles_iri_gt170))).toBeLessThanOrEqual(elsewhere)
      expect(Number(total.inc_inj) - card.serious).toBeGreaterThanOrEqual(0)
    }
    expect((await scored('ALL', 2003)).good.toFixed(1)).toBe('48.3')
    expect((await scored('ALL', 2014)).good.toFixed(1)).toBe('64.7')
    const byDistrict = await Promise.all(DISTRICTS.map(async (district) => (await scored(district, 2014)).good))
    expect(Math.min(...byDistrict).toFixed(1)).toBe('42.4')
    expect(Math.max(...byDistrict).toFixed(1)).toBe('81.9')
  })

  const STORY = { zh: '路面平整度保持，重伤事故减少。', en: 'Ride quality held; serious crashes fell.' }
  const CONTACT = { zh: '绩效办 0000', en: 'Performance office 0000' }

  /** Closes the year, fixes the scores, and puts them on the public page. */
  async function publishYear(cycleId: string, reason: string): Promise<void> {
    const leader = await app.signIn(['leader'], { name: '高局长' })
    for (const { periodId, state } of (await office.call(readPeriods, { cycleId })).periods)
      if (state !== 'closed') await office.call(closePeriod, { periodId, waivers: [], waiveRest: '来源数据没有此项' })
    await office.call(runOfficialScores, { cycleId, reason })
    const { publicationId } = await office.call(preparePublication, { cycleId, story: STORY, contact: CONTACT, misses: {} })
    await leader.call(publishPublication, { publicationId, reason: { zh: `经审定发布：${reason}`, en: '' } })
  }
  const publicFigures = async (year: number) => {
    const { current, years } = await app.visitor.call(readPublic, { year })
    const measures = current?.snapshot.perspectives.flatMap((one) => one.measures) ?? []
    return { current, years, of: (code: string) => measures.find((one) => one.code === code) }
  }
  /** The mean over districts by rated miles, as the file itself gives it. */
  const byMiles = (column: string, change: Readonly<Record<string, number>> = {}) => {
    const rows = readCsv(roadsFile).filter(({ district, year }) => district !== 'ALL' && year === '2014')
    const miles = rows.reduce((sum, row) => sum + Number(row.miles_rated), 0)
    return rows.reduce((sum, row) => sum + (change[row.district ?? ''] ?? Number(row[column])) * Number(row.miles_rated), 0) / miles
  }

  test('2014 goes on the public page: every figure is the file’s, districts side by side without a name', async () => {
    app.setNow('2015-02-10T02:00:00Z')
    office = await app.signIn(['performance-office'])
    await (await app.signIn(['leader'])).call(publishScorecard, { scorecardId, reason: '往年数据补录，当年已征求意见' })
    await publishYear(cycles.get(2014) ?? '', '2014 年度')
    const { of } = await publicFigures(2014)
    expect(of('GOOD')).toMatchObject({ actual: byMiles('pct_miles_iri_lt95').toFixed(1), target: '70', reached: false })
    expect(of('GOOD')?.spread).toEqual({ units: 8, least: '42.4', median: expect.any(String), most: '81.9' })
    expect(of('POOR')?.actual).toBe(byMiles('pct_miles_iri_gt170').toFixed(1))
    const serious = readCsv(roadsFile).filter(({ district, year }) => district !== 'ALL' && year === '2014')
    expect(of('SERIOUS')?.actual).toBe(String(serious.reduce((sum, row) => sum + Number(row.inc_inj), 0)))
    expect([of('GOOD')?.interval, of('SAT')?.actual]).toEqual([null, null])
  })

  test('one district-year restated: the impact is listed before, and the second revision shows exactly that', async () => {
    const cycleId = cycles.get(2014) ?? ''
    const first = await publicFigures(2014)
    const { places } = await office.call(listRestatable, { cycleId })
    expect(places.find((one) => one.measureCode === 'GOOD' && one.unitCode === '5')).toMatchObject({ period: '2014', actual: '61.216' })
    const asked = { cycleId, measureCode: 'GOOD', unitCode: '5', period: '2014', actual: '66.000' }
    expect((await (await app.signIn(['employee'])).ask(readRestatement, asked)).status).toBe(403)
    expect((await office.ask(readRestatement, { ...asked, period: '2013' })).problem?.code).toBe('nothing-to-restate')
    const impact = await office.call(readRestatement, asked)
    expect(impact.cards.map(({ scope, holder }) => [scope, holder.en || holder.zh])).toEqual([
      ['institution', expect.any(String)],
      ['unit', 'District 5'],
    ])
    // 60 of the card's 100 and the curve from 30 (0) to 70 (100): 4.784 points of ride are 7.176 points of the district's card
    const [, district] = impact.cards
    expect(Number(district?.after.official) - Number(district?.before.official)).toBeCloseTo(((66 - 61.216) / 40) * 60, 1)
    expect([impact.before, impact.after, impact.counts.scores, impact.pay]).toEqual(['61.216', '66.000', 2, []])

    const [period] = (await office.call(readPeriods, { cycleId })).periods
    await office.call(reopenPeriod, { periodId: period?.periodId ?? '', reason: '第 5 片区复测更正' })
    const file = lines('measureCode,scope,periodCode,value,denominator,note', 'GOOD,5,2014,66.000,1744.819,复测更正')
    const saved = await office.call(importValues, { step: 'save' }, { name: 'restated.csv', bytes: file })
    expect(saved).toMatchObject({ saved: true, counts: { changed: 1 } })
    await publishYear(cycleId, '第 5 片区复测更正')
    const { current, years, of } = await publicFigures(2014)
    expect([current?.revision, of('GOOD')?.actual]).toEqual([2, byMiles('pct_miles_iri_lt95', { 5: 66 }).toFixed(1)])
    expect(current?.snapshot.score.official).toBe(impact.cards[0]?.after.official)
    expect(first.current?.snapshot.score.official).toBe(impact.cards[0]?.before.official)
    const { changes } = years.find((one) => one.year === 2014)?.revisions[0] ?? { changes: [] }
    expect(changes.find(({ name }) => name.en === 'Good ride')).toMatchObject({
      before: first.of('GOOD')?.actual,
      after: of('GOOD')?.actual,
    })
  })

  test('targets from 2003-2008, dry-run on 2009-2014: what each measure decides, as the file itself says', async () => {
    const rows = readCsv(roadsFile).filter(({ district }) => district !== 'ALL')
    const MEASURES = [
      { code: 'GOOD', column: 'pct_miles_iri_lt95', weight: 60, up: true },
      { code: 'POOR', column: 'pct_miles_iri_gt170', weight: 25, up: false },
      { code: 'SERIOUS', column: 'inc_inj', weight: 15, up: false },
    ] as const
    const figures = (district: string, column: string, from: number, to: number) =>
      rows
        .filter((row) => row.district === district && Number(row.year) >= from && Number(row.year) <= to)
        .map((row) => Number(row[column]))
    // the worst of six years scores nothing, the best of them is the target
    const targets = (district: string, { column, up }: (typeof MEASURES)[number]) => {
      const past = figures(district, column, 2003, 2008)
      const [worst, best] = up ? [Math.min(...past), Math.max(...past)] : [Math.max(...past), Math.min(...past)]
      return { floor: worst, target: best }
    }
    const cycleId = cycles.get(2009) ?? ''
    const draft = (await office.call(createScorecard, { cycleId, from: 'empty' })).scorecardId
    const perspective = { perspectiveId: null, code: 'PS', name: { zh: '公众', en: 'Public' }, weightBp: 10_000 }
    await office.call(savePerspectives, { scorecardId: draft, perspectives: [perspective] })
    const file = lines(
      'holder,measure,weight,floor,target,stretch',
      ...DISTRICTS.flatMap((district) =>
        MEASURES.map((one) => {
          const { floor, target } = targets(district, one)
          return `${district},${one.code},${one.weight},${floor},${target},${target}`
        }),
      ),
    )
    const report = await office.call(importCards, { scorecardId: draft, step: 'save' }, { name: 'cards.csv', bytes: file })
    expect(report).toMatchObject({ saved: true, counts: { new: 24, wrong: 0 } })
    const years = YEARS.filter((year) => year >= 2009)
    const taken = await Promise.all(
      years.map(async (year) => {
        const facts = await office.call(readDryRunFacts, { scorecardId: draft, cycleId: cycles.get(year) ?? '', scope: 'unit' })
        return dryRunCards(facts).map((card) => ({ ...card, cardId: `${card.cardId} ${year}` }))
      }),
    )
    const run = dryRun(taken.flat(), { draws: 0, chance: () => 0 })
    expect(run).toMatchObject({ cards: 48, scored: 48 })

    const scores = years.flatMap((year) =>
      DISTRICTS.map((district) =>
        MEASURES.map((one) => {
          const { floor, target } = targets(district, one)
          const [x = 0] = figures(district, one.column, year, year)
          return Math.max(0, Math.min(100, (100 * (x - floor)) / (target - floor)))
        }),
      ),
    )
    const totals = scores.map((own) => own.reduce((sum, score, at) => sum + (score * (MEASURES[at]?.weight ?? 0)) / 100, 0))
    const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
    const covariance = (a: readonly number[], b: readonly number[]) => mean(a.map((one, at) => (one - mean(a)) * ((b[at] ?? 0) - mean(b))))
    for (const [at, { code, weight }] of MEASURES.entries()) {
      const own = scores.map((row) => ((row[at] ?? 0) * weight) / 100)
      const measure = run.measures.find(({ id }) => id === code)
      expect(measure?.decides).toBeCloseTo(covariance(own, totals) / covariance(totals, totals), 6)
      expect(measure?.ceiling).toBeCloseTo(scores.filter((row) => row[at] === 100).length / 48, 9)
    }
    expect(run.spread?.mean).toBeCloseTo(mean(totals), 6)
  })

  test('an arrow from smooth to safe: the past of twelve years says what its changes say, at the declared lag and at the best one', async () => {
    const cycleId = cycles.get(2010) ?? ''
    const map = (await office.call(createScorecard, { cycleId, from: 'empty' })).scorecardId
    const perspective = { perspectiveId: null, code: 'PS', name: { zh: '公众', en: 'Public' }, weightBp: 10_000 }
    await office.call(savePerspectives, { scorecardId: map, perspectives: [perspective] })
    const { scorecard } = await office.call(readScorecard, { cycleId })
    const objective = (code: string, zh: string, en: string) =>
      office.call(saveObjective, {
        ...{ scorecardId: map, objectiveId: null, perspectiveId: scorecard?.perspectives[0]?.perspectiveId ?? '', code, name: { zh, en } },
        ...{ statement: { zh: '', en: '' }, findingId: null, themeId: null, ownerPersonId: null },
      })
    const { objectiveId: smooth } = await objective('P1', '平整', 'Smooth')
    const { objectiveId: safe } = await objective('P2', '少伤亡', 'Fewer injuries')
    const card = (holder: string, serious: string) => [`${holder},GOOD,P1,50,30,70,85`, `${holder},SERIOUS,P2,50,${serious}`]
    const file = lines(
      'holder,measure,objective,weight,floor,target,stretch',
      ...card('institution', '900,600,400'),
      ...DISTRICTS.flatMap((district) => card(district, '200,60,30')),
    )
    expect(await office.call(importCards, { scorecardId: map, step: 'save' }, { name: 'cards.csv', bytes: file })).toMatchObject({
      saved: true,
    })
    const years = await Promise.all(YEARS.map((year) => scored('ALL', year)))
    const changes = (values: readonly number[]) => values.slice(1).map((value, at) => value - (values[at] ?? 0))
    const correlation = (a: readonly number[], b: readonly number[]) => {
      const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
      const [da, db] = [a.map((one) => one - mean(a)), b.map((one) => one - mean(b))]
      const sum = (x: readonly number[], y: readonly number[]) => x.reduce((all, one, at) => all + one * (y[at] ?? 0), 0)
      return sum(da, db) / Math.sqrt(sum(da, da) * sum(db, db))
    }
    const good = changes(years.map((one) => one.good))
    // fewer injuries is better, so the series is turned round
    const safer = changes(years.map((one) => -one.serious))
    for (const lagPeriods of [0, 2]) {
      await office.call(saveLink, {
        ...{ scorecardId: map, fromObjectiveId: smooth, toObjectiveId: safe, sign: '+', lagPeriods, strength: 'medium' },
        ...{ rationale: { zh: '', en: '' }, ownerPersonId: null, reviewOn: null },
      })
      const { verdicts } = await office.call(readLinkVerdicts, { cycleId })
      const pair = verdicts[0]?.pairs.find(({ from, to }) => from.code === 'GOOD' && to.code === 'SERIOUS')
      const r = correlation(good.slice(0, good.length - lagPeriods), safer.slice(lagPeriods))
      expect(pair).toMatchObject({ n: 11 - lagPeriods, lag: lagPeriods, r: expect.closeTo(r, 6) })
      // the verdict follows the 95 % interval, and eleven changes of one state are not enough to bear the arrow out
      const [low, high] = pair?.interval ?? [0, 0]
      expect(pair?.verdict).toBe(low > 0 ? 'consistent' : high < 0 ? 'inconsistent' : 'untested')
    }
  })

  describe('what 568 road users answered', () => {
    let waveId = ''
    let personalWaveId = ''
    const published = () => readCsv(path.join(surveyFolder, 'published_descriptives.csv'))

    test('their questionnaire is registered, with the zones as strata; postal code and age are never asked for', async () => {
      const { questionnaireId } = await office.call(createQuestionnaire, {
        code: 'winter-roads',
        title: { zh: '冬季公路养护满意度调查', en: 'Winter road maintenance survey' },
        instrument: INSTRUMENT,
      })
      waveId = (
        await office.call(openWave, {
          questionnaireId,
          name: { zh: '2024 年冬季', en: 'Winter 2024' },
          openedOn: '2024-02-08',
          strata: ['A', 'B', 'C', 'D', 'E', 'F'].map((code) => ({
            code,
            name: { zh: `${code} 区`, en: `Zone ${code}` },
            population: null,
          })),
        })
      ).waveId
      const { instrument } = await office.call(readQuestionnaire, { questionnaireId })
      expect(instrument.items.some(({ code }) => code === 'ZIPCODE' || code.startsWith('AGE'))).toBe(false)
    })

    test('their sheets come in as they are, and nothing else of the file is kept', async () => {
      const file = { name: 'responses.csv', bytes: readFileSync(path.join(surveyFolder, 'responses.csv')) }
      const mapping = { stratumColumn: 'ZONE', words: WORDS }
      const report = await office.call(importAnswers, { waveId, step: 'save', mapping }, file)
      expect(report).toMatchObject({ saved: true, counts: { new: 568, wrong: 0 } })
      const kept = await app.inInstitution((tx) =>
        tx.selectFrom('ballot.answer_sheet').selectAll().where('institution_id', '=', app.institutionId).execute(),
      )
      // one answer an item asked about, in their order, and words stand apart; no column of the file beside them
      expect(new Set(kept.map((row) => JSON.parse(row.answers).length))).toEqual(new Set([INSTRUMENT.items.length]))
      const columns = ['minutes', 'seconds', 'language', 'person_id', 'batch'] as const
      expect(kept.flatMap((row) => columns.map((column) => row[column])).filter((value) => value !== null)).toEqual([])
    })

    test('frequencies and means are those the authors published', async () => {
      const { items } = await office.call(readItems, { waveId })
      for (const row of published()) {
        const item = items.find(({ code }) => code === row.var)
        if (row.var === 'ZONE' || row.var === 'AGE_4CAT') continue
        if (row.lev === 'NA') {
          expect(item?.mean).toBeCloseTo(Number(row.mean), 8)
          expect(item?.sd).toBeCloseTo(Number(row.sd), 8)
          continue
        }
        const found = item?.rows.find(({ category }) => category === row.lev)
        expect([row.var, row.lev, found?.count]).toEqual([row.var, row.lev, Number(row.num)])
        expect(found?.validPercent).toBeCloseTo(Number(row.perc), 8)
      }
      const { response } = await office.call(readDiagnosis, { waveId })
      const zones = published().filter((row) => row.var === 'ZONE')
      expect(response.strata.map(({ stratum, answered }) => [stratum, answered])).toEqual(zones.map((row) => [row.lev, Number(row.num)]))
    })

    test('with postal code, age and gender 517 of 568 are alone, so single rows leave without these or not at all', async () => {
      const about = ['ZIPCODE', 'AGE', 'GENDER'].map((code) => ({ ...item('choice')(code), about: true }))
      const title = { zh: '带个人信息', en: 'With personal items' }
      const instrument = { ...INSTRUMENT, items: [...GRIDS, ...about] }
      const { questionnaireId } = await office.call(createQuestionnaire, { code: 'winter-roads-personal', title, instrument })
      const strata = [{ code: 'all', name: { zh: '全部', en: 'All' }, population: null }]
      const wave = await office.call(openWave, { questionnaireId, name: title, openedOn: '2024-02-08', strata })
      const file = { name: 'responses.csv', bytes: readFileSync(path.join(surveyFolder, 'responses.csv')) }
      await office.call(
        importAnswers,
        { waveId: wave.waveId, step: 'save', mapping: { stratum: 'all', durationColumn: 'DurationSec' } },
        file,
      )
      personalWaveId = wave.waveId
      const ask = (personal: 'with' | 'without') =>
        office.ask(exportAnswers, { waveId: wave.waveId, format: 'csv', language: 'en', personal })
      const refused = await ask('with')
      expect(refused.problem).toMatchObject({ code: 'export-stands-out', details: { unique: 517 } })
      const rows = parse(String((await ask('without')).bytes), { columns: true, bom: true }) as Row[]
      expect([rows.length, Object.keys(rows[0] ?? {}).some((name) => ['ZIPCODE', 'AGE', 'GENDER'].includes(name))]).toEqual([568, false])
    })

    test('18 took less than half the usual time; 28 of the 345 who answered eight grid items or more gave one answer throughout', async () => {
      const { quality } = await office.call(readStatistics, { waveId: personalWaveId })
      const flagged = Object.fromEntries(quality.notes.map(({ flag, sheets }) => [flag, sheets]))
      // all grids point one way, so one answer throughout is shown and not flagged
      expect(flagged).toMatchObject({ fast: 18, 'too-fast': 0, 'straight-line': 0, 'long-run': 0 })
      expect(quality.alike).toEqual({ sheets: 28, of: 345, answers: 8 })
      const begun = { stratum: 'all', startColumn: 'StartDate', endColumn: 'EndDate' }
      const { questionnaireId, strata } = (await office.call(listWaves, {})).waves.find((one) => one.waveId === personalWaveId) ?? {}
      const name = { zh: '起止时间', en: 'Begun and sent' }
      const again = await office.call(openWave, {
        ...{ questionnaireId: questionnaireId ?? '', name, openedOn: '2024-02-08' },
        strata: (strata ?? []).map(({ answers: _, ...one }) => one),
      })
      const file = { name: 'responses.csv', bytes: readFileSync(path.join(surveyFolder, 'responses.csv')) }
      await office.call(importAnswers, { waveId: again.waveId, step: 'save', mapping: begun }, file)
      const second = (await office.call(readStatistics, { waveId: again.waveId })).quality
      expect(second.notes.find(({ flag }) => flag === 'fast')?.sheets).toBe(18)
    })

    test('their satisfaction is a measure of the card', async () => {
      const cycleId = cycles.get(2024) ?? ''
      const { measures } = await office.call(readMeasureLibrary, {})
      const [period] = (await office.call(readPeriods, { cycleId })).periods
      const fed = await office.call(feedSurveyMeasure, {
        measureId: measures.find(({ code }) => code === 'SAT')?.measureId ?? '',
        periodId: period?.periodId ?? '',
        holder: { kind: 'institution' },
        waveId,
        items: ['SATISFACTION'],
      })
      // 21, 74, 128, 239 and 106 people from extremely dissatisfied to extremely satisfied
      const mean = (21 * 1 + 74 * 2 + 128 * 3 + 239 * 4 + 106 * 5) / 568
      expect(fed.n).toBe(568)
      expect(Number(fed.actual)).toBeCloseTo(((mean - 1) / 4) * 100, 5)
      const cardId = cards.get('ALL') ?? ''
      const { result } = await office.call(readCardScore, { cardId, cycleId })
      const line = (await office.call(readCard, { cardId })).perspectives[0]?.objectives[0]?.measures.find(({ code }) => code === 'SAT')
      expect(result.measures.find(({ id }) => id === line?.cardMeasureId)?.actual).toMatchObject({ n: 568 })
    })

    test('and stands on the public page with the number of answers and its interval', async () => {
      app.setNow('2025-02-10T02:00:00Z')
      office = await app.signIn(['performance-office'])
      const cycleId = cycles.get(2024) ?? ''
      const survey = (await office.call(createScorecard, { cycleId, from: 'empty' })).scorecardId
      const perspective = { perspectiveId: null, code: 'PS', name: { zh: '公众', en: 'Public' }, weightBp: 10_000 }
      await office.call(savePerspectives, { scorecardId: survey, perspectives: [perspective] })
      const [first] = (await office.call(readScorecard, { cycleId })).scorecard?.perspectives ?? []
      await addObjective(survey, first?.perspectiveId ?? '')
      const file = lines('holder,measure,objective,weight,floor,target,stretch', 'institution,SAT,P1,100,50,75,90')
      const taken = await office.call(importCards, { scorecardId: survey, step: 'save' }, { name: 'cards.csv', bytes: file })
      expect(taken.saved).toBe(true)
      await (await app.signIn(['leader'])).call(publishScorecard, { scorecardId: survey, reason: '往年数据补录，当年已征求意见' })
      await publishYear(cycleId, '2024 年度')
      const mean = (21 * 1 + 74 * 2 + 128 * 3 + 239 * 4 + 106 * 5) / 568
      const share = (mean - 1) / 4
      // Wilson (1927) at 95 % around the index read as a share
      const [z2, n] = [1.959964 ** 2, 568]
      const half = (1.959964 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n)
      const middle = (share + z2 / (2 * n)) / (1 + z2 / n)
      const sat = (await publicFigures(2024)).of('SAT')
      expect(sat).toMatchObject({ actual: (share * 100).toFixed(1), n: 568 })
      expect(sat?.interval).toEqual({ low: ((middle - half) * 100).toFixed(1), high: ((middle + half) * 100).toFixed(1) })
    })
  })
})

const WORDS = {
  'Extremely dissatisfied': 1,
  'Somewhat dissatisfied': 2,
  'Neither satisfied nor dissatisfied': 3,
  'Somewhat satisfied': 4,
  'Extremely satisfied': 5,
}

const item = (kind: 'scale' | 'number' | 'choice') => (code: string) => ({
  code,
  kind,
  construct: code.startsWith('SAT') ? 'SAT' : null,
  link: null,
  reverse: false,
  text: { zh: '', en: code },
})

const INSTRUMENT: Instrument = {
  scale: {
    least: 1,
    most: 5,
    points: [1, 2, 3, 4, 5].map((value) => ({ value, name: { zh: `${value} 星`, en: `${value} stars` } })),
    notApplicable: { zh: '不适用', en: 'Not applicable' },
  },
  constructs: [{ code: 'SAT', kind: 'outcome', name: { zh: '满意度', en: 'Satisfaction' } }],
  items: [
    ...['SATISFACTION', 'SAT_GROUP_1', 'SAT_GROUP_2', 'SAT_GROUP_3', 'SAT_GROUP_4'].map(item('scale')),
    ...['SAT_TRANSPORT_1', 'SAT_TRANSPORT_2', 'SAT_TRANSPORT_3', 'SAT_TRANSPORT_4', 'SAT_TRANSPORT_5', 'SAT_TRANSPORT_6'].map(
      item('scale'),
    ),
    ...['AverageIndex', 'ADULTS_NUM', 'CHILDREN_NUM', 'BIKES_NUM', 'CARS_NUM'].map(item('number')),
    ...['INCHES_4CAT', 'GENDER_2CAT', 'RACE_2CAT', 'STUD', 'EDUC_3CAT', 'WORK', 'HHINC_6CAT', 'HOME1_2CAT', 'HOME2'].map(item('choice')),
  ],
  leastCell: 5,
  severityBands: [],
}
/** The two star grids. */
const GRIDS = INSTRUMENT.items.filter(({ code }) => code.startsWith('SAT_'))
