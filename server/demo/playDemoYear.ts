import type { Services } from '../platform/http/services.ts'
import type { Say } from './scene.ts'
import { foundBureau } from './stages/foundBureau.ts'
import { playThisYear } from './years/playThisYear.ts'
import { playWholeYear } from './years/playWholeYear.ts'

/**
 * One invented bureau lives through 2025 in all seven rooms and stands in the middle of 2026, by the same endpoints a user calls, each act
 * by a named person and on its own day. Of 2026 only what is over by `services.now()` has happened.
 */
export async function playDemoYear(services: Services, say: Say): Promise<void> {
  const scene = await foundBureau(services, say)
  const lastYear = await playWholeYear(scene)
  await playThisYear(scene, { ...lastYear, today: services.now() })
}
