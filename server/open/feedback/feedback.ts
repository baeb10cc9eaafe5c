import { DONE } from '@milepost/contract/fields'
import { answerFeedback, listFeedback, sendFeedback } from '@milepost/contract/open/feedback'
import { Refusal } from '@milepost/contract/refusals'
import { listMeasures } from '../../design/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { refuseNames } from '../publication/refuseNames.ts'
import { countWaiting, insertFeedback, listFeedbackRows, listShownRows, saveAnswer } from './data.ts'

/** So many messages may wait for an answer; after that nothing more is taken, since nobody would read it. */
const MOST_WAITING = 200
const MOST_SHOWN = 30

/** Anybody, without signing in. Who it was is not kept, so nobody can be asked back and nobody can be found. */
export const sendFeedbackRoute = serve(sendFeedback, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    if ((await countWaiting(tx, institutionId)) >= MOST_WAITING) throw new Refusal('feedback-full')
    const feedbackId = newId()
    await insertFeedback(tx, institutionId, { feedbackId, saidOn: today, measureCode: input.measureCode, said: input.said })
    audit({ kind: 'public-feedback', id: feedbackId })
    return DONE
  },
})

export const listFeedbackRoute = serve(listFeedback, {
  run: async ({ tx, institutionId }) => {
    const names = new Map((await listMeasures(tx, institutionId)).map(({ code, name }) => [code, name]))
    return {
      feedback: (await listFeedbackRows(tx, institutionId)).map((row) => ({
        feedbackId: row.feedback_id,
        saidOn: row.said_on,
        measureCode: row.measure_code,
        measureName: names.get(row.measure_code) ?? null,
        said: row.said,
        state: row.state,
        answer: row.answer,
        shown: row.shown,
        answeredOn: row.answered_on,
        answeredBy: row.answered_by,
      })),
    }
  },
})

/** Message and answer appear on the page only if the office says so, and only if neither names anybody on the staff. */
export const answerFeedbackRoute = serve(answerFeedback, {
  run: async ({ tx, institutionId, input, today, actor, audit }) => {
    const { feedbackId, outcome, answer } = input
    const shown = input.shown && outcome === 'answered'
    const row = (await listFeedbackRows(tx, institutionId)).find((one) => one.feedback_id === feedbackId)
    if (!row) throw new Refusal('not-found')
    if (shown) {
      const texts = { '/answer': answer, '/said': row.said }
      await refuseNames(tx, institutionId, { days: { from: row.said_on, to: today }, texts })
    }
    const saved = await saveAnswer(tx, institutionId, { feedbackId, state: outcome, answer, shown, on: today, by: actor.name })
    if (!saved) throw new Refusal('feedback-answered')
    audit({ kind: 'public-feedback', id: feedbackId, detail: { outcome, shown } })
    return DONE
  },
})

/** What the public page shows: messages with their answers, no more than fit a page. */
export async function shownFeedback(tx: Tx, institutionId: string) {
  return (await listShownRows(tx, institutionId, MOST_SHOWN)).flatMap((row) =>
    row.answered_on === null
      ? []
      : [{ saidOn: row.said_on, measureCode: row.measure_code, said: row.said, answer: row.answer, answeredOn: row.answered_on }],
  )
}
