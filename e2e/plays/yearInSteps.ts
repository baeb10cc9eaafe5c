import { cp } from 'node:fs/promises'
import path from 'node:path'
import { proposeGrades } from '@milepost/contract/appraise/appraisals'
import { decideGrades } from '@milepost/contract/appraise/decision'
import { answerObjection } from '@milepost/contract/appraise/notice'
import { importRatings } from '@milepost/contract/appraise/ratings'
import { serveResults, signOpinion } from '@milepost/contract/appraise/results'
import type { Endpoint } from '@milepost/contract/endpoint'
import { CAST } from '../../server/demo/cast.ts'
import { foundBureau } from '../../server/demo/stages/foundBureau.ts'
import { playWholeYear } from '../../server/demo/years/playWholeYear.ts'
import { openServices } from '../../server/openServices.ts'

/**
 * Plays 2025 of the demonstration and keeps a copy of its folder as it stands before each turn of the appraisal, to be looked at with
 * `onTheDay.ts`: `npx tsx e2e/plays/yearInSteps.ts FOLDER` (a new folder; the copies lie beside it as FOLDER-1-rating and so on).
 */
const TURNS: readonly { readonly name: string; readonly who?: string; readonly before: Endpoint }[] = [
  { name: '1-rating', before: importRatings },
  { name: '2-calibration', before: proposeGrades },
  { name: '3-decision', who: CAST.director, before: decideGrades },
  { name: '4-notice', who: CAST.discipline, before: answerObjection },
  { name: '5-serving', before: serveResults },
  { name: '6-signing', who: CAST.worker, before: signOpinion },
]

const folder = path.resolve(process.argv[2] ?? '')
if (process.argv[2] === undefined) throw new Error('the folder of the data is missing')
const services = await openServices({ folder })
const scene = await foundBureau(services, ({ en }) => console.log(en))
for (const { name, who = CAST.office, before } of TURNS)
  scene.byHand({
    username: who,
    endpoint: before.name,
    act: async () => {
      // nobody else acts meanwhile, and what is committed is on disk
      await cp(folder, `${folder}-${name}`, { recursive: true, filter: (file) => !file.endsWith('.sock') })
      console.log(`kept: ${folder}-${name}, the clock shows ${scene.clock.now().toISOString()}`)
      if (name === TURNS.at(-1)?.name) {
        await services.database.close()
        process.exit(0)
      }
      return undefined
    },
  })
await playWholeYear(scene)
throw new Error('the year ended before its last turn')
