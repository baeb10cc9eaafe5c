import { HEADS } from '@milepost/terms/appraisal'
import type { Bilingual } from '@milepost/terms/bilingual'
import { z } from 'zod'

export type ExplainedMissing = Bilingual[]

const undefinedScore = z.object({
  kind: z.literal('undefined'),
  because: z.string(),
  heads: z.array(z.object({ head: z.enum(['virtue', 'ability', 'diligence', 'results', 'integrity']), because: z.string() })).optional(),
})

const REASONS: Readonly<Record<string, Bilingual>> = {
  'no-card': { zh: '没有个人绩效计划', en: 'no personal plan' },
  'no-card-score': { zh: '绩效计划没有正式得分', en: 'the plan has no official score' },
  'mandatory-group-short': { zh: '上级尚未评分', en: 'the superior has not rated' },
  'no-group-reaches-minimum': { zh: '评分人数不足', en: 'too few raters' },
  'no-ratings': { zh: '尚无评分', en: 'no ratings yet' },
}

/** Why a person has no score, head by head; empty when there is one. */
export function missingOf(scoreResult: unknown): ExplainedMissing {
  const parsed = undefinedScore.safeParse(scoreResult)
  if (!parsed.success) return []
  return (parsed.data.heads ?? []).map(({ head, because }) => {
    const reason = REASONS[because] ?? { zh: because, en: because }
    return { zh: `${HEADS[head].zh}：${reason.zh}`, en: `${HEADS[head].en}: ${reason.en}` }
  })
}

/** A score that rests on too little data stands, but proposes nothing. */
export const provisionalNote = (isProvisional: boolean): ExplainedMissing =>
  isProvisional
    ? [
        {
          zh: `${HEADS.results.zh}：绩效计划数据不足，得分为暂定，不参加优秀排序`,
          en: `${HEADS.results.en}: the plan has too little data, its score is provisional and takes no part in the ranking`,
        },
      ]
    : []
