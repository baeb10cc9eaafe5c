import { Refusal } from '@milepost/contract/refusals'
import { THE_INSTITUTION } from '@milepost/contract/run/holder'
import { readInspection, readInspections } from '@milepost/contract/run/inspections'
import { listMeasures } from '../../design/published.ts'
import { findInstitutionRow, listUnits } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { findPeriod } from '../periods/data.ts'
import { valuesInForce } from '../values/data.ts'
import { findInspection, inspectionsInForce, periodsInspected } from './data.ts'
import { networkOf } from './network.ts'
import { roadsOf } from './pavementMeasures.ts'
import { ratesView, sectionRow } from './views.ts'

export const readInspectionsRoute = serve(readInspections, {
  run: async ({ tx, institutionId, input, library }) => {
    const { pavement } = library
    const periods = await periodsInspected(tx, institutionId)
    const periodId = input.periodId ?? periods[0]?.periodId
    const period = periodId === undefined ? null : await findPeriod(tx, institutionId, { periodId })
    const inspections = period ? await inspectionsInForce(tx, institutionId, { periodId: period.periodId }) : []
    const units = await listUnits(tx, institutionId)
    const nameOf = new Map(units.map((unit) => [unit.unitId, unit.name]))
    const institution = await findInstitutionRow(tx, institutionId)
    const [mqi, pqi] = [networkOf(inspections, units, 'MQI'), networkOf(inspections, units, 'PQI')]
    const toVerify = new Map(inspections.flatMap((one) => one.assessment.toVerify.map((each) => [each.parameter, { ...each }])))
    const measures = (await listMeasures(tx, institutionId)).filter((measure) => measure.computedFrom === 'pavement')
    const stored = period
      ? await valuesInForce(tx, institutionId, {
          periodIds: [period.periodId],
          measureIds: measures.map((one) => one.measureId),
          holders: [THE_INSTITUTION],
        })
      : []
    const inForceOf = new Map(stored.map((value) => [value.measureId, value]))
    return {
      periods,
      period: period ? { periodId: period.periodId, code: period.code, state: period.state } : null,
      standard: {
        name: { ...pavement.title },
        version: pavement.parameters.version,
        source: { ...pavement.source },
        verified: pavement.verified,
      },
      sections: inspections.map((one) => sectionRow(one, (one.unitId === null ? null : nameOf.get(one.unitId)) ?? null)),
      rates: [
        {
          unitId: null,
          name: { zh: institution.name_zh, en: institution.name_en },
          sections: inspections.length,
          mqi: ratesView(mqi.whole),
          pqi: ratesView(pqi.whole),
        },
        ...mqi.units.map(({ unitId, sections, rates }, at) => {
          const other = pqi.units[at]
          return {
            unitId,
            name: { ...(nameOf.get(unitId) ?? { zh: '', en: '' }) },
            sections,
            mqi: ratesView(rates),
            pqi: other ? ratesView(other.rates) : null,
          }
        }),
      ],
      toVerify: [...toVerify.values()].sort((a, b) => (a.parameter < b.parameter ? -1 : 1)),
      measures: measures.map(({ measureId, code, name, unit, libraryCode }) => ({
        ...{ measureId, code, name, unit },
        roads: roadsOf(libraryCode ?? code),
        actual: inForceOf.get(measureId)?.actual ?? null,
        source: inForceOf.get(measureId)?.source ?? null,
      })),
    }
  },
})

export const readInspectionRoute = serve(readInspection, {
  run: async ({ tx, institutionId, input }) => {
    const found = await findInspection(tx, institutionId, input.inspectionId)
    if (!found) throw new Refusal('not-found')
    const unit = (await listUnits(tx, institutionId)).find((one) => one.unitId === found.unitId)
    const { stated, ...assessment } = found.assessment
    return {
      section: sectionRow(found, unit?.name ?? null),
      revision: found.revision,
      importedAt: found.importedAt.toISOString(),
      importedBy: found.importedBy,
      assessment,
      stated,
    }
  },
})
