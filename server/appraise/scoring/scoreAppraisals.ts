import { scoreAppraisals } from '@milepost/contract/appraise/appraisals'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { appraisalRows, isDecided, lockCycle } from '../data.ts'
import { saveScores } from './data.ts'
import { scoreRows } from './scoreRows.ts'

/** Scores everybody from the official run and the ratings as they stand; may be repeated until grades are decided, and then they are proposed anew. */
export const scoreAppraisalsRoute = serve(scoreAppraisals, {
  run: async ({ tx, institutionId, input, library, today, audit }) => {
    await lockCycle(tx, institutionId, input.cycleId)
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const all = await appraisalRows(tx, institutionId, input.cycleId).execute()
    const rows = all.filter((row) => !isDecided(row.state))
    const { runId, scored, missing } = await scoreRows(tx, { institutionId, cycle, library, today }, rows)
    // what is decided stays; a reopened appraisal is scored anew by itself
    if (rows.length === 0 && all.length > 0) throw new Refusal('grades-already-decided')
    await saveScores(tx, institutionId, scored)
    const scores = scored.flatMap(({ appraisalId, official }) => (official === null ? [] : [{ appraisalId, score: official }]))
    audit({ kind: 'cycle', id: input.cycleId, detail: { runId, scored: scores.length, scores } })
    return { scored: scores.length, missing }
  },
})
