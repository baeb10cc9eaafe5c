import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../fields.ts'

const figure = z.object({ judge: z.int(), value: z.number() })

/** What `comparisonByCode` of packages/decision gives. */
export const comparisonResult = z.object({
  judges: z.int(),
  weights: z
    .object({
      byCriterion: z.record(z.string(), z.number()),
      lambdaMax: z.number(),
      randomIndex: z.number().nullable(),
      consistencyRatio: z.number().nullable(),
      consistent: z.boolean().nullable(),
      pairsJudged: z.int(),
      pairs: z.int(),
    })
    .nullable(),
  apart: z.array(z.array(z.string())),
  agreement: z.object({ w: z.number(), band: z.enum(['strong', 'moderate', 'weak', 'hardly-any']), judges: z.int() }).nullable(),
  spread: z.array(z.object({ criterion: z.string(), lowest: figure, highest: figure })),
  disputed: z.array(z.object({ row: z.string(), column: z.string(), lowest: figure, highest: figure })),
  ranking: z
    .array(
      z.object({
        method: z.string(),
        rank: z.int(),
        closeness: z.number(),
        sumRank: z.int(),
        sum: z.number(),
        equalCloseness: z.number(),
      }),
    )
    .nullable(),
  unrated: z.array(z.string()),
  robust: z
    .object({
      draws: z.int(),
      shares: z.record(z.string(), z.number()),
      flips: z.array(
        z.object({
          criterion: z.string(),
          weight: z.number(),
          flipsAt: z.number().nullable(),
          seenAtStep: z.number().nullable(),
          to: z.array(z.string()),
        }),
      ),
    })
    .nullable(),
})

export const basis = z.object({
  /** Whose judgements give the weights: the office's one matrix, or the judges who have submitted. */
  weights: z.enum(['office', 'judges']),
  /** Whose ratings are ranked: the office's, or the mean of the judges who rated (the office's where nobody did). */
  ratings: z.enum(['office', 'raters']),
})

export const readComparison = endpoint({
  name: 'choose.readComparison',
  method: 'GET',
  path: '/api/choices/:choiceId/result',
  permission: 'choice.read',
  summary: { zh: '查看比较的计算结果', en: 'Read the computed comparison' },
  input: z.object({ choiceId: id }),
  output: z.object({
    basis,
    result: comparisonResult,
    /** The ratings that were ranked, how many raters stand behind each (0: the office), and where raters differ. */
    ratings: z.record(z.string(), z.number()),
    raters: z.record(z.string(), z.int()),
    ranges: z.record(z.string(), z.tuple([z.number(), z.number()])),
    /** Names for the judges of the result, in its order; empty for readers who may not see judges one by one. */
    judges: z.array(z.string()),
  }),
  audit: null,
})

export const setBasis = endpoint({
  name: 'choose.setBasis',
  method: 'PUT',
  path: '/api/choices/:choiceId/basis',
  permission: 'choice.edit',
  summary: { zh: '确定用谁的判断和评分', en: 'Say whose judgements and ratings count' },
  input: z.object({ choiceId: id, revision: z.int().min(1), basis }),
  output: z.object({ revision: z.number() }),
  audit: 'choice-basis-set',
})
