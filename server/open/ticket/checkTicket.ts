import { checkTicket } from '@milepost/contract/open/tickets'
import { Refusal } from '@milepost/contract/refusals'
import type { CardInput } from '@milepost/scorecard/card'
import { type Replay, replay, type StoredResult } from '@milepost/scorecard/replay'
import { evidenceDiffersAt } from '@milepost/scorecard/ticketEvidence'
import type { Bilingual } from '@milepost/terms/bilingual'
import { serve } from '../../platform/http/serve.ts'

/** Scores the inputs of a ticket file again. Nothing is looked up and nothing is kept, so nothing is learnt about anybody. */
export const checkTicketRoute = serve(checkTicket, {
  run: async ({ input: { input, result, evidence } }) => {
    const again = replayed(input, result)
    const differsAt = [...new Set([...again.differsAt, ...evidenceDiffersAt(input, evidence)])]
    const names = namesOf(input)
    return {
      same: differsAt.length === 0,
      differsAt: differsAt.map((id) => ({ id, name: names.get(id) ?? null })),
      holder: input.name,
      official: result.final?.official ?? null,
      engine: { ofFile: result.engineVersion, now: again.engineVersion },
    }
  },
})

/** The file comes from outside: inputs no program has written make the engine throw. */
function replayed(input: CardInput, result: StoredResult): Replay {
  try {
    return replay(input, result)
  } catch {
    throw new Refusal('ticket-not-scorable')
  }
}

const namesOf = (input: CardInput): ReadonlyMap<string, Bilingual> =>
  new Map([
    [input.cardId, input.name],
    ...input.perspectives.flatMap((perspective) => [
      [perspective.id, perspective.name] as const,
      ...perspective.objectives.flatMap((objective) => [
        [objective.id, objective.name] as const,
        ...objective.measures.map((measure) => [measure.id, measure.name] as const),
      ]),
    ]),
  ])
