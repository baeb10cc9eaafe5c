import { daysBetween } from '@milepost/appraisal/days'
import { scoreOf } from '@milepost/appraisal/twoPosts'
import { Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import type { Cycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { latestOfficialRun, officialCardScores } from '../../run/published.ts'
import type { AppraisalRow } from '../data.ts'
import { missingOf } from '../enrolment/missing.ts'
import { groupedBy } from '../groupedBy.ts'
import { type ForPost, type RatersOfOne, ratedOf, readRaters } from '../raters/raters.ts'
import { listRatings } from '../rating/data.ts'
import { areTied, tiesInForce } from '../record/tiesData.ts'
import { libraryAt, rulesOf } from '../rulePack.ts'
import type { ScoredAppraisal } from './data.ts'
import { headScoresOf, type Raters } from './headScores.ts'

const givenItems = z.record(z.string(), z.string())
type Asked = { readonly institutionId: string; readonly cycle: Cycle; readonly library: Library; readonly today: string }

/** Scores of some appraisals of a cycle from the official run and the ratings as they stand. */
export async function scoreRows(tx: Tx, { institutionId, cycle, library: all, today }: Asked, rows: readonly AppraisalRow[]) {
  const library = libraryAt(all, cycle.endsOn)
  const run = await latestOfficialRun(tx, institutionId, cycle.cycleId)
  if (!run) throw new Refusal('no-official-scores')
  const cards = new Map(
    (await officialCardScores(tx, institutionId, run.runId)).flatMap((card) => (card.personId === null ? [] : [[card.personId, card]])),
  )
  const ratings = groupedBy(await listRatings(tx, institutionId, cycle.cycleId), (rating) => rating.appraisal_id)
  const ties = await tiesInForce(tx, institutionId)
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
    const aside = new Set(
      (of?.roles ?? []).filter((role) => role.kind === 'recused' && role.state === 'granted').map((role) => role.raterPersonId),
    )
    // Art. 39: what somebody rated before stepping aside, or before a tie was known, does not count either
    const given = (ratings.get(row.appraisal_id) ?? []).filter(
      (one) => one.rater_person_id === null || (!aside.has(one.rater_person_id) && !areTied(ties, row.person_id, one.rater_person_id)),
    )
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
  return { runId: run.runId, scored, missing }
}

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
