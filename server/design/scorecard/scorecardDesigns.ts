import { type ScorecardDesign, scorecardDesign } from '@milepost/contract/design/scorecardDesign'
import type { Tx } from '../../platform/database/database.ts'
import {
  type LinkRow,
  listLinkRows,
  listObjectiveRows,
  listPerspectiveRows,
  type ObjectiveRow,
  type PerspectiveRow,
} from '../strategy/data.ts'
import { findScorecardRow, type ScorecardRow } from './data.ts'

/** The strategy of a scorecard, found by its own id or by its cycle. */
export async function findScorecardDesign(
  tx: Tx,
  institutionId: string,
  by: { readonly cycleId: string } | { readonly scorecardId: string },
): Promise<ScorecardDesign | null> {
  const row = await findScorecardRow(tx, institutionId, by)
  if (!row) return null
  const perspectives = await listPerspectiveRows(tx, institutionId, row.scorecard_id)
  const objectives = await listObjectiveRows(tx, institutionId, row.scorecard_id)
  const links = await listLinkRows(tx, institutionId, row.scorecard_id)
  return designOf(row, { perspectives, objectives, links })
}

type Parts = { perspectives: readonly PerspectiveRow[]; objectives: readonly ObjectiveRow[]; links: readonly LinkRow[] }

function designOf(row: ScorecardRow, { perspectives, objectives, links }: Parts): ScorecardDesign {
  return scorecardDesign.parse({
    scorecardId: row.scorecard_id,
    cycleId: row.cycle_id,
    name: { zh: row.name_zh, en: row.name_en },
    mission: { zh: row.mission_zh, en: row.mission_en },
    vision: { zh: row.vision_zh, en: row.vision_en },
    choiceId: row.choice_id,
    state: row.state,
    publishedAt: row.published_at?.toISOString() ?? null,
    publishedBy: row.published_by,
    carriedFrom: row.carried_from,
    perspectives: perspectives.map((p) => ({
      perspectiveId: p.perspective_id,
      code: p.code,
      name: { zh: p.name_zh, en: p.name_en },
      order: p.order_no,
      weightBp: p.weight_bp,
    })),
    objectives: objectives.map((o) => ({
      objectiveId: o.objective_id,
      perspectiveId: o.perspective_id,
      code: o.code,
      name: { zh: o.name_zh, en: o.name_en },
      statement: { zh: o.statement_zh, en: o.statement_en },
      order: o.order_no,
      findingId: o.finding_id,
    })),
    links: links.map((l) => ({
      fromObjectiveId: l.from_objective_id,
      toObjectiveId: l.to_objective_id,
      sign: l.sign,
      lagPeriods: l.lag_periods,
      rationale: { zh: l.rationale_zh, en: l.rationale_en },
    })),
  } satisfies Record<keyof ScorecardDesign, unknown>)
}
