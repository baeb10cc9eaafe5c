import { type PaySettings, paySettings } from '@milepost/contract/reward/factors'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import type { Tx } from '../../platform/database/database.ts'
import { listRules } from './data.ts'

/** Settings that are written otherwise and mean the same hash the same. */
export const hashOf = (settings: PaySettings): string => contentHash(paySettings.parse(settings))

/** The newest published version, and whether these settings are its own. null: nothing has been published. */
export async function publishedRulesOf(tx: Tx, institutionId: string, settings: PaySettings) {
  const [newest] = await listRules(tx, institutionId)
  return newest ? { version: newest.version, same: newest.hash === hashOf(settings), settings: newest.settings } : null
}
