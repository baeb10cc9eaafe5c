import { feedPavementMeasures, importInspections } from '@milepost/contract/run/inspections'
import { CAST } from '../cast.ts'
import { type Chance, chanceOf, within } from '../chance.ts'
import { ROADS } from '../content/roads.ts'
import { PLACES, workAreaCode } from '../content/units.ts'
import type { Scene } from '../scene.ts'
import { skillIn } from '../skill.ts'
import { tableOf } from '../tables.ts'
import { type Periods, periodOf } from './values.ts'

/** The autumn road survey: two hundred sections are assessed, and the pavement measures are computed from them. */
export async function surveyRoads(scene: Scene, given: { periods: Periods; year: number; day: string }): Promise<void> {
  scene.clock.moveTo(given.day)
  const periodId = periodOf(given.periods, String(given.year))
  const sections = sectionsIn(given.year)
  await scene.bring(CAST.office, importInspections, { periodId, step: 'save' }, tableOf(`inspections-${given.year}.csv`, sections))
  const { recorded } = await scene.act(CAST.office, feedPavementMeasures, { periodId })
  scene.say({
    zh: `路况检测：${sections.length} 个路段按 JTG 5210 评定，写入 ${recorded} 个指标值`,
    en: `Road survey: ${sections.length} sections assessed by JTG 5210, ${recorded} values recorded`,
  })
}

const PIECE_KM = 5

function sectionsIn(year: number) {
  const chance = chanceOf(`roads/${year}`)
  const skill = skillIn(year)
  return PLACES.flatMap((place) =>
    (ROADS[place.code] ?? []).flatMap((road) =>
      Array.from({ length: road.km / PIECE_KM }, (_, at): Cells => {
        const from = at * PIECE_KM
        const concrete = road.concreteFromKm !== null && from >= road.concreteFromKm
        const unitCode = workAreaCode(place, at % place.areas.length)
        return {
          route: road.route,
          from: stake(from),
          to: stake(from + PIECE_KM),
          direction: 'both',
          roadClass: road.roadClass,
          pavement: concrete ? 'concrete' : 'asphalt',
          unitCode,
          ...found({ concrete, highClass: road.roadClass === 'class-1', care: skill({ kind: 'unit', code: unitCode }) }, chance),
        }
      }),
    ),
  )
}

type Cells = Readonly<Record<string, string>>

const stake = (km: number) => `K${km}+000`

/** What the survey vehicle and the inspectors note down; well kept sections are smoother and less broken. */
function found({ concrete, highClass, care }: { concrete: boolean; highClass: boolean; care: number }, chance: Chance): Cells {
  const wear = within(chance.around(2.12 - care, 0.4), 0.3, 3)
  const high: Cells = highClass
    ? {
        rd: (3 + wear * 4).toFixed(1),
        bumpsLight: String(chance.whole(0, 3)),
        bumpsMedium: chance.often(0.08 * wear) ? '1' : '0',
        bumpsHeavy: '0',
        wr: (4 + wear * 6).toFixed(1),
      }
    : {}
  return {
    iri: (concrete ? 2.4 + wear * 1.1 : 1.5 + wear * 1.15).toFixed(2),
    dr: (concrete ? wear ** 2.2 * 2.4 : wear ** 2.2 * 1.05).toFixed(3),
    ...high,
    sci: within(chance.around(94 - wear * 4, 2), 60, 100).toFixed(1),
    tci: within(chance.around(95 - wear * 5, 2.5), 55, 100).toFixed(1),
    bridge: chance.often(0.45) ? chance.pick(['1', '1', '2', '2', '2', '3']) : 'none',
    tunnel: 'none',
    culvert: chance.pick(['1', '2', '2', '2', '3', 'none']),
  }
}
