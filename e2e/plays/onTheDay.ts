import path from 'node:path'
import { createInterface } from 'node:readline'
import { DemoClock } from '../../server/demo/demoClock.ts'
import { cookieRoutes } from '../../server/institution/session/cookieRoutes.ts'
import { openServices } from '../../server/openServices.ts'
import { buildApp } from '../../server/platform/http/app.ts'
import { ROUTES } from '../../server/routes.ts'

/**
 * Serves a folder of the demonstration as on a day of the past: `npx tsx e2e/plays/onTheDay.ts FOLDER 2026-01-14 [PORT [WEB]]` (needs a build). A day
 * on a line of the standard input moves the clock on, to nine in the morning; the end of the input ends the program.
 */
const [folder = '', day = '', port = '0', web = 'dist/web'] = process.argv.slice(2)
const clock = new DemoClock(day)
const opened = await openServices({ folder: path.resolve(folder) })
const services = {
  ...opened,
  now: () => {
    clock.pass()
    return clock.now()
  },
}
const app = await buildApp({
  services,
  routes: ROUTES,
  extra: cookieRoutes(services),
  webFolder: path.resolve(web),
  logLevel: 'error',
})
console.log(await app.listen({ port: Number(port), host: '127.0.0.1' }))
for await (const line of createInterface({ input: process.stdin })) {
  clock.moveTo(line.trim())
  console.log(clock.now().toISOString())
}
await app.close()
await opened.database.close()
