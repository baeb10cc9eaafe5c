/** One stratum: how many could answer and how many did. */
export type StratumCount = { readonly stratum: string; readonly eligible: number; readonly answered: number }
export type StratumRate =
  | { readonly kind: 'rate'; readonly stratum: string; readonly eligible: number; readonly answered: number; readonly rate: number }
  /** A rate above 100 %: the list of the eligible is wrong or answers came twice. Printed as a case, not as a number to be proud of. */
  | {
      readonly kind: 'more-answers-than-people'
      readonly stratum: string
      readonly eligible: number
      readonly answered: number
      readonly surplus: number
    }
  | { readonly kind: 'nobody-eligible'; readonly stratum: string; readonly eligible: 0; readonly answered: 0 }
export type ResponseRates = {
  readonly strata: readonly StratumRate[]
  readonly total: StratumRate
  /** Answers in all. */
  readonly n: number
  readonly excluded: Readonly<Record<string, never>>
  readonly method: 'answered-over-eligible'
  readonly warnings: readonly { readonly code: 'more-answers-than-people' | 'empty-stratum'; readonly subjects: readonly string[] }[]
}

/** Answers over eligible people, 0 to 1, for each stratum and for all ("response rate 1" of AAPOR, every eligible person counted). */
export function responseRate(strata: readonly StratumCount[]): ResponseRates {
  const rates = strata.map(rateOf)
  const named = (matches: (rate: StratumRate) => boolean): string[] => rates.filter(matches).map((rate) => rate.stratum)
  const surplus = named((rate) => rate.kind === 'more-answers-than-people')
  const empty = named((rate) => rate.answered === 0)
  const answered = strata.reduce((total, stratum) => total + stratum.answered, 0)
  const eligible = strata.reduce((total, stratum) => total + stratum.eligible, 0)
  return {
    strata: rates,
    total: rateOf({ stratum: 'total', eligible, answered }),
    n: answered,
    excluded: {},
    method: 'answered-over-eligible',
    warnings: [
      ...(surplus.length > 0 ? [{ code: 'more-answers-than-people' as const, subjects: surplus }] : []),
      ...(empty.length > 0 ? [{ code: 'empty-stratum' as const, subjects: empty }] : []),
    ],
  }
}

function rateOf({ stratum, eligible, answered }: StratumCount): StratumRate {
  if (!Number.isInteger(eligible) || !Number.isInteger(answered) || eligible < 0 || answered < 0) {
    throw new RangeError(`people are counted in whole numbers: ${stratum}`)
  }
  if (answered > eligible) return { kind: 'more-answers-than-people', stratum, eligible, answered, surplus: answered - eligible }
  if (eligible === 0) return { kind: 'nobody-eligible', stratum, eligible: 0, answered: 0 }
  return { kind: 'rate', stratum, eligible, answered, rate: answered / eligible }
}
