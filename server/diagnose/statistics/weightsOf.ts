import type { weightTable } from '@milepost/contract/diagnose/statistics'
import { describeAnswers } from '@milepost/statistics/describeAnswers'
import { postStratification } from '@milepost/statistics/postStratification'
import type { z } from 'zod'
import type { Sheet } from '../results/data.ts'
import type { Scored } from './scored.ts'

type Stratum = { readonly code: string; readonly name_zh: string; readonly name_en: string; readonly population: number | null }
type Ground = { readonly sheets: readonly Sheet[]; readonly strata: readonly Stratum[]; readonly leastCell: number }

/** Each level given its share of the people: what one answer counts for, and the means with and without. null where a level's number is not known, or too few answered. */
export function weightsOf(scored: readonly Scored[], { sheets, strata, leastCell }: Ground): z.infer<typeof weightTable> | null {
  const membership = sheets.map((sheet) => sheet.stratum)
  const population = strata.flatMap((one) => (one.population === null ? [] : [{ stratum: one.code, population: one.population }]))
  if (population.length < strata.length || sheets.length === 0) return null
  const sizes = strata.map((one) => sheets.filter((sheet) => sheet.stratum === one.code).length)
  // a weighted mean beside a plain one is an equation in the levels' means: a small level could be worked out
  if (sizes.some((n) => n > 0 && n < leastCell)) return null
  const everybody = postStratification(
    sheets.map(() => 1),
    membership,
    population,
  )
  if (everybody.kind === 'undefined') return null
  return {
    strata: everybody.strata.map((one) => {
      const named = strata.find((each) => each.code === one.stratum)
      return { ...one, name: { zh: named?.name_zh ?? one.stratum, en: named?.name_en || named?.name_zh || one.stratum } }
    }),
    means: scored.flatMap(({ construct, scores }) => {
      const plain = describeAnswers(scores)
      const weighted = postStratification(scores, membership, population)
      if (plain.kind !== 'computed' || weighted.kind !== 'computed') return []
      return [{ construct: construct.code, name: construct.name, plain: plain.mean, weighted: weighted.mean, se: weighted.se }]
    }),
  }
}
