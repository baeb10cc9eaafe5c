import type { Actor } from '@milepost/access/actor'
import { listPaperBallots, voidVoteBallot } from '@milepost/contract/appraise/democraticVotes'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { listBallotSheets } from '../../diagnose/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { insertVoided, listBatches, listSubjects, listVoided, lockVote, saveResult, saveVoidedCounts } from './data.ts'
import { countedOf, voteById } from './votes.ts'

export const listPaperBallotsRoute = serve(listPaperBallots, {
  run: async ({ tx, institutionId, input, actor }) => {
    const vote = await voteById(tx, institutionId, input.voteId)
    const batches = new Map((await listBatches(tx, institutionId, vote.voteId)).map((one) => [one.batch, one]))
    const isSubject = isVotedOn(await listSubjects(tx, institutionId, [vote.voteId]), actor)
    const voided = new Set((await listVoided(tx, institutionId, vote.voteId)).map((one) => one.ballotId))
    const ballots = await listBallotSheets(tx, { institutionId, waveId: vote.waveId })
    return {
      ballots: ballots
        .flatMap(({ ballotId, stratum, paper }) =>
          paper === null
            ? []
            : [
                {
                  ballotId,
                  batch: paper.batch,
                  paperNo: paper.no,
                  group: stratum,
                  enteredBy: batches.get(paper.batch)?.entered_by ?? '',
                  voided: voided.has(ballotId),
                  mayVoid: !isSubject && !voided.has(ballotId) && !hasEntered(batches.get(paper.batch), actor),
                },
              ],
        )
        .sort((one, other) => one.batch.localeCompare(other.batch) || one.paperNo - other.paperNo),
    }
  },
})

const isVotedOn = (subjects: readonly { readonly personId: string | null }[], { personId }: Actor) =>
  subjects.some((one) => one.personId !== null && one.personId === personId)

const hasEntered = (batch: { readonly entered_by_account_id: string | null } | undefined, { accountId }: Actor) =>
  (batch?.entered_by_account_id ?? null) === accountId

/** Only paper can be told apart, by the number written on it; the ballot stays, and no longer counts. */
export const voidVoteBallotRoute = serve(voidVoteBallot, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    await lockVote(tx, institutionId, input.voteId)
    const vote = await voteById(tx, institutionId, input.voteId)
    const ballot = (await listBallotSheets(tx, { institutionId, waveId: vote.waveId })).find((one) => one.ballotId === input.ballotId)
    if (!ballot?.paper) throw new Refusal('not-found')
    const { paper } = ballot
    const batch = (await listBatches(tx, institutionId, vote.voteId)).find((one) => one.batch === paper.batch)
    const subjects = await listSubjects(tx, institutionId, [vote.voteId])
    if (isVotedOn(subjects, actor) || hasEntered(batch, actor)) throw new Refusal('void-other-person')
    if ((await listVoided(tx, institutionId, vote.voteId)).some((one) => one.ballotId === ballot.ballotId)) throw new Refusal('void-twice')
    const after = vote.result === null ? null : await countedOf(tx, institutionId, vote, ballot.ballotId)
    const at = { institutionId, voteId: vote.voteId, ballotId: ballot.ballotId }
    await insertVoided(tx, { ...at, paper, reason: input.reason, by: actor.name, at: now })
    if (vote.result !== null && after !== null) {
      await saveVoidedCounts(tx, { ...at, before: vote.result, after })
      await saveResult(tx, { institutionId, voteId: vote.voteId, result: after })
    }
    audit({ kind: 'vote', id: vote.voteId, detail: { batch: paper.batch, no: paper.no } })
    return DONE
  },
})
