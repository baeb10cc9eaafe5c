import { describe, expect, test } from 'vitest'
import type { CardInput, MeasureInput, ValueInput } from './card.ts'
import { DATA_STATES, type DataState } from './dataStates.ts'
import { scoreCard } from './scoreCard.ts'
import { card, measure, objective, reported } from './testCards.ts'

/** What one value in a state does to its measure: state, official score, reason, and the coverage it leaves. */
const of = (state: DataState, mode: CardInput['mode'], more: Partial<MeasureInput> = {}, value: Partial<ValueInput> = {}) => {
  const one = measure('m', 6000, [{ period: '2025', state, ...value }], more)
  const result = scoreCard(card([objective('o', [one, measure('sibling', 4000, '50')])], { mode }))
  const [found] = result.measures
  return {
    state: found?.state,
    official: found?.official,
    because: found?.because,
    withData: result.tree.coverage.shown.withData,
    card: result.final?.official,
    status: result.status.kind,
  }
}

describe('what each state does while the period is open', () => {
  test.each<[DataState, object]>([
    [
      'not_due',
      { state: 'excluded', because: 'not_due', official: null, withData: '40.00', card: '50.00', status: 'insufficient-coverage' },
    ],
    ['late', { state: 'excluded', because: 'late', official: null, withData: '40.00', card: '50.00' }],
    ['missing', { state: 'excluded', because: 'missing', official: null, withData: '40.00', card: '50.00' }],
    ['not_applicable', { state: 'not-applicable', because: 'not_applicable', official: null, withData: '100.00', card: '50.00' }],
    ['undefined', { state: 'not-applicable', because: 'undefined', official: null, withData: '100.00', card: '50.00' }],
    ['insufficient', { state: 'excluded', because: 'insufficient', official: null, withData: '40.00', card: '50.00' }],
    ['suspended', { state: 'suspended', because: 'suspended', official: null, withData: '100.00', card: '50.00' }],
  ])('%s', (state, expected) => {
    expect(of(state, 'live')).toMatchObject(expected)
  })
  test('reported and provisional figures are used', () => {
    expect(of('reported', 'live', {}, { actual: '90' })).toMatchObject({ state: 'scored', official: '90.00', card: '74.00' })
    expect(of('estimated', 'live', {}, { actual: '90' })).toMatchObject({ state: 'scored', official: '90.00', card: '74.00' })
  })
})

describe('what each state does at the close', () => {
  test.each<[DataState, object]>([
    ['not_due', { state: 'excluded', because: 'still-open-at-close', official: null, withData: '40.00' }],
    ['late', { state: 'scored', because: 'missing', official: '0.00', withData: '40.00', card: '20.00', status: 'band' }],
    ['missing', { state: 'scored', because: 'missing', official: '0.00', withData: '40.00', card: '20.00', status: 'band' }],
    ['not_applicable', { state: 'not-applicable', because: 'not_applicable', withData: '100.00', card: '50.00' }],
    ['undefined', { state: 'not-applicable', because: 'undefined', withData: '100.00', card: '50.00' }],
    ['insufficient', { state: 'excluded', because: 'insufficient', withData: '40.00', card: '50.00', status: 'insufficient-coverage' }],
    ['suspended', { state: 'suspended', because: 'suspended', withData: '100.00', card: '50.00' }],
  ])('%s', (state, expected) => {
    expect(of(state, 'official')).toMatchObject(expected)
  })
  test('a provisional figure counts only when waived', () => {
    expect(of('estimated', 'official', {}, { actual: '90' })).toMatchObject({ state: 'excluded', because: 'estimated-not-waived' })
    expect(of('estimated', 'official', { estimatedWaived: true }, { actual: '90' })).toMatchObject({ state: 'scored', official: '90.00' })
  })
})

describe('the policies', () => {
  test.each<[NonNullable<MeasureInput['missingPolicy']>, object]>([
    ['zero', { state: 'scored', official: '0.00', card: '20.00' }],
    ['exclude', { state: 'excluded', because: 'missing', card: '50.00' }],
    ['carry', { state: 'excluded', because: 'missing', card: '50.00' }],
  ])('missing: %s, with nothing before it to carry', (missingPolicy, expected) => {
    expect(of('missing', 'official', { missingPolicy })).toMatchObject(expected)
  })
  test.each<[NonNullable<MeasureInput['undefinedPolicy']>, object]>([
    ['not-applicable', { state: 'not-applicable', card: '50.00' }],
    ['full', { state: 'scored', official: '100.00', card: '80.00' }],
    ['carry', { state: 'excluded', because: 'undefined', card: '50.00' }],
  ])('denominator zero: %s', (undefinedPolicy, expected) => {
    expect(of('undefined', 'official', { undefinedPolicy })).toMatchObject(expected)
  })
  test('with approval the weight of what is too little or too poor goes to the siblings', () => {
    const approved = { redistributionApproved: true }
    expect(of('insufficient', 'official', approved)).toMatchObject({ state: 'not-applicable', card: '50.00', withData: '100.00' })
    expect(of('reported', 'official', approved, { actual: '90', quality: 'D' })).toMatchObject({ state: 'not-applicable', card: '50.00' })
    expect(of('reported', 'official', {}, { actual: '90', quality: 'D' })).toMatchObject({
      state: 'excluded',
      because: 'poor-data-quality',
    })
    for (const quality of ['A', 'B', 'C'] as const)
      expect(of('reported', 'official', {}, { actual: '90', quality })).toMatchObject({ official: '90.00' })
  })
  test('carried once and not twice', () => {
    const quarters = (states: DataState[]) =>
      scoreCard(
        card([
          objective('o', [
            measure(
              'm',
              10000,
              states.map((state, at) => ({ period: `2025-Q${at + 1}`, state, ...(state === 'reported' && { actual: '80' }) })),
              { missingPolicy: 'carry' },
            ),
          ]),
        ]),
      ).measures[0]
    expect(quarters(['reported', 'missing'])).toMatchObject({ official: '80.00', flags: ['carried'] })
    expect(quarters(['reported', 'missing', 'missing'])).toMatchObject({ state: 'excluded', because: 'missing' })
    expect(quarters(['missing', 'missing'])).toMatchObject({ state: 'excluded' })
  })
})

test('every state has a name in both languages and a treatment in both modes', () => {
  for (const [key, row] of Object.entries(DATA_STATES)) {
    expect([row.state, row.name.zh.length > 1, row.name.en.length > 3]).toEqual([key, true, true])
    expect(row.live.length > 0 && row.official.length > 0).toBe(true)
  }
  expect(new Set(Object.values(DATA_STATES).map(({ name }) => name.zh)).size).toBe(9)
})

test('a blank cell, a zero and an approved N/A give three different cards', () => {
  const three = [[], [reported('0')], [{ period: '2025', state: 'not_applicable' as const }]].map((values) =>
    scoreCard(card([objective('o', [measure('m', 5000, values, { missingPolicy: 'exclude' }), measure('s', 5000, '80')])])),
  )
  expect(three.map(({ final }) => final?.official)).toEqual(['80.00', '40.00', '80.00'])
  expect(three.map(({ tree }) => tree.coverage.shown)).toEqual([
    { withData: '50.00', decided: '50.00', notApplicable: '0.00' },
    { withData: '100.00', decided: '100.00', notApplicable: '0.00' },
    { withData: '100.00', decided: '100.00', notApplicable: '50.00' },
  ])
  // Half the weight without data, or half of it declared not applicable: either way the committee has to admit the score.
  expect(three.map(({ tree }) => tree.flags)).toEqual([['coverage-below-gate'], [], ['not-applicable-above-gate']])
})
