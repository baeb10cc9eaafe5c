import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, empty, id } from '../fields.ts'
import { instrument } from './instrument.ts'
import { WAVE_MODES } from './promises.ts'

/** The institution's code: a respondent has no session that would name it. */
const institution = z.string().max(40).optional()
const base64 = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9+/_-]*={0,2}$/)
const token = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

export const readBallot = endpoint({
  name: 'diagnose.readBallot',
  method: 'GET',
  path: '/api/ballots/:waveId',
  permission: 'ballot.cast',
  summary: { zh: '答题页：问卷与保存说明', en: 'What a respondent is asked, and what is stored' },
  input: z.object({ waveId: id, institution }),
  output: z.object({
    institution: bilingual,
    title: bilingual,
    name: bilingual,
    mode: z.enum(WAVE_MODES),
    sharedLink: z.boolean(),
    open: z.enum(['open', 'not-yet', 'closed']),
    opensOn: day,
    closesOn: day.nullable(),
    strata: z.array(z.object({ code: z.string(), name: bilingual, key: z.string().nullable() })),
    instrument,
    questionnaireHash: z.string(),
  }),
  audit: null,
})

export const readInvitation = endpoint({
  name: 'diagnose.readInvitation',
  method: 'POST',
  path: '/api/ballots/:waveId/invitation',
  permission: 'ballot.cast',
  summary: { zh: '链接属于哪一层、是否已用', en: 'Which stratum a link belongs to, and whether it was used' },
  input: z.object({ waveId: id, institution, token }),
  output: z.object({ stratum: z.string(), used: z.boolean() }),
  audit: null,
})

export const signBallot = endpoint({
  name: 'diagnose.signBallot',
  method: 'POST',
  path: '/api/ballots/:waveId/signature',
  permission: 'ballot.cast',
  summary: { zh: '为选票盲签名（RFC 9474）', en: 'Sign a blinded ballot (RFC 9474)' },
  input: z.object({ waveId: id, institution, token, blinded: base64(700) }),
  output: z.object({ stratum: z.string(), signature: z.string() }),
  audit: null,
})

/** Answers by item: a number as text, an option's code, several codes joined by commas, a day, words, or "-" for "does not apply". */
export const ballotAnswers = z.record(z.string().max(40), z.string().max(20_000))

export const castBallot = endpoint({
  name: 'diagnose.castBallot',
  method: 'POST',
  path: '/api/ballots/:waveId',
  permission: 'ballot.cast',
  summary: { zh: '交卷', en: 'Cast a ballot' },
  input: z.object({
    waveId: id,
    institution,
    stratum: z.string().max(40),
    /** What entitles to it: a signed number, one's link (waves that are not anonymous), or an open link. */
    by: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('signature'), serial: base64(64), signature: base64(700) }),
      z.object({ kind: z.literal('token'), token }),
      z.object({ kind: z.literal('shared'), serial: base64(64) }),
    ]),
    language: z.enum(['zh', 'en']),
    minutes: z.int().min(0).max(60).nullable(),
    answers: ballotAnswers,
  }),
  output: done,
  audit: null,
})

export const listOwnInvitations = endpoint({
  name: 'diagnose.listOwnInvitations',
  method: 'GET',
  path: '/api/my/invitations',
  permission: 'invitation.own',
  summary: { zh: '请我参加的调查', en: 'Surveys I am invited to' },
  input: empty,
  output: z.object({
    invitations: z.array(
      z.object({
        waveId: id,
        name: bilingual,
        mode: z.enum(WAVE_MODES),
        closesOn: day.nullable(),
        answered: z.boolean(),
        reminded: z.boolean(),
      }),
    ),
  }),
  audit: null,
})

export const openOwnInvitation = endpoint({
  name: 'diagnose.openOwnInvitation',
  method: 'POST',
  path: '/api/my/invitations/:waveId',
  permission: 'invitation.own',
  summary: { zh: '取得我的答题链接', en: 'Get my own link to answer' },
  input: z.object({ waveId: id }),
  output: z.object({ link: z.string() }),
  audit: null,
})
