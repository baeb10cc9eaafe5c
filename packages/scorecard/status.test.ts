import { describe, expect, test } from 'vitest'
import type { CardInput, MeasureInput, Scheme, ValueInput } from './card.ts'
import { DEFAULT_BANDS, DEFAULT_SCHEME, schemeOf } from './scheme.ts'
import { scoreCard } from './scoreCard.ts'
import { bandOf, worseOf } from './status.ts'
import { card, measure, objective, reported } from './testCards.ts'

const value = (state: ValueInput['state']): ValueInput[] => [{ period: '2025', state }]
const of = (measures: MeasureInput[], more: Partial<CardInput> = {}, scheme: Scheme = {}) => {
  const { status, tree, provisional } = scoreCard(card([objective('o', measures)], more, { strict100: false, ...scheme }))
  return { kind: status.kind, band: status.band, label: status.label, flags: tree.flags, provisional }
}

describe('the first that matches names the card', () => {
  test('suspended before everything', () => {
    expect(of([measure('a', 1, value('suspended'))])).toMatchObject({
      kind: 'suspended',
      band: null,
      label: { zh: '暂停计分', en: 'Suspended' },
    })
  })
  test('not applicable, where nothing else is', () => {
    expect(of([measure('a', 1, value('not_applicable')), measure('b', 1, value('suspended'))])).toMatchObject({ kind: 'not-applicable' })
  })
  test('too little data before late', () => {
    expect(of([measure('a', 6, value('late')), measure('b', 4, '95')], { mode: 'live' })).toMatchObject({
      kind: 'insufficient-coverage',
      flags: expect.arrayContaining(['coverage-below-gate', 'has-late']),
      provisional: true,
    })
  })
  test('late on the measure itself', () => {
    const { tree } = scoreCard(
      card([objective('o', [measure('a', 1, value('late')), measure('b', 9, '95')])], { mode: 'live' }, { strict100: false }),
    )
    const leaf = tree.children[0]?.children[0]?.children[0]
    expect(leaf?.status).toMatchObject({ kind: 'late', label: { zh: '逾期未报', en: 'Late' } })
  })
  test('a live parent of something late or missing is never in the highest band: silence is never green', () => {
    for (const state of ['late', 'missing'] as const)
      expect(of([measure('a', 1, value(state)), measure('b', 9, '99')], { mode: 'live' })).toMatchObject({ kind: 'band', band: 'B' })
    expect(of([measure('b', 9, '99')], { mode: 'live' })).toMatchObject({ band: 'A' })
  })
  test('a veto before the band, and the band it leaves beside it', () => {
    const vetoes = [
      { id: 'v', reason: { zh: '责任事故', en: 'accident' }, decidedBy: 'committee', effect: { kind: 'cap-band' as const, atMost: 'C' } },
    ]
    expect(of([measure('a', 1, '99')], { vetoes })).toMatchObject({
      kind: 'veto',
      band: 'C',
      label: { zh: '一票否决（中）', en: 'Veto (Fair)' },
    })
  })
  test('then the band', () => {
    expect(of([measure('a', 1, '85')])).toMatchObject({ kind: 'band', band: 'B', label: { zh: '良', en: 'Good' }, provisional: false })
  })
  test('only monitored, and nothing to score', () => {
    expect(of([measure('a', 1, '85', { rule: { kind: 'unscored' } })])).toMatchObject({ kind: 'unscored' })
    expect(of([])).toMatchObject({ kind: 'unscored' })
  })
})

