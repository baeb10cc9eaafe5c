import { saveMeasure } from '@milepost/contract/design/measures'
import { serve } from '../../platform/http/serve.ts'
import { keepMeasures } from './keepMeasures.ts'
import { refuseFormula } from './refuseFormula.ts'

export const saveMeasureRoute = serve(saveMeasure, {
  run: async ({ tx, institutionId, input, library, audit }) => {
    await refuseFormula(tx, institutionId, library, input)
    const [kept] = await keepMeasures(tx, institutionId, [{ ...input, libraryCode: null }])
    if (!kept) throw new Error('a measure that was sent must be kept')
    audit({ kind: 'measure', id: kept.measureId, detail: { code: kept.code, version: kept.version } })
    return { measureId: kept.measureId, version: kept.version }
  },
})
