import { holderKey } from '@milepost/contract/run/holder'
import type { KindInUse, StoredValue } from '../values/data.ts'

/** Earlier version -> the version it leads to. */
export type Series = ReadonlyMap<string, string>

/** Values of earlier versions as those of the version asked for; where both speak of one period and holder, the newer one counts. */
export function asOneSeries(values: readonly StoredValue[], series: Series): readonly StoredValue[] {
  if (series.size === 0) return values
  const place = (value: StoredValue, measureId: string) => `${measureId} ${value.periodId} ${holderKey(value.holder)}`
  const own = values.filter((value) => !series.has(value.measureId))
  const taken = new Set(own.map((value) => place(value, value.measureId)))
  const earlier = values.flatMap((value) => {
    const measureId = series.get(value.measureId)
    return measureId === undefined || taken.has(place(value, measureId)) ? [] : [{ ...value, measureId }]
  })
  return [...own, ...earlier]
}

export const kindsAsOneSeries = (kinds: readonly KindInUse[], series: Series): readonly KindInUse[] =>
  series.size === 0 ? kinds : kinds.map((kind) => ({ ...kind, measureId: series.get(kind.measureId) ?? kind.measureId }))
