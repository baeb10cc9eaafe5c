import { roundHalfAway } from '@milepost/exact/rounding'
import type { HeadCode } from '@milepost/terms/appraisal'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type HeadScore, type HeadScores, headOrder, type PersonScoreInput, personScore } from './personScore.ts'
import { personScoreLines } from './personScoreLines.ts'
import { rules } from './testing/rules.ts'

const scored = (score: string): HeadScore => ({ kind: 'scored', score, evidence: [] })
const heads: HeadScores = {
  virtue: scored('90'),
  ability: scored('85'),
  diligence: scored('95'),
  results: scored('88.4'),
  integrity: scored('100'),
}
const input: PersonScoreInput = { heads, weights: rules.heads.weights, veto: null }

describe('the annual score of a person', () => {
  test('is the five heads by weight: 0.2*90 + 0.15*85 + 0.1*95 + 0.45*88.4 + 0.1*100 = 90.03', () => {
    expect(personScore(input)).toMatchObject({ kind: 'scored', total: '90.03', official: '90.03', warnings: [] })
  })

  test('is exact at a cut: 0.3*67.25 + 0.7*99.75 is 90, not 89.999', () => {
    const weights = { virtue: 0, ability: 3000, diligence: 0, results: 7000, integrity: 0 }
    expect(personScore({ ...input, weights, heads: { ...heads, ability: scored('67.25'), results: scored('99.75') } })).toMatchObject({
      total: '90',
      official: '90.00',
    })
  })

  test('rounds officially half away from zero: 89.995 is 90.00 and stays 89.995 underneath', () => {
    const weights = { virtue: 0, ability: 0, diligence: 0, results: 10_000, integrity: 0 }
    expect(personScore({ ...input, weights, heads: { ...heads, results: scored('89.995') } })).toMatchObject({
      total: '89.995',
      official: '90.00',
    })
  })

  test('takes the results head from the scorecard, fractions included', () => {
    const result = personScore({ ...input, heads: { ...heads, results: scored('265/3') } })
    expect(result).toMatchObject({ total: '90', official: '90.00' })
  })

  test('can be checked by hand, line by line, in both languages', () => {
    const result = personScore(input)
    if (result.kind === 'undefined') throw new Error(result.because)
    expect(result.lines).toHaveLength(6)
    expect(result.lines[3]).toEqual({ zh: '绩：88.4 × 45% = 39.78', en: 'Results: 88.4 × 45% = 39.78' })
    expect(result.lines[5]).toEqual({ zh: '合计 90.03 分', en: 'Total 90.03' })
  })

  test('keeps the evidence of every head', () => {
    const evidence = [{ kind: 'score-run', reference: 'run 3', note: { zh: '计分', en: 'scorecard' } }]
    const result = personScore({ ...input, heads: { ...heads, results: { kind: 'scored', score: '88.4', evidence } } })
    expect(result.kind === 'scored' && result.contributions.find(({ head }) => head === 'results')?.evidence).toEqual(evidence)
  })
})

describe('a head that is not there', () => {
  test('is named, never 0', () => {
    const missing: HeadScores = { ...heads, results: { kind: 'missing', because: 'no score run' } }
    expect(personScore({ ...input, heads: missing })).toEqual({
      kind: 'undefined',
      because: 'missing-head',
      heads: [{ head: 'results', because: 'no score run' }],
    })
    expect(personScore({ ...input, heads: { ...heads, results: scored('0') } })).toMatchObject({ kind: 'scored', official: '50.25' })
  })

  test('that carries no weight is not asked for', () => {
    const weights = { virtue: 2000, ability: 2000, diligence: 0, results: 5000, integrity: 1000 }
    expect(personScore({ ...input, weights, heads: { ...heads, diligence: { kind: 'missing', because: 'not rated' } } }).kind).toBe(
      'scored',
    )
  })

  test('that was waived gives its weight to the others in proportion, and says who waived it', () => {
    const waived: HeadScores = { ...heads, diligence: { kind: 'waived', reason: 'posted abroad', by: 'committee' } }
    const result = personScore({ ...input, heads: waived })
    if (result.kind === 'undefined') throw new Error(result.because)
    expect(result.total).toBe(`${8053}/${90}`)
    expect(result.warnings).toEqual([{ code: 'weight-redistributed', head: 'diligence', reason: 'posted abroad', by: 'committee' }])
    expect(result.lines[2]?.en).toBe('Diligence: waived, its weight of 10% goes to the others in proportion')
  })

  test('is refused when all are waived', () => {
    const waived: HeadScore = { kind: 'waived', reason: '', by: '' }
    const none: HeadScores = { virtue: waived, ability: waived, diligence: waived, results: waived, integrity: waived }
    expect(personScore({ ...input, heads: none })).toEqual({ kind: 'undefined', because: 'every-head-waived' })
  })
})

test('weights that do not total 100 % are refused', () => {
  expect(personScore({ ...input, weights: { ...input.weights, results: 4400 } })).toEqual({
    kind: 'undefined',
    because: 'weights-must-total-100',
    totalBasisPoints: 9900,
  })
})

test('a failure of integrity holds the grade down, whatever the points say, and is the last line', () => {
  const veto = { reason: { zh: '违规收受礼品', en: 'accepted gifts' }, reference: '〔2026〕3号', ceiling: 'unqualified' } as const
  const result = personScore({ ...input, veto })
  expect(result).toMatchObject({ kind: 'vetoed', official: '90.03', veto: { ceiling: 'unqualified' } })
  expect(result.kind === 'vetoed' && result.lines.at(-1)?.zh).toBe('廉洁一票否决：违规收受礼品')
})

