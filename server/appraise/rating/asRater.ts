import type { giveRating, readRatingSheet, saveRatingDraft } from '@milepost/contract/appraise/ratings'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle, findPerson } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Call } from '../../platform/http/call.ts'
import type { Library } from '../../platform/library.ts'
import { findAppraisalRow } from '../data.ts'
import { placeOf, type Rater, type RatersOfOne, ratedOf, readRaters } from '../raters/raters.ts'
import { areTied, tiesInForce } from '../record/tiesData.ts'
import { libraryAt } from '../rulePack.ts'

type Asked = Call<typeof readRatingSheet> | Call<typeof giveRating> | Call<typeof saveRatingDraft>

export type AsRater = {
  readonly year: number
  readonly appraisal: NonNullable<Awaited<ReturnType<typeof findAppraisalRow>>>
  readonly place: Rater
  readonly of: RatersOfOne
  readonly raterPersonId: string
  /** With the rules of the year that is rated. */
  readonly library: Library
}

/** The last day of whoever no longer works here (Art. 38); null: they do. */
export async function leftBefore(
  tx: Tx,
  institutionId: string,
  { personId, today }: { readonly personId: string; readonly today: string },
) {
  const leftOn = (await findPerson(tx, institutionId, personId, today))?.leftOn ?? null
  return leftOn !== null && leftOn < today ? leftOn : null
}

/**
 * The appraisal and the place from which the actor rates it. Oneself, a tie and having left are said with their rule; a case that is open and
 * everybody else are told no more than that they may not.
 */
export async function asRater({ tx, institutionId, input, library, actor, today }: Asked): Promise<AsRater> {
  const appraisal = await findAppraisalRow(tx, institutionId, input.appraisalId)
  const cycle = appraisal && (await findCycle(tx, institutionId, appraisal.cycle_id))
  if (!appraisal || !cycle || actor.personId === null) throw new Refusal('not-permitted')
  if (appraisal.person_id === actor.personId) throw new Refusal('rates-oneself')
  const leftOn = await leftBefore(tx, institutionId, { personId: actor.personId, today })
  if (leftOn !== null) throw new Refusal('rater-left', { leftOn })
  const rated = ratedOf(appraisal)
  const [of] = await readRaters(tx, { institutionId, cycle, today, library }, [rated])
  const place = of ? placeOf(of, actor.personId, input.forPost) : null
  if (!of || place === null || appraisal.participation === 'none-yet') {
    const barred = areTied(await tiesInForce(tx, institutionId), appraisal.person_id, actor.personId)
    throw new Refusal(barred ? 'rater-recused' : 'not-permitted')
  }
  return { year: cycle.year, appraisal, place, of, raterPersonId: actor.personId, library: libraryAt(library, cycle.endsOn) }
}
