import { type PersonScoreInput, personScore } from '@milepost/appraisal/personScore'
import { readPersonTicket, readTicket } from '@milepost/contract/open/tickets'
import { Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { appraisalTicket } from '../../appraise/published.ts'
import { cardSubject } from '../../design/published.ts'
import { personSubject } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { payLineOf } from '../../reward/published.ts'
import { cardTicket } from './cardTicket.ts'
import { whyNotExcellent } from './whyNotExcellent.ts'

export const readTicketRoute = serve(readTicket, {
  subject: ({ tx, institutionId, input }) => cardSubject(tx, institutionId, input.cardId),
  run: async ({ tx, institutionId, input, today }) => {
    const ticket = await cardTicket(tx, institutionId, { cardId: input.cardId, today })
    if (!ticket) throw new Refusal('not-found')
    return ticket
  },
})

const scoredBefore = z.object({ official: z.string(), total: z.string() })

export const readPersonTicketRoute = serve(readPersonTicket, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, library, actor, today }) => {
    const detail = await appraisalTicket(tx, { institutionId, ...input, library, actor })
    if (!detail) throw new Refusal('not-found')
    return {
      appraisal: detail.appraisal,
      heads: detail.heads,
      lines: detail.lines,
      rulePack: detail.rulePack,
      decision: detail.decision,
      whyNotExcellent: whyNotExcellent(detail.appraisal),
      card: detail.cardId === null ? null : await cardTicket(tx, institutionId, { cardId: detail.cardId, runId: detail.runId, today }),
      pay: await payLineOf(tx, institutionId, input.cycleId, input.personId),
      replay: replayed(detail.stored),
    }
  },
})

/** The stored heads and weights added up again. */
function replayed({ input, result }: { input: unknown; result: unknown }) {
  const stored = scoredBefore.safeParse(result)
  if (!stored.success) return null
  const again = personScore(input as PersonScoreInput)
  return { same: again.kind !== 'undefined' && again.total === stored.data.total && again.official === stored.data.official }
}
