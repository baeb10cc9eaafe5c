import type { Candidate } from '@milepost/appraisal/candidateOrder'
import { proposeGrades as propose } from '@milepost/appraisal/seatProposal'
import { seatRate } from '@milepost/appraisal/seatRate'
import { excellentSeats } from '@milepost/appraisal/seats'
import { participation, proposeGrades } from '@milepost/contract/appraise/appraisals'
import { Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { type AppraisalRow, appraisalRows, lockCycle } from '../data.ts'
import { listRatings } from '../rating/data.ts'
import { rulesOf } from '../rulePack.ts'
import { insertSeatRun, latestSeatRun, saveProposals } from './data.ts'

/** One pool of seats: the institution. Pools by unit with a carry-over ledger are the engine's, for the calibration room. */
const POOL = 'institution'
const criteriaGrade = z.enum(['excellent', 'qualified', 'basic', 'unqualified'])
const verdict = z.enum(['graded', 'within-ceiling', 'unqualified', 'none', 'none-yet', 'elsewhere'])
const taken = z.object({ provisional: z.boolean().default(false) })
const scored = z.object({ total: z.string(), contributions: z.array(z.object({ head: z.string(), score: z.string().nullable() })) })

/** Seats under the cap, candidates in order, ties left to the committee. It proposes; people decide. */
export const proposeGradesRoute = serve(proposeGrades, {
  run: async ({ tx, institutionId, input, library, now, actor, audit }) => {
    await lockCycle(tx, institutionId, input.cycleId)
    const rows = await appraisalRows(tx, institutionId, input.cycleId).execute()
    if (rows.some((row) => row.state === 'decided' || row.state === 'final')) throw new Refusal('grades-already-decided')
    if (!rows.some((row) => row.official_score !== null)) throw new Refusal('no-official-scores')
    const rules = rulesOf(library)
    const rate = seatRate(input.grounds, input.approval, rules.seatRate)
    if (rate.kind === 'undefined') throw new Refusal('seat-rate-unclear', { because: rate.because })
    const criteria = new Map(
      (await listRatings(tx, institutionId, input.cycleId)).flatMap((one) =>
        one.rater_group === 'superior' && one.criteria_grade ? [[one.appraisal_id, one.criteria_grade]] : [],
      ),
    )
    const base = rows.filter((row) => participation.parse(row.participation_rule).inSeatBase).length
    const seats = excellentSeats({ people: base, basisPoints: rate.basisPoints })
    const proposal = propose(
      rows.map((row) => candidateOf(row, criteria.get(row.appraisal_id))),
      { [POOL]: seats },
      rules.proposal,
    )
    await saveProposals(
      tx,
      institutionId,
      proposal.proposals.map((one) => ({ appraisalId: one.person, grade: one.proposed, standing: one.standing })),
    )
    const revision = ((await latestSeatRun(tx, institutionId, input.cycleId))?.revision ?? 0) + 1
    await insertSeatRun(tx, {
      institutionId,
      seatRunId: newId(),
      cycleId: input.cycleId,
      revision,
      rateBp: rate.basisPoints,
      ground: rate.ground,
      approval: rate.approval,
      base,
      seats,
      result: { ...proposal, citation: rate.citation, threshold: rules.proposal.threshold },
      at: now,
      by: actor.name,
    })
    const proposedExcellent = proposal.proposals.filter((one) => one.proposed === 'excellent').length
    audit({ kind: 'cycle', id: input.cycleId, detail: { revision, base, rateBp: rate.basisPoints, seats, proposedExcellent } })
    return { base, rateBp: rate.basisPoints, seats, proposedExcellent, ties: proposal.ties.length }
  },
})

/** A score that rests on a provisional plan score takes no part in the ranking (the committee may still look at it). */
function candidateOf(row: AppraisalRow, criteria: string | undefined): Candidate {
  const result = scored.safeParse(row.score_result)
  const provisional = taken.safeParse(row.score_input).data?.provisional ?? false
  const results = result.success ? (result.data.contributions.find((one) => one.head === 'results')?.score ?? null) : null
  return {
    person: row.appraisal_id,
    pool: POOL,
    verdict: verdict.parse(row.participation),
    ceiling: null,
    criteriaGrade: criteria === undefined ? null : criteriaGrade.parse(criteria),
    score: result.success && !provisional ? result.data.total : null,
    tieBreaks: { 'results-score': results },
  }
}
