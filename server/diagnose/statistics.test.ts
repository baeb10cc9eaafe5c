import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readDiagnosis } from '@milepost/contract/diagnose/results'
import { compareWaves, exportAnswers, exportCodebook, readStatistics } from '@milepost/contract/diagnose/statistics'
import { adoptQuestionnaire, createQuestionnaire, importAnswers, openWave, readQuestionnaire } from '@milepost/contract/diagnose/waves'
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
})

const hasPspp = spawnSync('pspp-convert', ['--version']).status === 0
const variables: SavVariable[] = [
  {
    name: 'LEVEL',
    label: '层级',
    kind: {
      of: 'number',
      labels: [
        { value: 1, label: '省公路局' },
        { value: 2, label: '本局' },
      ],
      missing: 99,
    },
  },
  { name: 'A_long_name_of_an_item', label: '我清楚绩效管理与年终打分考核的区别。', kind: { of: 'number', labels: [], missing: null } },
  { name: 'SAID', label: '最想说的话', kind: { of: 'text', bytes: 700 } },
  { name: 'DAY', label: '日期', kind: { of: 'text', bytes: 10 } },
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
    await rm(folder, { recursive: true })
  },
)
