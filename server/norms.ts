import { compare } from '@milepost/exact/exact'
import { appraisalLinks, type LaterFacts } from './appraise/published.ts'
import { cycleReportRoutes } from './appraise/routes.ts'
import { smallPublicCells } from './open/published.ts'
import type { Route } from './platform/http/serve.ts'
import { payFactorsOf } from './reward/published.ts'
import { linkRoutes } from './run/routes.ts'

/** What the reward and the public page say about the rules of the appraisal. */
const laterFacts: LaterFacts = async (tx, institutionId, { cycleId, cut }) => {
  const factors = await payFactorsOf(tx, institutionId, cycleId)
  const isCut = ({ grade, factor }: { grade: string; factor: string }) => !cut.includes(grade) || compare(factor, 1) < 0
  return {
    payFactorsBelowOne: factors === null ? 'not-yet' : cut.length === 0 ? 'nobody' : factors.every(isCut),
    publicCellsBelowThreshold: (await smallPublicCells(tx, institutionId, cycleId)) ?? 'not-yet',
  }
}

export const normRoutes: readonly Route[] = [...cycleReportRoutes(laterFacts), ...linkRoutes(appraisalLinks)]
