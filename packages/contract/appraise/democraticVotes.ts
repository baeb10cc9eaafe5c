import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { basisPoints, bilingual, day, decimal, done, id } from '../fields.ts'

/** Whose voices count: everybody of some units, only those who head one, only the others, or the leaders of the institution. */
export const VOTER_PARTS = ['everybody', 'leaders', 'heads', 'others'] as const

export const voteGroup = z.object({
  code: z.string().regex(/^[\w-]{1,40}$/),
  name: bilingual,
  /** The weights of all groups total 10000. */
  weightBp: basisPoints.min(1),
  /** online: a link each, at least ten people, so that no ballot stands among few; paper: no list, a stack that is typed in. */
  way: z.enum(['online', 'paper']),
  part: z.enum(VOTER_PARTS),
  /** Units whose people vote, with all below them; none: the whole institution. */
  unitIds: z.array(id).max(500),
  /** Voters who are not on the institution's list, by name: those it serves. With names and no units nobody of the institution is meant. */
  names: z.array(z.string().trim().min(1).max(80)).max(2000),
  /** Paper: how many ballots are handed out. */
  handedOut: z.int().min(1).max(100_000).nullable(),
})

const subjectKind = z.enum(['person', 'unit'])

export const openVote = endpoint({
  name: 'appraise.openVote',
  method: 'POST',
  path: '/api/cycles/:cycleId/votes',
  permission: 'vote.run',
  summary: { zh: '开启一次民主测评', en: 'Open a democratic vote' },
  input: z.object({
    cycleId: id,
    name: bilingual,
    opensOn: day,
    closesOn: day,
    subjects: z
      .array(z.object({ kind: subjectKind, id }))
      .min(1)
      .max(60),
    groups: z.array(voteGroup).min(1).max(8),
  }),
  output: z.object({ voteId: id }),
  audit: 'vote-opened',
})

const voteLine = z.object({
  voteId: id,
  name: bilingual,
  opensOn: day,
  closesOn: day.nullable(),
  closedOn: day.nullable(),
  subjects: z.number(),
})

export const listVotes = endpoint({
  name: 'appraise.listVotes',
  method: 'GET',
  path: '/api/cycles/:cycleId/votes',
  permission: 'appraisal.list',
  summary: { zh: '本周期的民主测评', en: 'Democratic votes of a cycle' },
  input: z.object({ cycleId: id }),
  output: z.object({ votes: z.array(voteLine) }),
  audit: null,
})

const counts = z.object({ excellent: z.number(), qualified: z.number(), basic: z.number(), unqualified: z.number() })

export const voteResult = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('counted'),
    official: decimal,
    n: z.number(),
    abstained: z.number(),
    /** Groups that were too few to be shown alone stand in one line with another. */
    lines: z.array(z.object({ groups: z.array(z.string()), weight: z.number(), n: z.number(), counts, value: z.string() })),
  }),
  z.object({
    kind: z.literal('undefined'),
    because: z.literal('too-few-votes'),
    n: z.number(),
    abstained: z.number(),
    minimum: z.number(),
  }),
])

const subjectView = z.object({
  item: z.string(),
  kind: subjectKind,
  subjectId: id,
  name: bilingual,
  /** null: it is not closed. */
  result: voteResult.nullable(),
})

export const readVote = endpoint({
  name: 'appraise.readVote',
  method: 'GET',
  path: '/api/votes/:voteId',
  permission: 'appraisal.list',
  summary: { zh: '一次民主测评：进度与结果', en: 'A democratic vote: progress and result' },
  input: z.object({ voteId: id }),
  output: z.object({
    voteId: id,
    cycleId: id,
    name: bilingual,
    opensOn: day,
    closesOn: day.nullable(),
    closedOn: day.nullable(),
    minimum: z.number(),
    worth: z.record(z.string(), z.string()),
    openedBy: z.string(),
    closedBy: z.string().nullable(),
    groups: z.array(
      z.object({
        code: z.string(),
        name: bilingual,
        weightBp: z.number(),
        way: z.enum(['online', 'paper']),
        invited: z.number(),
        linksMade: z.number(),
        /** To the nearest five while it is open, exact when it is closed; null: too few people to say. */
        voted: z.number().nullable(),
        /** More ballots than voters: the count is doubtful, and people have to look. */
        overfull: z.boolean(),
      }),
    ),
    subjects: z.array(subjectView),
    voided: z.array(
      z.object({
        batch: z.string(),
        paperNo: z.number(),
        reason: z.string(),
        voidedBy: z.string(),
        voidedAt: z.string(),
        /** Official values that changed by it; null: there was, or is, none. */
        changes: z.array(z.object({ name: bilingual, before: decimal.nullable(), after: decimal.nullable() })),
      }),
    ),
  }),
  audit: null,
})

