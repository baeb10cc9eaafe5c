import { readMeasureLibrary } from '@milepost/contract/design/measures'
import { closeWave, createQuestionnaire, importAnswers, openWave } from '@milepost/contract/diagnose/waves'
import { feedSurveyMeasure } from '@milepost/contract/run/scores'
import { CAST } from '../cast.ts'
import { chanceOf, within } from '../chance.ts'
import { LIKED, ROAD_USERS, SATISFACTION } from '../content/satisfaction.ts'
import type { Scene } from '../scene.ts'
import { tableOf } from '../tables.ts'
import { type Periods, periodOf } from './values.ts'

export const registerSatisfaction = async (scene: Scene): Promise<string> =>
  (await scene.act(CAST.office, createQuestionnaire, { ...SATISFACTION })).questionnaireId

type Asked = {
  readonly questionnaireId: string
  readonly periods: Periods
  readonly period: string
  readonly from: string
  readonly to: string
  readonly lift: number
}

/** Road users are asked once in each half-year; what they say is the satisfaction measure of the institution's card. */
export async function askRoadUsers(scene: Scene, asked: Asked): Promise<void> {
  const { questionnaireId, period } = asked
  scene.clock.moveTo(asked.from)
  const { waveId } = await scene.act(CAST.office, openWave, {
    questionnaireId,
    name: { zh: `公路使用者满意度 ${period}`, en: `Road-user satisfaction ${period}` },
    openedOn: asked.from,
    strata: ROAD_USERS.map(({ code, name }) => ({ code, name, population: null })),
  })
  scene.clock.moveTo(asked.to)
  const chance = chanceOf(`road users/${period}`)
  const sheets = ROAD_USERS.flatMap((stratum) =>
    Array.from({ length: stratum.answers }, () => {
      const leaning = chance.around(asked.lift, 0.4)
      const answers = Object.entries(LIKED).map(([code, liked]) => [
        code,
        String(within(Math.round(liked + leaning + chance.around(0, 0.6)), 1, 5)),
      ])
      return { stratum: stratum.code, ...Object.fromEntries(answers) }
    }),
  )
  await scene.bring(CAST.office, importAnswers, { waveId, step: 'save' }, tableOf(`satisfaction-${period}.csv`, sheets))
  await scene.act(CAST.office, closeWave, { waveId })
  const { measures } = await scene.act(CAST.office, readMeasureLibrary, {})
  const measureId = measures.find(({ code }) => code === 'PS07')?.measureId ?? ''
  const periodId = periodOf(asked.periods, period)
  const { actual, n } = await scene.act(CAST.office, feedSurveyMeasure, {
    measureId,
    periodId,
    holder: { kind: 'institution' },
    waveId,
    items: Object.keys(LIKED),
  })
  scene.say({
    zh: `公众满意度 ${period}：${Number(actual).toFixed(1)} 分（${n} 份）`,
    en: `Road-user satisfaction ${period}: ${Number(actual).toFixed(1)} (${n} answers)`,
  })
}
