import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, decimal, fen, id } from '../fields.ts'

/** Values the newest official run took up: each may turn out to be wrong. */
export const listRestatable = endpoint({
  name: 'open.listRestatable',
  method: 'GET',
  path: '/api/cycles/:cycleId/restatable',
  permission: 'publication.preview',
  summary: { zh: '正式计分所用的值', en: 'Values the official scores rest on' },
  input: z.object({ cycleId: id }),
  output: z.object({
    /** null: nothing has been scored officially. */
    run: z.object({ revision: z.int(), ranAt: z.string() }).nullable(),
    places: z.array(
      z.object({
        measureCode: z.string(),
        measure: bilingual,
        /** Code of the unit; null: of the institution as a whole. */
        unitCode: z.string().nullable(),
        holder: bilingual,
        period: z.string(),
        actual: z.string().nullable(),
      }),
    ),
  }),
  audit: null,
})

const standing = z.object({ official: z.string().nullable(), band: z.string().nullable(), rank: z.number().nullable() })

/** What a corrected value would change, before it is accepted. Nothing is kept. */
export const readRestatement = endpoint({
  name: 'open.readRestatement',
  method: 'GET',
  path: '/api/cycles/:cycleId/restatement',
  permission: 'publication.preview',
  summary: { zh: '更正一个值会改变什么', en: 'What a corrected value would change' },
  input: z.object({
    cycleId: id,
    measureCode: z.string().trim().min(1).max(60),
    /** Left out: the institution’s own value. */
    unitCode: z.string().trim().max(60).optional(),
    period: z.string().trim().min(4).max(20),
    actual: decimal,
  }),
  output: z.object({
    before: z.string().nullable(),
    after: z.string(),
    cards: z.array(
      z.object({
        cardId: id,
        scope: z.enum(['institution', 'unit']),
        holder: bilingual,
        before: standing,
        after: standing,
        bandChanges: z.boolean(),
        rankChanges: z.boolean(),
        lines: z.array(z.object({ name: bilingual, before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
    counts: z.object({ scores: z.int(), bands: z.int(), ranks: z.int() }),
    /** Approved pools shared out again with the unit scores that change; amounts of persons whose own score changes follow their appraisal. */
    pay: z.array(z.object({ pool: bilingual, raised: z.int(), lowered: z.int(), movedFen: fen })),
  }),
  audit: null,
})
