import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, id } from '../fields.ts'
import { ratingForm, ratingItem } from './ratings.ts'

const difference = z.object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() })

/** An institution's own pack: only what differs from the one below it, in the shape of the national file. */
export const ownPack = z.object({
  name: z.object({ zh: z.string().trim().min(2).max(120), en: z.string().trim().min(2).max(120) }),
  /** The paper it rests on. */
  source: z.string().trim().min(5).max(300),
  inForceFrom: day,
  changes: z.record(z.string(), z.unknown()),
})

export const readRules = endpoint({
  name: 'appraise.readRules',
  method: 'GET',
  path: '/api/appraisal-rules',
  permission: 'rules.read',
  summary: { zh: '考核规则包：逐条出处、性质、核对情况', en: 'The rule packs: each rule with article, severity and mark' },
  input: z.object({ /** The rules of a year that ends on this day; left out: today. */ on: day.optional() }),
  output: z.object({
    on: day,
    pack: z.object({ id: z.string(), title: bilingual, source: bilingual, verified: z.boolean(), inForceFrom: day }),
    /** The share of excellent grades, as a rule, raised and lowered, in basis points. */
    quota: z.object({ normalBp: z.int(), raisedBp: z.int(), loweredBp: z.int() }),
    rules: z.array(
      z.object({
        id: z.string(),
        article: z.string(),
        severity: z.enum(['blocking', 'advisory']),
        stage: z.string(),
        text: bilingual,
        verified: z.boolean(),
        /** national: as the national pack says; own: changed or added by a pack laid over it. */
        from: z.enum(['national', 'own']),
        /** Checked by the program; otherwise listed for people. */
        checked: z.boolean(),
      }),
    ),
    /** The numbers an institution may set for itself, as they hold on that day. */
    numbers: z.object({
      heads: z.array(z.object({ code: z.string(), name: bilingual, weightBp: z.int() })),
      raterGroups: z.array(z.object({ code: z.string(), weightBp: z.int() })),
      quota: z.object({ normalBp: z.int(), raisedBp: z.int(), loweredBp: z.int() }),
      noticeWorkingDays: z.int(),
    }),
    /** What raters rate, head by head, and on the sheets of which classes of posts it stands. */
    items: z.array(ratingItem.extend({ forms: z.array(ratingForm) })),
    /** Everything in which the rules of that day differ from the national pack. */
    differences: z.array(difference),
    own: z.array(
      z.object({
        overlayId: id,
        version: z.number(),
        name: bilingual,
        source: z.string(),
        inForceFrom: day,
        changes: z.record(z.string(), z.unknown()),
        hash: z.string(),
        laidBy: z.string(),
        laidAt: z.string(),
        withdrawnBy: z.string().nullable(),
      }),
    ),
  }),
  audit: null,
})

export const tryRules = endpoint({
  name: 'appraise.tryRules',
  method: 'POST',
  path: '/api/appraisal-rules/trial',
  permission: 'rules.lay',
  summary: { zh: '核对一份自有规则包，先看差异', en: 'Look at what an own pack would change' },
  input: ownPack,
  output: z.object({ differences: z.array(difference) }),
  audit: null,
})

export const layRules = endpoint({
  name: 'appraise.layRules',
  method: 'POST',
  path: '/api/appraisal-rules',
  permission: 'rules.lay',
  summary: { zh: '启用自有规则包', en: 'Lay an own pack over the national one' },
  input: ownPack,
  output: z.object({ version: z.number() }),
  audit: 'rules-laid',
})

export const withdrawRules = endpoint({
  name: 'appraise.withdrawRules',
  method: 'POST',
  path: '/api/appraisal-rules/:overlayId/withdrawal',
  permission: 'rules.lay',
  summary: { zh: '撤回尚未用于考核的自有规则包', en: 'Withdraw an own pack no year was appraised by' },
  input: z.object({ overlayId: id }),
  output: done,
  audit: 'rules-withdrawn',
})
