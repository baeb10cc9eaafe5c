import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { foundBureau } from '../../server/demo/stages/foundBureau.ts'
import { playWholeYear } from '../../server/demo/years/playWholeYear.ts'
import { cookieRoutes } from '../../server/institution/session/cookieRoutes.ts'
import { openServices } from '../../server/openServices.ts'
import { buildApp } from '../../server/platform/http/app.ts'
import { ROUTES } from '../../server/routes.ts'
import { afterwards, publishing } from './year12/afterwards.ts'
import { decision } from './year12/decision.ts'
import { openBrowser } from './year12/desk.ts'
import { planAndRun } from './year12/planAndRun.ts'
import { Play } from './year12/play.ts'
import { rating } from './year12/rating.ts'

/**
 * The year 2025 of the demonstration from the diagnosis to the public page, on its own clock, with the acts of its people done by them in
 * browsers, at a desk or on a phone: `npx tsx e2e/plays/year12.ts FOLDER` (a new folder; needs a build). Afterwards the program is stopped and
 * `milepost doctor --year` works everything out anew from the raw tables. It ends with 1 if anybody could not do their part, a norm is broken
 * without a waiver, or the doctor finds a difference. MILEPOST_PICTURES names a folder for pictures. It takes some minutes and is no part of the test run.
 */
const folder = process.argv[2] ?? ''
if (folder === '') throw new Error('the folder of the data is missing')
const services = await openServices({ folder: path.resolve(folder) })
const scene = await foundBureau(services, ({ en }) => console.log(`      ${en}`))
const now = () => {
  scene.clock.pass()
  return scene.clock.now()
}
const app = await buildApp({
  services: { ...services, now },
  routes: ROUTES,
  extra: cookieRoutes({ ...services, now }),
  webFolder: path.resolve('dist/web'),
  logLevel: 'error',
})
const address = await app.listen({ port: 0, host: '127.0.0.1' })
const browser = await openBrowser()
const play = new Play(scene, browser, address)
planAndRun(play)
rating(play)
decision(play)
publishing(play)
await playWholeYear(scene)
const cycleId = (
  await services.database.inInstitution(scene.institutionId, (tx) =>
    tx.selectFrom('cycle').select('cycle_id').where('year', '=', 2025).executeTakeFirstOrThrow(),
  )
).cycle_id
await afterwards(play, cycleId)
await browser.close()
await app.close()
await services.database.close()

const doctor = spawnSync(process.execPath, ['dist/server/cli.js', 'doctor', '--year', '2025', '--folder', folder], { encoding: 'utf8' })
console.log(doctor.stdout, doctor.stderr)
const faults = play.told.filter(({ fault }) => fault !== null)
for (const left of scene.handsLeft()) console.log(`NOT PLAYED  ${left}`)
console.log(
  `${play.told.length} parts by ${new Set(play.told.map(({ role }) => role)).size} roles, ${faults.length} went wrong; doctor ended with ${doctor.status}`,
)
process.exitCode = faults.length === 0 && scene.handsLeft().length === 0 && doctor.status === 0 ? 0 : 1
