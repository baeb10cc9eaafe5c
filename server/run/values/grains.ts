import type { Holder } from '@milepost/contract/run/holder'
import type { PeriodKind } from '../periods/periodCode.ts'
import { speaks } from '../scoring/facts.ts'
import type { StoredValue } from './data.ts'

type Series = { readonly measureId: string; readonly cycleId: string; readonly level: Holder['kind'] }

/** In which kind of period each measure is reported in a cycle: one kind a level, or a year and its months would count twice. */
export type Grains = { readonly otherThan: (kind: PeriodKind, series: Series) => PeriodKind | null }

const keyOf = ({ measureId, cycleId, level }: Series) => `${measureId} ${cycleId} ${level}`

/** Learns from the values in force and from the first of each series in the file. */
export function grainsOf(
  stored: readonly (StoredValue & { readonly cycleId: string })[],
  inFile: readonly (Series & { readonly kind: PeriodKind })[],
): Grains {
  const kinds = new Map<string, PeriodKind>()
  for (const value of stored)
    if (speaks(value)) kinds.set(keyOf({ measureId: value.measureId, cycleId: value.cycleId, level: value.holder.kind }), value.periodKind)
  for (const one of inFile) if (!kinds.has(keyOf(one))) kinds.set(keyOf(one), one.kind)
  return {
    otherThan: (kind, series) => {
      const known = kinds.get(keyOf(series))
      return known === undefined || known === kind ? null : known
    },
  }
}
