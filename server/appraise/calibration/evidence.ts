import { readEvidence } from '@milepost/contract/appraise/evidence'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { checkInsOf, incidentsOf, type PlanResult, planResults } from '../../run/published.ts'
import { appraisalDetail } from '../scoring/readAppraisal.ts'
import { submittedReport } from '../selfReport/data.ts'
import { votedFigures } from '../votes/readVote.ts'
import { earlierGrades } from './data.ts'

/** Everything on record about one person's year that a vote may rest on; who gave which rating is no part of it. */
export const readEvidenceRoute = serve(readEvidence, {
  run: async ({ tx, institutionId, input, library }) => {
    const detail = await appraisalDetail(tx, { institutionId, ...input, library })
    if (!detail) throw new Refusal('not-found')
    const { appraisal, heads, cardId, runId } = detail
    const lines = cardId !== null && runId !== null ? await planResults(tx, institutionId, { runId, cardId }) : null
    const talks = await checkInsOf(tx, institutionId, input.personId, input.cycleId)
    const incidents = await incidentsOf(tx, institutionId, input)
    return {
      appraisal: { ...appraisal, voted: (await votedFigures(tx, institutionId, input.cycleId)).get(input.personId) ?? null },
      heads,
      plan: cardId !== null && lines !== null ? { cardId, lines: lines.map((line) => ({ ...line, flags: toldOf(line) })) } : null,
      checkIns: talks.map(({ checkInId, heldOn, progress, confirmedByPersonAt }) => ({
        checkInId,
        heldOn,
        progress,
        confirmed: confirmedByPersonAt !== null,
      })),
      incidents: incidents.map(({ incidentId, happenedOn, sign, what, effect, files, confirmedAt }) => ({
        ...{ incidentId, happenedOn, sign, what, effect, files },
        confirmed: confirmedAt !== null,
      })),
      report: await submittedReport(tx, institutionId, appraisal.appraisalId),
      earlier: await earlierGrades(tx, institutionId, input),
    }
  },
})

const TOLD = ['missing-as-zero', 'partial', 'capped', 'floored'] as const
const toldOf = (line: PlanResult) => TOLD.filter((flag) => line.flags.includes(flag))
