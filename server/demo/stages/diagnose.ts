import { recordFindings } from '@milepost/contract/diagnose/results'
import { closeWave, createQuestionnaire, importAnswers, openWave } from '@milepost/contract/diagnose/waves'
import { instrumentOfLibrary, personalItemsOfLibrary } from '../../diagnose/waves/instrumentOfLibrary.ts'
import type { Library } from '../../platform/library.ts'
import { CAST } from '../cast.ts'
import { chanceOf, within } from '../chance.ts'
import { ASKED_OF_SELF, FINDINGS, type Mood, STRATA, selfOf } from '../content/diagnosis.ts'
import type { Scene } from '../scene.ts'
import { tableOf } from '../tables.ts'
import { board } from './board.ts'
import { interview } from './interviews.ts'

/** One wave of the 44 items, and three about the person, in three strata. The same questionnaire is asked each time. */
export async function askWave(
  scene: Scene,
  given: { questionnaireId: string; name: { zh: string; en: string }; openedOn: string; closedOn: string; mood: Mood },
): Promise<string> {
  scene.clock.moveTo(given.openedOn)
  const { waveId } = await scene.act(CAST.office, openWave, {
    questionnaireId: given.questionnaireId,
    name: given.name,
    openedOn: given.openedOn,
    strata: STRATA.map(({ code, name, population }) => ({ code, name, population })),
  })
  scene.clock.moveTo(given.closedOn, '16:00')
  await scene.bring(CAST.office, importAnswers, { waveId, step: 'save' }, answersTable(scene.services.library, given.mood, given.openedOn))
  await scene.act(CAST.office, closeWave, { waveId })
  return waveId
}

export async function diagnose(scene: Scene, mood: Mood): Promise<{ questionnaireId: string; waveId: string }> {
  scene.clock.moveTo('2025-01-06')
  const { library } = scene.services
  const { id, title } = library.questionnaire
  const instrument = instrumentOfLibrary(library)
  const ofSelf = personalItemsOfLibrary(library).filter(({ code }) => ASKED_OF_SELF.some((one) => one === code))
  const { questionnaireId } = await scene.act(CAST.office, createQuestionnaire, {
    code: id,
    title,
    instrument: { ...instrument, items: [...instrument.items, ...ofSelf] },
  })
  const name = { zh: '2025 年第一轮诊断调查', en: 'Diagnosis 2025, first wave' }
  const waveId = await askWave(scene, { questionnaireId, name, openedOn: '2025-01-06', closedOn: '2025-01-17', mood })
  scene.clock.moveTo('2025-01-20')
  await interview(scene, waveId)
  await scene.act(CAST.office, recordFindings, { waveId, findings: FINDINGS.map((finding) => ({ ...finding })) })
  await board(scene, waveId)
  scene.say({
    zh: '诊断：问卷、访谈、系统审计三条证据，确认环节缺失、缺乏规范、重视不足',
    en: 'Diagnose: survey, interviews and audit confirm missing links, missing norms, too little attention',
  })
  return { questionnaireId, waveId }
}

/** Agreement with a construct varies by stratum and person; some answers are left out and some do not apply. */
function answersTable(library: Library, mood: Mood, stream: string) {
  const chance = chanceOf(`answers/${stream}`)
  const selves = chanceOf(`who answers/${stream}`)
  const { items } = library.questionnaire
  const sheets = STRATA.flatMap((stratum) =>
    Array.from({ length: stratum.answers }, () => {
      const leaning = chance.around(stratum.lift, 0.35)
      // what one person thinks of one thing colours all answers about it
      const views = new Map(library.questionnaire.constructs.map(({ code }) => [code, chance.around(0, 0.6)]))
      return Object.fromEntries([
        ['stratum', stratum.code],
        ...selfOf(stratum.code, leaning - stratum.lift, selves),
        ...items.map((item) => {
          if (chance.often(0.012)) return [item.code, null]
          if (chance.often(0.008)) return [item.code, '不适用']
          const health = (mood[item.construct] ?? 3) + leaning + (views.get(item.construct) ?? 0) + chance.around(0, 0.5)
          const point = within(Math.round(item.reverse ? 6 - health : health), 1, 5)
          return [item.code, String(point)]
        }),
      ])
    }),
  )
  return tableOf('answers.csv', sheets)
}
