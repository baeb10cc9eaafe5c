import { setBasis } from '@milepost/contract/choose/comparison'
import { serve } from '../../platform/http/serve.ts'
import { changeChoice } from '../choice/data.ts'
import { openedChoice } from '../choice/openedChoice.ts'

export const setBasisRoute = serve(setBasis, {
  run: async ({ tx, institutionId, input, audit }) => {
    const choice = await openedChoice(tx, institutionId, input)
    const revision = await changeChoice(tx, institutionId, choice, { basis: input.basis })
    audit({ kind: 'choice', id: input.choiceId, detail: { revision, ...input.basis } })
    return { revision }
  },
})
