import type { YearOfChange } from './change.ts'

type Index = Pick<YearOfChange['indices'][number], 'before' | 'after' | 'better'>

/** Which way an index of the cycle went, to the tenth that is shown; unknown where a year has nothing to count. */
export function turnOf({ before, after, better }: Index): 'better' | 'worse' | 'same' | 'unknown' {
  if (before === null || after === null) return 'unknown'
  const [was, is] = [before.toFixed(1), after.toFixed(1)]
  if (was === is) return 'same'
  return Number(is) > Number(was) === (better === 'up') ? 'better' : 'worse'
}
