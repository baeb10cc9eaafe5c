import { readMeasureFinder } from '../../design/published.ts'
import { findInstitutionRow, listCycles, listPeopleDuring, listUnits } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { listPeriods } from '../periods/data.ts'
import { placeKey } from '../scoring/gaps.ts'
import { valuesInForce } from './data.ts'
import { historiesOf } from './doubts.ts'
import { grainsOf } from './grains.ts'
import { holderFinder } from './holderFinder.ts'
import type { Knowledge } from './judgeValues.ts'
import type { RawRow } from './rawValue.ts'

const ALWAYS = { from: '0001-01-01', to: '9999-12-31' }

/** Everything the values of a file are judged by, read once. */
export async function readKnowledge(
  tx: Tx,
  institutionId: string,
  { rows, confirmed }: { readonly rows: readonly RawRow[]; readonly confirmed: boolean },
): Promise<Knowledge> {
  const institution = await findInstitutionRow(tx, institutionId)
  const findMeasure = await readMeasureFinder(tx, institutionId)
  const periods = new Map((await listPeriods(tx, institutionId)).map((period) => [period.code, period]))
  const findHolder = holderFinder({
    institutionCode: institution.code,
    institutionNames: [institution.name_zh, institution.name_en],
    units: await listUnits(tx, institutionId),
    people: await listPeopleDuring(tx, institutionId, ALWAYS),
  })
  const cycles = await listCycles(tx, institutionId)
  const cycleOf = new Map([...periods.values()].map((period) => [period.periodId, period.cycleId]))
  const named = rows.flatMap(({ raw }) => {
    const period = raw && periods.get(raw.periodCode)
    const measure = raw && findMeasure(raw.measureCode, period?.cycleId ?? '')
    const holder = raw && findHolder(raw.scope, raw.level)
    if (!measure || !period || !holder?.ok) return []
    return [{ measureId: measure.measureId, cycleId: period.cycleId, level: holder.holder.kind, kind: period.kind }]
  })
  const everywhere = await valuesInForce(tx, institutionId, { measureIds: [...new Set(named.map((one) => one.measureId))] })
  const cycleIds = new Set(named.map((one) => one.cycleId))
  const stored = everywhere.filter((value) => cycleIds.has(cycleOf.get(value.periodId) ?? ''))
  return {
    confirmed,
    histories: historiesOf(everywhere, new Map([...periods.values()].map((period) => [period.periodId, period]))),
    closedCycles: new Map(cycles.filter((one) => one.stage === 'closed').map((one) => [one.cycleId, one.year])),
    findMeasure,
    periods,
    findHolder,
    inForce: new Map(stored.map((value) => [placeKey(value.measureId, value.periodId, value.holder), value])),
    grains: grainsOf(
      stored.map((value) => ({ ...value, cycleId: cycleOf.get(value.periodId) ?? '' })),
      named,
    ),
  }
}
