import type { SchemeRules } from '@milepost/contract/design/schemeRules'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { Tx } from '../../platform/database/database.ts'

export function findScorecardRow(tx: Tx, institutionId: string, by: { readonly cycleId: string } | { readonly scorecardId: string }) {
  const query = tx.selectFrom('scorecard').selectAll().where('institution_id', '=', institutionId)
  return ('cycleId' in by ? query.where('cycle_id', '=', by.cycleId) : query.where('scorecard_id', '=', by.scorecardId)).executeTakeFirst()
}

export type ScorecardRow = NonNullable<Awaited<ReturnType<typeof findScorecardRow>>>

/** Which cycles have a scorecard. */
export function listScorecardRows(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('scorecard')
    .select(['scorecard_id', 'cycle_id', 'name_zh', 'name_en', 'state'])
    .where('institution_id', '=', institutionId)
    .execute()
}

export function insertScorecard(
  tx: Tx,
  row: {
    institutionId: string
    scorecardId: string
    cycleId: string
    name: Bilingual
    mission: Bilingual
    vision: Bilingual
    rules: SchemeRules
    choiceId: string | null
    carriedFrom: string | null
  },
) {
  return tx
    .insertInto('scorecard')
    .values({
      institution_id: row.institutionId,
      scorecard_id: row.scorecardId,
      cycle_id: row.cycleId,
      name_zh: row.name.zh,
      name_en: row.name.en,
      mission_zh: row.mission.zh,
      mission_en: row.mission.en,
      vision_zh: row.vision.zh,
      vision_en: row.vision.en,
      rules: JSON.stringify(row.rules),
      choice_id: row.choiceId,
      carried_from: row.carriedFrom,
    })
    .execute()
}

export function updateScorecard(
  tx: Tx,
  institutionId: string,
  scorecardId: string,
  set: { name: Bilingual; mission: Bilingual; vision: Bilingual },
) {
  return tx
    .updateTable('scorecard')
    .set({
      name_zh: set.name.zh,
      name_en: set.name.en,
      mission_zh: set.mission.zh,
      mission_en: set.mission.en,
      vision_zh: set.vision.zh,
      vision_en: set.vision.en,
    })
    .where('institution_id', '=', institutionId)
    .where('scorecard_id', '=', scorecardId)
    .execute()
}

export function updateRules(tx: Tx, institutionId: string, scorecardId: string, rules: SchemeRules) {
  return tx
    .updateTable('scorecard')
    .set({ rules: JSON.stringify(rules) })
    .where('institution_id', '=', institutionId)
    .where('scorecard_id', '=', scorecardId)
    .execute()
}

export function markPublished(tx: Tx, institutionId: string, scorecardId: string, by: { at: Date; name: string; choiceId: string | null }) {
  return tx
    .updateTable('scorecard')
    .set({ state: 'published', published_at: by.at, published_by: by.name, choice_id: by.choiceId })
    .where('institution_id', '=', institutionId)
    .where('scorecard_id', '=', scorecardId)
    .execute()
}
