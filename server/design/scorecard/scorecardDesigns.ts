import { type ScorecardDesign, scorecardDesign } from '@milepost/contract/design/scorecardDesign'
import type { Tx } from '../../platform/database/database.ts'
import {
  type LinkRow,
  listLinkRows,
  listObjectiveRows,
  listPerspectiveRows,
  listThemeRows,
  type ObjectiveRow,
  type PerspectiveRow,
  type ThemeRow,
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
  const themes = await listThemeRows(tx, institutionId, row.scorecard_id)
  return designOf(row, { perspectives, themes, objectives, links })
}

type Parts = {
  perspectives: readonly PerspectiveRow[]
  themes: readonly ThemeRow[]
  objectives: readonly ObjectiveRow[]
  links: readonly LinkRow[]
}

function designOf(row: ScorecardRow, { perspectives, themes, objectives, links }: Parts): ScorecardDesign {
  return scorecardDesign.parse({
    scorecardId: row.scorecard_id,
    cycleId: row.cycle_id,
    name: { zh: row.name_zh, en: row.name_en },
    mission: { zh: row.mission_zh, en: row.mission_en },
    vision: { zh: row.vision_zh, en: row.vision_en },
    rules: row.rules,
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
      rollRule: p.roll_rule,
    })),
    themes: themes.map((t) => ({ themeId: t.theme_id, name: { zh: t.name_zh, en: t.name_en }, order: t.order_no })),
    objectives: objectives.map((o) => ({
      objectiveId: o.objective_id,
      perspectiveId: o.perspective_id,
      code: o.code,
      name: { zh: o.name_zh, en: o.name_en },
      statement: { zh: o.statement_zh, en: o.statement_en },
      order: o.order_no,
      findingId: o.finding_id,
      themeId: o.theme_id,
      ownerPersonId: o.owner_person_id,
      rollRule: o.roll_rule,
      critical: o.critical,
      place: o.map_x === null || o.map_y === null ? null : { x: o.map_x, y: o.map_y },
    })),
    links: links.map((l) => ({
      fromObjectiveId: l.from_objective_id,
      toObjectiveId: l.to_objective_id,
      sign: l.sign,
      lagPeriods: l.lag_periods,
      rationale: { zh: l.rationale_zh, en: l.rationale_en },
      strength: l.strength,
      ownerPersonId: l.owner_person_id,
      reviewOn: l.review_on,
    })),
  } satisfies Record<keyof ScorecardDesign, unknown>)
}
