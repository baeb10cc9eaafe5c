import { readMyJudging, saveMyJudging } from '@milepost/contract/choose/judging'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { storedChoice } from '../choice/openedChoice.ts'
import { refuseUnknownPlaces } from '../choice/refuseUnknownPlaces.ts'
import { changeJudge, listJudges } from './data.ts'
import { judgedSubject, ownJudging } from './ownJudging.ts'

export const readMyJudgingRoute = serve(readMyJudging, {
  subject: judgedSubject,
  run: async ({ tx, institutionId, input, actor }) => {
    const choice = await storedChoice(tx, institutionId, input.choiceId)
    const judge = (await listJudges(tx, institutionId, input.choiceId)).find(({ accountId }) => accountId === actor.accountId)
    if (!judge) throw new Refusal('not-found')
    return {
      choiceId: choice.choiceId,
      title: choice.title,
      isDecided: choice.isDecided,
      criteria: choice.criteria,
      methods: choice.methods,
      revision: judge.revision,
      submittedAt: judge.submittedAt?.toISOString() ?? null,
      judgements: judge.judgements,
      ratings: judge.ratings,
      officeRatings: choice.ratings,
      officeReasons: choice.reasons,
    }
  },
})

/** A draft, kept as it is: half a matrix, a rating whose reason comes later. */
export const saveMyJudgingRoute = serve(saveMyJudging, {
  subject: judgedSubject,
  run: async ({ tx, institutionId, input, actor, now }) => {
    const { choice, judge } = await ownJudging(tx, institutionId, { ...input, actor })
    if (judge.submittedAt !== null) throw new Refusal('judging-submitted')
    refuseUnknownPlaces(input, choice.criteria, choice.methods)
    const { judgements, ratings } = input
    return { revision: await changeJudge(tx, institutionId, { choiceId: input.choiceId, judge, now }, { judgements, ratings }) }
  },
})
