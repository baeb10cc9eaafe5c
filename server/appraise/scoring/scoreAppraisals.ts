import { daysBetween } from '@milepost/appraisal/days'
import { scoreOf } from '@milepost/appraisal/twoPosts'
import { scoreAppraisals } from '@milepost/contract/appraise/appraisals'
import { Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { type Cycle, findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { latestOfficialRun, officialCardScores } from '../../run/published.ts'
import { appraisalRows, isDecided, lockCycle } from '../data.ts'
import { missingOf } from '../enrolment/missing.ts'
import { groupedBy } from '../groupedBy.ts'
import { type ForPost, type RatersOfOne, ratedOf, readRaters } from '../raters/raters.ts'
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
    const all = await appraisalRows(tx, institutionId, input.cycleId).execute()
    const rows = all.filter((row) => !isDecided(row.state))
    // what is decided stays; a reopened appraisal is scored anew by itself
    if (rows.length === 0 && all.length > 0) throw new Refusal('grades-already-decided')
    const cards = new Map(
      (await officialCardScores(tx, institutionId, run.runId)).flatMap((card) => (card.personId === null ? [] : [[card.personId, card]])),
    )
    const ratings = groupedBy(await listRatings(tx, institutionId, input.cycleId), (rating) => rating.appraisal_id)
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const rated = rows.map(ratedOf)
    const raters = await readRaters(tx, { institutionId, cycle, today, library }, rated)
    const rulePack = rulesOf(library, cycle.endsOn)
    const {
      ratings: rules,
      heads: { weights },
    } = rulePack
    const missing: { personId: string; name: string; because: { zh: string; en: string } }[] = []
    const scored: ScoredAppraisal[] = []
    for (const [at, row] of rows.entries()) {
      const card = cards.get(row.person_id)
      const of = raters[at]
      const given = ratings.get(row.appraisal_id) ?? []
      const inPost = (forPost: ForPost) => {
        const { heads, combined } = headScoresOf({
          card: card ? { runId: run.runId, cardId: card.cardId, score: card.score } : null,
          ratings: given
            .filter((one) => one.for_post === forPost)
            .map((one) => ({
              group: one.rater_group,
              items: givenItems.parse(one.items),
              place: one.on_behalf_of ?? one.rater_person_id,
            })),
          raters: ratersCounted(of, forPost),
          library,
          rules,
        })
        return { heads, combined, weights, veto: null }
      }
      const main = inPost('main')
      const second = of?.second ? { taken: inPost('second'), days: of.second.days } : null
      const result = scoreOf(main, second, daysIn(cycle))
      const official = result.kind === 'undefined' ? null : result.official
      scored.push({
        appraisalId: row.appraisal_id,
        runId: run.runId,
        input: { ...main, second, rulePack: rulePack.version, provisional: card?.provisional ?? false },
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

const daysIn = ({ startsOn, endsOn }: Cycle) => daysBetween(startsOn, endsOn) + 1

/** Superiors who were let off or waived do not count, nor do their days. */
function ratersCounted(of: RatersOfOne | undefined, forPost: ForPost): Raters {
  const byPost = (forPost === 'main' ? of?.superiors : of?.second?.superiors) ?? []
  const rating = new Set(
    (of?.raters ?? []).flatMap((one) => (one.group === 'superior' && one.forPost === forPost ? [one.onBehalfOf ?? one.personId] : [])),
  )
  const superiors = byPost.filter((one) => rating.has(one.personId))
  const headsUnits = forPost === 'main' && (of?.headsUnits ?? false)
  return { headsUnits, superiors, withoutSuperior: byPost.length > 0 && superiors.length === 0 }
}

/** Who gets a comment only, or no grade by the rules, lacks nothing without a score. */
const isGraded = (participation: string) => participation === 'graded' || participation === 'within-ceiling'
