import { sql } from 'kysely'
import type { Tx } from '../platform/database/database.ts'

const APPRAISAL_COLUMNS = [
  'appraisal.institution_id',
  'appraisal.appraisal_id',
  'appraisal.cycle_id',
  'appraisal.person_id',
  'appraisal.unit_id',
  'appraisal.post_id',
  'appraisal.second_post_id',
  'appraisal.state',
  'appraisal.participation',
  'appraisal.participation_rule',
  'appraisal.days_elsewhere',
  'appraisal.score_run_id',
  'appraisal.official_score',
  'appraisal.proposed_grade',
  'appraisal.standing',
  'appraisal.grade',
  'appraisal.void_reason',
  'appraisal.version',
] as const

/** Appraisals with the names people need to see; every list of the room starts here. What a score was computed from stays in the database: it is long. */
/** The column holds one of these ids. */
export const isAmong = (column: string, ids: readonly string[]) => sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`

export function appraisalRows(tx: Tx, institutionId: string, cycleId: string) {
  return tx
    .selectFrom('appraisal')
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'appraisal.institution_id').onRef('person.person_id', '=', 'appraisal.person_id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'appraisal.institution_id').onRef('unit.unit_id', '=', 'appraisal.unit_id'),
    )
    .innerJoin('post', (join) =>
      join.onRef('post.institution_id', '=', 'appraisal.institution_id').onRef('post.post_id', '=', 'appraisal.post_id'),
    )
    .select(APPRAISAL_COLUMNS)
    .select([
      'person.employee_no',
      'person.name',
      'unit.code as unit_code',
      'unit.kind as unit_kind',
      'unit.name_zh as unit_zh',
      'unit.name_en as unit_en',
      'post.title_zh as post_zh',
      'post.title_en as post_en',
    ])
    .where('appraisal.institution_id', '=', institutionId)
    .where('appraisal.cycle_id', '=', cycleId)
    .where('appraisal.state', '<>', 'void')
    .orderBy('unit.order_no')
    .orderBy('unit.code')
    .orderBy('person.name_key')
}

/** Of each score what a list or a ranking needs, without the ratings it was computed from: the exact total, the results head, and what is lacking. */
export async function scoreGists(
  tx: Tx,
  institutionId: string,
  cycleId: string,
  /** Left out: of everybody. */
  personIds?: readonly string[],
): Promise<ReadonlyMap<string, ScoreGist>> {
  const all = tx
    .selectFrom('appraisal')
    .select('appraisal_id')
    .select([
      sql<string | null>`score_result ->> 'total'`.as('total'),
      RESULTS_SCORE.as('results'),
      sql<boolean>`coalesce(score_input -> 'provisional' = 'true', false)`.as('is_provisional'),
      sql<unknown>`case when official_score is null then score_result end`.as('undefined_result'),
    ])
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .where('score_result', 'is not', null)
  const rows = await (personIds === undefined ? all : all.where(isAmong('person_id', personIds))).execute()
  return new Map(rows.map((row) => [row.appraisal_id, row]))
}

export type ScoreGist = {
  readonly total: string | null
  readonly results: string | null
  readonly is_provisional: boolean
  /** Why there is no score, as it was stored; null where there is one. */
  readonly undefined_result: unknown
}

const RESULTS_SCORE = sql<string | null>`jsonb_path_query_first(score_result, '$.contributions[*] ? (@.head == "results").score') #>> '{}'`

/** Who is appraised, and the score of the results head (the objective side, from the scorecard), without the rest of the appraisal. */
export function listResults(tx: Tx, institutionId: string, cycleId: string) {
  return tx
    .selectFrom('appraisal')
    .select(['appraisal_id', 'person_id', 'unit_id', 'post_id', 'second_post_id'])
    .select(RESULTS_SCORE.as('results_score'))
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .where('state', '<>', 'void')
    .execute()
}

