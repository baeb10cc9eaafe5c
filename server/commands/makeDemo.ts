import { playDemoYear } from '../demo/playDemoYear.ts'
import type { Services } from '../platform/http/services.ts'
import { say, type Terminal } from './speaking.ts'

/** The demo bureau, once: an installation that already has an institution is left alone. */
export async function makeDemo(terminal: Terminal, services: Services): Promise<void> {
  const any = await services.database.asOwner((tx) => tx.selectFrom('institution').select('institution_id').limit(1).executeTakeFirst())
  if (any) return
  say(terminal, { zh: '正在生成演示单位：一年，七个环节', en: 'Making the demo bureau: one year through all seven rooms' })
  const started = performance.now()
  await playDemoYear(services, (step) => say(terminal, { zh: `  ${step.zh}`, en: `  ${step.en}` }))
  const seconds = Math.round((performance.now() - started) / 1000)
  say(terminal, { zh: `  用时 ${seconds} 秒`, en: `  ${seconds} s` })
}
