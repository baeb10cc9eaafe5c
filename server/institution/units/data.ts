import type { Bilingual } from '@milepost/terms/bilingual'
import type { UnitKind } from '@milepost/terms/institution'
import type { Tx } from '../../platform/database/database.ts'
import { inBatches } from '../importing/batches.ts'
import { unitNameKey } from '../nameKey.ts'

export type Unit = {
  readonly unitId: string
  readonly code: string
  readonly name: Bilingual
  readonly kind: UnitKind
  readonly parentUnitId: string | null
  readonly orderNo: number
  readonly closedOn: string | null
}

/** All units, closed ones too, in the order the institution gave them. */
export async function listUnits(tx: Tx, institutionId: string): Promise<Unit[]> {
  const rows = await tx
    .selectFrom('unit')
    .select(['unit_id', 'code', 'name_zh', 'name_en', 'kind', 'parent_unit_id', 'order_no', 'closed_on'])
    .$narrowType<{ kind: UnitKind }>()
    .where('institution_id', '=', institutionId)
    .orderBy('order_no')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    unitId: row.unit_id,
    code: row.code,
    name: { zh: row.name_zh, en: row.name_en },
    kind: row.kind,
    parentUnitId: row.parent_unit_id,
    orderNo: row.order_no,
    closedOn: row.closed_on,
  }))
}

/** Writes units, new and changed alike, parents before their children. */
export async function saveUnits(tx: Tx, institutionId: string, units: readonly Unit[]): Promise<void> {
  for (const batch of inBatches(units)) {
    await tx
      .insertInto('unit')
      .values(
        batch.map((unit) => ({
          institution_id: institutionId,
          unit_id: unit.unitId,
          code: unit.code,
          name_zh: unit.name.zh,
          name_en: unit.name.en,
          name_key: unitNameKey(unit.name.zh),
          kind: unit.kind,
          parent_unit_id: unit.parentUnitId,
          order_no: unit.orderNo,
          closed_on: unit.closedOn,
        })),
      )
      .onConflict((on) =>
        on.columns(['institution_id', 'unit_id']).doUpdateSet(({ ref }) => ({
          name_zh: ref('excluded.name_zh'),
          name_en: ref('excluded.name_en'),
          name_key: ref('excluded.name_key'),
          kind: ref('excluded.kind'),
          parent_unit_id: ref('excluded.parent_unit_id'),
          order_no: ref('excluded.order_no'),
          closed_on: ref('excluded.closed_on'),
        })),
      )
      .execute()
  }
}
