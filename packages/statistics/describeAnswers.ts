import type { Series } from './answers.ts'
import type { DescribeResult } from './describe.ts'
import { describeCounts } from './describeCounts.ts'

/**
 * What `describe` says of a series, for answers of which only few are different: points of a scale, means of some items. Each value is counted once, so a
 * hundred thousand cases take a few milliseconds. Undefined when nothing was answered; throws on NaN and infinities, which are not answers.
 */
export function describeAnswers(series: Series, options: { level?: number } = {}): DescribeResult {
  const counts = new Map<number, number>()
  let missing = 0
  for (const value of series) {
    if (value === null) missing++
    else if (Number.isFinite(value)) counts.set(value, (counts.get(value) ?? 0) + 1)
    else throw new RangeError(`not an answer: ${value}`)
  }
  return describeCounts(counts, missing, options)
}