describe('gates', () => {
  const missing = (weight: number) => measure('gap', weight, value('missing'), { missingPolicy: 'exclude' })
  test.each([
    [30, 'band'],
    [31, 'insufficient-coverage'],
  ])('%i of 100 without data: %s', (weight, kind) => {
    expect(of([measure('a', 100 - weight, '95'), missing(weight)])).toMatchObject({ kind })
  })
  test.each([
    [30, 'band'],
    [31, 'insufficient-coverage'],
  ])('%i of 100 not applicable: %s', (weight, kind) => {
    expect(of([measure('a', 100 - weight, '95'), measure('n', weight, value('not_applicable'))])).toMatchObject({ kind })
  })
  test('the committee may admit a card, gate by gate, and it is said', () => {
    const thin = [measure('a', 60, '95'), missing(40)]
    expect(of(thin, {}, { admittedByCommittee: { coverage: true } })).toMatchObject({
      kind: 'band',
      band: 'A',
      flags: ['admitted-by-committee', 'has-missing'],
      provisional: false,
    })
    expect(of(thin, {}, { admittedByCommittee: { notApplicable: true } })).toMatchObject({ kind: 'insufficient-coverage' })
  })
  test('gates of one’s own', () => {
    expect(of([measure('a', 60, '95'), missing(40)], {}, { coverageGateBp: 5000 })).toMatchObject({ kind: 'band' })
    expect(of([measure('a', 95, '95'), measure('n', 5, value('not_applicable'))], {}, { notApplicableGateBp: 400 })).toMatchObject({
      kind: 'insufficient-coverage',
    })
  })
})

describe('limiting', () => {
  const safety = (score: string) => ({
    perspectives: [
      {
        id: 'p',
        name: { zh: '安全', en: 'Safety' },
        objectives: [
          objective('o', [measure('fatal', 1, score, { critical: true }), measure('paper', 9, '100')], { rollRule: 'limiting' as const }),
        ],
      },
    ],
  })
  test('the score stays, the status is no better than the worst critical child', () => {
    const { tree, final } = scoreCard(card([], safety('50'), { strict100: false }))
    expect(final?.official).toBe('95.00')
    expect(tree.children[0]?.children[0]).toMatchObject({ official: '95.00', status: { band: 'D' }, flags: ['limited-by-critical-child'] })
  })
  test('a critical child that is well limits nobody', () => {
    const { tree } = scoreCard(card([], safety('95'), { strict100: false }))
    expect(tree.children[0]?.children[0]).toMatchObject({ status: { band: 'A' }, flags: [] })
  })
  test('a critical child without data limits most of all', () => {
    const input = safety('95')
    input.perspectives[0]!.objectives[0]!.measures[0]!.values = []
    input.perspectives[0]!.objectives[0]!.measures[0]!.missingPolicy = 'exclude'
    const { tree } = scoreCard(card([], input, { strict100: false }))
    expect(tree.children[0]?.children[0]?.status.kind).toBe('insufficient-coverage')
  })
})

describe('while the period is open', () => {
  const flow = (done: string, asOf: string) =>
    scoreCard(
      card(
        [
          objective('o', [
            measure('km', 10000, [reported(done, { period: '2025-H1' })], {
              timeAggregation: 'sum',
              rule: { kind: 'ratio_up', target: '100' },
            }),
          ]),
        ],
        {
          mode: 'live',
          period: { from: '2025-01-01', to: '2025-12-31', asOf },
        },
      ),
    )
  test('half the work by the middle of the year is on pace, although half the target is missing', () => {
    expect(flow('50', '2025-06-30')).toMatchObject({ final: { official: '50.00' }, status: { band: 'A' }, tree: { pace: '100.00' } })
  })
  test('the same at the end of the year is not', () => {
    expect(flow('50', '2025-12-31')).toMatchObject({ final: { official: '50.00' }, status: { band: 'D' }, tree: { pace: '50.00' } })
  })
  test('before anything is due there is no pace', () => {
    expect(flow('0', '2024-12-31').measures[0]?.pace).toBeNull()
  })
})

describe('bands', () => {
  test('the worse of two, and the lowest has no floor', () => {
    const [a, b, , d] = DEFAULT_BANDS
    expect(worseOf(a!, b!, DEFAULT_BANDS).code).toBe('B')
    expect(worseOf(d!, b!, DEFAULT_BANDS).code).toBe('D')
    expect(bandOf('-5.00', DEFAULT_BANDS).code).toBe('D')
  })
  test('a scheme left out is the default; a setting left undefined too', () => {
    expect(schemeOf()).toEqual(DEFAULT_SCHEME)
    expect(schemeOf({ cap: undefined, floor: '10' })).toMatchObject({ cap: '100', floor: '10' })
  })
})
