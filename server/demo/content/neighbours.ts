import type { PublicMeasure, PublicSnapshot } from '@milepost/contract/open/publications'
import type { Bilingual } from '@milepost/terms/bilingual'
import { chanceOf, within } from '../chance.ts'

/** Invented bureaus of the same province, each under conditions of its own. */
export const NEIGHBOURS: readonly Bilingual[] = [
  { zh: '北原市公路事业发展中心', en: 'Beiyuan Highway Centre' },
  { zh: '东岭市公路事业发展中心', en: 'Dongling Highway Centre' },
  { zh: '西川市公路事业发展中心', en: 'Xichuan Highway Centre' },
  { zh: '南浦市公路事业发展中心', en: 'Nanpu Highway Centre' },
  { zh: '云山市公路事业发展中心', en: 'Yunshan Highway Centre' },
  { zh: '平湖市公路事业发展中心', en: 'Pinghu Highway Centre' },
  { zh: '安阜市公路事业发展中心', en: 'Anfu Highway Centre' },
  { zh: '高陵市公路事业发展中心', en: 'Gaoling Highway Centre' },
]

const HILLS = [62, 18, 71, 9, 83, 12, 35, 54] as const

/** What such a bureau has published: the same measures, better or worse by its own way of working and by the hills it lies in. */
export function neighbourOf(ours: PublicSnapshot, name: Bilingual, at: number): PublicSnapshot {
  const chance = chanceOf(`neighbour/${at}`)
  const hills = HILLS[at] ?? 40
  const leaning = chance.around(0, 3) - (hills - 41) / 20
  const perspectives = ours.perspectives.map((perspective) => {
    const measures = perspective.measures.map((measure) => moved(measure, leaning + chance.around(0, 4)))
    return { ...perspective, measures, score: meanOf(measures) }
  })
  const measures = perspectives.flatMap((one) => one.measures)
  const official = meanOf(measures)
  return {
    ...ours,
    institution: { zh: name.zh, en: name.en },
    score: { ...ours.score, official, band: bandOf(official), onTarget: measures.filter(({ reached }) => reached).length },
    perspectives: perspectives.map((one) => ({ ...one, band: bandOf(one.score) })),
    conditions: {
      traffic: String(Math.round(9000 - hills * 40 + chance.around(0, 900))),
      mountain: String(hills),
      wetDays: String(96 + at * 5),
    },
    story: { zh: '本页为演示数据，单位名称为虚构。', en: 'Demonstration data of an invented bureau.' },
    contact: { zh: '绩效办公室 0000-0000000', en: 'Performance office, tel. 0000-0000000' },
  }
}

/** A measure some points better or worse; the figure moves with its score. */
function moved(measure: PublicMeasure, points: number): PublicMeasure {
  if (measure.score === null || measure.actual === null) return measure
  const score = within(Number(measure.score) + points, 0, 120)
  const share = 1 + points / (measure.better === 'down' ? -200 : 200)
  const digits = measure.actual.split('.')[1]?.length ?? 0
  const actual = (measure.better === 'band' ? Number(measure.actual) : Number(measure.actual) * share).toFixed(digits)
  const capped = measure.unit.zh === '%' && Number(actual) > 100 ? (100).toFixed(digits) : actual
  return {
    ...measure,
    score: score.toFixed(2),
    actual: capped,
    band: bandOf(score.toFixed(2)),
    reached: score >= 100,
    trend: [],
    periods: [],
    miss: { zh: '', en: '' },
  }
}

function meanOf(measures: readonly PublicMeasure[]): string | null {
  const scores = measures.flatMap(({ score }) => (score === null ? [] : [Number(score)]))
  return scores.length === 0 ? null : (scores.reduce((sum, one) => sum + one, 0) / scores.length).toFixed(2)
}

function bandOf(score: string | null): string {
  if (score === null) return 'missing'
  return Number(score) >= 90 ? 'A' : Number(score) >= 80 ? 'B' : Number(score) >= 60 ? 'C' : 'D'
}
