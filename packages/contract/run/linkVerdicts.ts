import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, id } from '../fields.ts'

export const linkVerdictCode = z.enum(['consistent', 'inconsistent', 'mixed', 'untested'])

/** What the data say about one arrow of the strategy map. */
export const mapLinkVerdict = z.object({
  fromObjectiveId: id,
  toObjectiveId: id,
  /** `mixed`: some measures go the way of the arrow, others against it. */
  verdict: linkVerdictCode,
  /** The measures under cause and effect that could be laid beside each other. */
  pairs: z.array(
    z.object({
      from: z.object({ code: z.string(), name: bilingual }),
      to: z.object({ code: z.string(), name: bilingual }),
      verdict: linkVerdictCode.exclude(['mixed']),
      words: bilingual,
      r: z.number().nullable(),
      interval: z.tuple([z.number(), z.number()]).nullable(),
      /** Changes compared. */
      n: z.int(),
      lag: z.int(),
      clearestLag: z.object({ lag: z.int(), r: z.number() }).nullable(),
    }),
  ),
  /** Why nothing could be laid side by side. */
  because: bilingual.nullable(),
})

export const readLinkVerdicts = endpoint({
  name: 'run.readLinkVerdicts',
  method: 'GET',
  path: '/api/run/cycles/:cycleId/link-verdicts',
  permission: 'score.read',
  summary: { zh: '数据对战略地图连线的验证', en: 'What the data say about the arrows of the strategy map' },
  input: z.object({ cycleId: id }),
  output: z.object({ verdicts: z.array(mapLinkVerdict) }),
  audit: null,
})
