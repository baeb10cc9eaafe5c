import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { downloadDiagnosisReport } from '@milepost/contract/diagnose/board'
import type { Instrument } from '@milepost/contract/diagnose/instrument'
import { readDiagnosis, readItems } from '@milepost/contract/diagnose/results'
import {
  compareWaves,
  exportAnswers,
  exportCodebook,
  readCross,
  readDifferences,
  readFactors,
  readStatistics,
} from '@milepost/contract/diagnose/statistics'
import {
  adoptQuestionnaire,
  closeWave,
  createQuestionnaire,
  importAnswers,
  openWave,
  readQuestionnaire,
} from '@milepost/contract/diagnose/waves'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../testing/testApp.ts'
import { type SavVariable, savFile } from './exports/savFile.ts'

let app: TestApp
let office: Client
let questionnaireId: string
let items: { code: string; construct: string | null; reverse: boolean }[]

beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
  ;({ questionnaireId } = await office.call(adoptQuestionnaire, {}))
  items = (await office.call(readQuestionnaire, { questionnaireId })).instrument.items
})
afterAll(() => app.close())

const LEVELS = [
  { code: 'province', name: { zh: '省局', en: 'Province' }, population: 40 },
  { code: 'bureau', name: { zh: '本局', en: 'Bureau' }, population: 200 },
]
type Item = (typeof items)[number]

/** Deterministic answers with person, construct and item parts, so that items hang together and levels differ where `lift` says. */
async function waveOf(lift: (item: Item, level: string) => number, sizes: Readonly<Record<string, number>>): Promise<string> {
  const { waveId } = await office.call(openWave, {
    questionnaireId,
    name: { zh: '轮', en: 'Wave' },
    openedOn: '2026-03-02',
    strata: LEVELS,
  })
  const head = ['stratum', ...items.map((item) => item.code)].join(',')
  const wobble = (seed: number) => ((seed * 7919) % 101) / 50 - 1
  const rows = Object.entries(sizes).flatMap(([level, n]) =>
    Array.from({ length: n }, (_, person) => {
      const answers = items.map((item, at) => {
        const health =
          3 + lift(item, level) + wobble(person * 13 + (item.construct ?? '').length * 31) + 0.6 * wobble(person * 17 + at * 29)
        const point = Math.min(5, Math.max(1, Math.round(health)))
        return String(item.reverse ? 6 - point : point)
      })
      return [level, ...answers].join(',')
    }),
  )
  await office.call(importAnswers, { waveId, step: 'save' }, { name: 'a.csv', bytes: [head, ...rows].join('\n') })
  return waveId
}

test('tables as a thesis prints them: alpha as on the results page, each item with the scale without it, KMO and Bartlett', async () => {
  const waveId = await waveOf(() => 0, { province: 20, bureau: 80 })
  const { reliability, validity } = await office.call(readStatistics, { waveId })
  const { constructs } = await office.call(readDiagnosis, { waveId })
  for (const table of reliability.filter((one) => one.k > 2)) {
    expect(table.alpha).toBeCloseTo(constructs.find((one) => one.code === table.construct)?.reliability.value ?? Number.NaN, 12)
    expect(table.items).toHaveLength(table.k)
    expect(table.interval?.low).toBeLessThan(table.alpha ?? 0)
  }
  expect(validity.items).toBe(42)
  if (validity.kmo === null) expect(validity.because).toBe('singular-correlation')
  else expect([validity.df, validity.kmo > 0 && validity.kmo < 1]).toEqual([861, true])
})

test('a level that differs is found with its effect; after correction the others are not', async () => {
  const waveId = await waveOf((item, level) => (item.construct === 'P5' && level === 'province' ? 1 : 0), { province: 25, bureau: 80 })
  const { comparisons } = await office.call(readStatistics, { waveId })
  const found = comparisons.filter((line) => (line.adjustedP ?? 1) < 0.05)
  expect(found.map((line) => line.construct)).toEqual(['P5'])
  expect(found[0]).toMatchObject({ test: 'welch-t', effect: { kind: 'hedges-g', size: 'large' } })
  expect(found[0]?.groups.map((group) => [group.stratum, group.n])).toEqual([
    ['province', 25],
    ['bureau', 80],
  ])
})

