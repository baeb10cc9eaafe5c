import { DONE } from '@milepost/contract/fields'
import { objectToCard, objectToPerson } from '@milepost/contract/open/objections'
import { Refusal } from '@milepost/contract/refusals'
import { appraisalTicket } from '../../appraise/published.ts'
import { cardSubject, findCard } from '../../design/published.ts'
import { personSubject } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { payLineOf } from '../../reward/published.ts'
import { officialRuns } from '../../run/published.ts'
import { cardTicket } from '../ticket/cardTicket.ts'
import { insertObjection } from './data.ts'
import { linesOfCard, linesOfPerson } from './linesOf.ts'

/** An objection names one line, and keeps what the line showed: whatever is corrected later, it stays clear what was meant. */
export const objectToCardRoute = serve(objectToCard, {
  subject: ({ tx, institutionId, input }) => cardSubject(tx, institutionId, input.cardId),
  run: async ({ tx, institutionId, input, actor, today, now, audit }) => {
    const { cardId, line, facts } = input
    const card = await findCard(tx, institutionId, cardId)
    const runs = card && input.revision !== undefined ? await officialRuns(tx, institutionId, card.cycleId) : []
    const runId = runs.find(({ revision }) => revision === input.revision)?.runId ?? null
    const ticket = await cardTicket(tx, institutionId, { cardId, today, runId })
    const found = ticket && linesOfCard(ticket.result.tree).get(line)
    if (!card || !found || actor.accountId === null) throw new Refusal('line-not-on-ticket')
    const objectionId = input.objectionId ?? newId()
    const whose = {
      cycleId: card.cycleId,
      personId: null,
      cardId,
      holder: card.holderKind === 'person' ? { zh: card.name.zh, en: card.name.zh } : card.name,
    }
    const raised = { objectionId, line, ...found, facts, at: now, by: actor.name, accountId: actor.accountId }
    await insertObjection(tx, institutionId, { ...whose, ...raised })
    audit({ kind: 'ticket-objection', id: objectionId, detail: { line } })
    return DONE
  },
})

export const objectToPersonRoute = serve(objectToPerson, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, library, actor, now, audit }) => {
    const { cycleId, personId, line, facts } = input
    const detail = await appraisalTicket(tx, { institutionId, cycleId, personId, library, actor })
    if (!detail) throw new Refusal('not-found')
    const pay = await payLineOf(tx, institutionId, cycleId, personId)
    const found = linesOfPerson({ appraisal: detail.appraisal, heads: detail.heads, pay }).get(line)
    if (!found || actor.accountId === null) throw new Refusal('line-not-on-ticket')
    const { name } = detail.appraisal
    const objectionId = input.objectionId ?? newId()
    const raised = { objectionId, line, ...found, facts, at: now, by: actor.name, accountId: actor.accountId }
    await insertObjection(tx, institutionId, { cycleId, personId, cardId: null, holder: { zh: name, en: name }, ...raised })
    audit({ kind: 'ticket-objection', id: objectionId, detail: { line } })
    return DONE
  },
})
