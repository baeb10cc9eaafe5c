import { DONE } from '@milepost/contract/fields'
import { answerCorrection, askCorrection, readCorrections } from '@milepost/contract/open/myData'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { insertRequest, listRequests, saveAnswer } from './data.ts'
import { requestOf } from './requestOf.ts'

export const askCorrectionRoute = serve(askCorrection, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    if (actor.accountId === null) throw new Refusal('not-signed-in')
    const requestId = newId()
    await insertRequest(tx, institutionId, { requestId, accountId: actor.accountId, by: actor.name, at: now, ...input })
    audit({ kind: 'correction-request', id: requestId })
    return { requestId }
  },
})

export const readCorrectionsRoute = serve(readCorrections, {
  run: async ({ tx, institutionId }) => ({ requests: (await listRequests(tx, institutionId)).map(requestOf) }),
})

/** The answer is kept with the request; what is wrong is mended where it stands, by whoever keeps it. */
export const answerCorrectionRoute = serve(answerCorrection, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const { requestId, outcome, answer } = input
    const saved = await saveAnswer(tx, institutionId, { requestId, state: outcome, answer, at: now, by: actor.name })
    if (!saved) throw new Refusal('changed-meanwhile')
    audit({ kind: 'correction-request', id: requestId, detail: { outcome } })
    return DONE
  },
})