test('levels too small are not compared, and single rows of them do not leave the house', async () => {
  const waveId = await waveOf(() => 0, { province: 3, bureau: 60 })
  const { comparisons } = await office.call(readStatistics, { waveId })
  expect(new Set(comparisons.map((line) => line.test))).toEqual(new Set(['none']))
  const refused = await office.ask(exportAnswers, { waveId, format: 'csv', language: 'zh' })
  expect(refused.problem?.code).toBe('export-stands-out')
  const leader = await app.signIn(['leader'])
  expect((await leader.ask(exportAnswers, { waveId, format: 'csv', language: 'zh' })).status).toBe(403)
})

test('two waves are compared only where every item is the same, and a change within noise is called so', async () => {
  const first = await waveOf(() => 0, { province: 20, bureau: 80 })
  const second = await waveOf((item) => (item.construct === 'P3' ? 0.8 : 0), { province: 20, bureau: 80 })
  const { constructs, leftOut } = await office.call(compareWaves, { waveId: second, before: first })
  expect(leftOut).toEqual([])
  expect(constructs.filter((line) => line.verdict !== 'within-noise').map((line) => [line.construct, line.verdict])).toEqual([
    ['P3', 'higher'],
  ])

  const { instrument, title } = await office.call(readQuestionnaire, { questionnaireId })
  const reworded = {
    ...instrument,
    items: instrument.items.map((item) => (item.code === 'NO1' ? { ...item, text: { zh: '另一句话', en: 'Other words' } } : item)),
  }
  const other = await office.call(createQuestionnaire, { code: 'reworded', title, instrument: reworded })
  const { waveId: third } = await office.call(openWave, {
    questionnaireId: other.questionnaireId,
    name: { zh: '三', en: '3' },
    openedOn: '2026-03-02',
    strata: LEVELS,
  })
  const change = await office.call(compareWaves, { waveId: third, before: first })
  expect(change.leftOut.map((line) => [line.construct, line.items])).toEqual([['P3', ['NO1']]])
})

test('careless sheets are flagged and the means shown with and without them; fewer than five are not told', async () => {
  const waveId = await waveOf(() => 0, { bureau: 60 })
  const same = items.map(() => '4')
  const lines = Array.from({ length: 6 }, () => ['province', ...same].join(','))
  const bytes = [['stratum', ...items.map((item) => item.code)].join(','), ...lines].join('\n')
  await office.call(importAnswers, { waveId, step: 'save' }, { name: 'b.csv', bytes })
  const { quality } = await office.call(readStatistics, { waveId })
  expect(quality.notes.find((note) => note.flag === 'straight-line')?.sheets).toBe(6)
  expect(quality.flagged).toBe(6)
  expect(quality.means[0]?.all).not.toBe(quality.means[0]?.without)
})

test('an export is in another order than the import, with words for values, and the codebook says what each means', async () => {
  const waveId = await waveOf(() => 0, { province: 20, bureau: 80 })
  const csv = (await office.ask(exportAnswers, { waveId, format: 'csv', language: 'zh' })).bytes.toString()
  expect(csv.split('\r\n')).toHaveLength(102)
  expect(csv.split('\r\n')[0]).toContain('LEVEL,PC1')
  expect((await office.ask(exportCodebook, { waveId, language: 'zh' })).bytes.subarray(0, 2).toString()).toBe('PK')
  const sav = (await office.ask(exportAnswers, { waveId, format: 'sav', language: 'zh' })).bytes
  expect(sav.subarray(0, 4).toString()).toBe('$FL2')
  // what was exported comes back into another wave: LEVEL by its place, 99 as "does not apply"
  const again = await office.call(openWave, { questionnaireId, name: { zh: '再', en: 'Again' }, openedOn: '2026-03-02', strata: LEVELS })
  const [head = '', first = '', ...others] = csv.replace('\uFEFF', '').trim().split('\r\n')
  const bytes = [head, first.replace(/,\d+$/, ',99'), ...others].join('\n')
  const { counts } = await office.call(importAnswers, { waveId: again.waveId, step: 'save' }, { name: 'again.csv', bytes })
  expect(counts).toMatchObject({ new: 100, wrong: 0 })
  const answered = async (of: string) =>
    (await office.call(readDiagnosis, { waveId: of })).response.strata.map((one) => [one.stratum, one.answered])
  expect(await answered(again.waveId)).toEqual(await answered(waveId))
})

