import { mayByRole } from '@milepost/access/may'
import { readComparison } from '@milepost/contract/choose/comparison'
import { serve } from '../../platform/http/serve.ts'
import { storedChoice } from '../choice/openedChoice.ts'
import { listJudges } from '../judging/data.ts'
import { compared } from './compared.ts'

export const readComparisonRoute = serve(readComparison, {
  run: async ({ tx, institutionId, input, actor }) => {
    const choice = await storedChoice(tx, institutionId, input.choiceId)
    const { result, pooled, submitted } = compared(choice, await listJudges(tx, institutionId, input.choiceId))
    const isFull = mayByRole(actor, 'choice.judges')
    return {
      basis: choice.basis,
      // who stands at which end of a disagreement is for those who may see the judges one by one
      result: isFull ? result : { ...result, spread: [], disputed: [] },
      ratings: { ...pooled.ratings },
      raters: { ...pooled.raters },
      ranges: Object.fromEntries(Object.entries(pooled.ranges).map(([place, [lowest, highest]]) => [place, [lowest, highest]])),
      judges: isFull && choice.basis.weights === 'judges' ? submitted.map(({ name }) => name) : [],
    }
  },
})
