/** What every result of this package carries besides its numbers. A question without an answer is a case with a name. */
export type Evidence<Method extends string> = {
  /** Things compared: criteria of a matrix, options of a ranking, judges of a group. */
  readonly n: number
  /** Things left out, by name; mostly nothing. */
  readonly excluded: readonly string[]
  readonly method: Method
  readonly warnings: readonly DecisionWarning[]
}

export type DecisionWarning = {
  readonly code:
    | 'no-random-index'
    | 'inconsistent-judgements'
    | 'not-converged'
    | 'weights-rescaled'
    | 'weights-not-one'
    | 'criterion-does-not-discriminate'
    | 'tied-at-the-top'
    | 'ratio-beyond-scale'
  /** Indices of the criteria or options concerned. */
  readonly at?: readonly number[]
  readonly value?: number
}