const hasPspp = spawnSync('pspp-convert', ['--version']).status === 0
const variables: SavVariable[] = [
  {
    name: 'LEVEL',
    label: '层级',
    measure: 'nominal',
    kind: {
      of: 'number',
      labels: [
        { value: 1, label: '省公路局' },
        { value: 2, label: '本局' },
      ],
      missing: 99,
    },
  },
  {
    name: 'A_long_name_of_an_item',
    label: '我清楚绩效管理与年终打分考核的区别。',
    measure: 'ordinal',
    kind: { of: 'number', labels: [], missing: null },
  },
  { name: 'SAID', label: '最想说的话', measure: 'nominal', kind: { of: 'text', bytes: 700 } },
  { name: 'DAY', label: '日期', measure: 'nominal', kind: { of: 'text', bytes: 10 } },
]
const long = '公路养护'.repeat(50)

test.skipIf(!hasPspp)(
  'PSPP reads the .sav back: Chinese labels, long names, text of 600 bytes, missing values (skipped where PSPP is not installed)',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'milepost-sav-'))
    const rows = [
      [1, 4, long, '2026-03-02'],
      [2, null, '', null],
      [99, 2.5, '短', '2026-03-03'],
    ]
    await writeFile(path.join(folder, 'a.sav'), savFile({ variables, rows, title: '答卷', now: new Date('2026-03-02T00:00:00Z') }))
    const converted = spawnSync('pspp-convert', [path.join(folder, 'a.sav'), path.join(folder, 'a.csv')], { encoding: 'utf8' })
    expect([converted.status, converted.stderr]).toEqual([0, ''])
    const lines = (await readFile(path.join(folder, 'a.csv'), 'utf8')).trim().split('\n')
    expect(lines[0]).toBe('LEVEL,A_long_name_of_an_item,SAID,DAY')
    expect(lines[1]).toBe(`1,4,${long},2026-03-02`)
    expect(lines[3]).toContain('2.5,短,2026-03-03')
    await writeFile(path.join(folder, 'a.sps'), `get file='${path.join(folder, 'a.sav')}'.\ndisplay dictionary.\n`)
    const shown = spawnSync('pspp', ['-O', 'format=csv', path.join(folder, 'a.sps')], { encoding: 'utf8' }).stdout
    expect(shown).toContain('省公路局')
    expect(shown).toContain('我清楚绩效管理与年终打分考核的区别。')
    // names, an order: what SPSS offers tests by
    expect(shown).toMatch(/LEVEL,1,层级,Nominal/)
    expect(shown).toMatch(/A_long_name_of_an_item,2,[^,]*,Ordinal/)
    await rm(folder, { recursive: true })
  },
)

test('factors: what each rule keeps, loadings by item, variance that adds up; the same table at every reading', async () => {
  const waveId = await waveOf(() => 0, { province: 40, bureau: 90 })
  const factors = await office.call(readFactors, { waveId })
  expect([factors.because, factors.items.length]).toEqual([null, 42])
  expect(factors.components).toBe(factors.byParallel ?? factors.byKaiser)
  expect(factors.items.every((item) => item.loadings.length === factors.components)).toBe(true)
  // turning the axes moves variance between components and loses none
  const kept = factors.eigenvalues.slice(0, factors.components).reduce((sum, one) => sum + one.percent, 0)
  expect(factors.rotatedPercent.reduce((sum, one) => sum + one, 0)).toBeCloseTo(kept, 8)
  for (const item of factors.items) expect(item.loadings.reduce((sum, one) => sum + one * one, 0)).toBeCloseTo(item.communality, 8)
  expect(await office.call(readFactors, { waveId })).toEqual(factors)
})

