import { decideTargetChange } from '@milepost/contract/design/versions'
import { linesOf } from '@milepost/contract/design/weights'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { cardsWhere } from '../card/readCards.ts'
import { keepVersion } from '../version/keepVersion.ts'
import { decideChange, listTargetChanges, updateRule } from './data.ts'

/** Whoever asked does not decide. An approved change is the rule in force; results are shown by the planned one beside it. */
export const decideTargetChangeRoute = serve(decideTargetChange, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const change = (await listTargetChanges(tx, institutionId, { changeId: input.changeId }))[0]
    const card = change && (await cardsWhere(tx, institutionId, { cardIds: [change.cardId] }))[0]
    const line = card && linesOf(card).find((one) => one.cardMeasureId === change.cardMeasureId)
    if (!change || !card || !line) throw new Refusal('not-found')
    if (change.askedByAccountId !== null && change.askedByAccountId === actor.accountId) throw new Refusal('target-change-own')
    const by = { decision: input.decision, answer: input.answer, at: now, name: actor.name }
    if (!(await decideChange(tx, institutionId, change.changeId, by))) throw new Refusal('changed-meanwhile')
    if (input.decision === 'approved') {
      await updateRule(tx, institutionId, line.cardMeasureId, change.after)
      if (card.holderKind !== 'person')
        await keepVersion(tx, institutionId, card.scorecardId, { at: now, name: actor.name, reason: `${line.code}: ${change.reason}` })
    }
    audit({ kind: 'card', id: card.cardId, detail: { measure: line.code, decision: input.decision, answer: input.answer } })
    return { decision: input.decision }
  },
})
