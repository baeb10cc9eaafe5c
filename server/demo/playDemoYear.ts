import type { Services } from '../platform/http/services.ts'
import { MOOD_2025 } from './content/diagnosis.ts'
import type { Say } from './scene.ts'
import { choose } from './stages/choose.ts'
import { diagnose } from './stages/diagnose.ts'
import { foundBureau } from './stages/foundBureau.ts'

/** One invented bureau lives through a year of all seven rooms, by the same endpoints a user calls, each act by a named person. */
export async function playDemoYear(services: Services, say: Say): Promise<void> {
  const scene = await foundBureau(services, say)
  await diagnose(scene, MOOD_2025)
  await choose(scene)
}
