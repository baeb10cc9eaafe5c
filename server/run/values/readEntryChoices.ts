import { Refusal } from '@milepost/contract/refusals'
import { type Holder, THE_INSTITUTION } from '@milepost/contract/run/holder'
import { readEntryChoices } from '@milepost/contract/run/values'
import { listMeasures, readMeasureFinder } from '../../design/published.ts'
import { findCycle, listPeopleDuring, listUnits } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { listPeriods } from '../periods/data.ts'
import { readHolderNames } from '../scoring/readDue.ts'

export const readEntryChoicesRoute = serve(readEntryChoices, {
  run: async ({ tx, institutionId, input }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const names = await readHolderNames(tx, institutionId, cycle)
    const units = (await listUnits(tx, institutionId)).filter((unit) => unit.kind !== 'bureau')
    const people = await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn })
    const holders: Holder[] = [
      THE_INSTITUTION,
      ...units.map((unit): Holder => ({ kind: 'unit', unitId: unit.unitId })),
      ...people.map((person): Holder => ({ kind: 'person', personId: person.personId })),
    ]
    const periods = (await listPeriods(tx, institutionId, { cycleId: cycle.cycleId })).filter((period) => period.state === 'open')
    const find = await readMeasureFinder(tx, institutionId)
    const measures = (await listMeasures(tx, institutionId)).map((newest) => find(newest.code, cycle.cycleId) ?? newest)
    return {
      measures: measures.map((measure) => ({
        measureId: measure.measureId,
        code: measure.code,
        name: measure.name,
        unit: measure.unit,
        ratio: measure.ratioScale !== null,
        weighted: measure.timeAggregation === 'weighted-mean' || measure.unitAggregation === 'weighted-mean',
        survey: measure.timeAggregation === 'survey' || measure.unitAggregation === 'survey',
        numerator: measure.definition.numerator,
        denominator: measure.definition.denominator,
      })),
      holders: holders.map((holder) => {
        const { name, code } = names(holder)
        return { holder, name: { ...name }, code }
      }),
      periods: periods.map(({ periodId, code, kind }) => ({ periodId, code, kind })),
    }
  },
})
