import { judgeChoice } from '@milepost/contract/choose/choice'
import type { Bilingual } from '@milepost/terms/bilingual'
import { serve } from '../../platform/http/serve.ts'
import { changeChoice } from './data.ts'
import { openedChoice } from './openedChoice.ts'
import { refuseUnknownPlaces } from './refuseUnknownPlaces.ts'

/** The office's own judgements and ratings, as far as they go: what is missing is named when it comes to deciding. */
export const judgeChoiceRoute = serve(judgeChoice, {
  run: async ({ tx, institutionId, input, audit }) => {
    const choice = await openedChoice(tx, institutionId, input)
    refuseUnknownPlaces(input, choice.criteria, choice.methods)
    const { judgements, ratings } = input
    const revision = await changeChoice(tx, institutionId, choice, { judgements, ratings, reasons: reasonsThatStillHold(choice, input) })
    audit({ kind: 'choice', id: input.choiceId, detail: { revision } })
    return { revision }
  },
})

type Rated = { readonly ratings: Readonly<Record<string, number>>; readonly reasons: Readonly<Record<string, Bilingual>> }

/** A reason was given for a number. When the number changes and the words do not, they were for another rating and are dropped. */
function reasonsThatStillHold(before: Rated, now: Rated): Record<string, Bilingual> {
  const isStale = (place: string, reason: Bilingual) => {
    const old = before.reasons[place]
    return old?.zh === reason.zh && old.en === reason.en && before.ratings[place] !== now.ratings[place]
  }
  return Object.fromEntries(
    Object.entries(now.reasons).filter(
      ([place, reason]) => now.ratings[place] !== undefined && (reason.zh !== '' || reason.en !== '') && !isStale(place, reason),
    ),
  )
}
