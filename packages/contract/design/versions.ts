import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, id } from '../fields.ts'
import { holderKind } from './card.ts'
import { scoringRule } from './rule.ts'

/** One difference between two schemes, in words. */
export const schemeChange = z.object({
  kind: z.enum(['added', 'removed', 'changed']),
  /** Which part of the scheme: see packages/scorecard/schemeDifference. */
  field: z.string(),
  place: bilingual,
  before: bilingual.nullable(),
  after: bilingual.nullable(),
})

/** Whose version a difference is counted from. */
const since = z.object({ year: z.int(), version: z.int() })

export const readScorecardVersions = endpoint({
  name: 'design.readScorecardVersions',
  method: 'GET',
  path: '/api/design/scorecards/:scorecardId/versions',
  permission: 'scorecard.read',
  summary: { zh: '计分卡的发布版本及逐项差异', en: 'Published versions of a scorecard, each with what changed' },
  input: z.object({ scorecardId: id }),
  output: z.object({
    scorecard: z.object({ scorecardId: id, cycleId: id, year: z.int(), name: bilingual, state: z.enum(['draft', 'published']) }),
    /** Newest first; the first version of a year is set against the last of the year before. */
    versions: z.array(
      z.object({
        version: z.int(),
        hash: z.string(),
        reason: z.string(),
        publishedAt: z.string(),
        publishedBy: z.string(),
        since: since.nullable(),
        changes: z.array(schemeChange),
      }),
    ),
    /** The scorecard as it stands now against the newest version; null: nothing was ever published, or nothing differs. */
    draft: z.object({ since, changes: z.array(schemeChange) }).nullable(),
  }),
  audit: null,
})

const targetChange = z.object({
  changeId: id,
  cardId: id,
  cardMeasureId: id,
  holder: bilingual,
  holderKind,
  code: z.string(),
  name: bilingual,
  unit: bilingual,
  before: scoringRule,
  after: scoringRule,
  reason: z.string(),
  askedAt: z.string(),
  askedBy: z.string(),
  decision: z.enum(['approved', 'declined']).nullable(),
  answer: z.string(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** The actor may decide it now. */
  mayDecide: z.boolean(),
})

export const readTargetChanges = endpoint({
  name: 'design.readTargetChanges',
  method: 'GET',
  path: '/api/design/scorecards/:scorecardId/target-changes',
  permission: 'cascade.read',
  summary: { zh: '发布后的目标调整申请', en: 'Requests to change targets after publication' },
  input: z.object({ scorecardId: id }),
  output: z.object({ changes: z.array(targetChange) }),
  audit: null,
})

export const askTargetChange = endpoint({
  name: 'design.askTargetChange',
  method: 'POST',
  path: '/api/design/target-changes',
  permission: 'scorecard.edit',
  summary: { zh: '申请调整已确定卡片上的目标', en: 'Ask for another target on a card that has been agreed' },
  input: z.object({ cardMeasureId: id, rule: scoringRule, reason: z.string().trim().min(1).max(1000) }),
  output: z.object({ changeId: id }),
  audit: 'target-change-asked',
})

export const decideTargetChange = endpoint({
  name: 'design.decideTargetChange',
  method: 'POST',
  path: '/api/design/target-changes/:changeId/decide',
  permission: 'scorecard.publish',
  summary: { zh: '批准或不批准目标调整', en: 'Approve or decline a change of target' },
  input: z.object({ changeId: id, decision: z.enum(['approved', 'declined']), answer: z.string().trim().max(1000).default('') }),
  output: z.object({ decision: z.enum(['approved', 'declined']) }),
  audit: 'target-change-decided',
})
