import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ahp } from './ahp.ts'
import { ahpGroup } from './ahpGroup.ts'
import { ahpIncomplete, type IncompleteMatrix } from './ahpIncomplete.ts'
import { matrixFrom, SAATY_SCALE } from './comparison.ts'
import { judgePanel } from './judgePanel.ts'
import { agreementBand } from './kendallW.ts'
import { pooledRatings } from './pooledRatings.ts'
import { weighedJudgements } from './weighedJudgements.ts'

const scale = fc.constantFrom(...SAATY_SCALE)
/** Complete judgements of four criteria. */
const judge = fc.array(scale, { minLength: 6, maxLength: 6 }).map((values) =>
  matrixFrom(
    4,
    PAIRS.map(([row, column], at) => ({ row, column, times: values[at] ?? 1 })),
  ),
)
const PAIRS: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, 2],
  [0, 3],
  [1, 2],
  [1, 3],
  [2, 3],
]

describe('judgements with gaps', () => {
  const chain: IncompleteMatrix = [
    [1, 2, null],
    [null, 1, 2],
    [null, null, 1],
  ]
  test('a chain 2, 2 weighs 4 : 2 : 1 and cannot contradict itself (Harker 1987)', () => {
    expect(weighedJudgements(chain)).toMatchObject({
      kind: 'computed',
      weights: [4 / 7, 2 / 7, 1 / 7].map((weight) => expect.closeTo(weight, 12)),
      randomIndex: 0,
      consistencyRatio: 0,
      missing: [{ row: 0, column: 2 }],
    })
  })
  test('with every pair judged it is ahp, ratio and contradiction included', () => {
    fc.assert(
      fc.property(judge, (matrix) => {
        const [mine, whole] = [weighedJudgements(matrix), ahp(matrix)]
        if (mine.kind !== 'computed' || whole.kind !== 'computed') throw new Error('fit matrices')
        expect(mine.weights).toEqual(whole.weights.map((weight) => expect.closeTo(weight, 10)))
        expect(mine.consistencyRatio).toBeCloseTo(whole.consistencyRatio ?? 0, 10)
      }),
      { numRuns: 60 },
    )
  })
  test('with a gap lambda is at least the least lambda, and the pair that was filled in is never called the contradiction', () => {
    fc.assert(
      fc.property(judge, fc.constantFrom(...PAIRS), (matrix, [row, column]) => {
        const open = matrix.map((values, i) =>
          values.map((value, j) => ((i === row && j === column) || (i === column && j === row) ? null : value)),
        )
        const [mine, least] = [weighedJudgements(open), ahpIncomplete(open)]
        if (mine.kind !== 'computed' || least.kind !== 'computed') throw new Error('three judged pairs link four criteria')
        expect(mine.lambdaMax).toBeGreaterThanOrEqual(least.leastLambda.lambda - 1e-9)
        if (mine.contradiction.kind === 'found') expect(mine.contradiction.pair).not.toEqual({ row, column })
        // 4 criteria, 1 gap: 0.90 (1 - 2 / 6)
        expect(mine.randomIndex).toBeCloseTo(0.6, 12)
      }),
      { numRuns: 40 },
    )
  })
  test('the ratio promised for the suggested change is the ratio there is after it, gaps or not', () => {
    fc.assert(
      fc.property(judge, fc.constantFrom(null, ...PAIRS), (matrix, gap) => {
        const isGap = (i: number, j: number) => gap !== null && Math.min(i, j) === gap[0] && Math.max(i, j) === gap[1]
        const open = matrix.map((values, i) => values.map((value, j) => (i !== j && isGap(i, j) ? null : value)))
        const before = weighedJudgements(open)
        if (before.kind !== 'computed' || before.contradiction.kind !== 'found') return
        const { pair, suggested, consistencyRatio } = before.contradiction
        const after = weighedJudgements(
          open.map((values, i) =>
            values.map((value, j) =>
              i === pair.row && j === pair.column ? suggested : i === pair.column && j === pair.row ? 1 / suggested : value,
            ),
          ),
        )
        if (after.kind !== 'computed') throw new Error('still linked')
        expect(consistencyRatio.now).toBeCloseTo(before.consistencyRatio ?? 0, 9)
        expect(consistencyRatio.afterwards).toBeCloseTo(after.consistencyRatio ?? 0, 9)
        expect(consistencyRatio.afterwards).toBeLessThanOrEqual(consistencyRatio.now + 1e-9)
      }),
      { numRuns: 40 },
    )
  })
  test('judgements that leave a criterion alone give no weights: the parts are named', () => {
    const apart: IncompleteMatrix = [
      [1, 3, null],
      [null, 1, null],
      [null, null, 1],
    ]
    expect(weighedJudgements(apart)).toMatchObject({ kind: 'undefined', because: 'disconnected', parts: [[0, 1], [2]] })
    expect(
      weighedJudgements([
        [1, null],
        [null, 1],
      ]),
    ).toMatchObject({ kind: 'undefined', because: 'nothing-judged' })
    expect(
      weighedJudgements([
        [1, 2],
        [3, 1],
      ]),
    ).toMatchObject({ kind: 'undefined', because: 'nonreciprocal' })
    expect(weighedJudgements(matrixFrom(16, [])).kind === 'computed' && weighedJudgements(matrixFrom(16, []))).toMatchObject({
      consistencyRatio: null,
      consistent: null,
    })
  })
})

