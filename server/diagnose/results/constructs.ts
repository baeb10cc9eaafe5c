import { hiddenParts } from '@milepost/anonymity/suppression'
import { reportingRules } from '@milepost/anonymity/threshold'
import { scaleOf } from '@milepost/contract/diagnose/asking'
import type { Instrument } from '@milepost/contract/diagnose/instrument'
import type { constructResult } from '@milepost/contract/diagnose/results'
import { type AlphaResult, alpha } from '@milepost/statistics/alpha'
import type { ItemColumn, Series } from '@milepost/statistics/answers'
import { constructScores } from '@milepost/statistics/constructScores'
import { describeAnswers } from '@milepost/statistics/describeAnswers'
import { reverseKeyed } from '@milepost/statistics/reverseKeyed'
import { severity } from '@milepost/statistics/severity'
import { spearmanBrown } from '@milepost/statistics/spearmanBrown'
import type { z } from 'zod'
import { valueColumns } from '../waves/storedAnswers.ts'
import type { Sheet } from './data.ts'
import { verdictOf, weakItems } from './reliability.ts'

export type ConstructResult = z.infer<typeof constructResult>
type Construct = Instrument['constructs'][number]

/** Every construct: mean with reversed items turned, reliability, severity, and means by stratum where enough people answered. */
export function constructResults(
  instrument: Instrument,
  sheets: readonly Sheet[],
  strata: readonly string[],
  withheld: ReadonlySet<string> = NONE,
): ConstructResult[] {
  return instrument.constructs.flatMap((construct) => {
    const items = instrument.items.filter((item) => item.construct === construct.code && item.kind === 'scale')
    return items.length === 0 ? [] : [resultOf(construct, items, { instrument, sheets, strata, withheld })]
  })
}

const NONE: ReadonlySet<string> = new Set()
type Ground = {
  instrument: Instrument
  sheets: readonly Sheet[]
  strata: readonly string[]
  /** Levels the release engine keeps back. */
  withheld: ReadonlySet<string>
}

function resultOf(construct: Construct, items: Instrument['items'], { instrument, sheets, strata, withheld }: Ground): ConstructResult {
  const { least, most } = scaleOf(instrument, items[0] ?? {})
  const scale = { min: least, max: most }
  const columns = items.map(
    (item): ItemColumn => ({ id: item.code, reverse: item.reverse, answers: valueColumns(sheets).get(item.code) ?? [] }),
  )
  const scored = constructScores(construct.code, columns, scale)
  const shown = scored.description.kind === 'computed' && scored.n >= instrument.leastCell ? scored.description : null
  const isJudged = construct.kind === 'problem' || construct.kind === 'cause'
  const severe = shown && isJudged ? severity(shown.mean, scale) : null
  return {
    code: construct.code,
    kind: construct.kind,
    name: construct.name,
    items: items.map((item) => item.code),
    n: scored.n,
    excluded: { ...scored.excluded },
    mean: shown?.mean ?? null,
    sd: shown?.sd ?? null,
    reliability: reliabilityOf(columns, scale),
    severity: severe?.severity ?? null,
    band: severe ? (instrument.severityBands.find((band) => band.code === severe.band)?.name ?? null) : null,
    strata: strataOf(strata, scoresByStratum(scored.scores, sheets), { leastCell: instrument.leastCell, withheld }),
    warnings: scored.warnings.map((warning) => warning.code),
  }
}

function scoresByStratum(scores: Series, sheets: readonly Sheet[]): ReadonlyMap<string, Series> {
  const by = new Map<string, (number | null)[]>()
  for (const [at, { stratum }] of sheets.entries()) {
    const known = by.get(stratum)
    if (known) known.push(scores[at] ?? null)
    else by.set(stratum, [scores[at] ?? null])
  }
  return by
}

/** Means by stratum; besides those too small, one more is hidden where the rest would give a small one away by subtraction. */
function strataOf(
  strata: readonly string[],
  scores: ReadonlyMap<string, Series>,
  { leastCell, withheld }: { leastCell: number; withheld: ReadonlySet<string> },
): ConstructResult['strata'] {
  const within = strata.map((stratum) => ({ stratum, described: describeAnswers(scores.get(stratum) ?? []) }))
  const whole = within.reduce((total, one) => total + one.described.n, 0)
  const parts = within.map((one) => ({ id: one.stratum, n: one.described.n }))
  const hidden = hiddenParts(whole, parts, reportingRules({ leastForNumbers: leastCell }).rules.leastForNumbers)
  return within.map(({ stratum, described }) => {
    const isHidden = described.n === 0 || hidden.has(stratum) || withheld.has(stratum)
    return {
      stratum,
      n: isHidden ? null : described.n,
      mean: isHidden || described.kind !== 'computed' ? null : described.mean,
      hidden: isHidden,
    }
  })
}

function reliabilityOf(columns: readonly ItemColumn[], scale: { min: number; max: number }): ConstructResult['reliability'] {
  const [first, second] = columns
  if (first && second && columns.length === 2) {
    const pair = spearmanBrown(reverseKeyed(first, scale), reverseKeyed(second, scale))
    const value = pair.kind === 'computed' ? pair.reliability : null
    return {
      value,
      method: pair.method,
      n: pair.n,
      because: pair.kind === 'undefined' ? pair.because : null,
      verdict: verdictOf(value),
      weakItems: [],
    }
  }
  const whole: AlphaResult = alpha(columns, { scale })
  const value = whole.kind === 'computed' ? whole.rawAlpha : null
  return {
    value,
    method: whole.method,
    n: whole.n,
    because: whole.kind === 'undefined' ? whole.because : null,
    verdict: verdictOf(value),
    weakItems: whole.kind === 'computed' ? weakItems(whole.items) : [],
  }
}
