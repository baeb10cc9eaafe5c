import { submitMyJudging, takeBackJudging } from '@milepost/contract/choose/judging'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { changeChoice } from '../choice/data.ts'
import { changeJudge, type Judge } from './data.ts'
import { judgedSubject, ownJudging } from './ownJudging.ts'

/** A matrix with gaps is taken as one with gaps. Ratings are optional, but each one given says why. */
export const submitMyJudgingRoute = serve(submitMyJudging, {
  subject: judgedSubject,
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const { choice, judge } = await ownJudging(tx, institutionId, { ...input, actor })
    if (judge.submittedAt !== null) throw new Refusal('judging-submitted')
    if (Object.keys(judge.judgements).length === 0) throw new Refusal('judging-empty')
    const silent = withoutReason(judge)
    if (silent.length > 0) throw new Refusal('input-invalid', { count: silent.length }, silent)
    const revision = await changeJudge(tx, institutionId, { choiceId: input.choiceId, judge, now }, { submittedAt: now })
    await changeChoice(tx, institutionId, choice, {})
    audit({
      kind: 'choice',
      id: input.choiceId,
      detail: { judge: judge.name, pairs: Object.keys(judge.judgements).length, ratings: Object.keys(judge.ratings).length },
    })
    return { revision }
  },
})

export const takeBackJudgingRoute = serve(takeBackJudging, {
  subject: judgedSubject,
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const { choice, judge } = await ownJudging(tx, institutionId, { ...input, actor })
    if (judge.submittedAt === null) return { revision: judge.revision }
    const revision = await changeJudge(tx, institutionId, { choiceId: input.choiceId, judge, now }, { submittedAt: null })
    await changeChoice(tx, institutionId, choice, {})
    audit({ kind: 'choice', id: input.choiceId, detail: { judge: judge.name } })
    return { revision }
  },
})

const withoutReason = ({ ratings }: Judge): InvalidField[] =>
  Object.entries(ratings)
    .filter(([, { reason }]) => reason.length < FEWEST)
    .map(([place]) => ({
      pointer: `/ratings/${place}/reason`,
      zh: '这一评分还没有写理由，请写一句，或取消该评分。',
      en: 'This rating has no reason yet. Write a sentence, or take the rating out.',
    }))

const FEWEST = 2