const link = z.object({ invitationId: id, name: z.string(), stratum: z.string(), path: z.string() })

export const issueVoteLinks = endpoint({
  name: 'appraise.issueVoteLinks',
  method: 'POST',
  path: '/api/votes/:voteId/links',
  permission: 'vote.run',
  summary: { zh: '生成测评链接（只显示一次）', en: 'Make the voters’ links (shown once)' },
  input: z.object({ voteId: id, invitationId: id.optional() }),
  output: z.object({ invitations: z.array(link) }),
  audit: 'vote-links-issued',
  shownOnce: true,
})

export const listVoters = endpoint({
  name: 'appraise.listVoters',
  method: 'GET',
  path: '/api/votes/:voteId/voters',
  permission: 'vote.run',
  summary: { zh: '测评人名单（不含是否已投）', en: 'Who may vote (not who did)' },
  input: z.object({ voteId: id }),
  output: z.object({ voters: z.array(z.object({ invitationId: id, name: z.string(), stratum: z.string(), hasLink: z.boolean() })) }),
  audit: null,
})

export const remindVoters = endpoint({
  name: 'appraise.remindVoters',
  method: 'POST',
  path: '/api/votes/:voteId/reminders',
  permission: 'vote.run',
  summary: { zh: '提醒尚未测评的人', en: 'Remind those who have not voted' },
  input: z.object({ voteId: id }),
  output: z.object({ remindedAbout: z.number().nullable() }),
  audit: 'voters-reminded',
})

/** What a voter says of each: a grade, "abstain", or nothing. */
const paperBallot = z.object({ group: z.string(), votes: z.record(z.string(), z.string().max(20)) })

export const enterVoteBallots = endpoint({
  name: 'appraise.enterVoteBallots',
  method: 'POST',
  path: '/api/votes/:voteId/ballots',
  permission: 'vote.run',
  summary: { zh: '录入一批纸质测评票', en: 'Type in a batch of paper ballots' },
  input: z.object({ voteId: id, batch: z.string().trim().min(1).max(60), ballots: z.array(paperBallot).min(1).max(200) }),
  output: z.object({ entered: z.number() }),
  audit: 'vote-ballots-entered',
})

export const listPaperBallots = endpoint({
  name: 'appraise.listPaperBallots',
  method: 'GET',
  path: '/api/votes/:voteId/ballots',
  permission: 'vote.void',
  summary: { zh: '已录入的纸质测评票', en: 'Paper ballots typed in' },
  input: z.object({ voteId: id }),
  output: z.object({
    ballots: z.array(
      z.object({
        ballotId: id,
        batch: z.string(),
        paperNo: z.number(),
        group: z.string(),
        enteredBy: z.string(),
        voided: z.boolean(),
        /** Neither typed in by the reader, nor on the reader. */
        mayVoid: z.boolean(),
      }),
    ),
  }),
  audit: null,
})

export const voidVoteBallot = endpoint({
  name: 'appraise.voidVoteBallot',
  method: 'POST',
  path: '/api/votes/:voteId/ballots/:ballotId/void',
  permission: 'vote.void',
  summary: { zh: '作废一张纸质测评票并重新计票', en: 'Void a paper ballot and count again' },
  input: z.object({ voteId: id, ballotId: id, reason: z.string().trim().min(5).max(500) }),
  output: done,
  audit: 'vote-ballot-voided',
})

export const closeVote = endpoint({
  name: 'appraise.closeVote',
  method: 'POST',
  path: '/api/votes/:voteId/close',
  permission: 'vote.run',
  summary: { zh: '结束测评并计票', en: 'Close the vote and count it' },
  input: z.object({ voteId: id }),
  output: done,
  audit: 'vote-closed',
})

export const readVotesOn = endpoint({
  name: 'appraise.readVotesOn',
  method: 'GET',
  path: '/api/cycles/:cycleId/people/:personId/votes',
  permission: 'appraisal.read',
  summary: { zh: '一人的民主测评结果', en: 'What democratic votes said of one person' },
  input: z.object({ cycleId: id, personId: id }),
  output: z.object({
    votes: z.array(
      z.object({
        voteId: id,
        name: bilingual,
        closedOn: day,
        groups: z.array(z.object({ code: z.string(), name: bilingual })),
        result: voteResult,
      }),
    ),
  }),
  audit: null,
})
