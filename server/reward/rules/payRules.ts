import { Refusal } from '@milepost/contract/refusals'
import { factorFindings } from '@milepost/contract/reward/factors'
import { publishPayRules, readPayRules } from '@milepost/contract/reward/payRules'
import { serve } from '../../platform/http/serve.ts'
import { mustCutOf } from '../pool/defaultSettings.ts'
import { refuseUnfit } from '../pool/refuseUnfit.ts'
import { cycleOf, lockOpenPool } from '../pool/settledPool.ts'
import { insertRules, listRules } from './data.ts'
import { hashOf, publishedRulesOf } from './publishedRules.ts'
import { settingsChanges } from './settingsChanges.ts'

export const readPayRulesRoute = serve(readPayRules, {
  run: async ({ tx, institutionId, library, today }) => {
    const mustCut = mustCutOf(library, today).map(({ grade }) => grade)
    const rules = await listRules(tx, institutionId)
    const { title, source, verified, notes } = library.payRules
    return {
      versions: rules.map(({ version, settings, reason, publishedAt, publishedBy }, at) => {
        const before = rules[at + 1]
        return {
          version,
          settings,
          reason,
          publishedAt: publishedAt.toISOString(),
          publishedBy,
          findings: factorFindings(settings, mustCut).map(({ severity, message }) => ({ severity, message })),
          changes: before ? settingsChanges(before.settings, settings) : [],
        }
      }),
      source: { title, source, verified, notes },
    }
  },
})

/** A leader publishes the factors of an open pool, fit ones only; what was published before stays readable. */
export const publishPayRulesRoute = serve(publishPayRules, {
  run: async ({ tx, institutionId, input, library, actor, now, audit }) => {
    const pool = await lockOpenPool(tx, institutionId, input.poolId)
    const { settings } = pool
    refuseUnfit(pool, { library, cycle: await cycleOf(tx, institutionId, pool.cycleId) })
    const newest = await publishedRulesOf(tx, institutionId, settings)
    if (newest?.same) throw new Refusal('pay-rules-same', { version: newest.version })
    const version = (newest?.version ?? 0) + 1
    const hash = hashOf(settings)
    const by = { publishedAt: now, publishedBy: actor.name, accountId: actor.accountId }
    await insertRules(tx, institutionId, { version, settings, hash, reason: input.reason, ...by })
    audit({ kind: 'pay-rules', id: String(version), detail: { version, hash, reason: input.reason } })
    return { version }
  },
})
