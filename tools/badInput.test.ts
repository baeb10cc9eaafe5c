import { ahp } from '@milepost/decision/ahp'
import { ahpIncomplete } from '@milepost/decision/ahpIncomplete'
import { type DecisionFault, faultWords } from '@milepost/decision/faultWords'
import { warningWords } from '@milepost/decision/warningWords'
import { weightedSum } from '@milepost/decision/weightedSum'
import { exact } from '@milepost/exact/exact'
import { payPool } from '@milepost/pay/payPool'
import { aggregate } from '@milepost/scorecard/aggregate'
import { becauseWords } from '@milepost/scorecard/becauseWords'
import { rollUp } from '@milepost/scorecard/rollUp'
import { scoreMeasure } from '@milepost/scorecard/scoreMeasure'
import { alpha } from '@milepost/statistics/alpha'
import { pearson } from '@milepost/statistics/correlation'
import { describe as describeValues } from '@milepost/statistics/describe'
import { factorAnalysis } from '@milepost/statistics/factorAnalysis'
import { mannWhitney } from '@milepost/statistics/mannWhitney'
import { omega } from '@milepost/statistics/omega'
import { becauseText, warningText } from '@milepost/statistics/reasons'
import { samplingAdequacy } from '@milepost/statistics/samplingAdequacy'
import { describe, expect, test } from 'vitest'

/**
 * What bad input gets: every kind of it has an outcome with a name, and the name is said in Chinese and in English. The rows are those of the
 * specification; the packages' own tests hold the many other cases.
 */
type Outcome = { readonly name: string; readonly zh: string; readonly en: string }
type Because = Parameters<typeof becauseText>[0]
type Warned = Parameters<typeof warningText>[0]
const because = (result: { readonly kind: string; readonly because?: Because }): Outcome => {
  if (result.kind !== 'undefined' || result.because === undefined) throw new Error('should have no answer')
  return { name: result.because, zh: becauseText(result.because, 'zh'), en: becauseText(result.because, 'en') }
}
const warned = (result: { readonly warnings: readonly { readonly code: Warned }[] }, code: Warned): Outcome => {
  if (!result.warnings.some((warning) => warning.code === code)) throw new Error(`no warning ${code}: ${JSON.stringify(result.warnings)}`)
  return { name: code, zh: warningText(code, 'zh'), en: warningText(code, 'en') }
}
const fault = (name: DecisionFault): Outcome => ({ name, ...faultWords(name) })
const items = (...columns: (number | null)[][]) => columns.map((answers, at) => ({ id: `q${at + 1}`, reverse: false, answers }))
const [a, b, c] = [
  [1, 2, 3, 4, 5, 3],
  [2, 1, 4, 3, 5, 2],
  [3, 5, 1, 4, 2, 2],
]
const same = [4, 4, 4, 4, 4, 4]
const none = [null, null, null, null, null, null]
const skewed = [...Array.from({ length: 99 }, () => 1), 1000]

const ROWS: readonly (readonly [string, string, () => Outcome])[] = [
  ['a constant item, raw alpha standing', 'constant', () => warned(alpha(items(a, b, same)), 'constant')],
  ['a constant item, where correlations are needed', 'zero-variance-item', () => because(samplingAdequacy(items(a, b, same)))],
  ['a constant series', 'constant-series', () => because(pearson(a, same))],
  ['nothing but constant items', 'constant-series', () => because(alpha(items(same, same)))],
  ['two items', 'two-items-use-spearman-brown', () => warned(alpha(items(a, b)), 'two-items-use-spearman-brown')],
  ['two items, where a factor is asked for', 'too-few-items', () => because(omega(items(a, b)))],
  ['three respondents', 'small-sample', () => warned(alpha(items([1, 2, 3], [1, 3, 2], [2, 3, 3])), 'small-sample')],
  [
    'three respondents, more items than people',
    'singular-correlation',
    () => because(samplingAdequacy(items([1, 2, 3], [1, 3, 2], [3, 1, 2]))),
  ],
  ['ties all over', 'constant-series', () => because(mannWhitney([3, 3, 3, 3], ['a', 'a', 'b', 'b']))],
  ['a column nobody answered', 'no-complete-cases', () => because(alpha(items(a, b, none)))],
  ['nobody answered at all', 'no-cases', () => because(describeValues(none))],
  ['a singular correlation matrix', 'singular-correlation', () => because(factorAnalysis(items(a, b, c, a), 1, { method: 'ml' }))],
  [
    'a judgement of zero',
    'zero',
    () =>
      faultOf(
        ahp([
          [1, 0],
          [0, 1],
        ]),
      ),
  ],
  [
    'judgements that deny each other',
    'nonreciprocal',
    () =>
      faultOf(
        ahp([
          [1, 3],
          [3, 1],
        ]),
      ),
  ],
  ['judgements that link nothing', 'disconnected', () => incomplete()],
  ['weights that are all zero', 'all-weights-zero', () => noWeights()],
  ['weights that sum to zero on a card', 'weight-sum-zero', () => unweighted()],
  ['a baseline equal to the target', 'baseline-equals-target', () => standing()],
  ['a denominator of zero', 'zero-denominator', () => undivided()],
  ['a pool smaller than its lower bounds', 'lower-bounds-exceed-pool', () => shortPool()],
]

