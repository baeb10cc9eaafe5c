import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, id } from '../fields.ts'
import { ballotAnswers } from './ballots.ts'
import { WAVE_MODES } from './promises.ts'

export const onlineStratum = z.object({
  code: z.string().regex(/^[\w-]{1,40}$/),
  name: bilingual,
  /** People of the institution: everybody whose primary post is in one of these units or below. */
  unitIds: z.array(id).max(500),
  /** People who are not on the institution's list, by name. */
  names: z.array(z.string().trim().min(1).max(80)).max(5000),
  /** For an open link, where there is no list: how many could answer, if known. */
  population: z.int().min(1).max(10_000_000).nullable(),
})

export const openOnlineWave = endpoint({
  name: 'diagnose.openOnlineWave',
  method: 'POST',
  path: '/api/waves/online',
  permission: 'wave.collect',
  summary: { zh: '开启网上答卷的轮次', en: 'Open a wave that is answered online' },
  input: z.object({
    questionnaireId: id,
    name: bilingual,
    opensOn: day,
    closesOn: day.nullable(),
    mode: z.enum(WAVE_MODES),
    sharedLink: z.boolean(),
    strata: z.array(onlineStratum).min(1).max(60),
  }),
  output: z.object({ waveId: id }),
  audit: 'wave-opened',
})

export const readCollection = endpoint({
  name: 'diagnose.readCollection',
  method: 'GET',
  path: '/api/waves/:waveId/collection',
  permission: 'diagnosis.read',
  summary: { zh: '回收进度（取整）', en: 'Progress of the collection, rounded' },
  input: z.object({ waveId: id }),
  output: z.object({
    mode: z.enum(WAVE_MODES),
    sharedLink: z.boolean(),
    /** Address of the answering page without a token: the open link. */
    path: z.string(),
    strata: z.array(
      z.object({
        code: z.string(),
        name: bilingual,
        invited: z.number(),
        linksMade: z.number(),
        /** To the nearest five; null: too few people to say. */
        answeredAbout: z.number().nullable(),
        reminders: z.number(),
      }),
    ),
  }),
  audit: null,
})

const issued = z.object({ invitationId: id, name: z.string(), stratum: z.string(), path: z.string() })

export const issueInvitations = endpoint({
  name: 'diagnose.issueInvitations',
  method: 'POST',
  path: '/api/waves/:waveId/invitations',
  permission: 'wave.collect',
  summary: { zh: '生成邀请链接（只显示一次）', en: 'Make the invitation links (shown once)' },
  input: z.object({
    waveId: id,
    /** One lost link is made anew; left out: all that have none yet. Whether it was used before is not told. */
    invitationId: id.optional(),
  }),
  output: z.object({ invitations: z.array(issued) }),
  audit: 'invitations-issued',
  shownOnce: true,
})

export const listInvitations = endpoint({
  name: 'diagnose.listInvitations',
  method: 'GET',
  path: '/api/waves/:waveId/invitations',
  permission: 'wave.collect',
  summary: { zh: '受邀人名单（不含是否已答）', en: 'Who is invited (not who answered)' },
  input: z.object({ waveId: id }),
  output: z.object({
    invitations: z.array(
      z.object({
        invitationId: id,
        name: z.string(),
        stratum: z.string(),
        hasLink: z.boolean(),
        /** The link: not sent yet, sent, not to be delivered (why), or no way to the person: neither an address nor a gateway. */
        sending: z.enum(['not-sent', 'sent', 'failed', 'no-way']),
        sentOn: day.nullable(),
        fault: z.string(),
      }),
    ),
    /** Channels that reach single people: mail, or the institution's own gateway. */
    channels: z.number(),
  }),
  audit: null,
})

export const sendInvitations = endpoint({
  name: 'diagnose.sendInvitations',
  method: 'POST',
  path: '/api/waves/:waveId/invitations/sent',
  permission: 'wave.collect',
  summary: { zh: '把链接发给本人（分批，可重复）', en: 'Send the links to their people (a batch at a time, safe to repeat)' },
  input: z.object({
    waveId: id,
    /** Also those whose link could not be delivered before. */
    again: z.boolean(),
    /** Those of an earlier batch of the same sending, so that a failing address is tried once. */
    failed: z.array(id).max(5000),
  }),
  output: z.object({
    sent: z.number(),
    failed: z.array(id),
    /** How many are still to be sent to. */
    left: z.number(),
    /** Invited people nobody can send to: no address, or not on the institution's list. They get a printed link. */
    noWay: z.number(),
  }),
  audit: 'invitations-sent',
})

export const remindInvited = endpoint({
  name: 'diagnose.remindInvited',
  method: 'POST',
  path: '/api/waves/:waveId/reminders',
  permission: 'wave.collect',
  summary: { zh: '提醒尚未作答的人', en: 'Remind those who have not answered' },
  input: z.object({ waveId: id }),
  output: z.object({ remindedAbout: z.number().nullable() }),
  audit: 'invited-reminded',
})

export const enterPaper = endpoint({
  name: 'diagnose.enterPaper',
  method: 'POST',
  path: '/api/waves/:waveId/paper',
  permission: 'answers.import',
  summary: { zh: '录入一批纸质答卷', en: 'Type in a batch of paper answers' },
  input: z.object({
    waveId: id,
    batch: z.string().trim().min(1).max(60),
    sheets: z
      .array(z.object({ stratum: z.string(), answers: ballotAnswers }))
      .min(1)
      .max(200),
  }),
  output: z.object({ entered: z.number() }),
  audit: 'paper-entered',
})
