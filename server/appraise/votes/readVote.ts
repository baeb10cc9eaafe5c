import { readVote, readVotesOn } from '@milepost/contract/appraise/democraticVotes'
import { collectionOf, listBallotSheets } from '../../diagnose/published.ts'
import { personSubject } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { type KeptResult, listSubjects, listVoided, listVoteRows, type Subject, type Vote } from './data.ts'
import { ballotsOf, voteById } from './votes.ts'

export const readVoteRoute = serve(readVote, {
  run: async ({ tx, institutionId, input }) => {
    const vote = await voteById(tx, institutionId, input.voteId)
    const subjects = await listSubjects(tx, institutionId, [vote.voteId])
    return {
      ...vote,
      minimum: vote.rules.minimum,
      worth: vote.rules.worth,
      groups: await groupsOf(tx, institutionId, vote),
      subjects: subjects.map((one) => ({
        item: one.item,
        kind: one.personId === null ? ('unit' as const) : ('person' as const),
        subjectId: one.personId ?? one.unitId ?? '',
        name: one.name,
        result: vote.result?.[one.item] ?? null,
      })),
      voided: (await listVoided(tx, institutionId, vote.voteId)).map(({ before, after, ...one }) => ({
        ...one,
        voidedAt: one.voidedAt.toISOString(),
        changes: before && after ? changesOf(subjects, before, after) : [],
      })),
    }
  },
})

/** Rounded while ballots come in; when it is closed, how many ballots each group gave. */
async function groupsOf(tx: Tx, institutionId: string, vote: Vote) {
  const { strata } = await collectionOf(tx, ballotsOf(institutionId, vote))
  const voided = new Set((await listVoided(tx, institutionId, vote.voteId)).map((one) => one.ballotId))
  const ballots = await listBallotSheets(tx, { institutionId, waveId: vote.waveId })
  return vote.groups.map((group) => {
    const stratum = strata.find((one) => one.code === group.code)
    const own = ballots.filter((one) => one.stratum === group.code && !voided.has(one.ballotId)).length
    const invited = stratum?.invited ?? 0
    const isOpen = vote.closedOn === null
    return {
      ...group,
      name: stratum?.name ?? { zh: group.code, en: group.code },
      invited,
      linksMade: stratum?.linksMade ?? 0,
      // nobody casts paper by link: what was typed in is known to whoever typed it
      voted: isOpen && group.way === 'online' ? (stratum?.answeredAbout ?? null) : own,
      overfull: !isOpen && own > invited,
    }
  })
}

const officialOf = (result: KeptResult, item: string) => {
  const one = result[item]
  return one?.kind === 'counted' ? one.official : null
}

function changesOf(subjects: readonly Subject[], before: KeptResult, after: KeptResult) {
  return subjects.flatMap(({ item, name }) => {
    const [was, is] = [officialOf(before, item), officialOf(after, item)]
    return was === is ? [] : [{ name, before: was, after: is }]
  })
}

/** What closed votes of a cycle said of one person: evidence beside the ratings, with the groups as they may be shown. */
async function votesOn(tx: Tx, institutionId: string, asked: { readonly cycleId: string; readonly personId: string }) {
  const votes = await listVoteRows(tx, institutionId, asked.cycleId)
  const subjects = await listSubjects(
    tx,
    institutionId,
    votes.map((one) => one.voteId),
  )
  const found = []
  for (const vote of votes) {
    const item = subjects.find((one) => one.voteId === vote.voteId && one.personId === asked.personId)?.item
    const result = item === undefined ? undefined : vote.result?.[item]
    if (!result || vote.closedOn === null) continue
    const { strata } = await collectionOf(tx, ballotsOf(institutionId, vote))
    const groups = strata.map(({ code, name }) => ({ code, name }))
    found.push({ voteId: vote.voteId, name: vote.name, closedOn: vote.closedOn, groups, result })
  }
  return found
}

export const readVotesOnRoute = serve(readVotesOn, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input }) => ({ votes: await votesOn(tx, institutionId, input) }),
})

/** Person -> the official figure of the newest vote that was counted; whoever was not voted on, or by too few, is not there. */
export async function votedFigures(tx: Tx, institutionId: string, cycleId: string): Promise<ReadonlyMap<string, string>> {
  const votes = (await listVoteRows(tx, institutionId, cycleId)).filter((one) => one.closedOn !== null && one.result !== null)
  const subjects = await listSubjects(
    tx,
    institutionId,
    votes.map((one) => one.voteId),
  )
  const found = new Map<string, string>()
  for (const { voteId, result } of votes)
    for (const { personId, item } of subjects.filter((one) => one.voteId === voteId)) {
      const official = result === null ? null : officialOf(result, item)
      if (personId !== null && official !== null && !found.has(personId)) found.set(personId, official)
    }
  return found
}
