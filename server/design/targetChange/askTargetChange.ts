import { askTargetChange } from '@milepost/contract/design/versions'
import { linesOf } from '@milepost/contract/design/weights'
import { Refusal } from '@milepost/contract/refusals'
import { RULE_REFUSALS } from '@milepost/scorecard/ruleRefusals'
import { compileRule } from '@milepost/scorecard/scoringFunctions'
import { canonicalJson } from '../../platform/audit/canonicalJson.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { cardsWhere } from '../card/readCards.ts'
import { findCardOfLine, insertTargetChange, listTargetChanges } from './data.ts'

/** On a card that has been agreed a target changes only by request, with its reason, decided by a leader. */
export const askTargetChangeRoute = serve(askTargetChange, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const found = await findCardOfLine(tx, institutionId, input.cardMeasureId)
    const card = found && (await cardsWhere(tx, institutionId, { cardIds: [found.card_id] }))[0]
    const line = card && linesOf(card).find((one) => one.cardMeasureId === input.cardMeasureId)
    if (!card || !line) throw new Refusal('not-found')
    if (card.state !== 'agreed') throw new Refusal('card-still-open')
    if (canonicalJson(line.rule) === canonicalJson(input.rule)) throw new Refusal('target-unchanged')
    const compiled = compileRule(input.rule)
    if (compiled.kind === 'refused') {
      const { message, mend } = RULE_REFUSALS[compiled.because]
      throw new Refusal('measures-not-scoreable', { measures: [line.code] }, [
        { pointer: '/rule', zh: `${message.zh} ${mend.zh}`, en: `${message.en} ${mend.en}` },
      ])
    }
    const open = (await listTargetChanges(tx, institutionId, { cardId: card.cardId })).find(
      (one) => one.cardMeasureId === line.cardMeasureId && one.decision === null,
    )
    if (open) throw new Refusal('target-change-open', { by: open.askedBy })
    const changeId = newId()
    await insertTargetChange(tx, institutionId, {
      changeId,
      cardMeasureId: line.cardMeasureId,
      before: line.rule,
      after: input.rule,
      reason: input.reason,
      askedAt: now,
      askedBy: actor.name,
      askedByAccountId: actor.accountId,
    })
    audit({ kind: 'card', id: card.cardId, detail: { measure: line.code, before: line.rule, after: input.rule, reason: input.reason } })
    return { changeId }
  },
})