function faultOf(result: ReturnType<typeof ahp>): Outcome {
  if (result.kind !== 'undefined') throw new Error('should have no answer')
  return fault(result.fault.because)
}
function incomplete(): Outcome {
  const result = ahpIncomplete([
    [1, 3, null, null],
    [1 / 3, 1, null, null],
    [null, null, 1, 2],
    [null, null, 0.5, 1],
  ])
  if (result.kind !== 'undefined') throw new Error('should have no answer')
  return fault(result.because)
}
function noWeights(): Outcome {
  const result = weightedSum(
    {
      ratings: [
        [1, 2],
        [2, 1],
      ],
      weights: [0, 0],
      directions: ['benefit', 'benefit'],
    },
    { kind: 'min-max' },
  )
  if (result.kind !== 'undefined') throw new Error('should have no answer')
  return fault(result.fault.because)
}
function unweighted(): Outcome {
  const node = rollUp({ id: 'root', weight: 1, children: [{ id: 'a', weight: 0, leaf: { kind: 'scored', score: '80' } }] })
  if (node.because === undefined || node.because === null) throw new Error('should say why')
  return { name: node.because, ...becauseWords(node.because) }
}
function standing(): Outcome {
  const result = scoreMeasure({ kind: 'figure', value: exact(5) }, { kind: 'interpolate', baseline: '90', target: '90' })
  if (result.kind !== 'unscored') throw new Error('should have no score')
  return { name: result.because, ...becauseWords(result.because) }
}
function undivided(): Outcome {
  const result = aggregate([{ numerator: exact(0), denominator: exact(0) }], 'ratio', exact(100))
  if (result.kind === 'aggregated') throw new Error('should have no value')
  return { name: result.because, ...becauseWords(result.because) }
}
function shortPool(): Outcome {
  const result = payPool({
    poolFen: 100,
    reserveBp: 0,
    factors: { grades: [{ grade: 'q', factor: '1' }], unitScore: { from: '1', to: '1' }, personScore: { from: '1', to: '1' } },
    units: [{ id: 'u', name: { zh: '站', en: 'station' }, postMix: '1', score: '100' }],
    people: [{ id: 'p', name: 'p', unit: 'u', postCoefficient: '1', grade: 'q', attendance: '1', time: '1', score: '90', lowerFen: 101 }],
  })
  if (result.kind !== 'refused') throw new Error('should be refused')
  return { name: result.because, ...result.text }
}

describe('what bad input gets', () => {
  test.each(ROWS)('%s: %s', (_, name, of) => {
    const { zh, en, name: found } = of()
    expect(found).toBe(name)
    expect(zh).toMatch(/[\u4e00-\u9fff]{2}/)
    expect(en).toMatch(/[a-z]{2}/i)
    expect(en).not.toMatch(/[\u4e00-\u9fff]/)
  })

  test('heavy skew is said by name, beside a mean that one value makes and a median and trimmed mean that it does not', () => {
    const result = describeValues(skewed)
    expect(result).toMatchObject({ kind: 'computed', median: 1, trimmedMean: 1, mean: expect.closeTo(10.99, 10) })
    expect(warned(result, 'heavily-skewed')).toMatchObject({ zh: expect.stringContaining('偏斜'), en: expect.stringContaining('skewed') })
    expect(describeValues([1, 2, 3, 4, 9]).warnings).toEqual([])
  })

  test('an inconsistent matrix has weights, a ratio above the line, and the contradiction said by name', () => {
    const result = ahp([
      [1, 9, 1 / 9],
      [1 / 9, 1, 9],
      [9, 1 / 9, 1],
    ])
    expect(result).toMatchObject({ kind: 'computed', consistent: false, warnings: [{ code: 'inconsistent-judgements' }] })
    if (result.kind === 'computed') expect(result.consistencyRatio).toBeGreaterThan(1)
    const { zh, en } = warningWords({ code: 'inconsistent-judgements' })
    expect([zh, en]).toEqual([expect.stringContaining('矛盾'), expect.stringContaining('contradict')])
  })

  test('no number anywhere is NaN: whatever is undefined says so by name', () => {
    const numbers = (value: unknown): number[] =>
      typeof value === 'number' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbers) : []
    const results = [
      alpha(items(a, b, same)),
      alpha(items(a, b)),
      describeValues([7]),
      describeValues([7, 7]),
      pearson([1, 2], [3, 4]),
      samplingAdequacy(items(a, b, same)),
    ]
    for (const result of results) expect(numbers(result).some(Number.isNaN)).toBe(false)
  })
})