/** How many people are appraised in a cycle. */
export async function countAppraised(tx: Tx, institutionId: string, cycleId: string): Promise<number> {
  const row = await tx
    .selectFrom('appraisal')
    .select((on) => on.fn.countAll<string>().as('n'))
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .where('state', '<>', 'void')
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export type AppraisalRow = Awaited<ReturnType<ReturnType<typeof appraisalRows>['execute']>>[number]

/** Once the grades are decided, only the ways of review and correction change them. */
export const isDecided = (state: string): boolean => state === 'decided' || state === 'final'

/** Appraisals nobody has decided on yet. */
export async function countUndecided(tx: Tx, institutionId: string, cycleId: string): Promise<number> {
  const { n } = await tx
    .selectFrom('appraisal')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .where('state', 'not in', ['decided', 'final', 'void'])
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Acts on a whole cycle of appraisals (enrol, score, propose, decide, post) go one after the other. */
export async function lockCycle(tx: Tx, institutionId: string, cycleId: string): Promise<void> {
  await tx
    .selectFrom('cycle')
    .select('cycle_id')
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .forNoKeyUpdate()
    .execute()
}

export function findAppraisalRow(tx: Tx, institutionId: string, appraisalId: string) {
  return tx
    .selectFrom('appraisal')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('appraisal_id', '=', appraisalId)
    .executeTakeFirst()
}

export async function countRatings(
  tx: Tx,
  institutionId: string,
  cycleId: string,
  /** Left out: of everybody. */
  personIds?: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
  const all = tx
    .selectFrom('rating')
    .innerJoin('appraisal', (join) =>
      join.onRef('appraisal.institution_id', '=', 'rating.institution_id').onRef('appraisal.appraisal_id', '=', 'rating.appraisal_id'),
    )
    .select(['rating.appraisal_id', 'rating.rater_group'])
    .select(sql<number>`count(*)::int`.as('n'))
    .where('rating.institution_id', '=', institutionId)
    .where('appraisal.cycle_id', '=', cycleId)
    .groupBy(['rating.appraisal_id', 'rating.rater_group'])
  const rows = await (personIds === undefined ? all : all.where(isAmong('appraisal.person_id', personIds))).execute()
  const counts = new Map<string, Record<string, number>>()
  for (const row of rows) counts.set(row.appraisal_id, { ...counts.get(row.appraisal_id), [row.rater_group]: row.n })
  return counts
}

/** Changes many rows of one column set in one statement each 500. */
export async function saveEach<T>(rows: readonly T[], save: (batch: readonly T[]) => Promise<unknown>, size = 500): Promise<void> {
  for (let at = 0; at < rows.length; at += size) await save(rows.slice(at, at + size))
}

/** Appraisals, reviews and appeals, objections (by who raised them), sanctions, term and special appraisals: of these people, or whose they are. */
export async function recordsOfPeople(
  tx: Tx,
  institutionId: string,
  of: { readonly personIds: readonly string[] } | { readonly recordIds: readonly string[] },
): Promise<{ recordId: string; personId: string }[]> {
  const column = sql.ref('personIds' in of ? 'person_id' : 'record_id')
  const ids = 'personIds' in of ? of.personIds : of.recordIds
  const { rows } = await sql<{ record_id: string; person_id: string }>`
    select record_id, person_id
    from (
      select appraisal_id as record_id, person_id from appraisal where institution_id = ${institutionId}
      union all
      select remedy_case.remedy_id, appraisal.person_id
      from remedy_case join appraisal using (institution_id, appraisal_id) where institution_id = ${institutionId}
      union all
      select sanction_id, person_id from sanction where institution_id = ${institutionId}
      union all
      select objection.objection_id, coalesce(objection.for_person_id, account.person_id)
      from objection left join account
        on account.institution_id = objection.institution_id and account.account_id = objection.raised_by_account_id
      where objection.institution_id = ${institutionId} and coalesce(objection.for_person_id, account.person_id) is not null
      union all
      select other_appraisal_id, person_id from other_appraisal where institution_id = ${institutionId}
    ) as record
    where ${column} = any(${[...ids]}::uuid[])`.execute(tx)
  return rows.map((row) => ({ recordId: row.record_id, personId: row.person_id }))
}
