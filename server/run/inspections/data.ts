import type { GradedIndex } from '@milepost/pavement/indexResult'
import type { Pavement, RoadClass } from '@milepost/pavement/parameters'
import type { SectionRecord } from '@milepost/pavement/record'
import type { SectionAssessment } from '@milepost/pavement/section'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'

export type Direction = 'up' | 'down' | 'both'

/** An index as it stands in the file, beside the one that was computed. */
type Stated = Readonly<Record<string, string>>

export type Inspection = {
  readonly inspectionId: string
  readonly periodId: string
  readonly unitId: string | null
  readonly route: string
  /** Stakes in metres from the start of the route. */
  readonly fromM: number
  readonly toM: number
  readonly direction: Direction
  readonly roadClass: RoadClass
  readonly pavement: Pavement
  readonly revision: number
  readonly recordHash: string
  readonly assessment: SectionAssessment & { readonly stated: Stated }
  readonly importedAt: Date
  readonly importedBy: string
}

const assessmentOf = z.custom<Inspection['assessment']>((value) => typeof value === 'object' && value !== null && 'indices' in value)

/** The records in force of a period's survey, along the routes. */
export async function inspectionsInForce(tx: Tx, institutionId: string, filter: { periodId: string }): Promise<Inspection[]> {
  const rows = await selectInspections(tx, institutionId)
    .distinctOn(['route', 'from_m', 'direction'])
    .where('period_id', '=', filter.periodId)
    .orderBy('route')
    .orderBy('from_m')
    .orderBy('direction')
    .orderBy('revision', 'desc')
    .execute()
  return rows.map(inspectionOf)
}

export async function findInspection(tx: Tx, institutionId: string, inspectionId: string): Promise<Inspection | null> {
  const row = await selectInspections(tx, institutionId).where('inspection_id', '=', inspectionId).executeTakeFirst()
  return row ? inspectionOf(row) : null
}

function selectInspections(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('inspection')
    .select(['inspection_id', 'period_id', 'unit_id', 'route', 'from_m', 'to_m', 'direction', 'road_class', 'pavement', 'revision'])
    .select(['record_hash', 'assessment', 'imported_at', 'imported_by'])
    .$narrowType<{ direction: Direction; road_class: RoadClass; pavement: Pavement }>()
    .where('institution_id', '=', institutionId)
}

type InspectionRow = Awaited<ReturnType<ReturnType<typeof selectInspections>['execute']>>[number]

const inspectionOf = (row: InspectionRow): Inspection => ({
  inspectionId: row.inspection_id,
  periodId: row.period_id,
  unitId: row.unit_id,
  route: row.route,
  fromM: row.from_m,
  toM: row.to_m,
  direction: row.direction,
  roadClass: row.road_class,
  pavement: row.pavement,
  revision: row.revision,
  recordHash: row.record_hash,
  assessment: assessmentOf.parse(row.assessment),
  importedAt: row.imported_at,
  importedBy: row.imported_by,
})

/** Periods that have inspection records, newest first. */
export async function periodsInspected(tx: Tx, institutionId: string): Promise<{ periodId: string; code: string; sections: number }[]> {
  const rows = await tx
    .selectFrom('inspection')
    .innerJoin('period', (join) =>
      join.onRef('period.institution_id', '=', 'inspection.institution_id').onRef('period.period_id', '=', 'inspection.period_id'),
    )
    .select(['inspection.period_id', 'period.code', sql<number>`count(distinct (route, from_m, direction))`.as('sections')])
    .where('inspection.institution_id', '=', institutionId)
    .groupBy(['inspection.period_id', 'period.code', 'period.starts_on'])
    .orderBy('period.starts_on', 'desc')
    .execute()
  return rows.map((row) => ({ periodId: row.period_id, code: row.code, sections: row.sections }))
}

export type NewInspection = Omit<Inspection, 'importedAt' | 'importedBy'> & { readonly record: SectionRecord }

const ROWS_A_STATEMENT = 100

export async function insertInspections(
  tx: Tx,
  institutionId: string,
  inspections: readonly NewInspection[],
  by: { readonly at: Date; readonly name: string },
): Promise<void> {
  for (let from = 0; from < inspections.length; from += ROWS_A_STATEMENT) {
    await tx
      .insertInto('inspection')
      .values(
        inspections.slice(from, from + ROWS_A_STATEMENT).map((one) => ({
          institution_id: institutionId,
          inspection_id: one.inspectionId,
          period_id: one.periodId,
          unit_id: one.unitId,
          route: one.route,
          from_m: one.fromM,
          to_m: one.toM,
          direction: one.direction,
          road_class: one.roadClass,
          pavement: one.pavement,
          revision: one.revision,
          record: JSON.stringify(one.record),
          record_hash: one.recordHash,
          assessment: JSON.stringify(one.assessment),
          pqi: officialOf(one.assessment.indices.PQI),
          mqi: officialOf(one.assessment.indices.MQI),
          imported_at: by.at,
          imported_by: by.name,
        })),
      )
      .execute()
  }
}

const officialOf = (index: GradedIndex): string | null => (index.kind === 'computed' || index.kind === 'given' ? index.official : null)
