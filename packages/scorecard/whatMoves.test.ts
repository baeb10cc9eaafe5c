import { exact } from '@milepost/exact/exact'
import { expect, test } from 'vitest'
import type { ScoringRule } from './rules.ts'
import { scoreMeasure } from './scoreMeasure.ts'
import { compileRule } from './scoringFunctions.ts'
import { whatMoves } from './whatMoves.ts'

const ask = (rule: ScoringRule, x: string, effective = '0.2', more: { cap?: string; parentCap?: string } = {}) => {
  const cap = exact(more.cap ?? '100')
  const compiled = compileRule(rule, cap)
  const scored = scoreMeasure({ kind: 'figure', value: exact(x) }, rule, { cap })
  return whatMoves({
    compiled,
    line: compiled.kind === 'line' ? compiled.line : null,
    x: exact(x),
    score: exact(scored.kind === 'scored' ? scored.score : '0'),
    counted: exact(1),
    cap,
    parentCap: exact(more.parentCap ?? '100'),
    effective: exact(effective),
  })
}
const line: ScoringRule = { kind: 'interpolate', baseline: '80', target: '90' }

test('one point on the measure and one on the card, by the weight it carries', () => {
  expect(ask(line, '84')).toMatchObject({ measureByOne: { actual: '84.1', change: '0.1' }, cardByOne: { actual: '84.5', change: '0.5' } })
})

test('from below the floor, the way up begins at the floor', () => {
  expect(ask(line, '70').measureByOne).toMatchObject({ actual: '80.1', change: '10.1' })
})

test('inside a range the nearer side is offered', () => {
  const range: ScoringRule = { kind: 'range', low: '95', high: '100', tolerance: '10' }
  expect([ask(range, '90').measureByOne, ask(range, '108').measureByOne]).toMatchObject([{ change: '0.1' }, { change: '-0.1' }])
})

test('what cannot move says why, and what is left', () => {
  expect(ask(line, '95').measureByOne).toMatchObject({ because: 'at-cap' })
  expect(ask(line, '89', '0.05').cardByOne).toMatchObject({ because: 'not-within-cap', mostPoints: '10.00' })
  expect(ask(line, '84', '0').cardByOne).toMatchObject({ because: 'no-weight' })
  expect(ask({ kind: 'binary', comparator: '>=', values: ['90'] }, '84').measureByOne).toMatchObject({
    because: 'not-a-line',
    mostPoints: '100.00',
  })
})

test('above the parent cap nothing reaches the card', () => {
  expect(ask(line, '91', '0.2', { cap: '120' })).toMatchObject({ measureByOne: { change: '0.1' }, cardByOne: { because: 'at-cap' } })
})

test('steps offer the next band that is worth enough', () => {
  const steps: ScoringRule = {
    kind: 'step',
    below: '0',
    bands: [
      { from: '60', points: '60' },
      { from: '80', points: '62' },
      { from: '90', points: '100' },
    ],
  }
  expect([ask(steps, '70').measureByOne, ask(steps, '70').cardByOne]).toMatchObject([{ actual: '80' }, { actual: '90' }])
})
