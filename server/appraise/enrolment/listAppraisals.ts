import { listAppraisals } from '@milepost/contract/appraise/appraisals'
import { serve } from '../../platform/http/serve.ts'
import { readLines } from './appraisalLines.ts'

export const listAppraisalsRoute = serve(listAppraisals, {
  run: async ({ tx, institutionId, input, library }) => ({
    appraisals: await readLines(tx, { institutionId, cycleId: input.cycleId, library }),
  }),
})
