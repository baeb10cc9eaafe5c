import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { alpha } from '@milepost/statistics/alpha'
import { answerQuality } from '@milepost/statistics/answerQuality'
import { frequencies } from '@milepost/statistics/frequencies'
import { samplingAdequacy, sphericity } from '@milepost/statistics/samplingAdequacy'
import { welchT } from '@milepost/statistics/tTest'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

/** Real and simulated surveys nobody on this project wrote, with results computed in R beside them. */
const folder = resolve(import.meta.dirname, '../../../shared/data')
const read = (file: string): string => readFileSync(resolve(folder, file), 'utf8')
const table = (file: string) => z.array(z.record(z.string(), z.string())).parse(parse(read(file), { columns: true }))
const number = (cell: string | undefined): number | null => (cell === undefined || cell === '' || cell === 'NA' ? null : Number(cell))
const column = (rows: readonly Record<string, string>[], name: string) => rows.map((row) => number(row[name]))
const near = (values: readonly number[], digits: number) => values.map((value) => expect.closeTo(value, digits))

describe.skipIf(!existsSync(folder))('real surveys (../shared/data beside the repository)', () => {
  test('winter roads in Utah: frequencies of satisfaction, and two waves that do not differ', () => {
    const oracle = z
      .object({
        freq_SATISFACTION: z.record(z.string(), z.number()),
        two_group_by_wave: z.object({
          SAT_TRANSPORT_1: z.object({
            n: z.array(z.number()),
            welch: z.object({ t: z.number(), df: z.number(), p: z.number() }),
            hedges_g: z.number(),
          }),
        }),
      })
      .parse(JSON.parse(read('reference-stats/utah_stats.json')))
    const rows = table('utah-winter-roads/responses.csv')
    const words = [
      'Extremely dissatisfied',
      'Somewhat dissatisfied',
      'Neither satisfied nor dissatisfied',
      'Somewhat satisfied',
      'Extremely satisfied',
    ]
    const given = rows.map((row) => row.SATISFACTION || null)
    const found = [...new Set(given)].filter((word) => word !== null)
    expect(found.toSorted()).toEqual(words.toSorted())
    const counted = frequencies(given, words)
    expect(counted.rows.map((row) => row.count)).toEqual([1, 2, 3, 4, 5].map((level) => oracle.freq_SATISFACTION[level]))

    const { n, welch, hedges_g: g } = oracle.two_group_by_wave.SAT_TRANSPORT_1
    const waves = rows.map((row) => (row.STORMDATE1 ?? '').slice(0, 7) || null)
    const result = welchT(column(rows, 'SAT_TRANSPORT_1'), waves)
    if (result.kind === 'undefined') throw new Error(result.because)
    expect(result.groups.map((group) => group.n)).toEqual(n)
    expect([result.t, result.df, result.p, result.effect.hedgesG]).toEqual(near([welch.t, welch.df, welch.p, g], 7))
  })

  test('winter roads in Utah: 18 took less than half the median time and nobody less than a third; 28 of 345 gave one answer to everything', () => {
    const rows = table('utah-winter-roads/responses.csv')
    const names = [...[1, 2, 3, 4, 5, 6].map((at) => `SAT_TRANSPORT_${at}`), ...[1, 2, 3, 4].map((at) => `SAT_GROUP_${at}`)]
    const items = names.map((id) => ({ id, reverse: false, answers: column(rows, id) }))
    const { counts, sheets, medianSeconds } = answerQuality(items, { seconds: column(rows, 'DurationSec') })
    expect([medianSeconds, counts.fast, counts['too-fast']]).toEqual([525.5, 18, 0])
    const long = sheets.filter((sheet) => sheet.answered >= 8)
    expect([long.length, long.filter((sheet) => sheet.variability === 0).length]).toEqual([345, 28])
    // stars all point one way, so nobody is called careless for giving five of them throughout
    expect(counts['straight-line']).toBe(0)
  })

  test('personality items: alpha with its interval, item-rest correlations, KMO and Bartlett as R has them', () => {
    const scale = z.object({
      n: z.number(),
      items: z.array(z.string()),
      alpha_raw: z.number(),
      alpha_std: z.number(),
      alpha_ci95_feldt: z.array(z.number()),
      item_rest_r: z.record(z.string(), z.number()),
    })
    const oracle = z.object({ A: scale }).parse(JSON.parse(read('reference-stats/bfi_reliability.json'))).A
    const factors = z.object({ n: z.number(), variables: z.array(z.string()) }).parse(JSON.parse(read('reference-stats/bfi_factor.json')))
    const complete = table('psych-bfi/bfi.csv').filter((row) => factors.variables.every((name) => number(row[name]) !== null))
    const items = (names: readonly string[]) => names.map((id) => ({ id, reverse: id === 'A1', answers: column(complete, id) }))
    const result = alpha(items(oracle.items), { scale: { min: 1, max: 6 } })
    if (result.kind === 'undefined') throw new Error(result.because)
    expect(result.n).toBe(oracle.n)
    expect([result.rawAlpha, result.standardisedAlpha, result.interval.low, result.interval.high]).toEqual(
      near([oracle.alpha_raw, oracle.alpha_std, ...oracle.alpha_ci95_feldt], 9),
    )
    expect(result.items.map((item) => item.itemRest)).toEqual(
      near(
        oracle.items.map((id) => oracle.item_rest_r[id] ?? Number.NaN),
        9,
      ),
    )
    expect(samplingAdequacy(items(factors.variables))).toMatchObject({ n: factors.n, kmo: expect.closeTo(0.8486, 4) })
    expect(sphericity(items(factors.variables))).toMatchObject({ chi2: expect.closeTo(18146.07, 2), df: 300 })
  })

  test('simulated careless answers: longest run and variability of each sheet as the authors of the index compute them', () => {
    const oracle = z
      .object({ longstring: z.object({ longstr: z.array(z.number()) }), irv: z.array(z.number()) })
      .parse(JSON.parse(read('reference-stats/careless_dataset_indices.json')))
    const rows = table('careless/careless_dataset.csv')
    const names = Object.keys(rows[0] ?? {})
    const { sheets } = answerQuality(names.map((id) => ({ id, reverse: false, answers: column(rows, id) })))
    expect(sheets.map((sheet) => sheet.longestRun)).toEqual(oracle.longstring.longstr)
    expect(sheets.map((sheet) => sheet.variability)).toEqual(near(oracle.irv, 9))
  })
})
