import { compare, div, type ExactText, mul, sum } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import type { Provenance } from './parameters.ts'
import { readQuantity } from './reading.ts'

/** Kinds of pavement the US rule tells apart: asphalt, jointed concrete, continuously reinforced concrete. */
export type FhwaPavement = 'asphalt' | 'jointed-concrete' | 'continuous-concrete'
export type FhwaRating = 'good' | 'fair' | 'poor'
export type FhwaMetric = 'iri' | 'cracking' | 'rutting' | 'faulting'

/** Below `good` is good, above `poor` is poor, both ends fair. IRI in inches a mile, cracking in per cent, rutting and faulting in inches. */
export type FhwaLimits = { readonly good: string; readonly poor: string } & Provenance

export type FhwaParameters = {
  readonly standard: string
  readonly iri: FhwaLimits
  readonly cracking: Readonly<Record<FhwaPavement, FhwaLimits>>
  readonly rutting: FhwaLimits
  readonly faulting: FhwaLimits
  /** Inches a mile in one metre a kilometre. */
  readonly inchesAMilePerMetreAKilometre: string
}

/** What was measured on a section; null was not measured. IRI in m/km, cracking in per cent of the area, rutting and faulting in mm. */
export type FhwaMeasured = {
  readonly pavement: FhwaPavement
  readonly iriMetresPerKilometre: string | null
  readonly crackingPercent: string | null
  readonly ruttingMillimetres: string | null
  readonly faultingMillimetres: string | null
}

export type FhwaMetricRating = {
  readonly metric: FhwaMetric
  /** In the unit and rounding of the rule: IRI and cracking to whole numbers, rutting and faulting to hundredths of an inch. */
  readonly value: string
  readonly rating: FhwaRating
  readonly verified: boolean
}

export type FhwaCondition =
  | { kind: 'rated'; rating: FhwaRating; metrics: readonly FhwaMetricRating[]; standard: string; verified: boolean }
  /** One of the metrics its kind of pavement asks for was not measured; those that were are rated. */
  | { kind: 'undefined'; because: 'metric-missing'; missing: readonly FhwaMetric[]; metrics: readonly FhwaMetricRating[] }
  | { kind: 'undefined'; because: 'not-a-number' | 'negative'; metric: FhwaMetric }

/** What a kind of pavement is rated by. */
export const fhwaMetrics: Readonly<Record<FhwaPavement, readonly FhwaMetric[]>> = {
  asphalt: ['iri', 'cracking', 'rutting'],
  'jointed-concrete': ['iri', 'cracking', 'faulting'],
  'continuous-concrete': ['iri', 'cracking'],
}

/**
 * The US federal rating of a section (23 CFR 490), beside the Chinese indices: each metric good, fair or poor; the section good when all metrics are good, poor when two or more are poor
 * (of two metrics: both), else fair. Each metric is rounded as the rule reports it before it is compared. Not the same thing as PCI or MQI.
 */
export function fhwaCondition(measured: FhwaMeasured, parameters: FhwaParameters): FhwaCondition {
  const asked = fhwaMetrics[measured.pavement]
  const metrics: FhwaMetricRating[] = []
  const missing: FhwaMetric[] = []
  for (const metric of asked) {
    const text = textOf(metric, measured)
    if (text === null) {
      missing.push(metric)
      continue
    }
    const read = readQuantity(text, metric)
    if (read.kind === 'undefined') return { kind: 'undefined', because: read.because === 'negative' ? 'negative' : 'not-a-number', metric }
    const limits = metric === 'cracking' ? parameters.cracking[measured.pavement] : parameters[metric]
    metrics.push(rated(metric, inRuleUnits(metric, toExactText(read.value), parameters), limits))
  }
  if (missing.length > 0) return { kind: 'undefined', because: 'metric-missing', missing, metrics }
  const poor = metrics.filter(({ rating }) => rating === 'poor').length
  const rating = metrics.every((each) => each.rating === 'good') ? 'good' : poor >= 2 ? 'poor' : 'fair'
  return { kind: 'rated', rating, metrics, standard: parameters.standard, verified: metrics.every(({ verified }) => verified) }
}

function textOf(metric: FhwaMetric, measured: FhwaMeasured): string | null {
  if (metric === 'iri') return measured.iriMetresPerKilometre
  if (metric === 'cracking') return measured.crackingPercent
  return metric === 'rutting' ? measured.ruttingMillimetres : measured.faultingMillimetres
}

const MILLIMETRES_AN_INCH = '25.4'

function inRuleUnits(metric: FhwaMetric, value: ExactText, { inchesAMilePerMetreAKilometre }: FhwaParameters): string {
  if (metric === 'iri') return roundHalfAway(mul(value, inchesAMilePerMetreAKilometre), 0)
  return metric === 'cracking' ? roundHalfAway(value, 0) : roundHalfAway(div(value, MILLIMETRES_AN_INCH), 2)
}

function rated(metric: FhwaMetric, value: string, { good, poor, verified }: FhwaLimits): FhwaMetricRating {
  const rating = compare(value, good) < 0 ? 'good' : compare(value, poor) > 0 ? 'poor' : 'fair'
  return { metric, value, rating, verified }
}

export type FhwaShares =
  | { kind: 'rated'; good: string; fair: string; poor: string; assessedMetres: ExactText; unassessed: readonly string[] }
  | { kind: 'undefined'; because: 'no-assessed-length'; unassessed: readonly string[] }

/** Length in good, fair and poor condition over the length rated, in per cent, two places. Sections that could not be rated are named and in none of the shares. */
export function fhwaShares(sections: readonly { section: string; lengthMetres: string; condition: FhwaCondition }[]): FhwaShares {
  const unassessed = sections.filter(({ condition }) => condition.kind === 'undefined').map(({ section }) => section)
  const lengthOf = (rating: FhwaRating) =>
    sum(
      sections.filter(({ condition }) => condition.kind === 'rated' && condition.rating === rating).map(({ lengthMetres }) => lengthMetres),
    )
  const all = sum([lengthOf('good'), lengthOf('fair'), lengthOf('poor')])
  if (compare(all, 0) === 0) return { kind: 'undefined', because: 'no-assessed-length', unassessed }
  const share = (rating: FhwaRating) => roundHalfAway(div(mul(lengthOf(rating), 100), all), 2)
  return { kind: 'rated', good: share('good'), fair: share('fair'), poor: share('poor'), assessedMetres: toExactText(all), unassessed }
}