test('a score above 100 is taken and flagged', () => {
  expect(personScore({ ...input, heads: { ...heads, results: scored('110') } })).toMatchObject({
    warnings: [{ code: 'score-outside-0-100', head: 'results' }],
  })
})

test('the total lies between the lowest and the highest head and rises with each', () => {
  const score = fc.integer({ min: 0, max: 10_000 })
  const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 4, maxLength: 4 }).map((cuts) => {
    const [a = 0, b = 0, c = 0, d = 0] = cuts.toSorted((one, other) => one - other)
    return { virtue: a, ability: b - a, diligence: c - b, results: d - c, integrity: 10_000 - d }
  })
  const head = (hundredths: number) => scored(roundHalfAway(`${hundredths}/100`, 2))
  fc.assert(
    fc.property(score, score, score, score, score, weights, (virtue, ability, diligence, results, integrity, weightsGiven) => {
      const all = { virtue, ability, diligence, results, integrity }
      const of = (each: typeof all): HeadScores => ({
        virtue: head(each.virtue),
        ability: head(each.ability),
        diligence: head(each.diligence),
        results: head(each.results),
        integrity: head(each.integrity),
      })
      const result = personScore({ heads: of(all), weights: weightsGiven, veto: null })
      const higher = personScore({ heads: of({ ...all, results: results + 1 }), weights: weightsGiven, veto: null })
      if (result.kind !== 'scored' || higher.kind !== 'scored') return false
      const weighted = headOrder.filter((each) => weightsGiven[each] > 0).map((each) => all[each] / 100)
      const total = Number(result.total)
      return total >= Math.min(...weighted) - 1e-9 && total <= Math.max(...weighted) + 1e-9 && Number(higher.total) >= total
    }),
  )
})

describe('the lines of a score', () => {
  const names = {
    virtue: { zh: '德', en: 'Virtue' },
    ability: { zh: '能', en: 'Ability' },
    diligence: { zh: '勤', en: 'Diligence' },
    results: { zh: '绩', en: 'Results' },
    integrity: { zh: '廉', en: 'Integrity' },
  }
  const line = (head: HeadCode, score: string | null, weightGiven: number, weightUsed: string, points: string) => ({
    ...{ head, score, weightGiven, weightUsed, points },
  })

  test('a head without weight is not a line; thirds are cut at four places, the total is the official one', () => {
    const lines = personScoreLines({
      contributions: [
        line('virtue', '265/3', 5000, '5000', '265/6'),
        line('ability', '80', 0, '0', '0'),
        line('results', '90', 5000, '5000', '45'),
      ],
      ...{ official: '89.17', veto: null, names },
    })
    expect(lines.map(({ en }) => en)).toEqual(['Virtue: 88.3333 × 50% = 44.1667', 'Results: 90 × 50% = 45', 'Total 89.17'])
    expect(lines.map(({ zh }) => zh)).toEqual(['德：88.3333 × 50% = 44.1667', '绩：90 × 50% = 45', '合计 89.17 分'])
  })

  test('what was waived says so where its points would stand; the others show the weight they really had', () => {
    const lines = personScoreLines({
      contributions: [
        line('virtue', '90', 3000, '10000/3', '30'),
        line('diligence', null, 1000, '0', '0'),
        line('results', '90', 6000, '20000/3', '60'),
      ],
      ...{ official: '90.00', veto: null, names },
    })
    expect(lines[0]?.zh).toBe('德：90 × 33.3333% = 30')
    expect(lines[1]).toEqual({
      zh: '勤：经批准不计，权重 10% 按比例分给其他各项',
      en: 'Diligence: waived, its weight of 10% goes to the others in proportion',
    })
    expect(lines[2]?.en).toBe('Results: 90 × 66.6667% = 60')
  })

  test('a veto stands last, after a total that it does not touch', () => {
    const veto = { reason: { zh: '违规收受礼品', en: 'accepted gifts' } }
    const lines = personScoreLines({ contributions: [line('integrity', '100', 10_000, '10000', '100')], official: '100.00', veto, names })
    expect(lines.map(({ en }) => en)).toEqual(['Integrity: 100 × 100% = 100', 'Total 100.00', 'Integrity veto: accepted gifts'])
  })

  test('law: the points on the lines add up to the official total, but for what rounding to four places leaves', () => {
    const anyHead = fc.record({ score: fc.integer({ min: 0, max: 10_000 }), weight: fc.integer({ min: 1, max: 100 }) })
    fc.assert(
      fc.property(fc.array(anyHead, { minLength: 5, maxLength: 5 }), (five) => {
        const whole = five.reduce((sum, { weight }) => sum + weight, 0)
        const last = 10_000 - five.slice(0, 4).reduce((sum, { weight }) => sum + Math.floor((10_000 * weight) / whole), 0)
        const given = five.map(({ weight }, at) => (at === 4 ? last : Math.floor((10_000 * weight) / whole)))
        const entries = headOrder.map((head, at) => [head, given[at]!, roundHalfAway(`${five[at]!.score}/100`, 2)] as const)
        const result = personScore({
          heads: Object.fromEntries(entries.map(([head, , score]) => [head, scored(score)])) as HeadScores,
          weights: Object.fromEntries(entries.map(([head, weight]) => [head, weight])) as PersonScoreInput['weights'],
          veto: null,
        })
        if (result.kind !== 'scored') throw new Error(result.kind)
        const points = result.lines.slice(0, -1).map(({ en }) => Number(en.split(' = ')[1]))
        const sum = points.reduce((all, one) => all + one, 0)
        expect(Math.abs(sum - Number(result.official))).toBeLessThanOrEqual(0.005 + 5 * 0.00005 + 1e-9)
      }),
      { numRuns: 60 },
    )
  })
})
