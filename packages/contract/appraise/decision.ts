import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, id } from '../fields.ts'
import { grade } from './appraisals.ts'
import { committeeVote, voteView } from './votes.ts'

export const memberClass = z.enum(['chair', 'leader', 'hr', 'discipline', 'staff-representative'])

export const readCommittee = endpoint({
  name: 'appraise.readCommittee',
  method: 'GET',
  path: '/api/cycles/:cycleId/committee',
  permission: 'appraisal.list',
  summary: { zh: '考核委员会', en: 'The appraisal committee' },
  input: z.object({ cycleId: id }),
  output: z.object({
    members: z.array(z.object({ personId: id, name: z.string(), memberClass })),
    /** What the rule still misses; empty is a committee the rule allows. */
    findings: z.array(bilingual),
    /** Of which person which members have to step aside, besides the person. */
    recusals: z.array(z.object({ personId: id, members: z.array(id) })),
  }),
  audit: null,
})

export const setCommittee = endpoint({
  name: 'appraise.setCommittee',
  method: 'PUT',
  path: '/api/cycles/:cycleId/committee',
  permission: 'appraisal.open',
  summary: { zh: '组成考核委员会', en: 'Set up the committee' },
  input: z.object({
    cycleId: id,
    members: z
      .array(z.object({ personId: id, memberClass }))
      .min(3)
      .max(40),
  }),
  output: done,
  audit: 'committee-set',
})

export const decisionLine = z.object({
  appraisalId: id,
  grade,
  /** The grade in the other post, of somebody who holds two (Art. 39); the lower of both counts. */
  secondGrade: grade.nullable().optional(),
  /** Needed when the grade is not the one proposed. */
  reason: z.string().trim().max(2000),
  /** A vote of its own on this person, where one was taken. */
  vote: committeeVote.nullable().optional(),
})

export const decideGrades = endpoint({
  name: 'appraise.decideGrades',
  method: 'POST',
  path: '/api/cycles/:cycleId/decision',
  permission: 'grade.decide',
  summary: { zh: '集体研究确定等次', en: 'Record the collective decision on grades' },
  input: z.object({
    cycleId: id,
    decidedOn: day,
    minutes: z.string().trim().min(10).max(20_000),
    /** Committee members who were present, by person. Nobody decides on themselves. */
    present: z.array(id).min(1).max(40),
    /** The vote on the list as a whole; without one the minutes say how it was decided. */
    vote: committeeVote.nullable().optional(),
    lines: z.array(decisionLine).min(1).max(20_000),
  }),
  output: z.object({ decisionId: id, decided: z.number(), excellent: z.number(), seats: z.number() }),
  audit: 'grades-decided',
})

export const readDecision = endpoint({
  name: 'appraise.readDecision',
  method: 'GET',
  path: '/api/cycles/:cycleId/decision',
  permission: 'appraisal.list',
  summary: { zh: '查看集体决定', en: 'Read the decision' },
  input: z.object({ cycleId: id }),
  output: z.object({
    decision: z
      .object({
        decidedOn: day,
        minutes: z.string(),
        present: z.array(z.string()),
        recordedBy: z.string(),
        vote: voteView.nullable(),
        changed: z.array(z.object({ name: z.string(), from: grade.nullable(), to: grade, reason: z.string(), vote: voteView.nullable() })),
      })
      .nullable(),
  }),
  audit: null,
})
