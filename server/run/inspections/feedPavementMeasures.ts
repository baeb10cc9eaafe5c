import { Refusal } from '@milepost/contract/refusals'
import { feedPavementMeasures } from '@milepost/contract/run/inspections'
import { listMeasures, readMeasureFinder } from '../../design/published.ts'
import { listUnits } from '../../institution/published.ts'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import { serve } from '../../platform/http/serve.ts'
import { lockOpenPeriod } from '../periods/lockOpenPeriod.ts'
import { readHolderNames } from '../scoring/readDue.ts'
import { waitForOtherWriters } from '../values/insertData.ts'
import { saveStatements } from '../values/saveStatements.ts'
import { inspectionsInForce } from './data.ts'
import { pavementValues } from './pavementMeasures.ts'

/** Characters of the hash that name an inspection run in a source. */
const SHORT = 12

/** Computes the pavement measures from the records in force and records them; the source names exactly these records and parameters. */
export const feedPavementMeasuresRoute = serve(feedPavementMeasures, {
  run: async ({ tx, institutionId, input, library, actor, now, audit }) => {
    await waitForOtherWriters(tx, institutionId)
    const period = await lockOpenPeriod(tx, institutionId, input.periodId)
    const { cycle } = period
    const inspections = await inspectionsInForce(tx, institutionId, { periodId: period.periodId })
    if (inspections.length === 0) throw new Refusal('inspections-none', { period: period.code })
    const find = await readMeasureFinder(tx, institutionId)
    const measures = (await listMeasures(tx, institutionId))
      .map((newest) => find(newest.code, cycle.cycleId) ?? newest)
      .filter((measure) => measure.computedFrom === 'pavement')
    const { values, notComputed } = pavementValues(measures, inspections, await listUnits(tx, institutionId))
    const { standard, version } = library.pavement.parameters
    const hash = contentHash({ standard, version, records: inspections.map((one) => [one.inspectionId, one.recordHash]) })
    const source = `inspection run ${hash.slice(0, SHORT)}`
    const by = { source, recordedAt: now, recordedByAccountId: actor.accountId, recordedBy: actor.name }
    const saved = await saveStatements(tx, institutionId, { period, values, by })
    const names = await readHolderNames(tx, institutionId, cycle)
    const recorded = saved.filter((one) => one.verdict !== 'same').length
    audit({
      kind: 'period',
      id: period.periodId,
      detail: { period: period.code, hash, standard, version, sections: inspections.length, recorded },
    })
    return {
      source,
      recorded,
      same: saved.length - recorded,
      notComputed: notComputed.map(({ measure, holder, because }) => ({ measure, holder: { ...names(holder).name }, because })),
    }
  },
})
