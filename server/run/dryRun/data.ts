import type { Tx } from '../../platform/database/database.ts'

/** How many statements about values each cycle has: which years can be looked back on. */
export async function countValuesByCycle(tx: Tx, institutionId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('measure_value')
    .innerJoin('period', (join) =>
      join.onRef('period.institution_id', '=', 'measure_value.institution_id').onRef('period.period_id', '=', 'measure_value.period_id'),
    )
    .select(['period.cycle_id', (eb) => eb.fn.countAll().as('n')])
    .where('measure_value.institution_id', '=', institutionId)
    .groupBy('period.cycle_id')
    .execute()
  return new Map(rows.map((row) => [row.cycle_id, Number(row.n)]))
}
