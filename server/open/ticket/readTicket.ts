import { headsTaken, personTicket, readPersonTicket, seatTicket } from '@milepost/contract/open/personTicket'
import { readTicket } from '@milepost/contract/open/tickets'
import { Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { appraisalTicket, seatTicketOf } from '../../appraise/published.ts'
import { cardSubject } from '../../design/published.ts'
import { findCycle, personSubject } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { payFromOf, payLineOf } from '../../reward/published.ts'
import { cardTicket } from './cardTicket.ts'
import { personDiffersAt } from './replayTicket.ts'
import { sealed } from './sealed.ts'
import { whyNotExcellent } from './whyNotExcellent.ts'

export const readTicketRoute = serve(readTicket, {
  subject: ({ tx, institutionId, input }) => cardSubject(tx, institutionId, input.cardId),
  run: async ({ tx, institutionId, input, today }) => {
    const ticket = await cardTicket(tx, institutionId, { cardId: input.cardId, today })
    if (!ticket) throw new Refusal('not-found')
    return ticket
  },
})

const payFromOne = personTicket.shape.payFrom.element

type Ticket = z.infer<typeof personTicket>

const storedScore = headsTaken.extend({ second: z.object({ taken: headsTaken, days: z.int() }).nullable().default(null) })
const storedTotal = z.object({
  official: z.string(),
  total: z.string(),
  posts: z.object({ main: z.object({ days: z.int() }) }).optional(),
})

export const readPersonTicketRoute = serve(readPersonTicket, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, library, actor, today, config }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    const detail = await appraisalTicket(tx, { institutionId, ...input, library, actor })
    if (!detail || !cycle) throw new Refusal('not-found')
    const { appraisal } = detail
    // who may not know a case or a proposal is not shown what the seat followed from either
    const mayKnow = appraisal.standing !== null && appraisal.participation.row !== 'by-rule'
    const { seat, acts } = mayKnow
      ? await seatTicketOf(tx, institutionId, { cycleId: input.cycleId, appraisalId: appraisal.appraisalId, timeZone: config.timeZone })
      : { seat: null, acts: [] }
    const score = scoreTaken(detail.stored)
    const parts = {
      appraisal,
      heads: detail.heads,
      score,
      seat: seat && seatTicket.parse(seat),
      acts: [...acts],
      card: detail.cardId === null ? null : await cardTicket(tx, institutionId, { cardId: detail.cardId, runId: detail.runId, today }),
      pay: await payLineOf(tx, institutionId, input.cycleId, input.personId),
      payFrom: (await payFromOf(tx, institutionId, input.cycleId, input.personId)).map((one) => payFromOne.parse(one)),
    }
    const differsAt = personDiffersAt(parts)
    return sealed(personTicket.omit({ seal: true }), {
      ...parts,
      kind: 'person' as const,
      cycle: { cycleId: cycle.cycleId, year: cycle.year },
      lines: detail.lines,
      rulePack: detail.rulePack,
      decision: detail.decision,
      changes: detail.changes,
      whyNotExcellent: whyNotExcellent(appraisal, parts.seat, detail.changes),
      replay: score === null && parts.pay.length === 0 ? null : { same: differsAt.length === 0, differsAt },
    })
  },
})

/** The heads and weights that were stored, with what they came to. */
function scoreTaken({ input, result }: { readonly input: unknown; readonly result: unknown }): Ticket['score'] {
  const taken = storedScore.safeParse(input)
  const total = storedTotal.safeParse(result)
  if (!taken.success || !total.success) return null
  const { second, ...main } = taken.data
  return { taken: main, second, daysOfMain: total.data.posts?.main.days ?? 0, total: total.data.total, official: total.data.official }
}
