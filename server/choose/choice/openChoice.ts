import { openChoice } from '@milepost/contract/choose/choice'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { insertChoice } from './data.ts'

/** Copies the library's methods, criteria, judgements and ratings: a starting point everybody may change. */
export const openChoiceRoute = serve(openChoice, {
  run: async ({ tx, institutionId, input, library, audit }) => {
    const { methods, criteria, pairwise, ratings } = library.methods
    const choiceId = newId()
    const pairs = criteria.flatMap((row, i) =>
      criteria.slice(i + 1).map((column, j): [string, string] => [`${row.code}/${column.code}`, pairwise[i]?.[i + 1 + j] ?? '1']),
    )
    await insertChoice(tx, {
      institutionId,
      choiceId,
      title: input.title,
      criteria,
      methods,
      judgements: Object.fromEntries(pairs),
      ratings: Object.fromEntries(ratings.map((one) => [`${one.criterion}/${one.method}`, one.value])),
      reasons: Object.fromEntries(ratings.map((one) => [`${one.criterion}/${one.method}`, one.reason])),
    })
    audit({ kind: 'choice', id: choiceId })
    return { choiceId }
  },
})
