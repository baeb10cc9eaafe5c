import type { Tx } from '../../platform/database/database.ts'

export function findScorecardRow(tx: Tx, institutionId: string, by: { readonly cycleId: string } | { readonly scorecardId: string }) {
  const query = tx.selectFrom('scorecard').selectAll().where('institution_id', '=', institutionId)
  return ('cycleId' in by ? query.where('cycle_id', '=', by.cycleId) : query.where('scorecard_id', '=', by.scorecardId)).executeTakeFirst()
}

export function listPerspectiveRows(tx: Tx, institutionId: string, scorecardId: string) {
  return tx
    .selectFrom('perspective')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('scorecard_id', '=', scorecardId)
    .orderBy('order_no')
    .orderBy('code')
    .execute()
}

export function listObjectiveRows(tx: Tx, institutionId: string, scorecardId: string) {
  return tx
    .selectFrom('objective')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('scorecard_id', '=', scorecardId)
    .orderBy('order_no')
    .orderBy('code')
    .execute()
}

export function listLinkRows(tx: Tx, institutionId: string, scorecardId: string) {
  return tx
    .selectFrom('map_link')
    .innerJoin('objective', (join) =>
      join
        .onRef('objective.institution_id', '=', 'map_link.institution_id')
        .onRef('objective.objective_id', '=', 'map_link.from_objective_id'),
    )
    .select(['from_objective_id', 'to_objective_id', 'sign', 'lag_periods', 'rationale_zh', 'rationale_en'])
    .where('map_link.institution_id', '=', institutionId)
    .where('objective.scorecard_id', '=', scorecardId)
    .orderBy('objective.order_no')
    .orderBy('objective.code')
    .orderBy('to_objective_id')
    .execute()
}

export type ScorecardRow = NonNullable<Awaited<ReturnType<typeof findScorecardRow>>>
export type PerspectiveRow = Awaited<ReturnType<typeof listPerspectiveRows>>[number]
export type ObjectiveRow = Awaited<ReturnType<typeof listObjectiveRows>>[number]
export type LinkRow = Awaited<ReturnType<typeof listLinkRows>>[number]
