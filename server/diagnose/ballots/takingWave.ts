import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { findBallotWave } from '../waves/data.ts'
import { findAskedByBallot } from '../waves/findAsked.ts'

type Days = { readonly opened_on: string; readonly closes_on: string | null; readonly closed_on: string | null }

export function opennessOf(wave: Days, today: string): 'open' | 'not-yet' | 'closed' {
  if (wave.closed_on !== null || (wave.closes_on !== null && today > wave.closes_on)) return 'closed'
  return today < wave.opened_on ? 'not-yet' : 'open'
}

/** A wave that takes ballots today; refused with the reason when it does not. */
export async function takingWave(tx: Tx, institutionId: string, waveId: string, today: string) {
  const wave = await findBallotWave(tx, institutionId, waveId).executeTakeFirst()
  if (!wave) throw new Refusal('not-found')
  refuseUnlessTaking(wave, today)
  return wave
}

/** The same with what is asked and of whom. */
export async function takingWaveAsked(tx: Tx, institutionId: string, waveId: string, today: string) {
  const asked = await findAskedByBallot(tx, institutionId, waveId)
  refuseUnlessTaking(asked.wave, today)
  return asked
}

function refuseUnlessTaking(wave: Days & { readonly collects: string }, today: string): void {
  if (wave.collects !== 'online') throw new Refusal('not-found')
  const when = opennessOf(wave, today)
  if (when !== 'open') throw new Refusal('wave-not-taking', { when, day: wave.opened_on })
}
