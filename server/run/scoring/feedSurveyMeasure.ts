import { Refusal } from '@milepost/contract/refusals'
import { feedSurveyMeasure } from '@milepost/contract/run/scores'
import { exactFromNumber } from '@milepost/exact/exact'
import { toDecimalString } from '@milepost/exact/rounding'
import { listMeasures } from '../../design/published.ts'
import { surveyIndex } from '../../diagnose/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { lockOpenPeriod } from '../periods/lockOpenPeriod.ts'
import { waitForOtherWriters } from '../values/insertData.ts'
import { saveStatements } from '../values/saveStatements.ts'

/** A wave's satisfaction items as the value of a measure, with the number of people behind it; the source names the wave. */
export const feedSurveyMeasureRoute = serve(feedSurveyMeasure, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    await waitForOtherWriters(tx, institutionId)
    const [measure] = await listMeasures(tx, institutionId, { measureIds: [input.measureId] })
    const period = await lockOpenPeriod(tx, institutionId, input.periodId)
    const survey = await surveyIndex(tx, institutionId, { waveId: input.waveId, items: input.items })
    if (!measure || !survey) throw new Refusal('not-found')
    if (survey.index === null) throw new Refusal('survey-index-missing')
    const actual = toDecimalString(exactFromNumber(survey.index), 6)
    const note = `${survey.wave.zh} / ${survey.wave.en}: ${input.items.join(', ')}`
    const [saved] = await saveStatements(tx, institutionId, {
      period,
      values: [{ measure, holder: input.holder, actual, n: survey.n, numerator: null, denominator: null, detail: null, note }],
      by: { source: `wave ${survey.wave.zh}`, recordedAt: now, recordedByAccountId: actor.accountId, recordedBy: actor.name },
    })
    const verdict = saved?.verdict ?? 'same'
    audit({ kind: 'measure', id: measure.measureId, detail: { period: period.code, waveId: input.waveId, actual, n: survey.n, verdict } })
    return { verdict, actual, n: survey.n }
  },
})
