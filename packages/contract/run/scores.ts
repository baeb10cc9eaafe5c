import { z } from 'zod'
import { cardState, holderKind, valueHolder } from '../design/card.ts'
import { scoringRule } from '../design/rule.ts'
import { endpoint } from '../endpoint.ts'
import { basisPoints, bilingual, id } from '../fields.ts'
import { cardResult, scoreStatus } from './cardResult.ts'

const runHead = z.object({
  runId: id,
  revision: z.int(),
  ranAt: z.string(),
  ranBy: z.string(),
  engineVersion: z.string(),
  inputHash: z.string(),
})

/** One value behind a score, in the revision that was scored. */
const evidence = z.object({
  valueId: id,
  period: z.string(),
  holderName: bilingual,
  /** Put together from this unit below; null: the holder's own. */
  unit: z.string().nullable(),
  state: z.string(),
  actual: z.string().nullable(),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  n: z.int().nullable(),
  revision: z.int(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  source: z.string(),
  note: z.string(),
})

const line = z.object({
  cardMeasureId: id,
  measureId: id,
  code: z.string(),
  name: bilingual,
  unit: bilingual,
  digits: z.int(),
  direction: z.enum(['up', 'down', 'band']),
  weightBp: basisPoints,
  rule: scoringRule,
  valuesOf: valueHolder,
  /** Whose values they are, where not the holder's own. */
  valuesOfName: bilingual.nullable(),
  veto: z.boolean(),
  owner: bilingual,
  evidence: z.array(evidence),
  /** The measure over its periods, oldest first; `shown` null: nothing was said. */
  trend: z.array(z.object({ period: z.string(), shown: z.string().nullable() })),
  /** Limits of usual movement (XmR) from the first values, and what is unusual about the newest; null while there are too few. */
  signal: z
    .object({
      centre: z.string(),
      lower: z.string(),
      upper: z.string(),
      /** How many values made the limits. */
      baseline: z.int(),
      period: z.string(),
      signals: z.array(z.enum(['beyond-limit', 'run-of-eight', 'six-in-a-row', 'two-of-three', 'range-beyond-limit'])),
    })
    .nullable(),
  /** Where the rule gives 100 points, in the measure's unit; null for rules without such a place and for flows. */
  target: z.string().nullable(),
})

export const cardScoreView = z.object({
  card: z.object({
    cardId: id,
    scorecardId: id,
    holderKind,
    unitId: id.nullable(),
    personId: id.nullable(),
    name: bilingual,
    state: cardState,
  }),
  cycle: z.object({ cycleId: id, year: z.int(), name: bilingual }),
  result: cardResult,
  /** Names everything the score rests on; the ticket holds it in full. */
  inputHash: z.string(),
  lines: z.array(line),
  /** Granted outside the weights. */
  bonuses: z.array(z.object({ id: z.string(), points: z.string(), reason: bilingual, decidedBy: z.string() })),
  /** By the targets it was agreed with, where some were changed since; null: none was. */
  planned: z
    .object({
      score: z.string().nullable(),
      lines: z.array(z.object({ cardMeasureId: z.string(), rule: scoringRule, score: z.string().nullable() })),
    })
    .nullable(),
  /** What the newest official run fixed for this card. */
  official: runHead.extend({ score: z.string().nullable(), status: z.string() }).nullable(),
})
export type CardScoreView = z.infer<typeof cardScoreView>

const mode = z.enum(['live', 'official'])

export const readCardScore = endpoint({
  name: 'run.readCardScore',
  method: 'GET',
  path: '/api/run/cards/:cardId/score',
  permission: 'card.read',
  summary: { zh: '一张卡的当前得分', en: 'The score of a card as the values stand now' },
  input: z.object({
    cardId: id,
    /** Score it with the values of another cycle. */
    cycleId: id.optional(),
    mode: mode.optional(),
  }),
  output: cardScoreView,
  audit: null,
})

export const readMyCardScore = endpoint({
  name: 'run.readMyCardScore',
  method: 'GET',
  path: '/api/run/my-card',
  permission: 'plan.own',
  summary: { zh: '我的得分', en: 'My own score' },
  /** Without a cycle: the current one. */
  input: z.object({ cycleId: id.optional() }),
  /** null: there is no card of mine in the cycle. */
  output: z.object({ score: cardScoreView.nullable() }),
  audit: null,
})

export const overviewRow = z.object({
  cardId: id,
  holderKind,
  unitId: id.nullable(),
  parentUnitId: id.nullable(),
  unitKind: z.string().nullable(),
  name: bilingual,
  /** Two places; null: not scored. */
  score: z.string().nullable(),
  pace: z.string().nullable(),
  status: scoreStatus,
  provisional: z.boolean(),
  coverageBp: z.int(),
  /** Measures furthest below 100 by what they cost the card. */
  weakest: z.array(z.object({ code: z.string(), name: bilingual, score: z.string() })),
  /** Values past their day, over all measures and everybody who reports them. */
  late: z.int(),
  official: z.string().nullable(),
})

export const readScoreOverview = endpoint({
  name: 'run.readScoreOverview',
  method: 'GET',
  path: '/api/run/cycles/:cycleId/overview',
  permission: 'score.read',
  summary: { zh: '单位与各部门得分一览', en: 'Scores of the institution and its units' },
  input: z.object({ cycleId: id }),
  output: z.object({
    cycle: z.object({ cycleId: id, year: z.int(), name: bilingual }),
    mode,
    /** Is there a scorecard with cards at all? */
    cards: z.array(overviewRow),
    run: runHead.nullable(),
  }),
  audit: null,
})

export const runOfficialScores = endpoint({
  name: 'run.runOfficialScores',
  method: 'POST',
  path: '/api/run/cycles/:cycleId/official-runs',
  permission: 'score.run',
  summary: { zh: '正式计分：固定全部输入与结果', en: 'Run official scores: every input and result is fixed' },
  input: z.object({
    cycleId: id,
    /** Asked for from the second run on. */
    reason: z.string().trim().max(2000).default(''),
  }),
  output: z.object({ runId: id, revision: z.int(), cards: z.int(), changed: z.int(), provisional: z.int() }),
  audit: 'official-scores-run',
})

const scoreThen = z.object({ score: z.string().nullable(), status: z.string() })

export const readOfficialRuns = endpoint({
  name: 'run.readOfficialRuns',
  method: 'GET',
  path: '/api/run/cycles/:cycleId/official-runs',
  permission: 'score.run',
  summary: { zh: '历次正式计分与变动', en: 'Official runs and what each changed' },
  input: z.object({ cycleId: id }),
  output: z.object({
    runs: z.array(
      runHead.extend({
        reason: z.string(),
        cards: z.int(),
        changes: z.array(z.object({ cardId: id, holderKind, name: bilingual, before: scoreThen.nullable(), after: scoreThen.nullable() })),
      }),
    ),
    /** Periods that stand in the way of another run. */
    openPeriods: z.array(z.string()),
    scorecard: z.enum(['none', 'draft', 'published']),
    /** Plans never agreed by both sides: each needs a leader's decision, and is then left out of the scores. */
    notAgreed: z.array(
      z.object({ cardId: id, person: z.string(), decided: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable() }),
    ),
  }),
  audit: null,
})

export const feedSurveyMeasure = endpoint({
  name: 'run.feedSurveyMeasure',
  method: 'POST',
  path: '/api/run/survey-values',
  permission: 'value.import',
  summary: { zh: '以调查结果填报指标', en: 'Record a wave’s index as the value of a measure' },
  input: z.object({
    measureId: id,
    periodId: id,
    holder: valueHolder.default({ kind: 'institution' }),
    waveId: id,
    items: z.array(z.string().min(1).max(40)).min(1).max(100),
  }),
  output: z.object({ verdict: z.enum(['new', 'changed', 'same']), actual: z.string(), n: z.int() }),
  audit: 'survey-value-recorded',
})
