import { playDemoYear } from '../demo/playDemoYear.ts'
import type { Services } from '../platform/http/services.ts'

/** The demo bureau, once: an installation that already has an institution is left alone. */
export async function makeDemo(services: Services): Promise<void> {
  const any = await services.database.asOwner((tx) => tx.selectFrom('institution').select('institution_id').limit(1).executeTakeFirst())
  if (any) return
  console.log('Making the demo bureau: one year through all seven rooms · 正在生成演示单位（一年、七个环节）')
  const started = performance.now()
  await playDemoYear(services, (step) => console.log(`  ${step.zh} · ${step.en}`))
  console.log(`  ${Math.round((performance.now() - started) / 1000)} s`)
}
