import { existsSync, readFileSync } from 'node:fs'
import { createPeriods } from '@milepost/contract/run/periods'
import { readCardScore } from '@milepost/contract/run/scores'
import { importValues } from '@milepost/contract/run/values'
import { roundHalfAway } from '@milepost/exact/rounding'
import { describe, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { openTestApp } from '../../testing/testApp.ts'
import { seedRunScene } from '../testing/runScene.ts'

const FILE = '../shared/data/mndot-pavement/district_year_measures.csv'

describe.skipIf(!existsSync(FILE))('eight districts of Minnesota, twelve years (../shared/data/mndot-pavement)', () => {
  test('the state’s share of good ride, put together from its districts by rated miles, is the source’s own', {
    timeout: 120_000,
  }, async () => {
    const app = await openTestApp()
    app.setNow('2020-02-01T02:00:00Z')
    const scene = await seedRunScene(app)
    const ride = await scene.addMeasure({ code: 'RIDE', frequency: 'year', time: 'last', units: 'weighted-mean' })
    const crashes = await scene.addMeasure({ code: 'CRASH', unit: 'crashes', frequency: 'year', time: 'sum', units: 'sum' })
    await app.inInstitution(async (tx) => {
      const unit = (code: string) => ({
        institution_id: app.institutionId,
        unit_id: newId(),
        code,
        name_zh: `District ${code}`,
        name_en: `District ${code}`,
        name_key: code,
      })
      const rows = ['1', '2', '3', '4', '5', '6', '7', '8'].map((code) => ({
        ...unit(code),
        kind: 'station',
        parent_unit_id: scene.units.GLJ,
      }))
      await tx.insertInto('unit').values(rows).execute()
    })
    const card = await scene.addCard({}, [
      { measureId: ride, weightBp: 6000, rule: { kind: 'interpolate', baseline: '40', target: '70' } },
      { measureId: crashes, weightBp: 4000, rule: { kind: 'ratio_down', target: '20000' } },
    ])
    const office = await app.signIn(['performance-office'])
    const cycles = new Map<number, string>()
    for (let year = 2003; year <= 2014; year++) {
      const { cycleId } = await scene.addCycle(year)
      cycles.set(year, cycleId)
      await office.call(createPeriods, { cycleId, kinds: ['year'], dueAfterDays: 30 })
    }
    const file = { name: 'district_year_measures.csv', bytes: readFileSync(FILE) }
    const columns = { pct_miles_iri_lt95: 'RIDE', crashes: 'CRASH' }
    const mapping = { unitColumn: 'district', periodColumn: 'year', weightColumn: 'miles_rated', nColumn: null, columns }
    // the file's own totals (ALL) are of no unit here; they are what the program's totals are held against
    const report = await office.call(importValues, { step: 'save-right-rows', mapping }, file)
    expect(report.counts).toMatchObject({ new: 2 * 8 * 12, wrong: 2 * 12 })
    expect(new Set(report.rows.flatMap((row) => row.problems.map((problem) => problem.message.en)))).toEqual(
      new Set(['“ALL” was not found: enter the institution’s code, a unit code or an employee number.']),
    )
    const shares = new Map<number, string>()
    for (const [year, cycleId] of cycles) {
      const { result, lines } = await office.call(readCardScore, { cardId: card, cycleId })
      const line = lines.find((one) => one.code === 'RIDE')
      const actual = result.measures.find((one) => one.id === line?.cardMeasureId)?.actual
      expect(actual?.used).toHaveLength(8)
      shares.set(year, roundHalfAway(actual?.value ?? '0', 1))
    }
    expect([shares.get(2003), shares.get(2014)]).toEqual(['48.3', '64.7'])
    const again = await office.call(importValues, { step: 'check', mapping }, file)
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 2 * 8 * 12 })
    await app.close()
  })
})
