import { type PersonScoreInput, personScore } from '@milepost/appraisal/personScore'
import { scoreAppraisals } from '@milepost/contract/appraise/appraisals'
import { Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { latestOfficialRun, officialCardScores } from '../../run/published.ts'
import { appraisalRows, isDecided, lockCycle } from '../data.ts'
import { missingOf } from '../enrolment/missing.ts'
import { groupedBy } from '../groupedBy.ts'
import { type RatersOfOne, readRaters } from '../raters/raters.ts'
import { listRatings } from '../rating/data.ts'
import { rulesOf } from '../rulePack.ts'
import { type ScoredAppraisal, saveScores } from './data.ts'
import { headScoresOf, type Raters } from './headScores.ts'

const givenItems = z.record(z.string(), z.string())

/** Scores everybody from the official run and the ratings as they stand; may be repeated until grades are decided, and then they are proposed anew. */
export const scoreAppraisalsRoute = serve(scoreAppraisals, {
  run: async ({ tx, institutionId, input, library, today, audit }) => {
    await lockCycle(tx, institutionId, input.cycleId)
    const run = await latestOfficialRun(tx, institutionId, input.cycleId)
    if (!run) throw new Refusal('no-official-scores')
    const rows = await appraisalRows(tx, institutionId, input.cycleId).execute()
    if (rows.some((row) => isDecided(row.state))) throw new Refusal('grades-already-decided')
    const cards = new Map(
      (await officialCardScores(tx, institutionId, run.runId)).flatMap((card) => (card.personId === null ? [] : [[card.personId, card]])),
    )
    const ratings = groupedBy(await listRatings(tx, institutionId, input.cycleId), (rating) => rating.appraisal_id)
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const rated = rows.map((row) => ({ appraisalId: row.appraisal_id, personId: row.person_id, unitId: row.unit_id }))
    const raters = await readRaters(tx, { institutionId, cycle, today, library }, rated)
    const {
      ratings: rules,
      heads: { weights },
    } = rulesOf(library)
    const missing: { personId: string; name: string; because: { zh: string; en: string } }[] = []
    const scored: ScoredAppraisal[] = []
    for (const [at, row] of rows.entries()) {
      const card = cards.get(row.person_id)
      const { heads, combined } = headScoresOf({
        card: card ? { runId: run.runId, cardId: card.cardId, score: card.score } : null,
        ratings: (ratings.get(row.appraisal_id) ?? []).map((one) => ({
          group: one.rater_group,
          items: givenItems.parse(one.items),
          place: one.on_behalf_of ?? one.rater_person_id,
        })),
        raters: ratersCounted(raters[at]),
        library,
        rules,
      })
      const taken: PersonScoreInput = { heads, weights, veto: null }
      const result = personScore(taken)
      const official = result.kind === 'undefined' ? null : result.official
      scored.push({
        appraisalId: row.appraisal_id,
        runId: run.runId,
        input: { ...taken, combined, rulePack: library.appraisalRules.version, provisional: card?.provisional ?? false },
        result,
        official,
      })
      if (isGraded(row.participation))
        for (const because of missingOf(result)) missing.push({ personId: row.person_id, name: row.name, because })
    }
    await saveScores(tx, institutionId, scored)
    audit({ kind: 'cycle', id: input.cycleId, detail: { runId: run.runId, scored: scored.filter((one) => one.official !== null).length } })
    return { scored: scored.filter((one) => one.official !== null).length, missing }
  },
})

/** Superiors who were let off or waived do not count, nor do their days. */
function ratersCounted(of: RatersOfOne | undefined): Raters {
  const rating = new Set((of?.raters ?? []).flatMap((one) => (one.group === 'superior' ? [one.onBehalfOf ?? one.personId] : [])))
  const superiors = (of?.superiors ?? []).filter((one) => rating.has(one.personId))
  return { headsUnits: of?.headsUnits ?? false, superiors, withoutSuperior: (of?.superiors.length ?? 0) > 0 && superiors.length === 0 }
}

/** Who gets a comment only, or no grade by the rules, lacks nothing without a score. */
const isGraded = (participation: string) => participation === 'graded' || participation === 'within-ceiling'
