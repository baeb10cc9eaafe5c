import type { boardLink } from '@milepost/contract/diagnose/board'
import type { z } from 'zod'
import type { Library } from '../../platform/library.ts'
import type { LinkRow } from './data.ts'
import type { Ground } from './ground.ts'

type Link = z.infer<typeof boardLink>

/**
 * How strongly each cause feeds each problem: as decided by somebody; else from the rank correlation of the two once enough people have
 * answered both; else the library's starting belief, which is marked as one.
 */
export function linksOf(ground: Ground, decided: readonly LinkRow[], library: Library): Link[] {
  const of = (kind: 'cause' | 'problem') => ground.instrument.constructs.filter((one) => one.kind === kind)
  return of('cause').flatMap((cause) =>
    of('problem').map((problem): Link => {
      const tie = ground.ties.find((one) => one.cause === cause.code && one.problem === problem.code)
      const rho = tie && tie.r !== null && tie.n >= library.remedies.evidence.estimateLinksFrom ? tie.r : null
      const row = decided.find((one) => one.cause === cause.code && one.problem === problem.code)
      const base = { cause: cause.code, problem: problem.code, rho, n: tie?.n ?? 0 }
      if (row) return { ...base, strength: row.strength, basis: 'decided', reason: row.reason, by: row.decided_by }
      if (rho !== null) return { ...base, strength: strengthOf(rho), basis: 'estimated', reason: '', by: null }
      const belief = library.remedies.links.find((one) => one.cause === cause.code && one.problem === problem.code)
      return { ...base, strength: belief?.strength ?? 0, basis: 'belief', reason: '', by: null }
    }),
  )
}

/** Cohen's conventions for a correlation: small, medium, large. */
const strengthOf = (rho: number): number => (rho >= 0.5 ? 3 : rho >= 0.3 ? 2 : rho >= 0.1 ? 1 : 0)