test('levels are weighed by their people; a level too small to be told withdraws the weighted means with it', async () => {
  const waveId = await waveOf((_, level) => (level === 'province' ? 1 : 0), { province: 20, bureau: 40 })
  const { weights, comparisons } = await office.call(readStatistics, { waveId })
  // 40 and 200 people, 20 and 40 answers: (40 / 240) / (20 / 60) and (200 / 240) / (40 / 60)
  expect(weights?.strata.map((one) => one.weight)).toEqual([expect.closeTo(0.5, 12), expect.closeTo(1.25, 12)])
  const [line] = comparisons
  const [province, bureau] = line?.groups ?? []
  const mean = weights?.means.find((one) => one.construct === line?.construct)
  expect(mean?.weighted).toBeCloseTo(((province?.mean ?? 0) * 40 + (bureau?.mean ?? 0) * 200) / 240, 10)
  const small = await waveOf(() => 0, { province: 3, bureau: 40 })
  expect((await office.call(readStatistics, { waveId: small })).weights).toBeNull()
})

test('three levels: every pair is compared, and only where the whole is', async () => {
  const strata = [...LEVELS, { code: 'station', name: { zh: '站', en: 'Station' }, population: 100 }]
  const name = { zh: '三层', en: 'Three' }
  const { waveId } = await office.call(openWave, { questionnaireId, name, openedOn: '2026-03-02', strata })
  const row = (level: string, at: number, person: number) =>
    [level, ...items.map((item) => (item.reverse ? 6 - (at + (person % 3)) : at + (person % 3)))].join(',')
  const rows = strata.flatMap((one, at) => Array.from({ length: 12 }, (_, person) => row(one.code, at + 1, person)))
  const bytes = [['stratum', ...items.map((item) => item.code)].join(','), ...rows].join('\n')
  await office.call(importAnswers, { waveId, step: 'save' }, { name: 'a.csv', bytes })
  const { comparisons } = await office.call(readStatistics, { waveId })
  expect(comparisons[0]?.test).toBe('welch-anova')
  expect(comparisons[0]?.pairs.map((pair) => Math.abs(pair.difference)).sort()).toEqual([
    expect.closeTo(1, 10),
    expect.closeTo(1, 10),
    expect.closeTo(2, 10),
  ])
  expect(comparisons[0]?.pairs.every((pair) => pair.p !== null && pair.p < 0.05)).toBe(true)
})

test('what was told of an anonymous wave cannot be subtracted from what is told later: few new answers wait for others', async () => {
  // no two alike: the first three answers count in fives
  const sheet = (level: string, at: number) =>
    [level, ...items.map((_, place) => 1 + (place < 3 ? Math.floor(at / 5 ** place) % 5 : (at * 7 + place * 3) % 5))].join(',')
  const send = async (waveId: string, level: string, from: number, n: number) => {
    const rows = Array.from({ length: n }, (_, at) => sheet(level, from + at))
    const bytes = [['stratum', ...items.map((item) => item.code)].join(','), ...rows].join('\n')
    await office.call(importAnswers, { waveId, step: 'save' }, { name: `${level}${from}.csv`, bytes })
  }
  const name = { zh: '分批', en: 'Batches' }
  const { waveId } = await office.call(openWave, { questionnaireId, name, openedOn: '2026-03-02', strata: LEVELS })
  const standing = async () => {
    const { answers, released } = await office.call(readStatistics, { waveId })
    return [answers, released.waiting, ...released.cells.map((cell) => `${cell.stratum?.en ?? 'all'} ${cell.n} ${cell.standing}`)]
  }
  await send(waveId, 'bureau', 0, 4)
  expect(await standing()).toEqual([4, false])
  await send(waveId, 'bureau', 4, 16)
  await send(waveId, 'province', 0, 3)
  expect(await standing()).toEqual([23, false, 'all 23 shown', 'Bureau null complementary', 'Province null too-few'])
  const before = (await office.call(readDiagnosis, { waveId })).constructs
  await send(waveId, 'bureau', 20, 1)
  // 24 told beside 23 would be one person's sheet
  expect((await standing()).slice(0, 3)).toEqual([23, true, 'all 23 shown'])
  const meanwhile = await office.call(readDiagnosis, { waveId })
  expect(meanwhile.constructs).toEqual(before)
  expect(meanwhile.released).toEqual({ sheets: 23, waiting: true })
  await send(waveId, 'bureau', 21, 4)
  await send(waveId, 'province', 3, 4)
  // five of the bureau come in together; four of the province still wait
  expect((await standing()).slice(0, 3)).toEqual([28, true, 'all 28 shown'])
  await send(waveId, 'province', 7, 1)
  // the province has eight: three that were told within the first total and five now. Neither may stand alone: 8 less the 5 that came is 3
  const [answers, waiting, , ...levels] = await standing()
  expect([answers, waiting, levels]).toEqual([33, false, ['Bureau null complementary', 'Province null complementary']])
})

