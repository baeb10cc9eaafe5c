import { withFactor } from '@milepost/contract/design/measure'
import { saveMeasure } from '@milepost/contract/design/measures'
import { serve } from '../../platform/http/serve.ts'
import { keepMeasures } from './keepMeasures.ts'
import { refuseFormula } from './refuseFormula.ts'

export const saveMeasureRoute = serve(saveMeasure, {
  run: async ({ tx, institutionId, input, library, audit }) => {
    const draft = withFactor({ ...input, libraryCode: null })
    await refuseFormula(tx, institutionId, library, draft)
    const [kept] = await keepMeasures(tx, institutionId, [draft])
    if (!kept) throw new Error('a measure that was sent must be kept')
    audit({ kind: 'measure', id: kept.measureId, detail: { code: kept.code, version: kept.version } })
    return { measureId: kept.measureId, version: kept.version }
  },
})
