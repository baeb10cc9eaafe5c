/**
 * What every result of this package carries besides its numbers: how many cases it rests on, what was left out and why,
 * the method by a stable name, and warnings. A question that cannot be answered is a case with a name, never NaN or a silent 0.
 * A `null` inside a computed result marks one number that cannot be had; a warning beside it says why.
 */
export type Evidence<Method extends string = string> = {
  /** Cases the numbers rest on. */
  readonly n: number
  /** Cases left out, by reason; a reason that did not occur is absent. */
  readonly excluded: Excluded
  /** Stable name of the method, printed beside the numbers. */
  readonly method: Method
  readonly warnings: readonly Warning[]
}

export type ExclusionReason =
  /** No answer, "do not know" or not applicable. */
  | 'missing'
  /** A value the scale does not have. */
  | 'off-scale'
  /** Too many of the construct's items unanswered to stand in for them. */
  | 'too-little-answered'
  /** A case with a gap in one of the items, where the method needs them all. */
  | 'incomplete'
  /** A case that belongs to no group. */
  | 'no-group'
  /** A case of a group with too few answers to compare. */
  | 'group-too-small'

export type Excluded = { readonly [reason in ExclusionReason]?: number }

export type WarningCode =
  | 'small-sample'
  | 'constant'
  | 'negative-item-rest'
  | 'two-items-use-spearman-brown'
  | 'off-scale-values-left-out'
  | 'low-expected-counts'
  | 'empty-category-dropped'
  | 'empty-stratum'
  | 'stratum-of-one'
  | 'more-answers-than-people'
  | 'group-too-small-dropped'
  | 'too-few-for-shape'
  | 'heavily-skewed'
  | 'perfect-correlation'
  | 'census'
  | 'pairwise-covariances'
  | 'heywood-case'
  | 'not-converged'
  | 'ties-rule-out-exact'
  | 'negative-eigenvalue'
  | 'beyond-tabulated-sizes'
  | 'near-collinear'

/** `subjects` names the items, groups or strata concerned; `value` is the number behind the warning, where there is one. */
export type Warning = { readonly code: WarningCode; readonly subjects?: readonly string[]; readonly value?: number }

export type Because =
  | 'no-cases'
  | 'too-few-cases'
  | 'no-complete-cases'
  | 'constant-series'
  | 'too-few-items'
  | 'too-few-groups'
  | 'empty-margin'
  | 'no-population'
  | 'more-cases-than-population'
  | 'unknown-stratum'
  | 'zero-variance-item'
  | 'singular-correlation'
  | 'zero-within-variance'
  | 'no-correlation'
  | 'too-many-factors'
  | 'not-converged'
  | 'collinear-predictors'
  | 'too-few-raters'
  | 'no-disagreement-possible'
  | 'no-differences'
  | 'margins-disagree'
  | 'too-large-for-exact'

export type Computed<Method extends string, Numbers> = { readonly kind: 'computed' } & Evidence<Method> & Numbers
/** `subjects` names what stood in the way: the empty column, the constant item, the unknown stratum. */
export type NotComputed<Method extends string> = {
  readonly kind: 'undefined'
  readonly because: Because
  readonly subjects: readonly string[]
} & Evidence<Method>
export type Result<Method extends string, Numbers> = Computed<Method, Numbers> | NotComputed<Method>

/** An interval with its confidence level, e.g. 0.95. */
export type Interval = { readonly low: number; readonly high: number; readonly level: number }

/** A result that cannot be had: the method, why not (`because`), what stood in the way (`subjects`), and how many cases were there. */
export function notComputed<Method extends string>(
  method: Method,
  because: Because,
  evidence: { n: number; excluded?: Excluded; subjects?: readonly string[]; warnings?: readonly Warning[] },
): NotComputed<Method> {
  const { n, excluded = {}, subjects = [], warnings = [] } = evidence
  return { kind: 'undefined', because, subjects, n, excluded, method, warnings }
}

/** `{ missing: 3 }`, or `{}` when nothing was left out. */
export function leftOut(counts: { readonly [reason in ExclusionReason]?: number }): Excluded {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}
