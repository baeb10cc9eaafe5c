import { definitionCard, type MeasureDesign, measureDesign } from '@milepost/contract/design/measure'
import type { MeasureRow } from './data.ts'

/** A stored measure as the contract names it. */
export function measureOfRow(row: MeasureRow): MeasureDesign {
  return measureDesign.parse({
    measureId: row.measure_id,
    code: row.code,
    version: row.version,
    name: { zh: row.name_zh, en: row.name_en },
    libraryCode: row.library_code,
    unit: { zh: row.unit_zh, en: row.unit_en },
    direction: row.direction,
    timeAggregation: row.time_aggregation,
    unitAggregation: row.unit_aggregation,
    ratioScale: row.ratio_scale,
    missingPolicy: row.missing_policy,
    undefinedPolicy: row.undefined_policy,
    minN: row.min_n,
    computedFrom: row.computed_from,
    definition: definitionCard.parse(row.definition),
  })
}

/** The newest version of each code; `rows` come newest first. */
export function newestOfEach(measures: readonly MeasureDesign[]): MeasureDesign[] {
  const seen = new Set<string>()
  return measures.filter((measure) => !seen.has(measure.code) && seen.add(measure.code))
}
