import { retireMeasure } from '@milepost/contract/design/measures'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { listMeasureRows, updateMeasure } from './data.ts'
import { measureOfRow } from './measureDesigns.ts'

/** Cards that hold it keep it; nobody puts it on a new one. Reversible, since nothing that was measured changes. */
export const retireMeasureRoute = serve(retireMeasure, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    const newest = (await listMeasureRows(tx, institutionId, { codes: [input.code] }))[0]
    if (!newest) throw new Refusal('not-found')
    const measure = measureOfRow(newest)
    const retired = input.reason === '' ? null : { on: today, reason: input.reason }
    await updateMeasure(tx, institutionId, { ...measure, definition: { ...measure.definition, retired } })
    audit({ kind: 'measure', id: measure.measureId, detail: { code: measure.code, reason: input.reason } })
    return { retired: retired !== null }
  },
})