test('words of one’s own in an anonymous wave are let out in lots of ten, each item for itself; in between nothing is added', async () => {
  const text = (code: string) => ({
    code,
    kind: 'text' as const,
    construct: null,
    link: null,
    reverse: false,
    text: { zh: code, en: code },
  })
  const waveId = await waveAsking('own-words', [text('T1'), text('T2')], [{ code: 'all', population: null }])
  let sent = 0
  const said: string[] = []
  const send = async (n: number, withSecond = false) => {
    const rows = Array.from({ length: n }, () => {
      sent += 1
      said.push(`words ${sent}`)
      return `words ${sent},${withSecond ? `more ${sent}` : ''}`
    })
    await office.call(importAnswers, { waveId, step: 'save' }, { name: `${sent}.csv`, bytes: ['T1,T2', ...rows].join('\n') })
  }
  const told = async () => (await office.call(readItems, { waveId })).items.map((item) => item.texts)
  await send(9)
  expect(await told()).toEqual([[], []])
  await send(1, true)
  expect(await told()).toEqual([said.toSorted(), []])
  const lot = said.toSorted()
  // nine more answer one by one, each time somebody looks: whoever subtracts today from yesterday finds nothing
  for (let at = 0; at < 9; at++) {
    await send(1, true)
    expect(await told()).toEqual([lot, at === 8 ? expect.any(Array) : []])
  }
  expect((await told())[1]).toHaveLength(10)
  await send(1)
  expect((await told()).map((texts) => texts.length)).toEqual([20, 10])
})

const data = path.resolve(import.meta.dirname, '../../../shared/data')
type Row = Readonly<Record<string, string>>
const rowsOf = (file: string): Row[] => parse(readFileSync(path.join(data, file)), { columns: true, bom: true })
const referenceOf = (file: string) => JSON.parse(readFileSync(path.join(data, 'reference-stats', file), 'utf8'))
const hasData = ['pierce-county-employees', 'psych-bfi', 'reference-stats', 'uk-civil-service-people-survey'].every((folder) =>
  existsSync(path.join(data, folder)),
)

/** A wave of one’s own questionnaire; constructs are named by their codes. */
async function waveAsking(
  code: string,
  asked: Instrument['items'],
  strata: readonly { code: string; name?: string; population: number | null }[],
  most = 5,
): Promise<string> {
  const { instrument } = await office.call(readQuestionnaire, { questionnaireId })
  const named = [...new Set(asked.flatMap((item) => item.construct ?? []))]
  const scale = { ...instrument.scale, most, points: [] }
  const constructs = named.map((one) => ({ code: one, kind: 'other' as const, name: { zh: one, en: one } }))
  const own = { scale, constructs, items: asked, leastCell: 5, severityBands: [] }
  const made = await office.call(createQuestionnaire, { code, title: { zh: code, en: code }, instrument: own })
  const levels = strata.map((one) => ({
    code: one.code,
    name: { zh: one.name ?? one.code, en: one.name ?? one.code },
    population: one.population,
  }))
  const wave = { questionnaireId: made.questionnaireId, name: { zh: code, en: code }, openedOn: '2026-03-02', strata: levels }
  return (await office.call(openWave, wave)).waveId
}
const scaled = (code: string, construct: string, reverse = false) => ({
  ...{ code, kind: 'scale' as const, construct, link: null, reverse, text: { zh: code, en: code } },
})

