import { completeColumns, type ItemColumn, presentValues, type Scale, type Series } from './answers.ts'
import { correlationFromCovariance, covarianceOfColumns, type Matrix, pairwiseCovarianceMatrix } from './covarianceMatrix.ts'
import { type Excluded, type Interval, leftOut, notComputed, type Result, type Warning } from './evidence.ts'
import { feldtInterval } from './feldtInterval.ts'
import { mean, sum, type Values } from './moments.ts'
import { reverseKeyed } from './reverseKeyed.ts'
import { squaredMultipleCorrelations } from './squaredMultipleCorrelations.ts'

export type AlphaItem = {
  readonly id: string
  readonly mean: number
  readonly sd: number
  /** Correlation with the sum of the other items ("corrected item-total"); `null` when either is constant. */
  readonly itemRest: number | null
  /** Correlation with the sum of all items, itself included. */
  readonly itemTotal: number | null
  /** Raw and standardised alpha of the rest; `null` when fewer than two items or no variance would remain. */
  readonly alphaIfDropped: number | null
  readonly standardisedAlphaIfDropped: number | null
}
export type Alpha = {
  readonly k: number
  /** From covariances. May be negative: then the items do not measure one thing, or one is turned the wrong way. */
  readonly rawAlpha: number
  /** From correlations; `null` when an item is constant. */
  readonly standardisedAlpha: number | null
  readonly averageInterItemR: number | null
  /** Guttman's lambda 6 (1945) on correlations, by the squared multiple correlations of the items; `null` when an item is constant. */
  readonly guttmanLambda6: number | null
  /** Of raw alpha (Feldt 1965). */
  readonly interval: Interval
  /** Of the sum over the items. */
  readonly scaleMean: number
  readonly scaleSd: number
  readonly items: readonly AlphaItem[]
}
export type AlphaResult = Result<'cronbach-1951', Alpha>

export type AlphaOptions = {
  /** Needed when any item is reversed. */
  readonly scale?: Scale
  /** `listwise` (default): cases that answered every item. `pairwise`: each covariance over the cases that have both. */
  readonly missing?: 'listwise' | 'pairwise'
  readonly level?: number
}

/**
 * Cronbach's alpha (1951), reversed items turned first. Undefined for fewer than two items, fewer than two usable cases, or a sum that never
 * varies; items nobody answered are named.
 */
export function alpha(items: readonly ItemColumn[], options: AlphaOptions = {}): AlphaResult {
  const columns = items.map((item) => turned(item, options.scale))
  const { covariances, values, n, excluded } = options.missing === 'pairwise' ? pairwiseGround(columns) : listwiseGround(columns)
  const k = items.length
  if (k < 2) return notComputed('cronbach-1951', 'too-few-items', { n, excluded })
  const unanswered = items.filter((item) => !item.answers.some((answer) => answer !== null)).map((item) => item.id)
  if (n === 0 || unanswered.length > 0) return notComputed('cronbach-1951', 'no-complete-cases', { n, excluded, subjects: unanswered })
  if (n === 1 || covariances.flat().some(Number.isNaN)) return notComputed('cronbach-1951', 'too-few-cases', { n, excluded })
  return alphaFrom({
    items: items.map(({ id }, index) => ({ id, mean: mean(values[index]!) })),
    covariances,
    n,
    excluded,
    level: options.level,
    warnings: options.missing === 'pairwise' ? [{ code: 'pairwise-covariances' }] : [],
  })
}

/** The same from means and covariances gathered elsewhere (at least two items and two cases), items already turned. */
export function alphaFrom(ground: {
  readonly items: readonly { readonly id: string; readonly mean: number }[]
  readonly covariances: Matrix
  readonly n: number
  readonly excluded: Excluded
  readonly level?: number
  readonly warnings?: readonly Warning[]
}): AlphaResult {
  const { items, covariances, n, excluded, level = 0.95, warnings = [] } = ground
  const k = items.length
  const all = totalsOf(covariances)
  const raw = rawAlpha(k, all.own, all.total)
  if (raw === null) return notComputed('cronbach-1951', 'constant-series', { n, excluded, subjects: items.map((item) => item.id) })
  const correlations = correlationFromCovariance(covariances)
  const parts = items.map((item, index) => partOf(item, index, covariances, correlations))
  return {
    kind: 'computed',
    method: 'cronbach-1951',
    n,
    excluded,
    warnings: [...warningsOf(parts, n), ...warnings],
    k,
    rawAlpha: raw,
    standardisedAlpha: standardised(correlations),
    averageInterItemR: averageOffDiagonal(correlations),
    guttmanLambda6: lambda6(correlations),
    interval: feldtInterval({ alpha: raw, n, k, level }),
    scaleMean: sum(parts.map((part) => part.mean)),
    scaleSd: Math.sqrt(all.total),
    items: parts,
  }
}

