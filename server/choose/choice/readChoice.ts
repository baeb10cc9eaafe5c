import { choiceView, criterion, judgements, listChoices, method, ratings, readChoice } from '@milepost/contract/choose/choice'
import { Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { serve } from '../../platform/http/serve.ts'
import { findChoice, listChoiceRows } from './data.ts'

/** What was frozen with a decision. */
export const decidedResult = z.object({ consistencyRatio: z.number().nullable(), closeness: z.record(z.string(), z.number()) })

export const listChoicesRoute = serve(listChoices, {
  run: async ({ tx, institutionId }) => {
    const rows = await listChoiceRows(tx, institutionId)
    return {
      choices: rows.map((row) => ({
        choiceId: row.choice_id,
        title: { zh: row.title_zh, en: row.title_en },
        state: choiceView.shape.state.parse(row.state),
        decidedMethod: row.decided_method,
      })),
    }
  },
})

export const readChoiceRoute = serve(readChoice, {
  run: async ({ tx, institutionId, input, library }) => {
    const row = await findChoice(tx, institutionId, input.choiceId)
    if (!row) throw new Refusal('not-found')
    const result = row.decided_result === null ? null : decidedResult.parse(row.decided_result)
    return {
      choiceId: row.choice_id,
      title: { zh: row.title_zh, en: row.title_en },
      revision: row.revision,
      state: choiceView.shape.state.parse(row.state),
      criteria: z.array(criterion).parse(row.criteria),
      methods: z.array(method).parse(row.methods),
      judgements: judgements.parse(row.judgements),
      ratings: ratings.parse(row.ratings),
      reasons: Object.fromEntries(library.methods.ratings.map((one) => [`${one.criterion}/${one.method}`, one.reason])),
      recommendation: library.methods.recommendation,
      decision:
        row.decided_method === null || result === null
          ? null
          : {
              method: row.decided_method,
              reason: row.decision_reason ?? '',
              decidedBy: row.decided_by ?? '',
              decidedAt: row.decided_at?.toISOString() ?? '',
              ...result,
            },
    }
  },
})
