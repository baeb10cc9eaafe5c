import { comparisonByCode } from '@milepost/decision/comparisonByCode'
import { pooledRatings } from '@milepost/decision/pooledRatings'
import { seededRandom } from '@milepost/decision/seededRandom'
import type { StoredChoice } from '../choice/openedChoice.ts'
import type { Judge } from '../judging/data.ts'

/** Weight vectors drawn: enough for whole per cents. The seed is fixed, so that the same inputs always give the same shares. */
const DRAWS = 10_000
const SEED = 'choice of method'

/** The result of a comparison on the basis the office has set: only what was submitted counts. */
export function compared(choice: StoredChoice, judges: readonly Judge[]) {
  const submitted = judges.filter(({ submittedAt }) => submittedAt !== null)
  const known = new Set(choice.methods.map(({ code }) => code))
  const values = submitted.map(({ ratings }) =>
    Object.fromEntries(
      Object.entries(ratings)
        .filter(([place]) => known.has(place.split('/')[1] ?? ''))
        .map(([place, { value }]) => [place, value]),
    ),
  )
  const pooled = pooledRatings(choice.basis.ratings === 'raters' ? values : [], choice.ratings)
  const result = comparisonByCode(
    {
      criteria: choice.criteria.map(({ code }) => code),
      methods: choice.methods.map(({ code }) => code),
      judges: choice.basis.weights === 'judges' ? submitted.map(({ judgements }) => judgements) : [choice.judgements],
      ratings: pooled.ratings,
    },
    { draws: DRAWS, random: seededRandom(SEED) },
  )
  return { result, pooled, submitted }
}
