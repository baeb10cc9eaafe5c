import { grade } from '@milepost/contract/appraise/appraisals'
import { readDecision } from '@milepost/contract/appraise/decision'
import { serve } from '../../platform/http/serve.ts'
import { appraisalRows } from '../data.ts'
import { findDecision, listDecisionLines } from './data.ts'
import { storedVote } from './votes.ts'

export const readDecisionRoute = serve(readDecision, {
  run: async ({ tx, institutionId, input }) => {
    const decision = await findDecision(tx, institutionId, input.cycleId)
    if (!decision) return { decision: null }
    const rows = new Map((await appraisalRows(tx, institutionId, input.cycleId).execute()).map((row) => [row.appraisal_id, row]))
    const lines = await listDecisionLines(tx, institutionId, decision.decision_id)
    return {
      decision: {
        decidedOn: decision.decided_on,
        minutes: decision.minutes,
        present: decision.present.map((one) => one.name),
        recordedBy: decision.recorded_by,
        vote: storedVote.parse(decision.vote),
        changed: lines
          .filter((line) => line.reason_code !== 'as-proposed' || line.vote !== null)
          .map((line) => {
            const row = rows.get(line.appraisal_id)
            const from = row?.proposed_grade ?? null
            return {
              name: row?.name ?? '',
              from: from === null ? null : grade.parse(from),
              to: grade.parse(line.grade),
              reason: line.reason,
              vote: storedVote.parse(line.vote),
            }
          }),
      },
    }
  },
})