type Ground = { covariances: Matrix; values: readonly Values[]; n: number; excluded: Excluded }

function listwiseGround(columns: readonly Series[]): Ground {
  const { columns: values, n, excluded } = completeColumns(columns)
  return { covariances: n === 0 ? [] : covarianceOfColumns(values), values, n, excluded }
}

/** n counts the cases with any answer. */
function pairwiseGround(columns: readonly Series[]): Ground {
  const cases = columns[0]?.length ?? 0
  const n = Array.from({ length: cases }, (_, index) => columns.some((column) => column[index] !== null)).filter(Boolean).length
  return {
    covariances: pairwiseCovarianceMatrix(columns),
    values: columns.map(presentValues),
    n,
    excluded: leftOut({ missing: cases - n }),
  }
}

function partOf(item: { id: string; mean: number }, index: number, covariances: Matrix, correlations: (number | null)[][]): AlphaItem {
  const without = <T>(matrix: readonly (readonly T[])[]): T[][] =>
    matrix.filter((_, row) => row !== index).map((row) => row.filter((_, column) => column !== index))
  const own = covariances[index]![index]!
  const withAll = sum(covariances[index]!)
  const all = totalsOf(covariances)
  const rest = totalsOf(without(covariances))
  const k = covariances.length
  return {
    ...item,
    sd: Math.sqrt(own),
    itemRest: ratio(withAll - own, Math.sqrt(own * rest.total)),
    itemTotal: ratio(withAll, Math.sqrt(own * all.total)),
    alphaIfDropped: k > 2 ? rawAlpha(k - 1, rest.own, rest.total) : null,
    standardisedAlphaIfDropped: k > 2 ? standardised(without(correlations)) : null,
  }
}

function warningsOf(parts: readonly AlphaItem[], n: number): Warning[] {
  const named = (matches: (part: AlphaItem) => boolean): string[] => parts.filter(matches).map((part) => part.id)
  const constant = named((part) => part.sd === 0)
  const negative = named((part) => part.itemRest !== null && part.itemRest < 0)
  return [
    ...(constant.length > 0 ? [{ code: 'constant' as const, subjects: constant }] : []),
    ...(negative.length > 0 ? [{ code: 'negative-item-rest' as const, subjects: negative }] : []),
    ...(parts.length === 2 ? [{ code: 'two-items-use-spearman-brown' as const }] : []),
    ...(n < SMALL_SAMPLE ? [{ code: 'small-sample' as const, value: n }] : []),
  ]
}

/** Sum of the variances, and variance of the sum. */
function totalsOf(covariances: Matrix): { own: number; total: number } {
  return { own: sum(covariances.map((row, index) => row[index]!)), total: sum(covariances.map(sum)) }
}

/** `null` when the sum has no variance but for rounding. */
function rawAlpha(k: number, own: number, total: number): number | null {
  return total <= own * 1e-14 ? null : (k / (k - 1)) * (1 - own / total)
}

function standardised(correlations: (number | null)[][]): number | null {
  const average = averageOffDiagonal(correlations)
  const k = correlations.length
  return average === null ? null : ratio(k * average, 1 + (k - 1) * average)
}

function averageOffDiagonal(correlations: (number | null)[][]): number | null {
  const pairs = correlations.flatMap((row, i) => row.slice(0, i))
  const known = pairs.filter((r) => r !== null)
  return pairs.length > 0 && known.length === pairs.length ? mean(known) : null
}

function lambda6(correlations: (number | null)[][]): number | null {
  if (correlations.flat().includes(null)) return null
  const known = correlations.map((row) => row.map((r) => r ?? 0))
  const own = sum(squaredMultipleCorrelations(known).values.map((smc) => 1 - smc))
  return ratio(sum(known.flat()) - own, sum(known.flat()))
}

function turned(item: ItemColumn, scale?: Scale): Series {
  if (!item.reverse) return item.answers
  if (!scale) throw new TypeError(`a reversed item needs its scale: ${item.id}`)
  return reverseKeyed(item, scale)
}

const ratio = (over: number, under: number): number | null => (Math.abs(under) < 1e-14 ? null : over / under)
/** Below this many cases an alpha says little: the smallest stratum the questionnaire's sampling plan aims at. A convention. */
const SMALL_SAMPLE = 20
