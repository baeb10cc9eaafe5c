import {
  closeVote,
  enterVoteBallots,
  issueVoteLinks,
  listVoters,
  listVotes,
  remindVoters,
} from '@milepost/contract/appraise/democraticVotes'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { closeCollection, invitedTo, issueLinks, listBallotSheets, putPaperBallots, remindThose } from '../../diagnose/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { countBallots } from './countBallots.ts'
import { findVote, insertBatch, listSubjects, listVoided, listVoteRows, lockVote, saveResult, type Vote } from './data.ts'
import { ABSTAIN } from './openVote.ts'

export async function voteById(tx: Tx, institutionId: string, voteId: string): Promise<Vote> {
  const vote = await findVote(tx, institutionId, voteId)
  if (!vote) throw new Refusal('not-found')
  return vote
}

export const ballotsOf = (institutionId: string, { waveId }: Vote) => ({ institutionId, waveId, purpose: 'vote' as const })

export const listVotesRoute = serve(listVotes, {
  run: async ({ tx, institutionId, input }) => {
    const votes = await listVoteRows(tx, institutionId, input.cycleId)
    const subjects = await listSubjects(
      tx,
      institutionId,
      votes.map((one) => one.voteId),
    )
    return { votes: votes.map((vote) => ({ ...vote, subjects: subjects.filter((one) => one.voteId === vote.voteId).length })) }
  },
})

export const issueVoteLinksRoute = serve(issueVoteLinks, {
  run: async ({ tx, institutionId, input, audit }) => {
    const vote = await voteById(tx, institutionId, input.voteId)
    const invitations = await issueLinks(tx, ballotsOf(institutionId, vote), input.invitationId)
    audit({ kind: 'vote', id: vote.voteId, detail: { links: invitations.length, again: input.invitationId !== undefined } })
    return { invitations }
  },
})

export const listVotersRoute = serve(listVoters, {
  run: async ({ tx, institutionId, input }) => {
    const vote = await voteById(tx, institutionId, input.voteId)
    return { voters: await invitedTo(tx, ballotsOf(institutionId, vote)) }
  },
})

export const remindVotersRoute = serve(remindVoters, {
  run: async ({ tx, institutionId, input, audit }) => {
    const vote = await voteById(tx, institutionId, input.voteId)
    audit({ kind: 'vote', id: vote.voteId })
    return { remindedAbout: await remindThose(tx, ballotsOf(institutionId, vote)) }
  },
})

const filledIn = (votes: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(votes).filter(([, vote]) => vote.trim() !== ''))

/** A stack of paper ballots, typed in: all of it or nothing, and no stack twice. */
export const enterVoteBallotsRoute = serve(enterVoteBallots, {
  run: async ({ tx, institutionId, input, actor, today, audit }) => {
    const vote = await voteById(tx, institutionId, input.voteId)
    const batch = { institutionId, voteId: vote.voteId, batch: input.batch, enteredBy: actor.name, accountId: actor.accountId }
    if (!(await insertBatch(tx, batch))) throw new Refusal('vote-batch-known', { batch: input.batch })
    // an empty box on paper is nobody's grade
    const blank = Object.fromEntries((await listSubjects(tx, institutionId, [vote.voteId])).map(({ item }) => [item, ABSTAIN.code]))
    const sheets = input.ballots.map(({ group, votes }, at) => ({ stratum: group, answers: { ...blank, ...filledIn(votes) }, no: at + 1 }))
    await putPaperBallots(tx, { institutionId, waveId: vote.waveId, today, batch: input.batch, sheets })
    audit({ kind: 'vote', id: vote.voteId, detail: { batch: input.batch, ballots: sheets.length } })
    return { entered: sheets.length }
  },
})

/** The last ballots leave their boxes, the keys are destroyed, and what is there without the voided ones is counted. */
export const closeVoteRoute = serve(closeVote, {
  run: async ({ tx, institutionId, input, actor, today, audit }) => {
    await lockVote(tx, institutionId, input.voteId)
    const vote = await voteById(tx, institutionId, input.voteId)
    await closeCollection(tx, ballotsOf(institutionId, vote), today)
    const result = await countedOf(tx, institutionId, vote)
    await saveResult(tx, { institutionId, voteId: vote.voteId, result, closedBy: actor.name })
    audit({ kind: 'vote', id: vote.voteId })
    return DONE
  },
})

/** The count of all ballots but those voided, and one more that is to be. */
export async function countedOf(tx: Tx, institutionId: string, vote: Vote, without: string | null = null) {
  const voided = new Set((await listVoided(tx, institutionId, vote.voteId)).map((one) => one.ballotId))
  if (without !== null) voided.add(without)
  const ballots = (await listBallotSheets(tx, { institutionId, waveId: vote.waveId })).filter((one) => !voided.has(one.ballotId))
  const subjects = await listSubjects(tx, institutionId, [vote.voteId])
  return countBallots(
    vote,
    subjects.map((one) => one.item),
    ballots,
  )
}
