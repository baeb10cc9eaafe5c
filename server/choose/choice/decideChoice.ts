import { criterion, decideChoice, judgements, method, ratings } from '@milepost/contract/choose/choice'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { rankMethods } from '@milepost/decision/methodChoice'
import { z } from 'zod'
import { serve } from '../../platform/http/serve.ts'
import { lockChoice, saveDecision } from './data.ts'

/** A named leader decides, with a reason; what was computed at that moment is kept with the decision. */
export const decideChoiceRoute = serve(decideChoice, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const row = await lockChoice(tx, institutionId, input.choiceId)
    if (!row) throw new Refusal('not-found')
    if (row.state === 'decided') throw new Refusal('choice-decided')
    if (row.revision !== input.revision) throw new Refusal('changed-meanwhile')
    const methods = z
      .array(method)
      .parse(row.methods)
      .map((one) => one.code)
    if (!methods.includes(input.method)) {
      throw new Refusal('input-invalid', { count: 1 }, [{ pointer: '/method', zh: '没有这种方法。', en: 'There is no such method.' }])
    }
    const criteria = z
      .array(criterion)
      .parse(row.criteria)
      .map((one) => one.code)
    const ranking = rankMethods({ criteria, methods, judgements: judgements.parse(row.judgements), ratings: ratings.parse(row.ratings) })
    if (ranking.ahp.kind === 'undefined' || ranking.topsis?.kind !== 'computed') throw new Refusal('choice-not-ranked')
    const closeness = ranking.topsis.closeness
    await saveDecision(tx, {
      institutionId,
      choiceId: input.choiceId,
      method: input.method,
      reason: input.reason,
      by: actor.name,
      at: now,
      result: {
        consistencyRatio: ranking.ahp.consistencyRatio,
        closeness: Object.fromEntries(methods.map((code, at) => [code, closeness[at] ?? 0])),
      },
    })
    audit({ kind: 'choice', id: input.choiceId, detail: { method: input.method, consistencyRatio: ranking.ahp.consistencyRatio } })
    return DONE
  },
})