test('what people said about themselves shows no small group, nor what would give it away; those who did not say are a group like the others', async () => {
  const asked = { kind: 'choice' as const, construct: null, link: null, reverse: false, text: { zh: '', en: 'Role' } }
  const items = [scaled('Q1', 'CLARITY'), { ...asked, code: 'ROLE', about: true }, { ...asked, code: 'VIEW', text: { zh: '', en: 'View' } }]
  const waveId = await waveAsking('roles', items, [{ code: 'D1', name: 'D1', population: null }], 4)
  const said = [...Array(20).fill('a'), ...Array(7).fill('b'), 'c', 'c', '']
  const bytes = ['stratum,Q1,ROLE,VIEW', ...said.map((role, at) => `D1,${1 + (at % 4)},${role},${role || 'a'}`)].join('\n')
  await office.call(importAnswers, { waveId, step: 'save', mapping: { stratumColumn: 'stratum' } }, { name: 'roles.csv', bytes })
  const { items: results } = await office.call(readItems, { waveId })
  // 2 of c and 1 unsaid are too few, and 30 less 20 less 7 would tell them: b goes with them
  const role = results.find(({ code }) => code === 'ROLE')
  expect(role?.rows.toSorted((a, b) => (a.category < b.category ? -1 : 1))).toEqual([
    // the per cent would tell what it is of
    { category: 'a', count: 20, validPercent: null },
    { category: 'b', count: null, validPercent: null },
    { category: 'c', count: null, validPercent: null },
  ])
  expect([role?.valid, role?.missing, role?.notApplicable]).toEqual([null, null, null])
  // what they think is told as always
  const view = results.find(({ code }) => code === 'VIEW')
  expect([view?.valid, view?.rows.find(({ category }) => category === 'c')?.count]).toEqual([30, 2])
})

test.skipIf(!hasData)(
  'a county of 21 departments: the smallest is hidden and one more with it; by department and role 28 cells are too small for single rows (skipped without the data sets)',
  async () => {
    const counts = rowsOf('pierce-county-employees/counts.csv').filter((row) => row.question_no === '1')
    const departments = [...new Set(counts.map((row) => row.department ?? ''))]
    const strata = departments.map((name, at) => ({ code: `D${at}`, name, population: null }))
    const role = {
      ...{ code: 'ROLE', kind: 'choice' as const, construct: null, link: null, reverse: false },
      text: { zh: '', en: 'Role' },
      about: true,
    }
    const waveId = await waveAsking('county', [scaled('Q1', 'CLARITY'), role], strata, 4)
    const people = counts.flatMap((row) =>
      Array.from({ length: Number(row.n) }, () => `${strata.find((one) => one.name === row.department)?.code},${row.response},${row.role}`),
    )
    const mapping = { stratumColumn: 'stratum', notApplicable: ['0'] }
    const bytes = ['stratum,Q1,ROLE', ...people].join('\n')
    await office.call(importAnswers, { waveId, step: 'save', mapping }, { name: 'county.csv', bytes })
    const { released } = await office.call(readStatistics, { waveId })
    const hidden = released.cells.filter((cell) => cell.standing !== 'shown').map((cell) => [cell.stratum?.en, cell.n, cell.standing])
    // 3 answers, and the smallest beside it: without the second the first is the county less the others
    expect(hidden.toSorted()).toEqual([
      ['Economic Development', null, 'complementary'],
      ['Family Justice Center', null, 'too-few'],
    ])
    const { constructs } = await office.call(readDiagnosis, { waveId })
    const kept = constructs[0]?.strata.filter((one) => one.hidden).map((one) => strata.find(({ code }) => code === one.stratum)?.name)
    expect(kept?.toSorted()).toEqual(['Economic Development', 'Family Justice Center'])
    const refused = await office.ask(exportAnswers, { waveId, format: 'csv', language: 'en', personal: 'with' })
    const cells = new Map<string, number>()
    for (const row of counts) cells.set(`${row.department} ${row.role}`, (cells.get(`${row.department} ${row.role}`) ?? 0) + Number(row.n))
    const small = [...cells.values()].filter((n) => n < 5)
    expect(small).toHaveLength(28)
    const [rows, unique] = [small.reduce((sum, n) => sum + n, 0), small.filter((n) => n === 1).length]
    expect(refused.problem).toMatchObject({ code: 'export-stands-out', details: { rows, unique } })

    // the table by both: nothing while answers may still come, then the released cells alone
    expect(await office.call(readCross, { waveId })).toMatchObject({ because: 'open', table: null, rows: '*', columns: 'ROLE' })
    expect(await office.call(readDifferences, { waveId, by: 'ROLE' })).toMatchObject({ because: 'open', comparisons: [] })
    expect(await office.call(readDifferences, { waveId })).toMatchObject({ because: null, by: '*' })
    await office.call(closeWave, { waveId })
    for (const of of [undefined, 'CLARITY']) {
      const { table } = await office.call(readCross, { waveId, ...(of ? { of } : {}) })
      const lines = table?.rows ?? []
      expect(lines).toHaveLength(21)
      const kept = lines.filter((line) => line.total.n === null).map((line) => line.name.en)
      expect(kept.toSorted()).toEqual(['Economic Development', 'Family Justice Center'])
      expect(lines.flatMap((line) => line.cells).filter((cell) => cell.standing === 'too-few')).toHaveLength(28)
      // what is shown is what was answered, and what is left of any line holds nobody or at least five
      const answered = (where: (row: (typeof counts)[number]) => boolean) =>
        counts.reduce((sum, row) => sum + (where(row) && (of === undefined || row.response !== '0') ? Number(row.n) : 0), 0)
      const rest = (total: number | null, cells: readonly { n: number | null }[]) =>
        total === null ? 0 : total - cells.reduce((sum, cell) => sum + (cell.n ?? 0), 0)
      for (const line of lines) {
        for (const [at, cell] of line.cells.entries())
          if (cell.n !== null)
            expect(cell.n).toBe(answered((row) => row.department === line.name.en && row.role === table?.columns[at]?.code))
        expect([0, 1, 2, 3, 4].filter((few) => few > 0 && rest(line.total.n, line.cells) === few)).toEqual([])
      }
      for (const [at, column] of (table?.columns ?? []).entries()) {
        const left = rest(
          column.total.n,
          lines.map((line) => line.cells[at] ?? { n: null }),
        )
        expect(left === 0 || left >= 5).toBe(true)
      }
      expect(lines.every((line) => line.cells.every((cell) => (cell.mean === null) === (of === undefined || !cell.n)))).toBe(true)
    }
    expect((await office.ask(readCross, { waveId, columns: 'Q1' })).status).toBe(404)
    expect((await office.ask(readDifferences, { waveId, by: 'Q1' })).status).toBe(404)

    // between roles as between levels: who answered, what they answered in the mean, by the test for so many groups
    const { comparisons } = await office.call(readDifferences, { waveId, by: 'ROLE' })
    const roles = [...new Set(counts.map((row) => row.role ?? ''))].map((name) => {
      const own = counts.filter((row) => row.role === name && row.response !== '0')
      const n = own.reduce((sum, row) => sum + Number(row.n), 0)
      return { name, n, mean: own.reduce((sum, row) => sum + Number(row.n) * Number(row.response), 0) / n }
    })
    expect(comparisons[0]?.groups.map(({ stratum, n }) => [stratum, n]).toSorted()).toEqual(
      roles.map(({ name, n }) => [name, n]).toSorted(),
    )
    for (const { stratum, mean } of comparisons[0]?.groups ?? [])
      expect(mean).toBeCloseTo(roles.find(({ name }) => name === stratum)?.mean ?? 0, 9)
    expect(comparisons[0]?.test).toBe(roles.length === 2 ? 'welch-t' : 'welch-anova')
  },
)

