import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { findAskedByBallot } from '../waves/findAsked.ts'

type Days = { readonly opened_on: string; readonly closes_on: string | null; readonly closed_on: string | null }

export function opennessOf(wave: Days, today: string): 'open' | 'not-yet' | 'closed' {
  if (wave.closed_on !== null || (wave.closes_on !== null && today > wave.closes_on)) return 'closed'
  return today < wave.opened_on ? 'not-yet' : 'open'
}

/** A wave that takes ballots today, with what is asked; refused with the reason when it does not. */
export async function takingWave(tx: Tx, institutionId: string, waveId: string, today: string) {
  const asked = await findAskedByBallot(tx, institutionId, waveId)
  if (asked.wave.collects !== 'online') throw new Refusal('not-found')
  const when = opennessOf(asked.wave, today)
  if (when !== 'open') throw new Refusal('wave-not-taking', { when, day: asked.wave.opened_on })
  return asked
}
