import type { reliabilityTable, validityTable } from '@milepost/contract/diagnose/statistics'
import { alpha } from '@milepost/statistics/alpha'
import { samplingAdequacy, sphericity } from '@milepost/statistics/samplingAdequacy'
import type { z } from 'zod'
import type { Scored } from './scored.ts'

type ReliabilityTable = z.infer<typeof reliabilityTable>

export function reliabilityTables(scored: readonly Scored[], leastCell: number): ReliabilityTable[] {
  return scored.map((one) => tableOf(one, leastCell))
}

function tableOf({ construct, items, columns, scale }: Scored, leastCell: number): ReliabilityTable {
  const result = alpha(columns, { scale })
  const base = {
    construct: construct.code,
    name: construct.name,
    k: items.length,
    n: result.n,
    incomplete: result.excluded.incomplete ?? 0,
  }
  const none = { alpha: null, standardisedAlpha: null, interval: null, averageR: null, items: [] }
  if (result.kind === 'undefined') return { ...base, ...none, because: result.because }
  if (result.n < leastCell) return { ...base, ...none, because: 'too-few-cases' }
  return {
    ...base,
    because: null,
    alpha: result.rawAlpha,
    standardisedAlpha: result.standardisedAlpha,
    interval: { low: result.interval.low, high: result.interval.high },
    averageR: result.averageInterItemR,
    items: result.items.map((part, at) => ({
      code: part.id,
      text: items[at]?.text ?? { zh: part.id, en: part.id },
      reverse: items[at]?.reverse ?? false,
      mean: part.mean,
      sd: part.sd,
      itemRest: part.itemRest,
      ifDropped: part.alphaIfDropped,
    })),
  }
}

/** Items whose own measure is below this fit badly into any factor (Kaiser). */
const WEAK_MSA = 0.5

/** KMO and Bartlett over all items of all problems and causes. */
export function validityOf(scored: readonly Scored[], leastCell: number): z.infer<typeof validityTable> {
  const columns = scored.filter(({ construct }) => construct.kind !== 'outcome').flatMap((one) => one.columns)
  const adequacy = samplingAdequacy(columns)
  const test = sphericity(columns)
  const none = { kmo: null, chi2: null, df: null, p: null, weakest: [] }
  const base = { n: adequacy.n, items: columns.length }
  if (adequacy.kind === 'undefined') return { ...base, ...none, because: adequacy.because, subjects: [...adequacy.subjects] }
  if (adequacy.n < leastCell || test.kind === 'undefined') return { ...base, ...none, because: 'too-few-cases', subjects: [] }
  return {
    ...base,
    because: null,
    subjects: [],
    kmo: adequacy.kmo,
    chi2: test.chi2,
    df: test.df,
    p: test.p,
    weakest: adequacy.items.flatMap(({ id, msa }) => (msa !== null && msa < WEAK_MSA ? [{ code: id, msa }] : [])),
  }
}