test.skipIf(!hasData)(
  '2,436 people on 25 items: reliability, KMO, Bartlett and turned components are those of R (skipped without the data sets)',
  async () => {
    const scales: Record<string, { items: string[]; reversed: string | string[] }> = referenceOf('bfi_reliability.json')
    const codes = Object.entries(scales).filter(([code]) => /^[A-Z]$/.test(code))
    const turned = new Set(codes.flatMap(([, one]) => one.reversed))
    const asked = codes.flatMap(([construct, one]) => one.items.map((code) => scaled(code, construct, turned.has(code))))
    const waveId = await waveAsking('inventory', asked, [{ code: 'all', population: null }], 6)
    const complete = rowsOf('psych-bfi/bfi.csv').filter((row) => asked.every(({ code }) => /^[1-6]$/.test(row[code] ?? '')))
    const head = asked.map(({ code }) => code)
    const bytes = [head.join(','), ...complete.map((row) => head.map((code) => row[code]).join(','))].join('\n')
    await office.call(importAnswers, { waveId, step: 'save' }, { name: 'bfi.csv', bytes })
    const { reliability, validity } = await office.call(readStatistics, { waveId })
    for (const table of reliability) {
      const reference = referenceOf('bfi_reliability.json')[table.construct]
      expect([table.n, table.k]).toEqual([2436, 5])
      expect(table.alpha).toBeCloseTo(reference.alpha_raw, 9)
      expect(table.standardisedAlpha).toBeCloseTo(reference.alpha_std, 9)
      expect(table.averageR).toBeCloseTo(reference.average_r, 9)
      expect(table.interval?.low).toBeCloseTo(reference.alpha_ci95_feldt[0], 6)
      for (const item of table.items) {
        expect(item.mean).toBeCloseTo(reference.item_mean[item.code], 8)
        expect(item.sd).toBeCloseTo(reference.item_sd[item.code], 8)
        expect(item.itemRest).toBeCloseTo(reference.item_rest_r[item.code], 9)
        expect(item.ifDropped).toBeCloseTo(reference.alpha_if_deleted[item.code], 9)
      }
    }
    const reference = referenceOf('bfi_factor.json')
    expect(validity).toMatchObject({ n: 2436, items: 25, df: 300, p: 0 })
    expect(validity.kmo).toBeCloseTo(reference.kmo_overall, 9)
    expect(validity.chi2).toBeCloseTo(reference.bartlett.chisq, 5)
    const factors = await office.call(readFactors, { waveId })
    expect([factors.byKaiser, factors.byParallel, factors.components]).toEqual([
      reference.n_eigen_gt1,
      reference.parallel_analysis_ncomp,
      reference.parallel_analysis_ncomp,
    ])
    for (const [at, one] of factors.eigenvalues.entries()) expect(one.eigenvalue).toBeCloseTo(reference.eigenvalues[at], 8)
    const turn = reference.pca5_varimax_kaiser
    const shares = Object.values<number>(turn.ss_loadings).map((one) => (100 * one) / 25)
    // R stops turning at a gain of 1e-5, a little before the best turn: the last digits of single loadings differ, the communalities do not
    const descending = (all: readonly number[]) => all.toSorted((one, other) => other - one)
    for (const [at, share] of descending(factors.rotatedPercent).entries())
      expect(Math.abs(share - (descending(shares)[at] ?? 0))).toBeLessThan(0.02)
    for (const item of factors.items) {
      expect(item.communality).toBeCloseTo(turn.communalities[item.code], 6)
      // the order and sign of components are arbitrary
      const sizes = (loadings: readonly number[]) => descending(loadings.map(Math.abs))
      const reference = sizes(Object.values<number>(turn.loadings[item.code]))
      for (const [at, size] of sizes(item.loadings).entries()) expect(Math.abs(size - (reference[at] ?? 0))).toBeLessThan(0.005)
    }
  },
)

