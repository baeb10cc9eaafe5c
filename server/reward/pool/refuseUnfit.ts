import { Refusal } from '@milepost/contract/refusals'
import { type PoolFinding, poolFindings } from '@milepost/contract/reward/factors'
import type { Cycle } from '../../institution/published.ts'
import type { Library } from '../../platform/library.ts'
import type { Pool } from './data.ts'
import { mustCutOf } from './defaultSettings.ts'

type Place = { readonly library: Library; readonly cycle: Pick<Cycle, 'endsOn'> }

/** Why a pool cannot be used as it is set; empty: it can. Such settings are kept as a draft and say so wherever they are shown. */
export const unfitReasons = (
  pool: Pick<Pool, 'settings' | 'amountFen' | 'reserveBp'>,
  { library, cycle }: Place,
): PoolFinding['message'][] =>
  poolFindings(
    pool.settings,
    pool,
    mustCutOf(library, cycle.endsOn).map(({ grade }) => grade),
  ).flatMap(({ severity, message }) => (severity === 'blocks' ? [message] : []))

/** Settings that do not fit are neither computed with nor published. */
export function refuseUnfit(pool: Parameters<typeof unfitReasons>[0], place: Place): void {
  const blocking = unfitReasons(pool, place)
  if (blocking.length === 0) return
  throw new Refusal('pay-factors-not-fit', {
    findings: blocking.map(({ zh }) => zh),
    findingsEn: blocking.map(({ en }) => en),
  })
}
