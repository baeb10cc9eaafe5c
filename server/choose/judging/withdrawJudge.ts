import { withdrawJudge } from '@milepost/contract/choose/judging'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { changeChoice } from '../choice/data.ts'
import { openedChoice } from '../choice/openedChoice.ts'
import { deleteJudge, listJudges } from './data.ts'

/** An invitation goes as long as nothing was submitted: nobody's vote is removed by somebody else. */
export const withdrawJudgeRoute = serve(withdrawJudge, {
  run: async ({ tx, institutionId, input, audit }) => {
    const choice = await openedChoice(tx, institutionId, { choiceId: input.choiceId })
    const judges = await listJudges(tx, institutionId, input.choiceId)
    const judge = judges.find(({ accountId }) => accountId === input.accountId)
    if (!judge) throw new Refusal('not-found')
    if (judge.submittedAt !== null) throw new Refusal('judge-has-submitted', { name: judge.name })
    await deleteJudge(tx, institutionId, input)
    await changeChoice(tx, institutionId, choice, judges.length === 1 ? { basis: { weights: 'office', ratings: 'office' } } : {})
    audit({ kind: 'choice', id: input.choiceId, detail: { withdrawn: judge.name } })
    return DONE
  },
})