test.skipIf(!hasData)(
  'a body with a response of 102 % has no rate but a warning, on the page and in the report; 100 % is a rate (skipped without the data sets)',
  async () => {
    const rates = rowsOf('uk-civil-service-people-survey/csps2020_orgscores_long.csv').filter((row) => row.measure === 'RR')
    const bodies = rates
      .filter((row) => Number(row.value) >= 0.99)
      .map((row) => ({ code: row.organisation_code ?? '', rate: Number(row.value) }))
    expect(bodies.toSorted((a, b) => b.rate - a.rate)[0]).toEqual({ code: 'GPA', rate: 1.02 })
    // only rates are published: each body stands with a hundred people
    const waveId = await waveAsking(
      'bodies',
      [scaled('Q1', 'ENGAGED')],
      bodies.map(({ code }) => ({ code, population: 100 })),
    )
    const rows = bodies.flatMap(({ code, rate }) => Array.from({ length: Math.round(rate * 100) }, (_, at) => `${code},${(at % 5) + 1}`))
    await office.call(importAnswers, { waveId, step: 'save' }, { name: 'bodies.csv', bytes: ['stratum,Q1', ...rows].join('\n') })
    const { response } = await office.call(readDiagnosis, { waveId })
    const lineOf = (code: string) => response.strata.find((one) => one.stratum === code)
    expect(lineOf('GPA')).toMatchObject({ answered: 102, eligible: 100, rate: null, moreAnswersThanPeople: true })
    expect(lineOf('HMT')).toMatchObject({ answered: 100, rate: 1, moreAnswersThanPeople: false })
    const { bytes } = await office.ask(downloadDiagnosisReport, { waveId, language: 'en' })
    const report = strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml'] ?? new Uint8Array())
    expect(report).toContain('more answers than people')
  },
)