describe('a panel of judges', () => {
  test('with complete judges the group is that of ahpGroup, and the order of the judges is the same to it', () => {
    fc.assert(
      fc.property(fc.array(judge, { minLength: 1, maxLength: 4 }), (matrices) => {
        const [panel, group] = [judgePanel(4, matrices), ahpGroup(matrices)]
        if (panel.group.kind !== 'computed' || group.kind !== 'computed') throw new Error('fit matrices')
        expect(panel.group.weights).toEqual(group.group.weights.map((weight) => expect.closeTo(weight, 9)))
        const turned = judgePanel(4, matrices.toReversed()).group
        expect(turned.kind === 'computed' && turned.weights).toEqual(panel.group.weights.map((weight) => expect.closeTo(weight, 9)))
      }),
      { numRuns: 40 },
    )
  })
  test('two who each judged half give weights together though neither does alone', () => {
    const first: IncompleteMatrix = [
      [1, 2, null],
      [null, 1, null],
      [null, null, 1],
    ]
    const second: IncompleteMatrix = [
      [1, null, null],
      [null, 1, 2],
      [null, null, 1],
    ]
    const panel = judgePanel(3, [first, second])
    expect(panel.group).toMatchObject({ kind: 'computed', weights: [4 / 7, 2 / 7, 1 / 7].map((weight) => expect.closeTo(weight, 12)) })
    expect(panel).toMatchObject({ unweighed: [0, 1], agreement: null, spread: null, disputed: [] })
  })
  test('opposite judges: W 0, the widest pair and the judges at its ends are named', () => {
    const up = matrixFrom(3, [
      { row: 0, column: 1, times: 3 },
      { row: 0, column: 2, times: 9 },
      { row: 1, column: 2, times: 3 },
    ])
    const down = matrixFrom(3, [
      { row: 0, column: 1, times: 1 / 3 },
      { row: 0, column: 2, times: 1 / 9 },
      { row: 1, column: 2, times: 1 / 3 },
    ])
    const panel = judgePanel(3, [up, down])
    expect(panel.agreement).toMatchObject({ w: 0, band: 'hardly-any', n: 2 })
    expect(panel.disputed[0]).toMatchObject({ row: 0, column: 2, lowest: { judge: 1 }, highest: { judge: 0, value: 9 } })
    expect(panel.spread?.[0]).toMatchObject({ lowest: { judge: 1 }, highest: { judge: 0 } })
    expect(panel.group).toMatchObject({ weights: [1 / 3, 1 / 3, 1 / 3].map((weight) => expect.closeTo(weight, 12)) })
  })
  test('nobody: no group, nothing to agree on', () => {
    expect(judgePanel(3, [])).toMatchObject({ group: { kind: 'undefined', because: 'nothing-judged' }, agreement: null, spread: null })
  })
})

test('the bands of agreement begin at their bounds (Schmidt 1997)', () => {
  expect([1, 0.7, 0.69, 0.5, 0.49, 0.3, 0.29, 0].map(agreementBand)).toEqual([
    'strong',
    'strong',
    'moderate',
    'moderate',
    'weak',
    'weak',
    'hardly-any',
    'hardly-any',
  ])
})

test('ratings are the mean of those who rated; nobody: the fallback, said with 0 raters; neither: left out', () => {
  const pooled = pooledRatings([{ 'C1/A': 3, 'C1/B': 5 }, { 'C1/A': 6 }], { 'C1/A': 9, 'C2/A': 2 })
  expect(pooled).toEqual({
    ratings: { 'C1/A': 4.5, 'C1/B': 5, 'C2/A': 2 },
    raters: { 'C1/A': 2, 'C1/B': 1, 'C2/A': 0 },
    ranges: { 'C1/A': [3, 6] },
  })
})
