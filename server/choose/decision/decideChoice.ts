import { decideChoice } from '@milepost/contract/choose/choice'
import { DONE } from '@milepost/contract/fields'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import { serve } from '../../platform/http/serve.ts'
import { saveDecision } from '../choice/data.ts'
import { openedChoice } from '../choice/openedChoice.ts'
import { listJudges } from '../judging/data.ts'
import { freeze } from './frozen.ts'
import { missingFor } from './missingFor.ts'

/** A named leader decides, with a reason and what is taken over from other methods; inputs and result are frozen with the decision. */
export const decideChoiceRoute = serve(decideChoice, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const choice = await openedChoice(tx, institutionId, input)
    refuseUnknownMethods(
      input,
      choice.methods.map(({ code }) => code),
    )
    const frozen = freeze(choice, await listJudges(tx, institutionId, input.choiceId))
    const missing = missingFor(frozen)
    if (missing.length > 0) throw new Refusal('choice-not-ranked', { why: missing.map(({ zh }) => zh), whyEn: missing.map(({ en }) => en) })
    const { method, reason, hybrid } = input
    const hash = contentHash({ ...frozen, method, reason, hybrid })
    await saveDecision(tx, {
      institutionId,
      choiceId: input.choiceId,
      method,
      reason,
      hybrid,
      by: actor.name,
      at: now,
      result: frozen,
      hash,
    })
    const { consistencyRatio = null } = frozen.result.weights ?? {}
    audit({
      kind: 'choice',
      id: input.choiceId,
      detail: { method, hybrid: hybrid.map((part) => part.method), consistencyRatio, judges: frozen.inputs.judges.length, hash },
    })
    return DONE
  },
})

function refuseUnknownMethods(input: { method: string; hybrid: readonly { method: string }[] }, known: readonly string[]) {
  const unknown = (code: string, pointer: string): InvalidField[] =>
    known.includes(code)
      ? []
      : [{ pointer, zh: '没有这种方法。请从比较中的方法里选。', en: 'There is no such method. Choose one of those compared.' }]
  const fields = [...unknown(input.method, '/method'), ...input.hybrid.flatMap((part, at) => unknown(part.method, `/hybrid/${at}/method`))]
  if (fields.length > 0) throw new Refusal('input-invalid', { count: fields.length }, fields)
}
