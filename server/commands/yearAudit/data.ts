import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Rows as the tables have them: no figure is read as a double. */
async function rowsOf<T>(tx: Tx, query: ReturnType<typeof sql<T>>): Promise<T[]> {
  return (await query.execute(tx)).rows
}

export type Line = { card_id: string; measure_id: string; objective_id: string | null; weight_bp: number; rule: Rule; value_scope: string }
export type Rule = { kind: string } & Record<string, unknown>
export type Value = {
  measure_id: string
  period_id: string
  holder: string
  state: string
  actual: string | null
  numerator: string | null
  denominator: string | null
  n: number | null
}

/** Everything a finished year rests on, read from the tables of one institution. */
export async function readTables(tx: Tx, institutionId: string, year: number) {
  const [cycle] = await rowsOf(
    tx,
    sql<{ cycle_id: string; from: string; to: string; stage: string }>`
      select cycle_id, starts_on::text as from, ends_on::text as to, stage from cycle
      where institution_id = ${institutionId} and year = ${year}`,
  )
  if (!cycle) return null
  const of = { cycle: cycle.cycle_id, institution: institutionId }
  const holder = sql.raw(
    `case scope_kind when 'institution' then 'institution' when 'unit' then 'unit ' || unit_id else 'person ' || person_id end`,
  )
  return {
    cycle,
    periods: await rowsOf(
      tx,
      sql<{ period_id: string; code: string; kind: string; from: string; to: string; state: string }>`
        select period_id, code, kind, starts_on::text as from, ends_on::text as to, state from period
        where institution_id = ${of.institution} and cycle_id = ${of.cycle}`,
    ),
    units: await rowsOf(
      tx,
      sql<{ unit_id: string; code: string; kind: string; parent: string | null; closed: string | null }>`
        select unit_id, code, kind, parent_unit_id as parent, closed_on::text as closed from unit where institution_id = ${of.institution}`,
    ),
    people: await rowsOf(
      tx,
      sql<{ person_id: string; no: string; name: string; joined: string; left: string | null; is_head: boolean }>`
        select person_id, employee_no as no, name, joined_on::text as joined, left_on::text as left, exists (
          select from assignment where assignment.institution_id = person.institution_id and assignment.person_id = person.person_id
            and is_head and valid_from <= ${cycle.to} and (valid_to is null or valid_to >= ${cycle.from})) as is_head
        from person where institution_id = ${of.institution}`,
    ),
    measures: await rowsOf(
      tx,
      sql<{
        measure_id: string
        code: string
        over_time: string
        over_units: string
        scale: string | null
        missing: string
        undefined: string
        min_n: number | null
        frequency: string
        is_formula: boolean
      }>`
        select measure_id, code, time_aggregation as over_time, unit_aggregation as over_units, ratio_scale::text as scale,
          missing_policy as missing, undefined_policy as undefined, min_n, definition->>'frequency' as frequency,
          coalesce(definition->>'calculation', '') <> '' and computed_from is null as is_formula
        from measure where institution_id = ${of.institution}`,
    ),
    cards: await rowsOf(
      tx,
      sql<{ card_id: string; kind: string; unit_id: string | null; person_id: string | null; state: string; excepted: boolean }>`
        select card.card_id, holder_kind as kind, unit_id, person_id, card.state, plan_exception.card_id is not null as excepted
        from card join scorecard using (institution_id, scorecard_id) left join plan_exception on
          plan_exception.institution_id = card.institution_id and plan_exception.card_id = card.card_id
        where card.institution_id = ${of.institution} and cycle_id = ${of.cycle}`,
    ),
    lines: await rowsOf<Line>(
      tx,
      sql`select card_id, measure_id, objective_id, card_measure.weight_bp, rule, value_scope
        from card_measure join card using (institution_id, card_id) join scorecard using (institution_id, scorecard_id)
        where card.institution_id = ${of.institution} and cycle_id = ${of.cycle}`,
    ),
    perspectiveOf: new Map(
      (
        await rowsOf(
          tx,
          sql<{ objective_id: string; perspective_id: string }>`
            select objective_id, perspective_id from objective where institution_id = ${of.institution}`,
        )
      ).map((one) => [one.objective_id, one.perspective_id]),
    ),
    amendments: await rowsOf(
      tx,
      sql<{ card_id: string; since: string; plan: unknown }>`
        select card_id, in_force_from::text as since, plan_before as plan from plan_amendment
        where institution_id = ${of.institution} and state = 'in-force' order by closed_at`,
    ),
    values: await rowsOf<Value>(
      tx,
      sql`select measure_id, period_id, holder, state, actual::text, numerator::text, denominator::text, n from (
          select measure_value.*, ${holder} as holder, row_number() over (
            partition by measure_id, period_id, ${holder} order by revision desc) as place
          from measure_value where institution_id = ${of.institution}) as ranked
        where place = 1 and period_id in (select period_id from period where institution_id = ${of.institution} and cycle_id = ${of.cycle})`,
    ),
    vetoes: await rowsOf(
      tx,
      sql<{ card_id: string }>`
        select card_id from veto_decision where institution_id = ${of.institution} and effect <> 'none'
        union select card_id from bonus_entry where institution_id = ${of.institution}`,
    ),
    official: await rowsOf(
      tx,
      sql<{ card_id: string; score: string | null; official: string | null }>`
        select card_id, score, official_score::text as official from card_score where institution_id = ${of.institution} and run_id = (
          select run_id from score_run where institution_id = ${of.institution} and cycle_id = ${of.cycle} order by revision desc limit 1)`,
    ),
    appraisals: await rowsOf(
      tx,
      sql<Appraisal>`
        select appraisal_id, person_id, unit_id, state, participation, grade, official_score::text as official, standing, version,
          second_post_id is not null as two_posts
        from appraisal where institution_id = ${of.institution} and cycle_id = ${of.cycle} and state <> 'void'`,
    ),
    ratings: await rowsOf(
      tx,
      sql<{ appraisal_id: string; group: string; rater: string | null; behalf: string | null; items: Record<string, string>; on: string }>`
        select appraisal_id, rater_group as group, rater_person_id as rater, on_behalf_of as behalf, items, submitted_at::date::text as on
        from rating join appraisal using (institution_id, appraisal_id)
        where institution_id = ${of.institution} and cycle_id = ${of.cycle}`,
    ),
    seats: await rowsOf(
      tx,
      sql<{ rate_bp: number; base: number; seats: number }>`
        select rate_bp, base_count as base, seats from seat_run
        where institution_id = ${of.institution} and cycle_id = ${of.cycle} order by revision desc limit 1`,
    ),
    decided: await rowsOf(
      tx,
      sql<{
        decision_id: string
        appraisal_id: string
        grade: string
        recused: string[]
        present: { personId: string }[]
        on: string
        reason_code: string
      }>`
        select decision_id, appraisal_id, grade, recused, present, decided_on::text as on, reason_code
        from decision_line join decision using (institution_id, decision_id)
        where institution_id = ${of.institution} and cycle_id = ${of.cycle} order by recorded_at`,
    ),
    changes: await rowsOf(
      tx,
      sql<{ appraisal_id: string; from: string; to: string; because: string; version: number }>`
        select appraisal_id, from_grade as from, to_grade as to, because, grade_change.version
        from grade_change join appraisal using (institution_id, appraisal_id)
        where institution_id = ${of.institution} and cycle_id = ${of.cycle} order by grade_change.version`,
    ),
    notices: await rowsOf(
      tx,
      sql<{ notice_id: string; posted: string; last: string; days: number; closed: string | null }>`
        select notice_id, posted_on::text as posted, last_day::text as last, working_days as days,
          (closed_at at time zone 'Asia/Shanghai')::date::text as closed
        from notice where institution_id = ${of.institution} and cycle_id = ${of.cycle} and withdrawn_at is null`,
    ),
    served: await rowsOf(
      tx,
      sql<{ appraisal_id: string; version: number; on: string }>`
        select appraisal_id, service.version, served_on::text as on from service join appraisal using (institution_id, appraisal_id)
        where institution_id = ${of.institution} and cycle_id = ${of.cycle}`,
    ),
    interviews: await rowsOf(
      tx,
      sql<{ appraisal_id: string; on: string }>`
        select appraisal_id, held_on::text as on from feedback_interview join appraisal using (institution_id, appraisal_id)
        where institution_id = ${of.institution} and cycle_id = ${of.cycle}`,
    ),
    remedies: await rowsOf(
      tx,
      sql<{ remedy_id: string; appraisal_id: string; kind: string; filed: string; by: string; decided: string | null }>`
        select remedy_id, appraisal_id, kind, filed_on::text as filed, coalesce(extended_to, decide_by)::text as by, decided_on::text as decided
        from remedy_case join appraisal using (institution_id, appraisal_id)
        where institution_id = ${of.institution} and cycle_id = ${of.cycle}`,
    ),
    ties: await rowsOf(
      tx,
      sql<{ one: string; other: string; from: string; to: string | null }>`
        select person_id as one, other_person_id as other, declared_on::text as from, ended_on::text as to
        from interest_tie where institution_id = ${of.institution}`,
    ),
    exceptions: new Map(
      (
        await rowsOf(
          tx,
          sql<{ day: string; works: boolean }>`
            select day::text, is_working as works from calendar_exception where institution_id = ${of.institution}`,
        )
      ).map(({ day, works }) => [day, works]),
    ),
    events: await rowsOf(
      tx,
      sql<{ action: string; subject: string | null; times: number }>`
        select action, subject_id::text as subject, count(*)::int as times from audit_event
        where institution_id = ${of.institution} group by 1, 2`,
    ),
    pools: await rowsOf(
      tx,
      sql<{ pool_id: string; amount: string; reserve: string; input: PayInput; no: number }>`
        select pool_id, pay_computation.amount_fen::text as amount, reserve_fen::text as reserve, input, computation_no as no
        from pay_approval join pay_computation using (institution_id, pool_id, computation_no) join pay_pool using (institution_id, pool_id)
        where institution_id = ${of.institution} and cycle_id = ${of.cycle}`,
    ),
    pay: await rowsOf(
      tx,
      sql<{ pool_id: string; no: number; person_id: string; fen: string }>`
        select pool_id, computation_no as no, person_id, amount_fen::text as fen from pay_line where institution_id = ${of.institution}`,
    ),
  }
}

export type Tables = NonNullable<Awaited<ReturnType<typeof readTables>>>

export type Appraisal = {
  appraisal_id: string
  person_id: string
  unit_id: string
  state: string
  participation: string
  grade: string | null
  official: string | null
  standing: string | null
  version: number
  two_posts: boolean
}

/** What a computation took: facts of people and units beside the scores and grades, which are checked against the tables. */
export type PayInput = {
  readonly poolFen: number
  readonly reserveBp: number
  readonly units: readonly { id: string; score: string | null; postMix: string; headcount?: string }[]
  readonly people: readonly {
    id: string
    unit: string
    grade: string
    score: string | null
    time: string
    attendance: string
    postCoefficient: string
    lowerFen?: number
    upperFen?: number
  }[]
  readonly factors: {
    readonly grades: readonly { grade: string; factor: string }[]
    readonly unitScore: { from: string; to: string }
    readonly personScore: { from: string; to: string }
    readonly unitWithoutScore?: string
    readonly personWithoutScore?: string
  }
}
