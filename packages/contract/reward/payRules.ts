import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, empty, id } from '../fields.ts'
import { paySettings } from './factors.ts'

const finding = z.object({ severity: z.enum(['blocks', 'warns']), message: bilingual })

/** One version of the factors and bounds, with what the check says about it and what it changed. */
export const rulesVersion = z.object({
  version: z.int(),
  settings: paySettings,
  reason: z.string(),
  publishedAt: z.string(),
  publishedBy: z.string(),
  findings: z.array(finding),
  /** Against the version before; empty for the first. */
  changes: z.array(z.object({ what: bilingual, before: z.string(), after: z.string() })),
})
export type RulesVersion = z.infer<typeof rulesVersion>

/** Everybody on the staff may read by which factors pay is shared out, and by which it was. */
export const readPayRules = endpoint({
  name: 'reward.readPayRules',
  method: 'GET',
  path: '/api/pay-rules',
  permission: 'pay-rules.read',
  summary: { zh: '分配系数表及历次版本', en: 'The factors of the pay pool and their versions' },
  input: empty,
  output: z.object({
    /** Newest first. */
    versions: z.array(rulesVersion),
    source: z.object({ title: bilingual, source: bilingual, verified: z.boolean(), notes: z.array(bilingual) }),
  }),
  audit: null,
})

/** The factors of an open pool become the published ones; a pool is approved only on published factors. */
export const publishPayRules = endpoint({
  name: 'reward.publishPayRules',
  method: 'POST',
  path: '/api/pools/:poolId/rules',
  permission: 'pay-rules.publish',
  summary: { zh: '公布分配系数表', en: 'Publish the factors' },
  input: z.object({ poolId: id, reason: z.string().trim().min(5).max(2000) }),
  output: z.object({ version: z.int() }),
  audit: 'pay-rules-published',
})
